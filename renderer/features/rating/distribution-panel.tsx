import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { useShortcut } from '../../components/ime';
import { GradePill } from '../../components/pill';
import { Section } from '../../components/section';
import { KeyHint } from '../../components/text';
import { thousands } from '../../components/words';
import css from './distribution.module.css';
import { type Bands, toBand } from './grade-bands';

type Distribution = RouteOutput<'rating.list'>['distribution'];
type DistributionPanelProps = {
  readonly distribution: Distribution;
  readonly unrated: number;
  readonly bands: Bands;
};

type Share = {
  readonly code: string;
  readonly meaning: string;
  readonly band: ReturnType<typeof toBand>;
  readonly colour: string;
  readonly count: number;
  readonly percent: string;
};
type PackShares = {
  readonly packId: string;
  readonly title: string;
  readonly total: number;
  readonly shares: readonly Share[];
};

/** How the grades are spread under each pack: a picture, and its table one key away. */
export function DistributionPanel({ distribution, unrated, bands }: DistributionPanelProps) {
  const [asTable, setAsTable] = useState(false);
  useShortcut('t', () => setAsTable(!asTable));
  const packs = sharesOf(distribution, bands);
  const Icon = asTable ? IconChartBar : IconTable;
  return (
    <Section
      title="等级分布"
      hint={unrated > 0 ? `另有 ${thousands(unrated)} 户没有评价` : undefined}
      actions={
        <Button
          variant="subtle"
          size="xs"
          aria-pressed={asTable}
          leftSection={<Icon size={15} stroke={1.5} />}
          rightSection={<KeyHint keys="T" />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? '显示为图' : '显示为表'}
        </Button>
      }
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

function SharesBar({ pack }: { readonly pack: PackShares }) {
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

/** A pack without a rating is left out; its grades stand in the order of the pack. */
function sharesOf(distribution: Distribution, { packs }: Bands): readonly PackShares[] {
  return packs.flatMap((pack) => {
    const own = distribution.filter(({ packId }) => packId === pack.id);
    const total = own.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) return [];
    const shares = pack.grades.map((grade) => {
      const count = own.find(({ gradeCode }) => gradeCode === grade.code)?.count ?? 0;
      const percent = `${((count / total) * 100).toFixed(1)}%`;
      return { code: grade.code, meaning: grade.meaning, band: toBand(grade), colour: grade.colour, count, percent };
    });
    return [{ packId: pack.id, title: pack.title, total, shares }];
  });
}
