import { type MoveCause, moveCauses } from '#shared/domain/rating/move-cause';
import { type RatingResult, rate } from '#shared/domain/rating/rate';
import { readInput } from '#shared/domain/rating/stored-input';
import { readTrace } from '#shared/domain/rating/stored-trace';
import { maskFacts, maskTrace, type RatingCopy } from '#shared/domain/rating/subject-copy';
import type { RouteOutput } from '#shared/ipc/contract';
import { canonicalJson } from '#shared/kernel/canonical-json';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { ReadContext } from '../../ipc/context';
import { ratingPacks } from '../../packs/rating-packs';
import { repairTermsOf } from '../../rating-run/repair-terms';
import { packOf } from './causes';
import { findApprovedBefore, findRating } from './rating-repository';
import { findBatch, findMove } from './run-repository';
import { viewBatch } from './run-service';
import { viewWhy } from './why-view';

type Explained = RouteOutput<'rating.explain'>;

/**
 * The why-view of a stored rating, from its own stored trace and the very pack that made it.
 *
 * @param copy for the firm, the sources of other offices' records are covered before any sentence is made of them
 */
export async function explainRating(
  { ratingId, copy }: { readonly ratingId: string; readonly copy: RatingCopy },
  { db, packs, clock }: Pick<ReadContext, 'db' | 'packs' | 'clock'>,
): Promise<Explained> {
  const stored = await findRating(db, ratingId);
  if (!stored) throw new AppError('not_found', '没有找到这次评价，请刷新列表后重试。');
  const { pack_sha256, input: inputColumn, trace, batch_id, ...rating } = stored;
  const choice = { packs: await ratingPacks(db, packs) };
  const compiled = packOf(choice, pack_sha256);
  if (!compiled)
    throw new AppError(
      'bad_pack',
      `作出这次评价的规则包（${rating.packId} 第 ${rating.packVersion} 版）不在本机或已被改动，无法解释。请放回原规则包文件。`,
    );
  const input = readInput(inputColumn);
  const result: RatingResult = {
    packId: rating.packId,
    packVersion: rating.packVersion,
    subjectId: rating.subjectId,
    asOf: rating.asOf,
    scoreThousandths: rating.scoreThousandths,
    gradeCode: rating.gradeCode,
    trace: readTrace(trace, compiled, input.facts),
  };
  const again = rate(compiled, { ...input, asOf: rating.asOf });
  const today = clock.today();
  const batch = batch_id === null ? undefined : await findBatch(db, batch_id);
  const open = copy === 'office';
  const shown = open ? input : { ...input, facts: maskFacts(input.facts) };
  const view = viewWhy({
    compiled,
    input: shown,
    result: open ? result : { ...result, trace: maskTrace(result.trace) },
    catalogue: packs.catalogue(),
    repairFrom: await repairTermsOf(db, packs, rating.subjectId, today),
    today,
  });
  return {
    rating,
    batch: batch ? viewBatch(batch) : null,
    packTitle: compiled.pack.title,
    packSha256: pack_sha256,
    packStatus: compiled.pack.status,
    ...view,
    // what other offices hold without its counting here is not the firm's to read
    references: open ? view.references : [],
    causes: [...(await causesOf(db, rating, choice, { compiled, asOf: rating.asOf, ...shown }, copy))],
    recomputes:
      again.scoreThousandths === rating.scoreThousandths && canonicalJson(again.trace) === canonicalJson(result.trace),
  };
}

/**
 * The causes as the run kept them. They are worked out now for a change of score without a change of grade, and for
 * the firm's copy: the kept sentences name every source.
 */
async function causesOf(
  db: ReadDb,
  rating: { readonly id: string },
  choice: Parameters<typeof packOf>[0],
  after: Parameters<typeof moveCauses>[1],
  copy: RatingCopy,
): Promise<readonly MoveCause[]> {
  const move = copy === 'office' ? await findMove(db, rating.id) : undefined;
  if (move) return JSON.parse(move.causes);
  const before = await findApprovedBefore(db, rating.id);
  const compiled = before && packOf(choice, before.pack_sha256);
  if (!before || !compiled) return [];
  const input = readInput(before.input);
  const facts = copy === 'office' ? input.facts : maskFacts(input.facts);
  return moveCauses({ compiled, asOf: before.as_of, ...input, facts }, after);
}
