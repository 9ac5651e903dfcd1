import { Unverified } from '../../components/law-side';
import { thousands } from '../../components/words';
import css from './plan.module.css';
import type { Stratum } from './plan-words';

/** Base × ratio → count of each stratum, with the working and the basis. */
export function StrataTable({ strata }: { readonly strata: readonly Stratum[] }) {
  const sum = (of: (stratum: Stratum) => number) => thousands(strata.reduce((total, one) => total + of(one), 0));
  return (
    <div className={css.tableBox}>
      <table className={css.table} aria-label="分层和抽取数">
        <thead>
          <tr>
            <th scope="col">分层和依据</th>
            <th scope="col">检查类型</th>
            <th scope="col" className={css.number}>
              户数
            </th>
            <th scope="col" className={css.number}>
              比例
            </th>
            <th scope="col" className={css.number}>
              抽取
            </th>
            <th scope="col">算式</th>
          </tr>
        </thead>
        <tbody>
          {strata.map((stratum) => (
            <tr key={stratum.id} className={stratum.base === 0 ? css.none : undefined}>
              <th scope="row">
                {stratum.label}
                <span className={css.basis}>
                  {stratum.basis}
                  {stratum.verified ? null : <Unverified />}
                </span>
              </th>
              <td className={css.kind}>{stratum.inspectionKind}</td>
              <td className={css.number}>{thousands(stratum.base)}</td>
              <td className={css.number}>{stratum.ratio}</td>
              <td className={css.count}>{thousands(stratum.count)}</td>
              <td className={css.work}>{stratum.work}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              合计
            </th>
            <td className={css.number}>{sum(({ base }) => base)}</td>
            <td />
            <td className={css.count}>{sum(({ count }) => count)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
