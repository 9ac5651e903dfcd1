import { sql } from 'kysely';
import type { RatingPack } from '#shared/domain/rating/pack';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../db/dialect';
import { groupRows } from '../db/group-rows';
import type { Packs } from '../packs/packs';
import { ratingPacks } from '../packs/rating-packs';

/** The approved rating that stood on that day, of every live subject: the latest reference day not after it. */
const ratingsStandingOn = (db: ReadDb, day: IsoDate) =>
  db
    .selectFrom('rating')
    .innerJoin('subject', 'subject.id', 'rating.subject_id')
    .leftJoin('rating_batch', 'rating_batch.id', 'rating.batch_id')
    .where('rating.as_of', '<=', day)
    .where('subject.withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('rating_batch.id', 'is', null), eb('rating_batch.state', '=', 'approved')]))
    // with max() SQLite takes the other columns from the row that has it
    .select([
      'rating.subject_id',
      'subject.name',
      'rating.id',
      'rating.pack_id',
      'rating.pack_version',
      'rating.grade_code',
      sql<string>`max(rating.as_of || rating.id)`.as('latest'),
    ])
    .groupBy('rating.subject_id');

type Period = { readonly from: IsoDate; readonly to: IsoDate };

/**
 * Everybody's approved grade on the earlier and on the later day; `from` null: not rated by that pack before.
 *
 * @throws AppError `bad_input` when the days are in the wrong order
 */
export async function gradesBetween(db: ReadDb, { from, to }: Period) {
  if (from > to)
    throw new AppError('bad_input', '起始日期晚于截止日期，请改正。', [{ path: 'from', message: '晚于截止日期' }]);
  const before = new Map((await ratingsStandingOn(db, from).execute()).map((row) => [row.subject_id, row]));
  return (await ratingsStandingOn(db, to).execute()).map((after) => {
    const earlier = before.get(after.subject_id);
    return { after, from: earlier?.pack_id === after.pack_id ? earlier.grade_code : null };
  });
}

/** How many went from which grade to which, a pack at a time, by the newest version of it at hand. */
export async function gradeMigration(db: ReadDb, packs: Packs, period: Period) {
  const newest = new Map<string, RatingPack>();
  for (const { value } of await ratingPacks(db, packs))
    if ((newest.get(value.id)?.version ?? 0) < value.version) newest.set(value.id, value);
  const byPack = groupRows(await gradesBetween(db, period), ({ after }) => after.pack_id);
  return [...byPack].flatMap(([packId, rows]) => {
    const pack = newest.get(packId);
    if (pack === undefined) return [];
    const cells = groupRows(rows, ({ from, after }) => JSON.stringify([from, after.grade_code]));
    return [
      {
        pack,
        /** Best first. */
        grades: pack.better === 'higher' ? pack.grades.toReversed() : pack.grades,
        cells: [...cells].map(([key, list]) => {
          const [from, to] = JSON.parse(key) as [string | null, string];
          return { from, to, count: list.length };
        }),
      },
    ];
  });
}
