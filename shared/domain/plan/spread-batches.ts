import { AppError } from '../../kernel/errors';

export type BatchSpread = {
  /** Visits in each batch, first to last. */
  readonly batches: readonly number[];
  /** The same by stratum id. */
  readonly byStratum: Readonly<Record<string, readonly number[]>>;
};

/**
 * Spreads the yearly counts over batches. All batches are owed the same, so each gets the whole part and the remainders
 * go out one by one: the next stratum goes on where the last one stopped. Batches differ by one at most, in all and
 * within every stratum, and their sum is the total.
 *
 * @throws AppError `bad_input` without a batch
 * @example spreadOverBatches([{ id: 'good', count: 180 }], 12).batches // twelve times 15
 */
export function spreadOverBatches(
  strata: readonly { readonly id: string; readonly count: number }[],
  batches: number,
): BatchSpread {
  if (!Number.isInteger(batches) || batches < 1)
    throw new AppError('bad_input', `批次数 ${batches} 无效，请填写不小于 1 的整数。`);
  const sums = Array.from({ length: batches }, () => 0);
  const byStratum: Record<string, number[]> = {};
  let next = 0;
  for (const { id, count } of strata) {
    const share = Array.from({ length: batches }, () => Math.floor(count / batches));
    for (let left = count % batches; left > 0; left--) {
      share[next] = (share[next] ?? 0) + 1;
      next = (next + 1) % batches;
    }
    share.forEach((value, index) => {
      sums[index] = (sums[index] ?? 0) + value;
    });
    byStratum[id] = share;
  }
  return { batches: sums, byStratum };
}
