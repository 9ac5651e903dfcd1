import { readInput } from '#shared/domain/rating/stored-input';
import { readTrace } from '#shared/domain/rating/stored-trace';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import type { Packs } from '../../../packs/packs';
import { ratingPacks } from '../../../packs/rating-packs';
import { getPaperSubject } from './subject-repository';

/** A stored rating with the very pack that made it. @throws AppError `not_found`, `bad_pack` */
export async function getRating(db: ReadDb, packs: Packs, id: string) {
  const row = await db.selectFrom('rating').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这次评价，请刷新列表后重试。');
  const loaded = (await ratingPacks(db, packs)).find((pack) => pack.sha256 === row.pack_sha256);
  if (!loaded)
    throw new AppError(
      'bad_pack',
      `作出这次评价的规则包（${row.pack_id} 第 ${row.pack_version} 版）不在本机或已被改动，无法出具说明。请放回原规则包文件。`,
    );
  return {
    id: row.id,
    pack: loaded.value,
    packSha256: loaded.sha256,
    ratedOn: row.created_at.slice(0, 10),
    subject: await getPaperSubject(db, row.subject_id),
    result: {
      packId: row.pack_id,
      packVersion: row.pack_version,
      subjectId: row.subject_id,
      asOf: row.as_of,
      scoreThousandths: row.score,
      gradeCode: row.grade_code,
      trace: readTrace(row.trace, loaded.value, readInput(row.input).facts),
    },
  };
}
