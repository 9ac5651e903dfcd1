import type { CataloguePack } from '#shared/domain/catalogue/catalogue';
import type { PackSource } from '#shared/domain/rating/choose-pack';
import { compilePack } from '#shared/domain/rating/compile';
import type { RatingSubject } from '#shared/domain/rating/condition';
import { explain, gradeOf } from '#shared/domain/rating/explain';
import type { RatingFact } from '#shared/domain/rating/fact';
import type { Grade } from '#shared/domain/rating/pack';
import { type RatingResult, rate } from '#shared/domain/rating/rate';
import { readTrace, traceWriter } from '#shared/domain/rating/stored-trace';
import type { TraceFact } from '#shared/domain/rating/trace';
import type { RouteOutput } from '#shared/ipc/contract';
import { canonicalJson } from '#shared/kernel/canonical-json';
import { AppError } from '#shared/kernel/errors';
import type { WriteTx } from '../../db/write-tx';
import type { PreparedPack } from '../../rating-run/prepare-packs';
import type { findRating } from './rating-repository';

/** Stores a rating with everything that is needed to recompute it byte for byte years later. */
export function storeRating(
  tx: WriteTx,
  { source, writeTrace }: Pick<PreparedPack, 'source' | 'writeTrace'>,
  input: { readonly subject: RatingSubject; readonly facts: readonly RatingFact[] },
  result: RatingResult,
  batchId: string | null,
): string {
  const id = tx.newId();
  tx.insert('rating', {
    id,
    subject_id: result.subjectId,
    pack_id: result.packId,
    pack_version: result.packVersion,
    pack_sha256: source.sha256,
    as_of: result.asOf,
    score: result.scoreThousandths,
    grade_code: result.gradeCode,
    input: canonicalJson(input),
    trace: writeTrace(result.trace),
    batch_id: batchId,
    officer_id: tx.actor.id,
    created_at: tx.now,
    next_change_on: null,
  });
  tx.derive('current_rating', {
    subject_id: result.subjectId,
    rating_id: id,
    grade_code: result.gradeCode,
    score: result.scoreThousandths,
    as_of: result.asOf,
    next_change_on: null,
  });
  return id;
}

export const viewGrade = ({ code, name, symbol, colour, meaning }: Grade) => ({ code, name, symbol, colour, meaning });

const viewFact = ({ id, points, ...fact }: TraceFact) => ({ ...fact, factId: id, pointsThousandths: points });

type StoredRating = NonNullable<Awaited<ReturnType<typeof findRating>>>;
type Explained = RouteOutput<'rating.explain'>;

/** The why-view of a stored rating, from its own stored trace and the pack version that made it. */
export function explainStored(
  stored: StoredRating,
  loadedPacks: readonly PackSource[],
  catalogue: CataloguePack,
): Explained {
  const { pack_sha256, input, trace, ...rating } = stored;
  const loaded = loadedPacks.find((candidate) => candidate.sha256 === pack_sha256);
  if (!loaded)
    throw new AppError(
      'bad_pack',
      `作出这次评价的规则包（${rating.packId} 第 ${rating.packVersion} 版）不在本机或已被改动，无法解释。请放回原规则包文件。`,
    );
  const pack = loaded.value;
  const compiled = compilePack(pack);
  const result: RatingResult = {
    packId: rating.packId,
    packVersion: rating.packVersion,
    subjectId: rating.subjectId,
    asOf: rating.asOf,
    scoreThousandths: rating.scoreThousandths,
    gradeCode: rating.gradeCode,
    trace: readTrace(trace, pack),
  };
  const why = explain(pack, result, catalogue);
  const again = rate(compiled, {
    ...(JSON.parse(input) as Pick<Parameters<typeof rate>[1], 'subject' | 'facts'>),
    asOf: rating.asOf,
  });
  return {
    rating,
    packTitle: pack.title,
    packSha256: pack_sha256,
    packStatus: pack.status,
    grade: viewGrade(gradeOf(pack, rating.gradeCode)),
    headline: why.headline,
    warnings: [...why.warnings],
    lines: why.lines.map(({ points, running, facts, path, weight: _weight, ...line }) => ({
      ...line,
      path: [...path],
      pointsThousandths: points,
      runningThousandths: running,
      facts: facts.map(viewFact),
    })),
    vetoes: why.vetoes.map(({ label, ceiling, basis, sentence, facts }) => ({
      label,
      gradeCode: ceiling,
      basis,
      sentence,
      facts: facts.map(viewFact),
    })),
    up: why.up && { gradeCode: why.up.gradeCode, distanceThousandths: why.up.distance, sentence: why.up.sentence },
    down: why.down && {
      gradeCode: why.down.gradeCode,
      distanceThousandths: why.down.distance,
      sentence: why.down.sentence,
    },
    costliest: why.costliest.map(({ label, sentence, ...fact }) => ({ ...viewFact(fact), label, sentence })),
    recomputes: again.scoreThousandths === rating.scoreThousandths && traceWriter(compiled)(again.trace) === trace,
  };
}
