import { compilePack } from '#shared/domain/rating/compile';
import type { RatingRunState } from '#shared/domain/rating/run-state';
import { readInput } from '#shared/domain/rating/stored-input';
import { readTrace } from '#shared/domain/rating/stored-trace';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import type { Packs } from '../../../packs/packs';
import { ratingPacks } from '../../../packs/rating-packs';
import { getPaperSubject } from './subject-repository';

/** How the run stands that a rating belongs to. */
export type PaperRun = {
  readonly state: RatingRunState;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
};

/** A rating made before runs were approved counts as approved. */
const BEFORE_RUNS: PaperRun = { state: 'approved', decidedOn: null, decidedBy: null };

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
  const input = readInput(row.input);
  const standing = await db
    .selectFrom('current_rating')
    .select('rating_id')
    .where('subject_id', '=', row.subject_id)
    .executeTakeFirst();
  return {
    id: row.id,
    compiled: compilePack(loaded.value),
    pack: loaded.value,
    packSha256: loaded.sha256,
    ratedOn: row.created_at.slice(0, 10),
    subject: await getPaperSubject(db, row.subject_id),
    run: row.batch_id === null ? BEFORE_RUNS : await getRunState(db, row.batch_id),
    isCurrent: standing?.rating_id === row.id,
    input,
    result: {
      packId: row.pack_id,
      packVersion: row.pack_version,
      subjectId: row.subject_id,
      asOf: row.as_of,
      scoreThousandths: row.score,
      gradeCode: row.grade_code,
      trace: readTrace(row.trace, loaded.value, input.facts),
    },
  };
}
export type PaperRating = Awaited<ReturnType<typeof getRating>>;

async function getRunState(db: ReadDb, id: string): Promise<PaperRun> {
  const run = await db
    .selectFrom('rating_batch')
    .leftJoin('officer', 'officer.id', 'rating_batch.decided_by')
    .select(['rating_batch.state', 'rating_batch.decided_on', 'officer.name'])
    .where('rating_batch.id', '=', id)
    .executeTakeFirstOrThrow();
  return { state: run.state, decidedOn: run.decided_on, decidedBy: run.name };
}

/** A run with everybody whose grade it changed. @throws AppError `not_found` */
export async function getRun(db: ReadDb, packs: Packs, id: string) {
  const run = await db
    .selectFrom('rating_batch')
    .leftJoin('officer as maker', 'maker.id', 'rating_batch.officer_id')
    .leftJoin('officer as decider', 'decider.id', 'rating_batch.decided_by')
    .selectAll('rating_batch')
    .select(['maker.name as maker_name', 'decider.name as decider_name'])
    .where('rating_batch.id', '=', id)
    .executeTakeFirst();
  if (!run) throw new AppError('not_found', '没有找到这批评价，请刷新列表后重试。');
  const moves = await db
    .selectFrom('rating_move')
    .innerJoin('subject', 'subject.id', 'rating_move.subject_id')
    .innerJoin('rating', 'rating.id', 'rating_move.rating_id')
    .selectAll('rating_move')
    .select(['subject.name', 'subject.kind', 'subject.uscc', 'subject.id_number', 'rating.pack_sha256'])
    .where('rating_move.batch_id', '=', id)
    .orderBy('subject.name')
    .orderBy('rating_move.id')
    .execute();
  const used = new Set(moves.map(({ pack_sha256 }) => pack_sha256));
  const known = (await ratingPacks(db, packs)).filter(({ sha256 }) => used.has(sha256));
  return { run, moves, packs: new Map(known.map(({ sha256, value }) => [sha256, value])) };
}
export type PaperMove = Awaited<ReturnType<typeof getRun>>['moves'][number];
