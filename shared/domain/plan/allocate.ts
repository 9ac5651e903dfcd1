import { AppError } from '../../kernel/errors';
import { addFractions, compareFractions, type Fraction, fraction, fractionText, splitFraction } from './fraction';
import type { Ratio, Rounding } from './sampling-pack';

export type StratumBase = { readonly id: string; readonly base: number; readonly ratio: Ratio };

/** One stratum's share with everything needed to work it out again by hand. */
export type Allocation = {
  readonly id: string;
  readonly base: number;
  /** `24%`, or `1/3` where it is no round percentage. */
  readonly ratio: string;
  /** Exact quotient, `12.72` or `3又1/3`. */
  readonly quotient: string;
  readonly floor: number;
  readonly remainder: string;
  /** Place of the remainder among the strata that have one, 1 the largest; null without a remainder. */
  readonly remainderRank: number | null;
  readonly extra: number;
  readonly count: number;
  /** The same in one Chinese sentence. */
  readonly work: string;
};

type Share = StratumBase & {
  readonly quotient: Fraction;
  readonly floor: number;
  readonly rest: Fraction;
  readonly rank: number | null;
};

/**
 * How many to draw from each stratum: base × ratio, exactly, then rounded by the stated rule. The largest-remainder
 * rule gives out `total`, by default the whole sum rounded up, so that the ratio is never undercut as a whole. Another
 * `total` is shared in proportion; strata of 100 % stay complete.
 *
 * @param total only with `largest_remainder`
 * @throws AppError `bad_input` for a ratio over 100 %, a base that is no whole number, or a total that cannot be met
 * @example allocate([{ id: 'good', base: 750, ratio: { numerator: 24, denominator: 100 } }], 'at_least')[0]?.count // 180
 */
export function allocate(strata: readonly StratumBase[], rounding: Rounding, total?: number): readonly Allocation[] {
  for (const stratum of strata) checkStratum(stratum);
  if (total !== undefined && rounding !== 'largest_remainder')
    throw new AppError('bad_input', '只有按最大余数法取整时才能指定抽查总数，请更换取整方式或不指定总数。');
  const shares = rankRests(strata, quotients(strata, total));
  const wanted = total ?? roundUpSum(shares);
  const floors = shares.reduce((sum, share) => sum + share.floor, 0);
  return shares.map((share) => explain(share, extraOf(share, rounding, wanted - floors), rounding, total));
}

function checkStratum({ id, base, ratio }: StratumBase): void {
  if (!Number.isInteger(base) || base < 0)
    throw new AppError('bad_input', `分层“${id}”的基数 ${base} 无效，应当是不小于 0 的整数。`);
  const whole = Number.isInteger(ratio.numerator) && Number.isInteger(ratio.denominator);
  if (!whole || ratio.numerator < 0 || ratio.denominator < 1)
    throw new AppError('bad_input', `分层“${id}”的抽查比例无效，请填写 0 至 100% 之间的比例。`);
  if (ratio.numerator > ratio.denominator)
    throw new AppError('bad_input', `分层“${id}”的抽查比例超过 100%，请改为不超过 100% 的比例。`);
}

function quotients(strata: readonly StratumBase[], total: number | undefined): Fraction[] {
  const own = strata.map(({ base, ratio }) =>
    fraction(BigInt(base) * BigInt(ratio.numerator), BigInt(ratio.denominator)),
  );
  if (total === undefined) return own;
  const complete = strata.map(({ ratio }) => ratio.numerator === ratio.denominator);
  const fixed = strata.reduce((sum, { base }, index) => sum + (complete[index] ? base : 0), 0);
  const pool = strata.reduce((sum, { base, ratio }) => sum + (ratio.numerator > 0 ? base : 0), 0);
  if (!Number.isInteger(total) || total < fixed || total > pool)
    throw new AppError('bad_input', `抽查总数 ${total} 无法满足，请填写 ${fixed} 至 ${pool} 之间的整数。`);
  const open = own.filter((_, index) => !complete[index]).reduce(addFractions, fraction(0n, 1n));
  if (open.num === 0n && total > fixed)
    throw new AppError('bad_input', `抽查总数 ${total} 无法满足，全部检查的分层之外没有可抽取的对象。`);
  return own.map((share, index) => {
    if (complete[index]) return share;
    const scaled = open.num === 0n ? share : scale(share, BigInt(total - fixed), open);
    if (compareFractions(scaled, fraction(BigInt(strata[index]?.base ?? 0), 1n)) > 0)
      throw new AppError('bad_input', `抽查总数 ${total} 过大，分层“${strata[index]?.id}”的对象不够，请减少总数。`);
    return scaled;
  });
}

function scale(share: Fraction, amount: bigint, sum: Fraction): Fraction {
  return fraction(share.num * amount * sum.den, share.den * sum.num);
}

// Equal remainders go in the order of the pack: a tie must not depend on anything that is not printed.
function rankRests(strata: readonly StratumBase[], exact: readonly Fraction[]): Share[] {
  const split = strata.map((stratum, index) => {
    const quotient = exact[index] ?? fraction(0n, 1n);
    return { ...stratum, index, quotient, ...splitFraction(quotient) };
  });
  const order = split
    .filter(({ rest }) => rest.num > 0n)
    .sort((a, b) => compareFractions(b.rest, a.rest) || a.index - b.index)
    .map(({ index }) => index);
  return split.map(({ index, ...share }) => ({ ...share, rank: order.indexOf(index) + 1 || null }));
}

function roundUpSum(shares: readonly Share[]): number {
  const { floor, rest } = splitFraction(shares.map(({ quotient }) => quotient).reduce(addFractions, fraction(0n, 1n)));
  return floor + (rest.num > 0n ? 1 : 0);
}

function extraOf({ rest, rank }: Share, rounding: Rounding, spare: number): number {
  if (rest.num === 0n) return 0;
  if (rounding === 'at_least') return 1;
  if (rounding === 'floor') return 0;
  if (rounding === 'round') return compareFractions(rest, fraction(1n, 2n)) >= 0 ? 1 : 0;
  return rank !== null && rank <= spare ? 1 : 0;
}

function explain(share: Share, extra: number, rounding: Rounding, total: number | undefined): Allocation {
  const { id, base, floor, rank } = share;
  const ratio = ratioText(share.ratio);
  const quotient = fractionText(share.quotient);
  const remainder = fractionText(share.rest);
  const product = total === undefined ? `${base} × ${ratio} = ${quotient}` : `总数 ${total} 按比例分得 ${quotient}`;
  const count = floor + extra;
  const place = rounding === 'largest_remainder' ? `，余数排第 ${rank}，${extra ? '补 1' : '不补'}` : '';
  const rule = { at_least: '不足一个的按一个计', floor: '舍去余数', round: extra ? '余数进 1' : '余数舍去' };
  const how = rounding === 'largest_remainder' ? place : `，${rule[rounding]}`;
  const work =
    rank === null ? `${product}，抽 ${count} 个` : `${product}，取整 ${floor}，余 ${remainder}${how}，抽 ${count} 个`;
  return { id, base, ratio, quotient, floor, remainder, remainderRank: rank, extra, count, work };
}

/** @example ratioText({ numerator: 24, denominator: 100 }) // '24%' */
export function ratioText(ratio: Ratio): string {
  const percent = fractionText(fraction(BigInt(ratio.numerator) * 100n, BigInt(ratio.denominator)));
  return percent.includes('/') ? `${ratio.numerator}/${ratio.denominator}` : `${percent}%`;
}
