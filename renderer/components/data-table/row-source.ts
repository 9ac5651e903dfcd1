import { useMemo } from 'react';
import type { RowPages } from '../../api/pages';
import type { Column, DataTableProps, Sort } from './table-types';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** One way to see a list in memory and a list in pages. */
export function useRowSource<Row>(
  rows: DataTableProps<Row>['rows'],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): RowPages<Row> {
  const local = Array.isArray(rows) || rows === undefined;
  const sorted = useMemo(() => {
    const list = local ? ((rows as readonly Row[] | undefined) ?? []) : [];
    const column = columns.find(({ key }) => key === sort?.key);
    if (!sort || !column?.sort) return list;
    const compare =
      column.sort === true ? (a: Row, b: Row) => collator.compare(column.text(a), column.text(b)) : column.sort;
    return list.toSorted((a, b) => (sort.descending ? -compare(a, b) : compare(a, b)));
  }, [local, rows, columns, sort]);

  if (!local) return rows as RowPages<Row>;
  return {
    total: sorted.length,
    rowAt: (index) => sorted[index],
    show: () => undefined,
    all: async () => sorted,
    loading: rows === undefined,
    error: null,
  };
}
