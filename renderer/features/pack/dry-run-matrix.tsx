import type { RatingPack } from '#shared/domain/rating/pack';
import type { GradeBand } from '../../components/grade-bands';
import { GradePill } from '../../components/pill';
import { thousands } from '../../components/words';
import css from './dry-run-matrix.module.css';
import { bestFirst } from './grade-look';
import type { DryRun } from './pack-words';

type DryRunMatrixProps = {
  readonly result: DryRun;
  readonly pack: RatingPack;
  readonly lookOf: (code: string) => GradeBand | undefined;
};

/** Rows: the grade now. Columns: the grade with the new rules. What stays is on quiet ground. */
export function DryRunMatrix({ result, pack, lookOf }: DryRunMatrixProps) {
  const order = bestFirst(pack).map(({ code }) => code);
  const columns = [...new Set([...order, ...result.matrix.map(({ to }) => to)])];
  const now = [...new Set(result.matrix.map(({ from }) => from))];
  const rows = [
    ...columns.filter((code) => now.includes(code)),
    ...now.filter((code) => !columns.includes(code ?? '')),
  ];
  if (rows.length === 0) return null;
  const countOf = (from: string | null, to: string) =>
    result.matrix.find((cell) => cell.from === from && cell.to === to)?.count ?? 0;
  return (
    <div className={css.matrixBox}>
      <table className={css.matrix}>
        <caption>现在的等级（行）→ 新规则下的等级（列），单位：户</caption>
        <thead>
          <tr>
            <td />
            {columns.map((to) => (
              <th key={to} scope="col">
                <GradePill code={to} band={lookOf(to)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={from ?? ''}>
              <th scope="row">
                <GradePill code={from} band={from === null ? undefined : lookOf(from)} />
              </th>
              {columns.map((to) => {
                const count = countOf(from, to);
                return (
                  <td key={to} className={from === to ? css.stays : count > 0 ? css.moves : css.nobody}>
                    {count === 0 ? '—' : thousands(count)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
