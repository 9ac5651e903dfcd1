import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import type { ReadContext } from '../../ipc/context';
import { gradeMigration, gradesBetween } from '../../rating-run/standing-grades-repository';
import { namesOf } from './run-repository';

/** From which grade to which between two days, a pack at a time. */
export async function viewMigration(
  { db, packs }: Pick<ReadContext, 'db' | 'packs'>,
  period: ParsedInput<'rating.migration'>,
): Promise<RouteOutput<'rating.migration'>> {
  const found = await gradeMigration(db, packs, period);
  return { packs: found.map(({ status: _status, grades, ...pack }) => ({ ...pack, grades: [...grades] })) };
}

/** Who stands behind one cell of the matrix. */
export async function viewMovedBetween(
  db: ReadDb,
  { packId, fromGrade, toGrade, ...period }: ParsedInput<'rating.list-moved-between'>,
): Promise<RouteOutput<'rating.list-moved-between'>> {
  const found = (await gradesBetween(db, period)).flatMap(({ from, after }) =>
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
