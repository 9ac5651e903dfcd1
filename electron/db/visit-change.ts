import { type ChangeCause, type ChangeKind, type VisitPlace, visitPlaceSchema } from '#shared/domain/plan/visit-change';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from './dialect';
import type { VisitTable } from './schema-plan';
import type { WriteTx } from './write-tx';

type Place = Pick<VisitTable, 'date' | 'officer1_id' | 'officer2_id' | 'state'>;

const placeOf = (visit: Place): VisitPlace => ({
  date: visit.date,
  officer1Id: visit.officer1_id,
  officer2Id: visit.officer2_id,
  state: visit.state,
});

export type ChangeNote = {
  readonly kind: ChangeKind;
  readonly cause: ChangeCause;
  readonly reason: string;
  readonly secondOfficerId?: string;
  readonly undoes?: string;
};

/**
 * Changes a visit and writes down what it was before, so that the draw can always be told from what came after it.
 *
 * @returns the id of the entry
 * @throws AppError `bad_state` when the clock stands before the last change: their order would be lost
 */
export async function changeVisit(
  tx: WriteTx,
  visit: Place & { readonly id: string },
  patch: Partial<Place>,
  note: ChangeNote,
): Promise<string> {
  const last = await findLastChange(tx.db, visit.id);
  if (last && tx.now < last.at)
    throw new AppError('bad_state', '电脑时间早于这次检查上一次变更的时间，没有保存，请先校正电脑的日期和时间。');
  const id = tx.newId();
  tx.insert('visit_change', {
    id,
    visit_id: visit.id,
    kind: note.kind,
    before: JSON.stringify(placeOf(visit)),
    after: JSON.stringify(placeOf({ ...visit, ...patch })),
    cause: note.cause,
    reason: note.reason,
    officer_id: tx.actor.id,
    second_officer_id: note.secondOfficerId ?? null,
    undoes: note.undoes ?? null,
    at: tx.now,
  });
  tx.update('visit', visit.id, patch);
  return id;
}

export const parsePlace = (text: string): VisitPlace => visitPlaceSchema.parse(JSON.parse(text));

export const findLastChange = (db: ReadDb, visitId: string) =>
  db
    .selectFrom('visit_change')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Every change of a plan's visits, oldest first. */
export const listPlanChanges = (db: ReadDb, planId: string) =>
  db
    .selectFrom('visit_change')
    .innerJoin('visit', 'visit.id', 'visit_change.visit_id')
    .selectAll('visit_change')
    .where('visit.plan_id', '=', planId)
    .orderBy('visit_change.id')
    .execute();
