import { sql } from 'kysely';
import type { RectificationState } from '#shared/domain/rectification/rectification';
import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';
import { subjectMatches } from '../../db/subject-match';

export type RectificationFilter = {
  readonly query?: string | undefined;
  readonly state?: RectificationState | undefined;
  readonly subjectId?: string | undefined;
  readonly overdueOnly: boolean;
};

/** Earliest day among what an open order still waits for. */
const nextDue = sql<IsoDate | null>`(select min(coalesce(item.extended_to, item.due_on)) from rectification_item as item
  where rectification.state = 'ordered' and item.rectification_id = rectification.id and item.state <> 'corrected')`;

const filtered = (db: ReadDb, { query, state, subjectId, overdueOnly }: RectificationFilter, today: IsoDate) => {
  let found = db.selectFrom('rectification').innerJoin('subject', 'subject.id', 'rectification.subject_id');
  if (state) found = found.where('rectification.state', '=', state);
  if (subjectId) found = found.where('rectification.subject_id', '=', subjectId);
  if (overdueOnly) found = found.where('rectification.state', '=', 'ordered').where(nextDue, '<', today);
  if (query) {
    const matches = subjectMatches(query);
    found = found.where((eb) => eb.or([matches, eb(sql<number>`instr(rectification.no, ${query})`, '>', 0)]));
  }
  return found;
};

/** What waits longest first, then the ended ones, newest first. */
export const listRectifications = (
  db: ReadDb,
  filter: RectificationFilter & { offset: number; limit: number },
  today: IsoDate,
) =>
  filtered(db, filter, today)
    .selectAll('rectification')
    .select(['subject.name as subject_name', 'subject.uscc as subject_uscc'])
    .orderBy(sql`rectification.state <> 'ordered'`)
    .orderBy(sql`${nextDue} is null`)
    .orderBy(nextDue)
    .orderBy('rectification.ordered_on', 'desc')
    .orderBy('rectification.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();

export async function countRectifications(db: ReadDb, filter: RectificationFilter, today: IsoDate): Promise<number> {
  const { n } = await filtered(db, filter, today)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const findRectification = (db: ReadDb, id: string) =>
  db
    .selectFrom('rectification')
    .innerJoin('subject', 'subject.id', 'rectification.subject_id')
    .leftJoin('inspection', 'inspection.id', 'rectification.inspection_id')
    .selectAll('rectification')
    .select(['subject.name as subject_name', 'subject.uscc as subject_uscc', 'inspection.no as inspection_no'])
    .where('rectification.id', '=', id)
    .executeTakeFirst();

export const listItems = (db: ReadDb, rectificationIds: readonly string[]) =>
  db
    .selectFrom('rectification_item')
    .selectAll()
    .where('rectification_id', 'in', rectificationIds)
    .orderBy('rectification_id')
    .orderBy('seq')
    .execute();

export const listRechecks = (db: ReadDb, rectificationId: string) =>
  db
    .selectFrom('recheck')
    .selectAll()
    .where('rectification_id', '=', rectificationId)
    .orderBy('checked_on')
    .orderBy('id')
    .execute();

export const findOrderedInspection = (db: ReadDb, id: string) =>
  db.selectFrom('inspection').select(['id', 'no', 'subject_id', 'started_at']).where('id', '=', id).executeTakeFirst();

export const listFindingsById = (db: ReadDb, ids: readonly string[]) =>
  db.selectFrom('finding').select(['id', 'inspection_id', 'subject_id', 'state']).where('id', 'in', ids).execute();

/** Findings that already stand in an order of the subject. */
export const listOrderedFindings = (db: ReadDb, subjectId: string, findingIds: readonly string[]) =>
  db
    .selectFrom('rectification')
    .innerJoin('rectification_item', 'rectification_item.rectification_id', 'rectification.id')
    .select(['rectification.no', 'rectification_item.finding_id'])
    .where('rectification.subject_id', '=', subjectId)
    .where('rectification.state', '!=', 'cancelled')
    .where('rectification_item.finding_id', 'in', findingIds)
    .execute();
