import { type MoveCause, moveCauses } from '#shared/domain/rating/move-cause';
import { type RatingResult, rate } from '#shared/domain/rating/rate';
import { readInput } from '#shared/domain/rating/stored-input';
import { readTrace } from '#shared/domain/rating/stored-trace';
import type { RouteOutput } from '#shared/ipc/contract';
import { canonicalJson } from '#shared/kernel/canonical-json';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { termsToday, toDishonesty } from '../../db/dishonesty-row';
import type { ReadContext } from '../../ipc/context';
import type { Packs } from '../../packs/packs';
import { ratingPacks } from '../../packs/rating-packs';
import { packOf } from './causes';
import { findApprovedBefore, findRating, listDishonestyOf } from './rating-repository';
import { findBatch, findMove } from './run-repository';
import { viewBatch } from './run-service';
import { viewWhy } from './why-view';

type Explained = RouteOutput<'rating.explain'>;

/** The why-view of a stored rating, from its own stored trace and the very pack that made it. */
export async function explainRating(
  ratingId: string,
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
  return {
    rating,
    batch: batch ? viewBatch(batch) : null,
    packTitle: compiled.pack.title,
    packSha256: pack_sha256,
    packStatus: compiled.pack.status,
    ...viewWhy({
      compiled,
      input,
      result,
      catalogue: packs.catalogue(),
      repairFrom: await repairTermsOf(db, packs, rating.subjectId, today),
      today,
    }),
    causes: [...(await causesOf(db, rating, choice, { compiled, asOf: rating.asOf, ...input }))],
    recomputes:
      again.scoreThousandths === rating.scoreThousandths && canonicalJson(again.trace) === canonicalJson(result.trace),
  };
}

/** The causes as the run kept them; for a change of score without a change of grade they are worked out now. */
async function causesOf(
  db: ReadDb,
  rating: { readonly id: string },
  choice: Parameters<typeof packOf>[0],
  after: Parameters<typeof moveCauses>[1],
): Promise<readonly MoveCause[]> {
  const move = await findMove(db, rating.id);
  if (move) return JSON.parse(move.causes);
  const before = await findApprovedBefore(db, rating.id);
  const compiled = before && packOf(choice, before.pack_sha256);
  if (!before || !compiled) return [];
  return moveCauses({ compiled, asOf: before.as_of, ...readInput(before.input) }, after);
}

/** From which day each record of a subject that was determined as dishonest may be repaired, under today's rules. */
export async function repairTermsOf(
  db: ReadDb,
  packs: Packs,
  subjectId: string,
  today: IsoDate,
): Promise<(factId: string) => IsoDate | null | undefined> {
  const records = (await listDishonestyOf(db, subjectId)).map(toDishonesty);
  const byFact = new Map<string, IsoDate | null>();
  for (const record of records) {
    if (record.factId === null || record.state !== 'active') continue;
    const terms = termsToday(packs.repairRegimes(), record, records, today);
    if (terms !== null) byFact.set(record.factId, terms.earliestOn);
  }
  return (factId) => byFact.get(factId);
}
