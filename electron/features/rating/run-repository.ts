import { sql } from 'kysely';
import type { IsoDate } from '#shared/kernel/dates';
import { OVERTAKING_RATINGS } from '../../db/current-rating';
import type { ReadDb } from '../../db/dialect';
import type { RatingBatchTable } from '../../db/schema-rating';

/** The number of the last audit entry: what comes after it is news for the next run. */
export async function lastAuditSeq(db: ReadDb): Promise<number> {
  const { seq } = await db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow();
  return Number(seq ?? 0);
}

/**
 * The approved run over all subjects that the current ratings stand on. A run made later for an earlier day (a look
 * back) has seen more of the records, but its ratings are not the current ones.
 */
export const findLastRun = (db: ReadDb) =>
  db
    .selectFrom('rating_batch')
    .selectAll()
    .where('mode', 'in', ['full', 'incremental'])
    .where('state', '=', 'approved')
    .orderBy('as_of', 'desc')
    .orderBy('covered_seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Subjects that were changed themselves, or whose records were, by an entry after that one. */
export async function changedSince(db: ReadDb, seq: number): Promise<string[]> {
  const ofFacts = await db
    .selectFrom('audit_row')
    .innerJoin('fact', 'fact.id', 'audit_row.record_id')
    .select('fact.subject_id as id')
    .distinct()
    .where('audit_row.seq', '>', seq)
    .where('audit_row.table_name', '=', 'fact')
    .execute();
  const themselves = await db
    .selectFrom('audit_row')
    .select('record_id as id')
    .distinct()
    .where('seq', '>', seq)
    .where('table_name', '=', 'subject')
    .execute();
  return [...ofFacts, ...themselves].map(({ id }) => id);
}

/** Subjects whose rating may be another one by time alone, or of which that is not known. */
export async function dueByTime(db: ReadDb, asOf: IsoDate): Promise<string[]> {
  const rows = await db
    .selectFrom('current_rating')
    .select('subject_id as id')
    .where((eb) => eb.or([eb('next_change_on', '<=', asOf), eb('next_change_on', 'is', null)]))
    .execute();
  return rows.map(({ id }) => id);
}

export async function subjectsOfKinds(db: ReadDb, kinds: readonly string[]): Promise<string[]> {
  if (kinds.length === 0) return [];
  const rows = await db
    .selectFrom('subject')
    .select('id')
    .where('kind', 'in', kinds)
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Subjects whose current rating was made before that run had seen the records, but was approved after it. */
export async function overtakenLate(db: ReadDb, seq: number): Promise<string[]> {
  const rows = await db
    .selectFrom('rating_batch')
    .innerJoin('rating', 'rating.batch_id', 'rating_batch.id')
    .innerJoin('current_rating', 'current_rating.rating_id', 'rating.id')
    .select('current_rating.subject_id as id')
    .where('rating_batch.mode', '=', 'single')
    .where('rating_batch.state', '=', 'approved')
    .where('rating_batch.covered_seq', '<', seq)
    .execute();
  return rows.map(({ id }) => id);
}

const AT_ONCE = 500;

/**
 * Head offices and agencies at which records of these subjects count too, or counted when they were rated: an agent may
 * since have left, or have become something else.
 */
export async function headsOf(db: ReadDb, changed: readonly string[]): Promise<string[]> {
  if (changed.length === 0) return [];
  const heads = new Set<string>();
  // a branch that moves takes its agents along
  const members = new Set(changed);
  for (let at = 0; at < changed.length; at += AT_ONCE) {
    const ids = changed.slice(at, at + AT_ONCE);
    for (const { id } of await db.selectFrom('subject').select('id').where('parent_id', 'in', ids).execute())
      members.add(id);
  }
  const all = [...members];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const found = await db
      .selectFrom('subject')
      .innerJoin('subject as parent', 'parent.id', 'subject.parent_id')
      .select(['parent.id as parent', 'parent.parent_id as head'])
      .where('subject.id', 'in', all.slice(at, at + AT_ONCE))
      .where('subject.kind', 'in', ['agent', 'agency_branch'])
      .execute();
    for (const { parent, head } of found) for (const id of [parent, head]) if (id !== null) heads.add(id);
  }
  for (const { head, member } of await listCountedMembers(db)) if (members.has(member)) heads.add(head);
  return [...heads];
}

/** Whose records besides its own each current rating counted. */
async function listCountedMembers(db: ReadDb): Promise<{ readonly head: string; readonly member: string }[]> {
  const { rows } = await sql<{ head: string; member: string }>`
    select distinct rating.subject_id as head, json_extract(fact.value, '$.via.subjectId') as member
    from current_rating
    join rating on rating.id = current_rating.rating_id
    join json_each(rating.input, '$.facts') as fact
    where instr(rating.input, '"via":') > 0 and member is not null`.execute(db);
  return rows;
}

export const listKinds = async (db: ReadDb): Promise<string[]> =>
  (await db.selectFrom('subject').select('kind').distinct().where('withdrawn_at', 'is', null).execute()).map(
    ({ kind }) => kind,
  );

/** Runs that wait for approval and would be overtaken by a new one. */
export const listOpenRuns = (db: ReadDb, subjectId: string | null) =>
  subjectId === null
    ? db
        .selectFrom('rating_batch')
        .select('id')
        .where('state', '=', 'proposed')
        .where('mode', 'in', ['full', 'incremental'])
        .execute()
    : db
        .selectFrom('rating_batch')
        .innerJoin('rating', 'rating.batch_id', 'rating_batch.id')
        .select('rating_batch.id')
        .where('rating_batch.state', '=', 'proposed')
        .where('rating_batch.mode', '=', 'single')
        .where('rating.subject_id', '=', subjectId)
        .execute();

const batches = (db: ReadDb) =>
  db
    .selectFrom('rating_batch')
    .leftJoin('officer as maker', 'maker.id', 'rating_batch.officer_id')
    .leftJoin('officer as decider', 'decider.id', 'rating_batch.decided_by')
    .selectAll('rating_batch')
    .select(['maker.name as maker_name', 'decider.name as decider_name'])
    .select((eb) =>
      eb
        .selectFrom('rating')
        .innerJoin('subject', 'subject.id', 'rating.subject_id')
        .select('subject.name')
        .whereRef('rating.batch_id', '=', 'rating_batch.id')
        .where('rating_batch.mode', '=', 'single')
        .limit(1)
        .as('subject_name'),
    );

export type BatchRow = Awaited<ReturnType<typeof listBatches>>[number];
type States = readonly RatingBatchTable['state'][];

export const findBatch = (db: ReadDb, id: string) => batches(db).where('rating_batch.id', '=', id).executeTakeFirst();

export const listBatches = (db: ReadDb, { states, offset, limit }: { states: States; offset: number; limit: number }) =>
  batches(db)
    .$if(states.length > 0, (q) => q.where('rating_batch.state', 'in', [...states]))
    .orderBy('rating_batch.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();

export async function countBatches(db: ReadDb, states: States): Promise<number> {
  const { n } = await db
    .selectFrom('rating_batch')
    .$if(states.length > 0, (q) => q.where('state', 'in', [...states]))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** The one subject of a single rating. */
export async function findSubjectOfRun(db: ReadDb, batchId: string): Promise<string | null> {
  const rating = await db.selectFrom('rating').select('subject_id').where('batch_id', '=', batchId).executeTakeFirst();
  return rating?.subject_id ?? null;
}

export const MOST_MOVES = 5000;

export const listMoves = (db: ReadDb, batchId: string) =>
  db
    .selectFrom('rating_move')
    .innerJoin('subject', 'subject.id', 'rating_move.subject_id')
    .selectAll('rating_move')
    .select(['subject.name', 'subject.kind'])
    .where('rating_move.batch_id', '=', batchId)
    .orderBy('rating_move.id')
    .limit(MOST_MOVES)
    .execute();

export const findMove = (db: ReadDb, ratingId: string) =>
  db.selectFrom('rating_move').select('causes').where('rating_id', '=', ratingId).executeTakeFirst();

const approvedRatings = (db: ReadDb) =>
  db
    .selectFrom('rating')
    .leftJoin('rating_batch', 'rating_batch.id', 'rating.batch_id')
    .where((eb) => eb.or([eb('rating_batch.id', 'is', null), eb('rating_batch.state', '=', 'approved')]));

/** The approved rating of one subject that stood on that day, named as `ratedSubjects` names the current one. */
export const findStandingOn = (db: ReadDb, subjectId: string, day: IsoDate) =>
  approvedRatings(db)
    .select([
      'rating.id as rating_id',
      'rating.grade_code as current_grade',
      'rating.score as current_score',
      'rating.as_of as current_as_of',
      'rating.next_change_on',
      'rating.pack_sha256',
      'rating.pack_id',
      'rating.input as current_input',
    ])
    .where('rating.subject_id', '=', subjectId)
    .where('rating.as_of', '<=', day)
    .orderBy('rating.as_of', 'desc')
    .orderBy('rating_batch.covered_seq', 'desc')
    .orderBy('rating.id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Names by id. */
export async function namesOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const { id, name } of await db
      .selectFrom('subject')
      .select(['id', 'name'])
      .where('id', 'in', ids.slice(at, at + AT_ONCE))
      .execute())
      names.set(id, name);
  return names;
}

/** The one rating of a single run. */
export async function findRatingOfRun(db: ReadDb, batchId: string): Promise<string | null> {
  const rating = await db.selectFrom('rating').select('id').where('batch_id', '=', batchId).executeTakeFirst();
  return rating?.id ?? null;
}

/**
 * How the grades would be spread with this run approved: those of its ratings that would become current, and the
 * current ones of everybody else.
 */
export async function spreadWith(db: ReadDb, batchId: string) {
  const { rows } = await sql<{ packId: string; gradeCode: string; count: number }>`
    with coming as materialized (${sql.raw(OVERTAKING_RATINGS)} and rating.batch_id = ${batchId})
    select rating.pack_id as packId, rating.grade_code as gradeCode, count(*) as count
    from (
      select id from coming
      union all
      select rating_id from current_rating where subject_id not in (select subject_id from coming)
    ) as then_current
    join rating on rating.id = then_current.id
    join subject on subject.id = rating.subject_id
    where subject.withdrawn_at is null
    group by rating.pack_id, rating.grade_code`.execute(db);
  return rows;
}
