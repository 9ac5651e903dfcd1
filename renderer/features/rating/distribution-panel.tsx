import { useState } from 'react';
import type { Bands } from '../../components/grade-bands';
import { PictureToggle } from '../../components/picture-toggle';
import { GradePill } from '../../components/pill';
import { Section } from '../../components/section';
import { thousands } from '../../components/words';
import css from './distribution.module.css';
import { type Distribution, type PackShares, sharesOf } from './grade-shares';

type DistributionPanelProps = {
  readonly distribution: Distribution;
  readonly unrated: number;
  readonly bands: Bands;
};

/** How the grades are spread under each pack: a picture, and its table one key away. */
export function DistributionPanel({ distribution, unrated, bands }: DistributionPanelProps) {
  const [asTable, setAsTable] = useState(false);
  const packs = sharesOf(distribution, bands);
  return (
    <Section
      title="等级分布"
      hint={unrated > 0 ? `另有 ${thousands(unrated)} 户没有评价` : undefined}
      actions={<PictureToggle asTable={asTable} onChange={setAsTable} />}
    >
      {asTable ? (
        <div className={css.tables}>
          {packs.map((pack) => (
            <SharesTable key={pack.packId} pack={pack} />
          ))}
        </div>
      ) : (
        <div className={css.packs}>
          {packs.map((pack) => (
            <SharesBar key={pack.packId} pack={pack} />
          ))}
        </div>
      )}
    </Section>
  );
}

/** A part too narrow for its words is named in the legend only. */
const WIDE = 0.12;

export function SharesBar({ pack }: { readonly pack: PackShares }) {
  const spoken = pack.shares.map(({ band, count, percent }) => `${band.name} ${count} 户，占 ${percent}`).join('；');
  return (
    <div className={css.pack}>
      <span className={css.title} title={pack.title}>
        {pack.title}
        <span className={css.total}>{thousands(pack.total)} 户</span>
      </span>
      <span className={css.bar} role="img" aria-label={`${pack.title}：${spoken}`}>
        {pack.shares.map(({ code, band, colour, count }) =>
          count === 0 ? null : (
            <span key={code} className={`${css.part} ${css[colour] ?? ''}`} style={{ flexGrow: count }}>
              {count / pack.total >= WIDE ? band.name : ''}
            </span>
          ),
        )}
      </span>
      <span className={css.legend}>
        {pack.shares.map(({ code, band, count }) => (
          <span key={code} className={css.entry} data-none={count === 0 || undefined}>
            <GradePill code={code} band={band} />
            {thousands(count)}
          </span>
        ))}
      </span>
    </div>
  );
}

function SharesTable({ pack }: { readonly pack: PackShares }) {
  return (
    <table className={css.table}>
      <caption>
        {pack.title}
        <span className={css.total}>{thousands(pack.total)} 户</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">信用等级</th>
          <th scope="col">含义</th>
          <th scope="col" className={css.number}>
            户数
          </th>
          <th scope="col" className={css.number}>
            占比
          </th>
        </tr>
      </thead>
      <tbody>
        {pack.shares.map(({ code, band, meaning, count, percent }) => (
          <tr key={code}>
            <th scope="row">
              <GradePill code={code} band={band} />
            </th>
            <td>{meaning}</td>
            <td className={css.number}>{thousands(count)}</td>
            <td className={css.number}>{percent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
