import { kindText } from '#shared/domain/plan/inspection-kinds';
import { deskFirst, isOnSiteKind, judgeCap, type OverCap, type VisitCapPack } from '#shared/domain/plan/visit-cap';
import type { VisitCause } from '#shared/domain/plan/visit-cause';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from './dialect';
import { findActiveOfficer } from './second-officer';
import type { WriteTx } from './write-tx';

/** One on-site visit that counts against the cap of a year. */
export type CountedVisit = { readonly on: IsoDate; readonly label: string; readonly done: boolean };

type Asked = {
  readonly subjectId: string;
  readonly year: number;
  /** Planned visits count while the year is being planned; at the beginning of a visit only those made do. */
  readonly planned: boolean;
  readonly exceptVisitId?: string | null | undefined;
  readonly exceptInspectionId?: string | null | undefined;
};

/** The on-site visits of a subject in a year, over all kinds: inspections, and visits planned that have none yet. */
export async function listOnSiteVisits(db: ReadDb, pack: VisitCapPack, asked: Asked): Promise<readonly CountedVisit[]> {
  const { subjectId, year, planned, exceptVisitId = null, exceptInspectionId = null } = asked;
  const made = await db
    .selectFrom('inspection')
    .select(['id', 'no', 'kind', 'started_at', 'visit_id'])
    .where('subject_id', '=', subjectId)
    .where('method', 'in', [...pack.onSiteMethods])
    .where('started_at', '>=', `${year}-01-01`)
    .where('started_at', '<', `${year + 1}-01-01`)
    .orderBy('started_at')
    .execute();
  const counted = made
    .filter(({ id }) => id !== exceptInspectionId)
    .filter((one) => exceptVisitId === null || one.visit_id !== exceptVisitId)
    .map(
      (one): CountedVisit => ({
        on: one.started_at.slice(0, 10),
        label: `${kindText(one.kind)} ${one.no}`,
        done: true,
      }),
    );
  if (!planned) return counted;
  const begun = new Set(made.map(({ visit_id }) => visit_id));
  const coming = await db
    .selectFrom('visit')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .select(['visit.id', 'visit.date', 'visit.kind', 'visit.batch_no', 'plan.title'])
    .where('visit.subject_id', '=', subjectId)
    .where('visit.state', '=', 'planned')
    .where('visit.merged_into', 'is', null)
    .where('visit.date', '>=', `${year}-01-01`)
    .where('visit.date', '<=', `${year}-12-31`)
    .orderBy('visit.date')
    .execute();
  return [
    ...counted,
    ...coming
      .filter(({ id, kind }) => id !== exceptVisitId && !begun.has(id) && isOnSiteKind(pack, kind))
      .map(({ date, kind, title, batch_no }) => ({
        on: date,
        label: title === null ? kindText(kind) : `${title} 第 ${batch_no} 批`,
        done: false,
      })),
  ];
}

/** The on-site inspections of a year by subject, for a whole list at once; subjects without any are left out. */
export async function countOnSiteVisits(
  db: ReadDb,
  pack: VisitCapPack,
  year: number,
): Promise<ReadonlyMap<string, number>> {
  const made = await db
    .selectFrom('inspection')
    .select((eb) => ['subject_id', eb.fn.countAll<number>().as('n')])
    .where('method', 'in', [...pack.onSiteMethods])
    .where('started_at', '>=', `${year}-01-01`)
    .where('started_at', '<', `${year + 1}-01-01`)
    .groupBy('subject_id')
    .execute();
  const counts = new Map(made.map(({ subject_id, n }) => [subject_id, n]));
  const coming = await db
    .selectFrom('visit')
    .leftJoin('inspection', 'inspection.visit_id', 'visit.id')
    .select(['visit.subject_id', 'visit.kind'])
    .where('visit.state', '=', 'planned')
    .where('visit.merged_into', 'is', null)
    .where('inspection.id', 'is', null)
    .where('visit.date', '>=', `${year}-01-01`)
    .where('visit.date', '<=', `${year}-12-31`)
    .execute();
  for (const { subject_id, kind } of coming)
    if (isOnSiteKind(pack, kind)) counts.set(subject_id, (counts.get(subject_id) ?? 0) + 1);
  return counts;
}

type Wanted = Asked & {
  readonly subjectName: string;
  readonly officerIds: readonly string[];
  readonly given: OverCap | null;
  /** Which of the two the exception is written beside. */
  readonly visitId: string | null;
  readonly inspectionId: string | null;
};

/**
 * Lets one more on-site visit pass, or refuses it; a visit above the cap is written down with cause and second person.
 *
 * @throws AppError as `judgeCap`, and `not_found` for a second person out of service
 */
export async function passCap(tx: WriteTx, pack: VisitCapPack, wanted: Wanted): Promise<void> {
  const counted = (await listOnSiteVisits(tx.db, pack, wanted)).length;
  const { subjectId, year, given } = wanted;
  if (!judgeCap(pack, { ...wanted, counted, actorId: tx.actor.id }) || given === null) return;
  const second = await findActiveOfficer(tx.db, given.secondOfficerId ?? '');
  if (!second)
    throw new AppError('not_found', '没有找到确认人员，或其已停用。请重新选择。', [
      { path: 'secondOfficerId', message: '人员不存在或已停用' },
    ]);
  tx.insert('cap_exception', {
    id: tx.newId(),
    subject_id: subjectId,
    year,
    visit_id: wanted.visitId,
    inspection_id: wanted.inspectionId,
    pack_id: pack.id,
    pack_version: pack.version,
    cap: pack.cap,
    counted,
    cause: given.cause,
    cause_note: given.causeNote,
    officer_id: tx.actor.id,
    second_officer_id: second.id,
    created_at: tx.now,
  });
}

/** Was this visit let pass above the cap when it was arranged? */
export const findCapException = (db: ReadDb, visitId: string) =>
  db.selectFrom('cap_exception').selectAll().where('visit_id', '=', visitId).executeTakeFirst();

/** Why the subject is reviewed at the desk first, or null. */
export async function findDeskFirst(
  db: ReadDb,
  pack: VisitCapPack,
  subjectId: string,
  cause: VisitCause | null,
): Promise<string | null> {
  const row = await db
    .selectFrom('subject')
    .leftJoin('current_rating', 'current_rating.subject_id', 'subject.id')
    .leftJoin('rating', 'rating.id', 'current_rating.rating_id')
    .select(['subject.tags', 'current_rating.grade_code as grade', 'rating.pack_id as gradePack'])
    .where('subject.id', '=', subjectId)
    .executeTakeFirst();
  return row ? deskFirst(pack, { ...row, tags: JSON.parse(row.tags) as string[] }, cause) : null;
}
