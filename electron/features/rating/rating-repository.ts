import { type SqlBool, sql } from 'kysely';
import { ratingRank } from '../../db/current-rating';
import type { ReadDb } from '../../db/dialect';
import type { RatingBatchTable } from '../../db/schema-rating';

const RATING_COLUMNS = [
  'rating.id',
  'rating.subject_id as subjectId',
  'subject.name as subjectName',
  'subject.kind as subjectKind',
  'rating.pack_id as packId',
  'rating.pack_version as packVersion',
  'rating.as_of as asOf',
  'rating.score as scoreThousandths',
  'rating.grade_code as gradeCode',
  'rating.created_at as createdAt',
] as const;

/** A rating made before runs were approved has none and counts as approved. */
const state = sql<RatingBatchTable['state']>`coalesce(rating_batch.state, 'approved')`;

const ratings = (db: ReadDb) =>
  db
    .selectFrom('rating')
    .innerJoin('subject', 'subject.id', 'rating.subject_id')
    .leftJoin('rating_batch', 'rating_batch.id', 'rating.batch_id');

const RANK = sql.raw(ratingRank('rating', 'rating_batch'));
const EARLIER_RANK = sql.raw(ratingRank('earlier', 'earlier_batch'));
const isEarlier = sql<SqlBool>`(${EARLIER_RANK}) < (${RANK})`;

/** The grade before: of the approved rating of the same subject that stood just before this one. */
const withPrevious = (db: ReadDb) =>
  ratings(db).select((eb) => [
    ...RATING_COLUMNS,
    state.as('state'),
    eb
      .selectFrom('rating as earlier')
      .leftJoin('rating_batch as earlier_batch', 'earlier_batch.id', 'earlier.batch_id')
      .select('earlier.grade_code')
      .whereRef('earlier.subject_id', '=', 'rating.subject_id')
      .where(isEarlier)
      .where((one) => one.or([one('earlier_batch.id', 'is', null), one('earlier_batch.state', '=', 'approved')]))
      .orderBy('earlier.as_of', 'desc')
      .orderBy('earlier_batch.covered_seq', 'desc')
      .orderBy('earlier.id', 'desc')
      .limit(1)
      .as('previousGradeCode'),
  ]);

type ListFilter = { readonly query: string; readonly grades: readonly string[]; readonly movedOnly: boolean };

/** Current ratings whose grade is another one than before. */
const moved = (db: ReadDb) =>
  db
    .selectFrom(
      withPrevious(db)
        .where('rating.id', 'in', (eb) => eb.selectFrom('current_rating').select('rating_id'))
        .as('moved'),
    )
    .select('moved.id')
    .whereRef('moved.previousGradeCode', '<>', 'moved.gradeCode');

/** Without the wide rows of ratings: those are read for one page only, and so are the grades before. */
const current = (db: ReadDb, { query, grades, movedOnly }: ListFilter) =>
  db
    .selectFrom('current_rating')
    .innerJoin('subject', 'subject.id', 'current_rating.subject_id')
    .where('subject.withdrawn_at', 'is', null)
    .$if(query !== '', (q) => q.where('subject.name', 'like', `%${query}%`))
    .$if(grades.length > 0, (q) => q.where('current_rating.grade_code', 'in', [...grades]))
    .$if(movedOnly, (q) => q.where('current_rating.rating_id', 'in', moved(db)));

export async function listCurrent(db: ReadDb, filter: ListFilter & { offset: number; limit: number }) {
  const page = await current(db, filter)
    .select('current_rating.rating_id as id')
    .orderBy('current_rating.score')
    .orderBy('subject.name')
    .orderBy('current_rating.rating_id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  const ids = page.map(({ id }) => id);
  const rows = new Map(
    (await withPrevious(db).where('rating.id', 'in', ids).execute()).map((row) => [row.id, row] as const),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

export async function countCurrent(db: ReadDb, filter: ListFilter): Promise<number> {
  const { n } = await current(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const listHistory = (db: ReadDb, subjectId: string) =>
  withPrevious(db).where('rating.subject_id', '=', subjectId).orderBy('rating.id', 'desc').execute();

export const findRating = (db: ReadDb, id: string) =>
  withPrevious(db)
    .select(['rating.pack_sha256', 'rating.input', 'rating.trace', 'rating.batch_id'])
    .where('rating.id', '=', id)
    .executeTakeFirst();

export const gradeDistribution = (db: ReadDb) =>
  db
    .selectFrom('current_rating')
    .innerJoin('rating', 'rating.id', 'current_rating.rating_id')
    .innerJoin('subject', 'subject.id', 'current_rating.subject_id')
    .where('subject.withdrawn_at', 'is', null)
    .select((eb) => [
      'rating.pack_id as packId',
      'current_rating.grade_code as gradeCode',
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['rating.pack_id', 'current_rating.grade_code'])
    .execute();

/** The approved rating of the same subject that stood just before this one. */
export const findApprovedBefore = (db: ReadDb, ratingId: string) =>
  ratings(db)
    .innerJoin('rating as earlier', 'earlier.subject_id', 'rating.subject_id')
    .leftJoin('rating_batch as earlier_batch', 'earlier_batch.id', 'earlier.batch_id')
    .select(['earlier.pack_sha256', 'earlier.as_of', 'earlier.input'])
    .where('rating.id', '=', ratingId)
    .where(isEarlier)
    .where((eb) => eb.or([eb('earlier_batch.id', 'is', null), eb('earlier_batch.state', '=', 'approved')]))
    .orderBy('earlier.as_of', 'desc')
    .orderBy('earlier_batch.covered_seq', 'desc')
    .orderBy('earlier.id', 'desc')
    .limit(1)
    .executeTakeFirst();
