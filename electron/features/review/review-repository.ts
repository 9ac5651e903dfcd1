import { type SqlBool, sql } from 'kysely';
import type { ReviewTab } from '#shared/domain/review/review';
import type { IsoDate } from '#shared/kernel/dates';
import { addDays } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';
import { subjectMatches } from '../../db/subject-match';

export type ReviewFilter = {
  readonly tab: ReviewTab;
  readonly query?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly today: IsoDate;
  /** The last end of an inspection whose result ought to be public by now. */
  readonly lateSince: IsoDate;
};

const joined = (db: ReadDb) =>
  db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .leftJoin('result_review', 'result_review.id', 'inspection.review_id')
    .leftJoin('officer', 'officer.id', 'result_review.entered_by')
    .leftJoin('officer as reviewer', 'reviewer.id', 'result_review.reviewed_by')
    .where('inspection.state', '=', 'finished');

const columns = [
  'inspection.id',
  'inspection.no',
  'inspection.subject_id',
  'subject.name as subject_name',
  'subject.uscc as subject_uscc',
  'inspection.kind',
  'inspection.officers',
  'inspection.started_at',
  'inspection.ended_at',
  'inspection.result_code as found_result',
  'inspection.disposition_code as found_disposition',
  'result_review.id as review_id',
  'result_review.state',
  'result_review.result_code',
  'result_review.disposition_code',
  'result_review.due_on',
  'result_review.entered_by',
  'officer.name as entered_name',
  'officer.certificate_no as entered_certificate',
  'result_review.published_on',
  'result_review.withdrawn_on',
  'result_review.disposal_closed_on',
] as const;

/** The inspections of one tab, those that wait longest first; of the published ones the newest first. */
const keys = (db: ReadDb, { tab, query = '', subjectId, today, lateSince }: ReviewFilter) => {
  const named = (owner: 'inspection' | 'result_review') =>
    sql<SqlBool>`exists (select 1 from subject where subject.id = ${sql.ref(`${owner}.subject_id`)} and ${subjectMatches(query)})`;
  const unentered = db
    .selectFrom('inspection')
    .where('inspection.state', '=', 'finished')
    .where('inspection.review_id', 'is', null)
    // a visit that was broken off has no result
    .where('inspection.result_code', 'is not', null)
    .$if(subjectId !== undefined, (part) => part.where('inspection.subject_id', '=', subjectId ?? ''))
    .$if(query !== '', (part) =>
      part.where(sql<SqlBool>`(instr(inspection.no, ${query}) > 0 or ${named('inspection')})`),
    )
    .select(['inspection.id as id', 'inspection.ended_at as at']);
  const entered = db
    .selectFrom('result_review')
    .$if(subjectId !== undefined, (part) => part.where('result_review.subject_id', '=', subjectId ?? ''))
    .$if(query !== '', (part) =>
      part.where(
        sql<SqlBool>`(${named('result_review')} or exists (select 1 from inspection
          where inspection.id = result_review.inspection_id and instr(inspection.no, ${query}) > 0))`,
      ),
    )
    .select(['result_review.inspection_id as id', sql<string | null>`result_review.due_on`.as('at')]);
  switch (tab) {
    case 'unentered':
      return db.selectFrom(unentered.as('found')).select(['found.id', 'found.at']);
    case 'overdue': {
      const late = unentered
        .where('inspection.ended_at', '<', addDays(lateSince, 1))
        .unionAll(
          entered.where('result_review.state', 'in', ['waiting', 'returned']).where('result_review.due_on', '<', today),
        );
      return db.selectFrom(late.as('found')).select(['found.id', 'found.at']);
    }
    default:
      return db.selectFrom(entered.where('result_review.state', '=', tab).as('found')).select(['found.id', 'found.at']);
  }
};

export async function listReviews(db: ReadDb, filter: ReviewFilter & { offset: number; limit: number }) {
  const ids = await keys(db, filter)
    .orderBy('found.at', filter.tab === 'published' ? 'desc' : 'asc')
    .orderBy('found.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  if (ids.length === 0) return [];
  const rows = await joined(db)
    .select([...columns])
    .where(
      'inspection.id',
      'in',
      ids.map(({ id }) => id),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}

export async function countReviews(db: ReadDb, filter: ReviewFilter): Promise<number> {
  const { n } = await db
    .selectFrom(keys(db, filter).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const findReview = (db: ReadDb, inspectionId: string) =>
  joined(db)
    .select([...columns])
    .select([
      'inspection.officer1_id',
      'inspection.officer2_id',
      'result_review.summary',
      'result_review.entered_on',
      'result_review.reviewed_by',
      'reviewer.name as reviewer_name',
      'reviewer.certificate_no as reviewer_certificate',
      'result_review.reviewed_on',
      'result_review.marks',
      'result_review.due_steps',
      'result_review.due_estimated',
      'result_review.published_where',
      'result_review.withdrawn_reason',
      'result_review.disposal_note',
    ])
    .where('inspection.id', '=', inspectionId)
    .executeTakeFirst();

export type ReviewRecord = NonNullable<Awaited<ReturnType<typeof findReview>>>;

export const listSteps = (db: ReadDb, reviewId: string) =>
  db
    .selectFrom('result_review_step')
    .leftJoin('officer', 'officer.id', 'result_review_step.officer_id')
    .leftJoin('officer as second', 'second.id', 'result_review_step.second_officer_id')
    .selectAll('result_review_step')
    .select(['officer.name as officer_name', 'second.name as second_name'])
    .where('review_id', '=', reviewId)
    .orderBy('result_review_step.id')
    .execute();

/** What has followed from an inspection so far. */
export const listOrders = (db: ReadDb, { id, subject_id }: { id: string; subject_id: string }) =>
  db
    .selectFrom('rectification')
    .select(['id', 'no', 'state'])
    .where('subject_id', '=', subject_id)
    .where('inspection_id', '=', id)
    .where('state', '!=', 'cancelled')
    .orderBy('id')
    .execute();

export const listLettersOf = (db: ReadDb, inspectionId: string) =>
  db
    .selectFrom('letter')
    .select(['id', 'no', 'kind', 'state'])
    .where('inspection_id', '=', inspectionId)
    .where('state', '!=', 'cancelled')
    .orderBy('id')
    .execute();

export const listFindingFacts = (db: ReadDb, inspectionId: string) =>
  db
    .selectFrom('finding')
    .select('facts')
    .where('inspection_id', '=', inspectionId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
