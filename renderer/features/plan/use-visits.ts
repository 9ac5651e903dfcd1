import { useQuery } from '@tanstack/react-query';
import { type ApiError, call, toApiError } from '../../api/client';
import type { Visit } from './plan-words';

const PIECE = 1000;

export type Visits = { readonly rows: readonly Visit[] | undefined; readonly error: ApiError | null };

/** Every visit of a plan: batches, officers, months and the table are counted from the same rows. */
export function useVisits(planId: string): Visits {
  const result = useQuery<readonly Visit[], ApiError>({
    // under the noun, so that a change of the plan drops it
    queryKey: ['plan', 'plan.list-visits', 'all', planId],
    queryFn: () => all(planId).catch((error) => Promise.reject(toApiError(error))),
  });
  return { rows: result.data, error: result.error };
}

async function all(planId: string): Promise<readonly Visit[]> {
  const rows: Visit[] = [];
  for (;;) {
    const piece = await call('plan.list-visits', { planId, offset: rows.length, limit: PIECE });
    rows.push(...piece.rows);
    if (piece.rows.length === 0 || rows.length >= piece.total) return rows;
  }
}
