import type { RatingPack } from '#shared/domain/rating/pack';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { groupRows } from '../../db/group-rows';
import type { ReadContext } from '../../ipc/context';
import { ratingPacks } from '../../packs/rating-packs';
import { namesOf, ratingsStandingOn } from './run-repository';
import { viewGrade } from './why-view';

type Migration = RouteOutput<'rating.migration'>;

/** Everybody's approved grade on the earlier and on the later day; `from` null: not rated by that pack before. */
async function gather(db: ReadDb, { from, to }: { readonly from: IsoDate; readonly to: IsoDate }) {
  if (from > to)
    throw new AppError('bad_input', '起始日期晚于截止日期，请改正。', [{ path: 'from', message: '晚于截止日期' }]);
  const before = new Map((await ratingsStandingOn(db, from)).map((row) => [row.subject_id, row]));
  return (await ratingsStandingOn(db, to)).map((after) => {
    const earlier = before.get(after.subject_id);
    return { after, from: earlier?.pack_id === after.pack_id ? earlier.grade_code : null };
  });
}

/** From which grade to which between two days, a pack at a time. */
export async function viewMigration(
  { db, packs }: Pick<ReadContext, 'db' | 'packs'>,
  period: ParsedInput<'rating.migration'>,
): Promise<Migration> {
  const known = groupRows(
    (await ratingPacks(db, packs)).map(({ value }) => value),
    ({ id }) => id,
  );
  const byPack = groupRows(await gather(db, period), ({ after }) => after.pack_id);
  return {
    packs: [...byPack].map(([packId, rows]) => {
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
        grades: gradesOf(versions, codes),
        cells,
      };
    }),
  };
}

/**
 * Best first, as the newest version has them. Behind them what only an older version knows, or none that is at hand:
 * without a line of its own somebody would drop out of the sums.
 */
function gradesOf(
  [newest, ...older]: readonly RatingPack[],
  codes: readonly string[],
): Migration['packs'][number]['grades'] {
  const bands = (newest?.grades ?? []).map(viewGrade);
  if (newest?.better === 'higher') bands.reverse();
  const missing = new Set(codes.filter((code) => !bands.some((band) => band.code === code)));
  const olderGrades = older.flatMap(({ grades }) => grades);
  for (const code of [...missing].sort()) {
    const grade = olderGrades.find((one) => one.code === code);
    bands.push(grade ? viewGrade(grade) : { code, name: code, symbol: '', colour: 'grey', meaning: '规则包不在本机' });
  }
  return bands;
}

/** Who stands behind one cell of the matrix. */
export async function viewMovedBetween(
  db: ReadDb,
  { packId, fromGrade, toGrade, ...period }: ParsedInput<'rating.list-moved-between'>,
): Promise<RouteOutput<'rating.list-moved-between'>> {
  const found = (await gather(db, period)).flatMap(({ from, after }) =>
    after.pack_id === packId && from === fromGrade && after.grade_code === toGrade ? [after] : [],
  );
  const names = await namesOf(
    db,
    found.map((rating) => rating.subject_id),
  );
  return {
    rows: found.map(({ subject_id, id }) => ({
      subjectId: subject_id,
      subjectName: names.get(subject_id) ?? '',
      ratingId: id,
    })),
  };
}
