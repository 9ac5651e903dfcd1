import { IconChartBar } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { type StatDimension, statDimensionLabels, statDimensions } from '#shared/domain/statistics/stat-row';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../../api/queries';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import { Section } from '../../components/section';
import { EmptyState, QueryError } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { thousands } from '../../components/words';
import css from './statistics.module.css';
import { rowsPath, type Scope } from './statistics-words';

type Split = RouteOutput<'statistics.split'>;
type Part = Split['parts'][number];

/** The counts split by one thing: type of inspection, plan, grade, station … */
export function SplitTable({ month, scope }: { readonly month: string; readonly scope: Scope }) {
  const [by, setBy] = useRemembered<StatDimension>('statistics:by', 'kind');
  const { data, error } = useRoute('statistics.split', { month, scope, by }, { keepPrevious: true });
  const columns: readonly Column<Part>[] = [
    { key: 'label', header: statDimensionLabels[by], width: 220, grow: true, sort: true, text: ({ label }) => label },
    ...(data?.figures ?? []).map(
      ({ id, label }, index): Column<Part> => ({
        key: id,
        header: label,
        width: 104,
        align: 'right',
        sort: (a, b) => (a.values[index] ?? 0) - (b.values[index] ?? 0),
        text: ({ values }) => thousands(values[index] ?? 0),
        render: ({ key, values }) =>
          values[index] ? (
            <Link className={css.number} to={rowsPath({ month, scope, figure: id, by, key })}>
              {thousands(values[index] ?? 0)}
            </Link>
          ) : (
            <span className={css.zero}>0</span>
          ),
      }),
    ),
  ];
  return (
    <Section title="分类统计" flush>
      {error ? <QueryError error={error} /> : null}
      <DataTable
        name={`statistics-split-${by}`}
        label="分类统计"
        columns={columns}
        rows={data?.parts}
        rowKey={({ key }) => key}
        chips={
          <FilterChips<StatDimension>
            label="分类"
            value={by}
            onChange={setBy}
            chips={statDimensions.map((value) => ({ value, label: statDimensionLabels[value] }))}
          />
        }
        maxHeight={360}
        empty={<EmptyState compact icon={IconChartBar} sentence="这一期间没有可以分类的记录。" />}
      />
    </Section>
  );
}
