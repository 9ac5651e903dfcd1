import { findPackInForce, type PackChoice, type PackSource } from '#shared/domain/rating/choose-pack';
import { type CompiledPack, compilePack } from '#shared/domain/rating/compile';
import { ratingAt } from '#shared/domain/rating/rate';
import type { Rater } from '#shared/domain/rating/rater';
import { traceWriter } from '#shared/domain/rating/stored-trace';
import type { IsoDate } from '#shared/kernel/dates';

/** A pack made ready for one reference date. */
export type PreparedPack = {
  readonly source: PackSource;
  readonly compiled: CompiledPack;
  readonly rater: Rater;
  readonly rateOne: ReturnType<typeof ratingAt>;
  readonly writeTrace: ReturnType<typeof traceWriter>;
};

export function preparePack(source: PackSource, asOf: IsoDate): PreparedPack {
  const compiled = compilePack(source.value);
  return {
    source,
    compiled,
    rater: compiled.at(asOf),
    rateOne: ratingAt(compiled, asOf),
    writeTrace: traceWriter(compiled),
  };
}

/** Chooses the pack of each kind of subject once and keeps it prepared for one reference date. */
export function preparePacks(choice: PackChoice, asOf: IsoDate): (kind: string) => PreparedPack | null {
  const byHash = new Map<string, PreparedPack>();
  const byKind = new Map<string, PreparedPack | null>();
  return (kind) => {
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const source = findPackInForce(choice, kind, asOf);
    const prepared = source ? (byHash.get(source.sha256) ?? preparePack(source, asOf)) : null;
    if (prepared) byHash.set(prepared.source.sha256, prepared);
    byKind.set(kind, prepared);
    return prepared;
  };
}
