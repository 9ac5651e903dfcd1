import type { Candidate } from './population';

type StratumSize = { readonly id: string; readonly label: string; readonly base: number; readonly yearly: number };

export type PoolState = {
  readonly candidates: readonly Candidate[];
  readonly strata: readonly StratumSize[];
};

export type PoolChanges = {
  /** In the pool now, not when the year began. */
  readonly joined: readonly string[];
  /** In the pool when the year began, no longer now, and not drawn in between. */
  readonly left: readonly string[];
  /** Base and yearly count of each stratum that changed. */
  readonly strata: readonly {
    readonly label: string;
    readonly baseBefore: number;
    readonly baseNow: number;
    readonly yearlyBefore: number;
    readonly yearlyNow: number;
  }[];
};

/**
 * Who came into the pool and who left it between the first batch of the year and now, and what that does to base and
 * count. Whoever was drawn by an earlier batch has neither come nor left.
 *
 * @param drawn codes drawn by the earlier batches of the year
 * @example poolChanges(first, now, drawn).joined // ['91110000…']
 */
export function poolChanges(before: PoolState, now: PoolState, drawn: ReadonlySet<string>): PoolChanges {
  const [then, present] = [before, now].map(({ candidates }) => new Set(candidates.map(({ code }) => code)));
  const sizes = new Map(before.strata.map((one) => [one.id, one]));
  return {
    joined: now.candidates.map(({ code }) => code).filter((code) => !then?.has(code)),
    left: before.candidates.map(({ code }) => code).filter((code) => !present?.has(code) && !drawn.has(code)),
    strata: now.strata.flatMap(({ id, label, base, yearly }) => {
      const old = sizes.get(id) ?? { base: 0, yearly: 0 };
      if (old.base === base && old.yearly === yearly) return [];
      return [{ label, baseBefore: old.base, baseNow: base, yearlyBefore: old.yearly, yearlyNow: yearly }];
    }),
  };
}
