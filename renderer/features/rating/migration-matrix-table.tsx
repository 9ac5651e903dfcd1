import { toBand, useBands } from '../../components/grade-bands';
import { GradePill } from '../../components/pill';
import { Section } from '../../components/section';
import { thousands } from '../../components/words';
import css from './migration.module.css';
import { type MatrixCell, type MigrationPack, type MoveKind, matrixOf, matrixSums } from './migration-matrix';

export type { MatrixCell };

type MigrationMatrixProps = {
  readonly pack: MigrationPack;
  readonly asTable: boolean;
  readonly chosen: MatrixCell | null;
  readonly onChoose: (cell: MatrixCell) => void;
};

const MOVES: Record<MoveKind, string> = { stay: '未变', first: '首次评价', up: '上升', down: '下降' };

/** One pack: rows are the grades on the first day, columns those on the last. */
export function MigrationMatrix({ pack, asTable, chosen, onChoose }: MigrationMatrixProps) {
  const rows = matrixOf(pack);
  const sums = matrixSums(rows);
  const words = (['up', 'down', 'stay', 'first'] as const)
    .filter((kind) => sums[kind] > 0)
    .map((kind) => `${MOVES[kind]} ${thousands(sums[kind])} 户`);
  const { nameOf } = useBands();
  const wordsOf = (code: string | null) => (code === null ? '未评价' : nameOf(code, pack.packId));
  const pill = (code: string | null) => {
    const band = pack.grades.find((grade) => grade.code === code);
    return <GradePill code={code} band={band && toBand(band)} />;
  };
  const open = (cell: MatrixCell) => (
    <button
      type="button"
      className={css.open}
      aria-label={`从${wordsOf(cell.from)}到${wordsOf(cell.to)}，${cell.count} 户，查看名单`}
      aria-pressed={cell.from === chosen?.from && cell.to === chosen.to}
      onClick={() => onChoose(cell)}
    >
      {thousands(cell.count)}
    </button>
  );
  return (
    <Section title={pack.title} hint={words.join('　')}>
      {asTable ? (
        <table className={css.list}>
          <thead>
            <tr>
              <th scope="col">起始日期的等级</th>
              <th scope="col">截止日期的等级</th>
              <th scope="col">变动</th>
              <th scope="col" className={css.number}>
                户数
              </th>
            </tr>
          </thead>
          <tbody>
            {rows
              .flatMap(({ cells }) => cells)
              .filter(({ count }) => count > 0)
              .map((cell) => (
                <tr key={`${cell.from} ${cell.to}`}>
                  <td>{pill(cell.from)}</td>
                  <td>{pill(cell.to)}</td>
                  <td>{MOVES[cell.kind]}</td>
                  <td className={css.number}>{open(cell)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ) : (
        <div className={css.scroll}>
          <table className={css.matrix}>
            <thead>
              <tr>
                <td className={css.corner}>起始日期 ＼ 截止日期</td>
                {(rows[0]?.cells ?? []).map(({ to }) => (
                  <th key={to} scope="col">
                    {pill(to)}
                  </th>
                ))}
                <th scope="col" className={css.total}>
                  合计
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.from}>
                  <th scope="row">{pill(row.from)}</th>
                  {row.cells.map((cell) => (
                    <td key={cell.to} className={css.cell} data-kind={cell.kind} data-heat={cell.heat}>
                      {cell.count === 0 ? <span className={css.zero}>0</span> : open(cell)}
                    </td>
                  ))}
                  <td className={css.total}>{thousands(row.total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={css.legend}>
            {(['up', 'stay', 'down', 'first'] as const).map((kind) => (
              <span key={kind} className={css.entry}>
                <span className={css.swatch} data-kind={kind} data-heat={3} />
                {MOVES[kind]}
              </span>
            ))}
            <span>颜色越深户数越多</span>
          </p>
        </div>
      )}
    </Section>
  );
}
