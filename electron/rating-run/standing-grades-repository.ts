import { sql } from 'kysely';
import type { Grade, RatingPack } from '#shared/domain/rating/pack';
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
    .leftJoin('rating_batch', 'rating_batch.id', 'rating.batch_id')
    .where((eb) => eb.or([eb('rating_batch.id', 'is', null), eb('rating_batch.state', '=', 'approved')]))
    .where('rating.as_of', '<=', day)
    .where('rating.subject_id', 'not in', (eb) =>
      eb.selectFrom('subject').select('id').where('withdrawn_at', 'is not', null),
    )
    // with max() SQLite takes the other columns from the row that has it; the order is that of `current-rating.ts`
    .select([
      'rating.subject_id',
      'rating.id',
      'rating.pack_id',
      'rating.grade_code',
      sql<string>`max(rating.as_of || printf('%015d', coalesce(rating_batch.covered_seq, 0)) || rating.id)`.as(
        'latest',
      ),
    ])
    .groupBy('rating.subject_id')
    .execute();

type Period = { readonly from: IsoDate; readonly to: IsoDate };

/**
 * Everybody's approved grade on the earlier and on the later day; `from` null: not rated by that pack before.
 *
 * @throws AppError `bad_input` when the days are in the wrong order
 */
export async function gradesBetween(db: ReadDb, { from, to }: Period) {
  if (from > to)
    throw new AppError('bad_input', '起始日期晚于截止日期，请改正。', [{ path: 'from', message: '晚于截止日期' }]);
  const before = new Map((await ratingsStandingOn(db, from)).map((row) => [row.subject_id, row]));
  return (await ratingsStandingOn(db, to)).map((after) => {
    const earlier = before.get(after.subject_id);
    return { after, from: earlier?.pack_id === after.pack_id ? earlier.grade_code : null };
  });
}

type Band = Pick<Grade, 'code' | 'name' | 'symbol' | 'colour' | 'meaning'>;

/** How many went from which grade to which, a pack at a time; a pack that is not at hand is told by its id. */
export async function gradeMigration(db: ReadDb, packs: Packs, period: Period) {
  const known = groupRows(
    (await ratingPacks(db, packs)).map(({ value }) => value),
    ({ id }) => id,
  );
  const byPack = groupRows(await gradesBetween(db, period), ({ after }) => after.pack_id);
  return [...byPack].map(([packId, rows]) => {
    const cells = [...groupRows(rows, ({ from, after }) => JSON.stringify([from, after.grade_code]))].map(
      ([key, list]) => {
        const [from, to] = JSON.parse(key) as [string | null, string];
        return { from, to, count: list.length };
      },
    );
    const versions = [...(known.get(packId) ?? [])].sort((a, b) => b.version - a.version);
    const codes = cells.flatMap(({ from, to }) => (from === null ? [to] : [from, to]));
    return {
      packId,
      title: versions[0]?.title ?? `不在本机的规则包（${packId}）`,
      status: versions[0]?.status ?? null,
      grades: gradesOf(versions, codes),
      cells,
    };
  });
}

/**
 * Best first, as the newest version has them. Behind them what only an older version knows, or none that is at hand:
 * without a line of its own somebody would drop out of the sums.
 */
function gradesOf([newest, ...older]: readonly RatingPack[], codes: readonly string[]): readonly Band[] {
  const bands: Band[] = [...(newest?.grades ?? [])];
  if (newest?.better === 'higher') bands.reverse();
  const missing = new Set(codes.filter((code) => !bands.some((band) => band.code === code)));
  const olderGrades = older.flatMap(({ grades }) => grades);
  for (const code of [...missing].sort())
    bands.push(
      olderGrades.find((one) => one.code === code) ?? {
        code,
        name: code,
        symbol: '',
        colour: 'grey',
        meaning: '规则包不在本机',
      },
    );
  return bands.map(({ code, name, symbol, colour, meaning }) => ({ code, name, symbol, colour, meaning }));
}
