import type { RatingFact } from '#shared/domain/rating/fact';
import { nextChangeDay } from '#shared/domain/rating/next-change';
import type { RatingResult } from '#shared/domain/rating/rate';
import { inputText, type RatedInput } from '#shared/domain/rating/stored-input';
import type { WriteTx } from '../../db/write-tx';
import type { PreparedPack } from '../../rating-run/prepare-packs';

/** Stands where time alone never changes a rating; null is left to ratings made before this was worked out. */
export const NEVER = '9999-12-31';

const asking = new WeakMap<PreparedPack, ReturnType<typeof nextChangeDay>>();

function nextChange(prepared: PreparedPack, facts: readonly RatingFact[], asOf: string): string {
  const ask = asking.get(prepared) ?? nextChangeDay(prepared.compiled);
  asking.set(prepared, ask);
  return ask(facts, asOf) ?? NEVER;
}

/** Stores a rating with everything that is needed to recompute it byte for byte years later. */
export function storeRating(
  tx: WriteTx,
  prepared: PreparedPack,
  input: RatedInput,
  result: RatingResult,
  batchId: string,
): string {
  const id = tx.newId();
  tx.insert('rating', {
    id,
    subject_id: result.subjectId,
    pack_id: result.packId,
    pack_version: result.packVersion,
    pack_sha256: prepared.source.sha256,
    as_of: result.asOf,
    score: result.scoreThousandths,
    grade_code: result.gradeCode,
    input: inputText(input),
    trace: prepared.writeTrace(result.trace),
    batch_id: batchId,
    officer_id: tx.actor.id,
    created_at: tx.now,
    next_change_on: nextChange(prepared, input.facts, result.asOf),
  });
  return id;
}
