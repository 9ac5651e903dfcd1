import { Button } from '@mantine/core';
import { IconArrowsExchange, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { IsoDate } from '#shared/kernel/dates';
import { useExportDocument } from '../../api/export-document';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { PictureToggle } from '../../components/picture-toggle';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import css from './migration.module.css';
import { type MatrixCell, MigrationMatrix } from './migration-matrix-table';
import { MigrationPeek } from './migration-peek';
import { periodsOf } from './migration-periods';

type Chosen = { readonly packId: string; readonly cell: MatrixCell };

/** From which grade to which between two days: a picture a pack, its table one key away, names behind every cell. */
export function MigrationPage() {
  const today = useToday();
  const [period, setPeriod] = useRemembered<{ readonly from: IsoDate; readonly to: IsoDate } | null>(
    'rating:migration',
    null,
  );
  const approved = useRoute('rating.list-batches', { states: ['approved'], limit: 100 }).data?.rows ?? [];
  const choices = periodsOf(approved, today);
  const { from, to } = period ?? choices[0];
  const { run, busy } = useExportDocument();
  const [asTable, setAsTable] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const migration = useRoute('rating.migration', { from, to }, { keepPrevious: true });
  const packs = migration.data?.packs ?? [];
  const change = (next: { readonly from: IsoDate; readonly to: IsoDate }) => {
    setChosen(null);
    setPeriod(next);
  };
  const bandOf = (packId: string) => packs.find((pack) => pack.packId === packId)?.grades ?? [];
  return (
    <Page>
      <PageHeader
        title="等级迁移"
        purpose="两个日子之间，各户的等级从哪一级到了哪一级；只算已审定的评价，点开一格看名单。"
        back={{ to: '/ratings', label: '评价' }}
        actions={
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconTableExport size={16} stroke={1.5} />}
            onClick={() => void run('rating-migration', { from, to })}
          >
            导出迁移表…
          </Button>
        }
      />
      <div className={css.period}>
        <DateField
          label="起始日期"
          max={to}
          value={from}
          onChange={(next) => next !== null && change({ from: next, to })}
        />
        <DateField
          label="截止日期"
          min={from}
          max={today}
          value={to}
          onChange={(next) => next !== null && change({ from, to: next })}
        />
        <div className={css.choices}>
          <FilterChips
            label="期间"
            value={choices.find((choice) => choice.from === from && choice.to === to)?.value ?? ''}
            chips={choices}
            onChange={(value) => {
              const choice = choices.find((one) => one.value === value);
              if (choice) change({ from: choice.from, to: choice.to });
            }}
          />
        </div>
        <span className={css.toggle}>
          <PictureToggle asTable={asTable} onChange={setAsTable} />
        </span>
      </div>
      {migration.error ? <QueryError error={migration.error} /> : null}
      {migration.isPending ? <Loading /> : null}
      {migration.data && packs.length === 0 ? (
        <EmptyState
          icon={IconArrowsExchange}
          sentence="截止日期以前还没有审定的评价；审定以后，各等级之间的迁移列在这里。"
          action={
            <Button component={Link} to="/ratings/runs" variant="default">
              查看历次评价
            </Button>
          }
        />
      ) : null}
      {packs.map((pack) => (
        <MigrationMatrix
          key={pack.packId}
          pack={pack}
          asTable={asTable}
          chosen={chosen?.packId === pack.packId ? chosen.cell : null}
          onChoose={(cell) => setChosen({ packId: pack.packId, cell })}
        />
      ))}
      {chosen ? (
        <MigrationPeek
          period={{ from, to }}
          packId={chosen.packId}
          cell={chosen.cell}
          grades={bandOf(chosen.packId)}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </Page>
  );
}
