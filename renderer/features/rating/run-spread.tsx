import { useState } from 'react';
import { useRoute } from '../../api/queries';
import type { Bands } from '../../components/grade-bands';
import { PictureToggle } from '../../components/picture-toggle';
import { GradePill } from '../../components/pill';
import { Section } from '../../components/section';
import { thousands } from '../../components/words';
import css from './distribution.module.css';
import { SharesBar } from './distribution-panel';
import { type PackShares, sharesOf } from './grade-shares';
import type { RunFile } from './run-words';

/** How the grades are spread now and how they will be once the run is approved. */
export function RunSpread({ run, bands }: { readonly run: RunFile; readonly bands: Bands }) {
  const [asTable, setAsTable] = useState(false);
  const now = useRoute('rating.list', { limit: 1 }).data?.distribution;
  if (!now || run.spread.length === 0) return null;
  const before = new Map(sharesOf(now, bands).map((pack) => [pack.packId, pack]));
  const pairs = sharesOf(run.spread, bands)
    .map((after) => ({ before: before.get(after.packId), after }))
    .filter(({ before: old, after }) => !old || after.shares.some(({ count }, at) => count !== old.shares[at]?.count));
  return (
    <Section
      title="等级分布"
      hint="现在的等级和审定以后的等级"
      actions={<PictureToggle asTable={asTable} onChange={setAsTable} />}
    >
      {pairs.length === 0 ? <p className={css.same}>升降相抵，审定以后各等级的户数不变。</p> : null}
      {asTable ? (
        <div className={css.tables}>
          {pairs.map((pair) => (
            <SpreadTable key={pair.after.packId} {...pair} />
          ))}
        </div>
      ) : (
        <div className={css.pairs}>
          {pairs.map(({ before: old, after }) => (
            <div key={after.packId} className={css.packs}>
              {old ? <SharesBar pack={{ ...old, title: `${old.title}，现在` }} /> : null}
              <SharesBar pack={{ ...after, title: `${after.title}，审定以后` }} />
            </div>
          ))}
        </div>
      )}
    </Section>
  );
}

type SpreadTableProps = { readonly before: PackShares | undefined; readonly after: PackShares };

function SpreadTable({ before, after }: SpreadTableProps) {
  return (
    <table className={css.table}>
      <caption>{after.title}</caption>
      <thead>
        <tr>
          <th scope="col">信用等级</th>
          {['现在', '审定以后', '增减'].map((header) => (
            <th key={header} scope="col" className={css.number}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {after.shares.map(({ code, band, count }) => {
          const old = before?.shares.find((share) => share.code === code)?.count ?? 0;
          return (
            <tr key={code}>
              <th scope="row">
                <GradePill code={code} band={band} />
              </th>
              <td className={css.number}>{thousands(old)}</td>
              <td className={css.number}>{thousands(count)}</td>
              <td className={css.number}>
                {count === old ? '—' : `${count > old ? '+' : '−'}${thousands(Math.abs(count - old))}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
