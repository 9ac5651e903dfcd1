import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract';
import type { Column } from '../components/data-table/table-types';
import { type RowPages, useRoutePages } from './pages';
import { useRoute } from './queries';

type ListRoute = {
  [N in RouteName]: RouteOutput<N> extends { rows: readonly unknown[]; total: number } ? N : never;
}[RouteName];
type RowOf<N extends ListRoute> = RouteOutput<N> extends { rows: readonly (infer Row)[] } ? Row : never;

const WHOLE = 1000;

export type ListRows<Row> = {
  /** For `<DataTable rows>`. */
  readonly rows: readonly Row[] | undefined | RowPages<Row>;
  /** The columns without their sorting when the list is too long to be sorted in memory. */
  readonly columns: (columns: readonly Column<Row>[]) => readonly Column<Row>[];
  readonly total: number;
};

/**
 * A list whose route has an order of its own: up to a thousand rows are held whole, so that every column sorts; a
 * longer list comes in pages in the order of the engine.
 *
 * @example const list = useListRows('inspection.list', { state: 'open' });
 */
export function useListRows<N extends ListRoute>(
  name: N,
  input: Omit<RouteInput<N>, 'offset' | 'limit'>,
): ListRows<RowOf<N>> {
  type Row = RowOf<N>;
  const whole = useRoute(name, { ...input, offset: 0, limit: WHOLE } as unknown as RouteInput<N>, {
    keepPrevious: true,
  });
  const pages = useRoutePages(name, input) as RowPages<Row>;
  const held = whole.data as { rows: readonly Row[]; total: number } | undefined;
  const total = held?.total ?? 0;
  if (whole.error || total > WHOLE)
    return {
      rows: whole.error ? { ...pages, error: whole.error, loading: false, total: 0 } : pages,
      columns: (columns) => columns.map(({ sort: _, ...column }) => column),
      total,
    };
  return { rows: held?.rows, columns: (columns) => columns, total };
}
