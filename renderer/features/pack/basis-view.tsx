import type { BasisEntry, RatingPack } from '#shared/domain/rating/pack';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import css from './pack.module.css';
import { termWords } from './pack-words';

/** The documents that the rules cite, with their days; what is repealed says so. */
export function BasisView({ pack, today }: { readonly pack: RatingPack; readonly today: string }) {
  const cited = JSON.stringify([pack.base, pack.nodes, pack.bonus, pack.vetoes, pack.grades]);
  const repealed = pack.bases.filter((entry) => isRepealed(entry, today)).length;
  return (
    <Section
      title="依据库"
      count={pack.bases.length}
      hint={repealed > 0 ? `其中 ${repealed} 项已经失效，引用它的规则应当修订` : '全部现行有效'}
      flush
    >
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">文件和条款</th>
            <th scope="col">文号</th>
            <th scope="col">施行</th>
            <th scope="col">效力</th>
            <th scope="col" className={css.number}>
              引用
            </th>
          </tr>
        </thead>
        <tbody>
          {pack.bases.map((entry) => (
            <tr key={entry.id}>
              <th scope="row">
                {entry.document}
                {entry.article}
                {entry.text ? <blockquote className={css.letter}>{entry.text}</blockquote> : null}
              </th>
              <td>{entry.number ?? '—'}</td>
              <td className={css.date}>{termWords(entry.from, entry.to)}</td>
              <td>
                {isRepealed(entry, today) ? (
                  <StatePill label="已失效" tone="grave" />
                ) : entry.from > today ? (
                  <StatePill label="未施行" tone="waiting" />
                ) : (
                  <StatePill label="现行" tone="done" />
                )}
              </td>
              <td className={css.number}>{cited.split(`"${entry.id}"`).length - 1} 处</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const isRepealed = ({ to }: BasisEntry, today: string): boolean => to !== null && to < today;
