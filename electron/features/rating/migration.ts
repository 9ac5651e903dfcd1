import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import type { ReadContext } from '../../ipc/context';
import { gradeMigration, gradesBetween } from '../../rating-run/standing-grades-repository';
import { viewGrade } from './why-view';

/** From which grade to which between two days, a pack at a time. */
export async function viewMigration(
  { db, packs }: Pick<ReadContext, 'db' | 'packs'>,
  period: ParsedInput<'rating.migration'>,
): Promise<RouteOutput<'rating.migration'>> {
  const found = await gradeMigration(db, packs, period);
  return {
    packs: found.map(({ pack, grades, cells }) => ({
      packId: pack.id,
      title: pack.title,
      grades: grades.map(viewGrade),
      cells,
    })),
  };
}

/** Who stands behind one cell of the matrix. */
export async function viewMovedBetween(
  db: ReadDb,
  { packId, fromGrade, toGrade, ...period }: ParsedInput<'rating.list-moved-between'>,
): Promise<RouteOutput<'rating.list-moved-between'>> {
  const rows = await gradesBetween(db, period);
  return {
    rows: rows
      .filter(({ from, after }) => after.pack_id === packId && from === fromGrade && after.grade_code === toGrade)
      .map(({ after }) => ({ subjectId: after.subject_id, subjectName: after.name, ratingId: after.id })),
  };
}
