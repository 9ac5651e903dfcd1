import { useState } from 'react';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import css from './plan.module.css';
import type { Exclusion } from './plan-words';

const columns: readonly Column<Exclusion>[] = [
  { key: 'name', header: '主体', width: 280, grow: true, sort: true, text: ({ name }) => name },
  { key: 'code', header: '代码', width: 190, text: ({ code }) => code },
  { key: 'reason', header: '不列入的理由', width: 300, sort: true, text: ({ reason }) => reason },
];

/** Who is not in the list, by reason; the names one step away. */
export function ExclusionPanel({ exclusions }: { readonly exclusions: readonly Exclusion[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const reasons = Map.groupBy(exclusions, ({ reason }) => reason);
  return (
    <Section
      title="不列入名录"
      count={exclusions.length}
      hint={exclusions.length > 0 ? '点一项理由，看是哪些主体。' : undefined}
      flush
    >
      {exclusions.length === 0 ? (
        <EmptyState compact sentence="适用范围内的主体全部列入名录。" />
      ) : (
        <>
          <div className={css.reasons}>
            <FilterChips
              label="不列入的理由"
              value={chosen ?? ''}
              onChange={(reason) => setChosen(reason === chosen ? null : reason)}
              chips={[...reasons].map(([reason, rows]) => ({ value: reason, label: reason, count: rows.length }))}
            />
          </div>
          {chosen === null ? null : (
            <DataTable
              name="plan-exclusions"
              label="不列入名录的主体"
              unit="户"
              columns={columns}
              rows={reasons.get(chosen) ?? []}
              rowKey={({ code }) => code}
              maxHeight={260}
              empty={<EmptyState compact sentence="没有这种理由的主体。" />}
            />
          )}
        </>
      )}
    </Section>
  );
}
