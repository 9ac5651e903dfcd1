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
        <SharesTable packs={packs} />
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

function SharesBar({ pack }: { readonly pack: PackShares }) {
  const spoken = pack.shares.map(({ band, count, percent }) => `${band.name} ${count} 户，占 ${percent}`).join('；');
  return (
    <div className={css.pack}>
      <span className={css.title} title={pack.title}>
        {pack.title}
        <span className={css.total}>{thousands(pack.total)} 户</span>
      </span>
      <span className={css.bar} role="img" aria-label={`${pack.title}：${spoken}`}>
        {pack.shares.map(({ code, colour, count }) =>
          count === 0 ? null : (
            <span key={code} className={`${css.part} ${css[colour] ?? ''}`} style={{ flexGrow: count }} />
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

function SharesTable({ packs }: { readonly packs: readonly PackShares[] }) {
  return (
    <div className={css.tableBox}>
      <table className={css.table} aria-label="等级分布">
        <thead>
          <tr>
            <th scope="col">规则包</th>
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
          {packs.flatMap((pack) =>
            pack.shares.map((share, at) => (
              <tr key={`${pack.packId} ${share.code}`} className={at === 0 ? css.first : undefined}>
                {at === 0 ? (
                  <th scope="rowgroup" rowSpan={pack.shares.length}>
                    {pack.title}
                    <span className={css.total}>{thousands(pack.total)} 户</span>
                  </th>
                ) : null}
                <td>
                  <GradePill code={share.code} band={share.band} />
                </td>
                <td>{share.meaning}</td>
                <td className={css.number}>{thousands(share.count)}</td>
                <td className={css.number}>{share.percent}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
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
