import type { RatingPack } from '#shared/domain/rating/pack';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { groupRows } from '../../db/group-rows';
import type { ReadContext } from '../../ipc/context';
import { ratingPacks } from '../../packs/rating-packs';
import { ratingsStandingOn } from './run-repository';
import { viewGrade } from './why-view';

type Migration = RouteOutput<'rating.migration'>;

/** Everybody's approved grade on the earlier and on the later day; `from` null: not rated by that pack before. */
async function gather(db: ReadDb, { from, to }: { readonly from: IsoDate; readonly to: IsoDate }) {
  if (from > to)
    throw new AppError('bad_input', '起始日期晚于截止日期，请改正。', [{ path: 'from', message: '晚于截止日期' }]);
  const before = new Map((await ratingsStandingOn(db, from).execute()).map((row) => [row.subject_id, row]));
  return (await ratingsStandingOn(db, to).execute()).map((after) => {
    const earlier = before.get(after.subject_id);
    return { after, from: earlier?.pack_id === after.pack_id ? earlier.grade_code : null };
  });
}

/** From which grade to which between two days, a pack at a time. */
export async function viewMigration(
  { db, packs }: Pick<ReadContext, 'db' | 'packs'>,
  period: ParsedInput<'rating.migration'>,
): Promise<Migration> {
  const newest = new Map<string, RatingPack>();
  for (const { value } of await ratingPacks(db, packs))
    if ((newest.get(value.id)?.version ?? 0) < value.version) newest.set(value.id, value);
  const byPack = groupRows(await gather(db, period), ({ after }) => after.pack_id);
  return {
    packs: [...byPack].flatMap(([packId, rows]) => {
      const pack = newest.get(packId);
      if (pack === undefined) return [];
      const cells = groupRows(rows, ({ from, after }) => JSON.stringify([from, after.grade_code]));
      const grades = pack.grades.map(viewGrade);
      return [
        {
          packId,
          title: pack.title,
          grades: pack.better === 'higher' ? grades.reverse() : grades,
          cells: [...cells].map(([key, list]) => {
            const [from, to] = JSON.parse(key) as [string | null, string];
            return { from, to, count: list.length };
          }),
        },
      ];
    }),
  };
}

/** Who stands behind one cell of the matrix. */
export async function viewMovedBetween(
  db: ReadDb,
  { packId, fromGrade, toGrade, ...period }: ParsedInput<'rating.list-moved-between'>,
): Promise<RouteOutput<'rating.list-moved-between'>> {
  const rows = await gather(db, period);
  return {
    rows: rows
      .filter(({ from, after }) => after.pack_id === packId && from === fromGrade && after.grade_code === toGrade)
      .map(({ after }) => ({ subjectId: after.subject_id, subjectName: after.name, ratingId: after.id })),
  };
}
