import { sql } from 'kysely';
import type { IsoDate } from '#shared/kernel/dates';
import { addDays } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';
import { subjectMatches } from '../../db/subject-match';

export type InspectionFilter = {
  readonly query?: string | undefined;
  readonly state?: 'open' | 'finished' | undefined;
  readonly subjectId?: string | undefined;
  readonly kind?: string | undefined;
  readonly officerId?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
};

const filtered = (db: ReadDb, filter: InspectionFilter) => {
  const { query, state, subjectId, kind, officerId, from, to } = filter;
  let found = db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    // naming both states lets the index on state and time answer, without walking through the frozen checklists
    .where('inspection.state', 'in', state ? [state] : ['open', 'finished']);
  if (subjectId) found = found.where('inspection.subject_id', '=', subjectId);
  if (kind) found = found.where('inspection.kind', '=', kind);
  if (officerId)
    found = found.where((eb) => eb.or([eb('officer1_id', '=', officerId), eb('officer2_id', '=', officerId)]));
  if (from) found = found.where('started_at', '>=', from);
  if (to) found = found.where('started_at', '<', addDays(to, 1));
  if (query) {
    const matches = subjectMatches(query);
    found = found.where((eb) => eb.or([matches, eb(sql<number>`instr(inspection.no, ${query})`, '>', 0)]));
  }
  return found;
};

const ROW_COLUMNS = [
  'inspection.id',
  'inspection.no',
  'inspection.subject_id',
  'subject.name as subject_name',
  'subject.uscc as subject_uscc',
  'subject.kind as subject_kind',
  'inspection.kind',
  'inspection.method',
  'inspection.officers',
  'inspection.started_at',
  'inspection.ended_at',
  'inspection.state',
  'inspection.result_code',
  'inspection.disposition_code',
] as const;

export async function listInspections(db: ReadDb, filter: InspectionFilter & { offset: number; limit: number }) {
  const ids = await filtered(db, filter)
    .select('inspection.id')
    .orderBy('inspection.started_at', 'desc')
    .orderBy('inspection.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  if (ids.length === 0) return [];
  return db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .select([...ROW_COLUMNS])
    .select(sql<string>`json_extract(inspection.checklist, '$.title')`.as('checklist_title'))
    .select((eb) =>
      eb
        .selectFrom('finding')
        .whereRef('finding.inspection_id', '=', 'inspection.id')
        .where('finding.state', '=', 'open')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('open_findings'),
    )
    .where(
      'inspection.id',
      'in',
      ids.map(({ id }) => id),
    )
    .orderBy('inspection.started_at', 'desc')
    .orderBy('inspection.id', 'desc')
    .execute();
}

export async function countInspections(db: ReadDb, filter: InspectionFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const findInspection = (db: ReadDb, id: string) =>
  db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .selectAll('inspection')
    .select(['subject.name as subject_name', 'subject.uscc as subject_uscc', 'subject.kind as subject_kind'])
    .where('inspection.id', '=', id)
    .executeTakeFirst();

export const listAnswers = (db: ReadDb, inspectionId: string) =>
  db.selectFrom('answer').selectAll().where('inspection_id', '=', inspectionId).orderBy('item_code').execute();

export const listFindings = (db: ReadDb, inspectionId: string) =>
  db.selectFrom('finding').selectAll().where('inspection_id', '=', inspectionId).orderBy('id').execute();

export const listPhotos = (db: ReadDb, inspectionId: string) =>
  db
    .selectFrom('item_photo')
    .select(['item_code as itemCode', 'attachment_id as attachmentId'])
    .where('inspection_id', '=', inspectionId)
    .orderBy('id')
    .execute();

/** Answers that no longer hold, newest first. */
export const listAnswerHistory = (db: ReadDb, inspectionId: string) =>
  db
    .selectFrom('answer_history')
    .select(['item_code as itemCode', 'answer', 'reason', 'note', 'answered_at as answeredAt'])
    .select(['replaced_because as replacedBecause', 'replaced_at as replacedAt'])
    .where('inspection_id', '=', inspectionId)
    .orderBy('replaced_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

export const listPhraseRows = (db: ReadDb) => db.selectFrom('phrase').selectAll().orderBy('id').execute();

/** A visit that runs over several days is found as long as it began within a month. */
const LONGEST_VISIT_DAYS = 31;

/** Visits of these officers that may touch the time from `startedAt` to the end of that day or `endedAt`. */
export const listVisitsNear = (
  db: ReadDb,
  {
    id,
    officerIds,
    startedAt,
    endedAt,
  }: { id: string; officerIds: readonly string[]; startedAt: string; endedAt: string | null },
) =>
  db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .select(['inspection.no', 'officer1_id', 'officer2_id', 'started_at', 'ended_at', 'subject.name as subject_name'])
    .where('inspection.state', 'in', ['open', 'finished'])
    .where('started_at', '>=', addDays(startedAt.slice(0, 10), -LONGEST_VISIT_DAYS))
    .where('started_at', '<', endedAt ?? `${startedAt.slice(0, 10)}T24:00`)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', startedAt)]))
    .where('inspection.id', '!=', id)
    .where((eb) => eb.or([eb('officer1_id', 'in', officerIds), eb('officer2_id', 'in', officerIds)]))
    .execute();

/** State of the newest order on a finding that was not cancelled. */
export const listPreviousProblems = (db: ReadDb, inspection: { id: string; subject_id: string; started_at: string }) =>
  db
    .selectFrom('finding')
    .innerJoin('inspection', 'inspection.id', 'finding.inspection_id')
    .select([
      'inspection.id as inspectionId',
      'inspection.no',
      'inspection.started_at as startedAt',
      'finding.item_code as itemCode',
      'finding.facts',
      'finding.severity',
    ])
    .select((eb) =>
      eb
        .selectFrom('rectification')
        .innerJoin('rectification_item', 'rectification_item.rectification_id', 'rectification.id')
        .whereRef('rectification.subject_id', '=', 'finding.subject_id')
        .whereRef('rectification_item.finding_id', '=', 'finding.id')
        .where('rectification.state', '!=', 'cancelled')
        .orderBy('rectification.ordered_on', 'desc')
        .limit(1)
        .select('rectification_item.state')
        .as('rectified'),
    )
    .where('finding.subject_id', '=', inspection.subject_id)
    .where('finding.state', '=', 'open')
    .where('inspection.id', '!=', inspection.id)
    .where('inspection.started_at', '<', inspection.started_at)
    .orderBy('inspection.started_at', 'desc')
    .orderBy('finding.id')
    .limit(200)
    .execute();

export const listOrdersOf = (db: ReadDb, inspection: { id: string; subject_id: string }) =>
  db
    .selectFrom('rectification')
    .select(['id', 'no', 'state'])
    .where('subject_id', '=', inspection.subject_id)
    .where('inspection_id', '=', inspection.id)
    .orderBy('id')
    .execute();

/** The order that a finding stands in, if any. */
export const findOrderOfFinding = (db: ReadDb, subjectId: string, findingId: string) =>
  db
    .selectFrom('rectification')
    .innerJoin('rectification_item', 'rectification_item.rectification_id', 'rectification.id')
    .select('rectification.no')
    .where('rectification.subject_id', '=', subjectId)
    .where('rectification.state', '!=', 'cancelled')
    .where('rectification_item.finding_id', '=', findingId)
    .executeTakeFirst();

export const findVisit = (db: ReadDb, id: string) =>
  db
    .selectFrom('visit')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .select([
      'visit.id',
      'visit.subject_id',
      'visit.state',
      'visit.date',
      'visit.merged_into',
      'visit.officer1_id',
      'visit.officer2_id',
      // null for a visit that was arranged by hand
      'plan.state as plan_state',
    ])
    .where('visit.id', '=', id)
    .executeTakeFirst();

/** Tasks to be done together with a visit, and closed by its inspection. */
export const listMergedVisits = (db: ReadDb, leadId: string) =>
  db.selectFrom('visit').select('id').where('merged_into', '=', leadId).where('state', '=', 'planned').execute();

export const findInspectionOfVisit = (db: ReadDb, visitId: string, subjectId: string) =>
  db
    .selectFrom('inspection')
    .select('no')
    .where('subject_id', '=', subjectId)
    .where('visit_id', '=', visitId)
    // one that was broken off leaves the visit to be made
    .where('broken_off', 'is', null)
    .executeTakeFirst();

export const listRouteRows = (db: ReadDb, visitIds: readonly string[]) =>
  db.selectFrom('visit_route').select(['id', 'visit_id']).where('visit_id', 'in', visitIds).execute();

export const listVisitStates = (db: ReadDb, visitIds: readonly string[]) =>
  db.selectFrom('visit').select(['id', 'state']).where('id', 'in', visitIds).execute();
