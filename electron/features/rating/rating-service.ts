import * as z from 'zod';
import type { CataloguePack } from '#shared/domain/catalogue/catalogue';
import { findPackInForce } from '#shared/domain/rating/choose-pack';
import { type CompiledPack, compilePack } from '#shared/domain/rating/compile';
import type { RatingSubject } from '#shared/domain/rating/condition';
import { explain, gradeOf } from '#shared/domain/rating/explain';
import type { RatingFact } from '#shared/domain/rating/fact';
import type { Grade, RatingPack } from '#shared/domain/rating/pack';
import { type RatingResult, rate, ratingAt } from '#shared/domain/rating/rate';
import { readTrace, traceWriter } from '#shared/domain/rating/stored-trace';
import type { TraceFact } from '#shared/domain/rating/trace';
import type { RouteOutput } from '#shared/ipc/contract';
import { canonicalJson } from '#shared/kernel/canonical-json';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { WriteTx } from '../../db/write-tx';
import type { LoadedPack } from '../../packs/load-packs';
import type { FactRow, findRating } from './rating-repository';

const fieldsColumn = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const tagsColumn = z.array(z.string());

export const toRatingFact = (row: FactRow): RatingFact => ({
  id: row.id,
  itemCode: row.item_code,
  occurredOn: row.occurred_on,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  state: row.state,
  repairedOn: row.state_on,
  fields: fieldsColumn.parse(JSON.parse(row.fields)),
  sourceOrg: row.source_org,
  sourceNo: row.source_no,
});

export const toRatingSubject = (row: { id: string; kind: string; status: string; tags: string }): RatingSubject => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  tags: tagsColumn.parse(JSON.parse(row.tags)),
});

export type PreparedPack = {
  readonly loaded: LoadedPack<RatingPack>;
  readonly compiled: CompiledPack;
  readonly rateOne: ReturnType<typeof ratingAt>;
  readonly writeTrace: ReturnType<typeof traceWriter>;
};

/** Chooses the pack of each kind once and keeps it prepared for one reference date. */
export function preparePacks(loaded: readonly LoadedPack<RatingPack>[], asOf: IsoDate) {
  const byKind = new Map<string, PreparedPack | null>();
  const values = loaded.map((pack) => pack.value);
  return (kind: string): PreparedPack | null => {
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const pack = findPackInForce(values, kind, asOf);
    const source = loaded.find((candidate) => candidate.value === pack);
    const compiled = pack ? compilePack(pack) : null;
    const prepared =
      source && compiled
        ? { loaded: source, compiled, rateOne: ratingAt(compiled, asOf), writeTrace: traceWriter(compiled) }
        : null;
    byKind.set(kind, prepared);
    return prepared;
  };
}

/** Stores a rating with everything that is needed to recompute it byte for byte years later. */
export function storeRating(
  tx: WriteTx,
  { loaded, writeTrace }: Pick<PreparedPack, 'loaded' | 'writeTrace'>,
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
    pack_sha256: loaded.sha256,
    as_of: result.asOf,
    score: result.scoreThousandths,
    grade_code: result.gradeCode,
    input: canonicalJson(input),
    trace: writeTrace(result.trace),
    batch_id: batchId,
    officer_id: tx.actor.id,
    created_at: tx.now,
  });
  tx.derive('current_rating', {
    subject_id: result.subjectId,
    rating_id: id,
    grade_code: result.gradeCode,
    score: result.scoreThousandths,
    as_of: result.asOf,
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
  loadedPacks: readonly LoadedPack<RatingPack>[],
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
