import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract';
import { type ApiError, call, toApiError } from './client';
import { routeKey } from './queries';

/** A list that the engine hands out in pieces: only the rows in sight are asked for. */
export type RowPages<Row> = {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  /** Tells which rows are in sight now. */
  readonly show: (first: number, last: number) => void;
  /** Every row, for copying. */
  readonly all: () => Promise<readonly Row[]>;
  readonly loading: boolean;
  readonly error: ApiError | null;
};

/** Routes whose input takes offset and limit, and whose output has rows and total. */
type PagedRoute = {
  [N in RouteName]: RouteOutput<N> extends { rows: readonly unknown[]; total: number } ? N : never;
}[RouteName];
type RowOf<N extends PagedRoute> = RouteOutput<N> extends { rows: readonly (infer Row)[] } ? Row : never;
type Piece<Row> = { readonly rows: readonly Row[]; readonly total: number };

const SIZE = 200;
const MOST = 1000;

/**
 * Pages of a list route, for `<DataTable rows={pages} />`. `first` is the answer of the first page, for what
 * else the route tells (counts by kind and the like).
 *
 * @example const pages = useRoutePages('subject.list', { query, sort, descending });
 */
export function useRoutePages<N extends PagedRoute>(
  name: N,
  input: Omit<RouteInput<N>, 'offset' | 'limit'>,
): RowPages<RowOf<N>> & { readonly first: RouteOutput<N> | undefined } {
  type Row = RowOf<N>;
  const client = useQueryClient();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const inputOf = (offset: number, limit: number) => ({ ...input, offset, limit }) as unknown as RouteInput<N>;
  const ask = (offset: number, limit: number) =>
    call(name, inputOf(offset, limit)).catch((error) => Promise.reject(toApiError(error)));

  // The first page is always among them: it knows the total.
  const wanted = [...new Set([0, ...between(range[0], range[1])])];
  const results = useQueries({
    queries: wanted.map((page) => ({
      queryKey: routeKey(name, inputOf(page * SIZE, SIZE)),
      queryFn: () => ask(page * SIZE, SIZE),
    })),
  });
  const pieces = new Map(wanted.map((page, at) => [page, results[at]?.data as Piece<Row> | undefined]));
  const first = pieces.get(0);

  // While a new filter is being answered the last list stays on the screen.
  const shown = useRef<{ first: Piece<Row> | undefined; pieces: typeof pieces }>({ first, pieces });
  if (first) shown.current = { first, pieces };

  return {
    total: shown.current.first?.total ?? 0,
    rowAt: (index) => shown.current.pieces.get(Math.floor(index / SIZE))?.rows[index % SIZE],
    show: useCallback((from: number, to: number) => {
      const next = [Math.floor(Math.max(0, from) / SIZE), Math.floor(Math.max(0, to) / SIZE)] as const;
      setRange((old) => (old[0] === next[0] && old[1] === next[1] ? old : next));
    }, []),
    all: async () => {
      const rows: Row[] = [];
      for (let offset = 0; ; offset += MOST) {
        const piece = (await client.fetchQuery({
          queryKey: routeKey(name, inputOf(offset, MOST)),
          queryFn: () => ask(offset, MOST),
          gcTime: 0,
        })) as unknown as Piece<Row>;
        rows.push(...piece.rows);
        if (piece.rows.length === 0 || rows.length >= piece.total) return rows;
      }
    },
    loading: shown.current.first === undefined && results.some((result) => result.isPending),
    error: (results.find((result) => result.error)?.error as ApiError | undefined) ?? null,
    first: shown.current.first as RouteOutput<N> | undefined,
  };
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}
