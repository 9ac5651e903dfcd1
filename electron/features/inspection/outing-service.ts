import { AppError } from '#shared/kernel/errors';
import type { WriteTx } from '../../db/write-tx';
import { listRouteRows, listVisitStates } from './inspection-repository';

type Place = { readonly position?: number; readonly taken_at?: string | null; readonly taken_by?: string | null };

/** One row a visit, made when it is first needed. */
async function place(tx: WriteTx, visitIds: readonly string[], of: (at: number) => Place): Promise<void> {
  const known = new Map((await listRouteRows(tx.db, visitIds)).map((row) => [row.visit_id, row.id]));
  for (const [at, visitId] of visitIds.entries()) {
    const id = known.get(visitId);
    if (id) tx.update('visit_route', id, of(at));
    else
      tx.insert('visit_route', {
        ...{ id: tx.newId(), visit_id: visitId, position: null, taken_at: null, taken_by: null },
        ...of(at),
      });
  }
}

async function requireVisits(tx: WriteTx, visitIds: readonly string[]): Promise<void> {
  const states = new Map((await listVisitStates(tx.db, visitIds)).map((row) => [row.id, row.state]));
  if (new Set(visitIds).size < visitIds.length)
    throw new AppError('bad_input', '同一次检查安排出现了两次，请刷新页面后重试。');
  if (visitIds.some((id) => !states.has(id))) throw new AppError('not_found', '有检查安排已不存在，请刷新页面后重试。');
}

export async function saveRoute(tx: WriteTx, visitIds: readonly string[]): Promise<void> {
  await requireVisits(tx, visitIds);
  await place(tx, visitIds, (at) => ({ position: at + 1 }));
}

/** @throws AppError `bad_state` for a visit that is not to be made any more */
export async function takeOut(tx: WriteTx, visitIds: readonly string[], out: boolean): Promise<void> {
  await requireVisits(tx, visitIds);
  const gone = (await listVisitStates(tx.db, visitIds)).find((row) => row.state !== 'planned');
  if (gone && out) throw new AppError('bad_state', '有检查安排已检查或者已取消，不需要带出，请刷新页面后重试。');
  await place(tx, visitIds, () => ({ taken_at: out ? tx.now : null, taken_by: out ? tx.actor.id : null }));
}
