import { allocate } from './allocate';
import type { SamplingPack } from './sampling-pack';
import { type BatchSpread, spreadOverBatches } from './spread-batches';

/** What the earlier batches of a year that is drawn batch by batch have left to do. */
export type EarlierBatches = {
  /** The batch that is due, 1 the first. */
  readonly batchNo: number;
  /** How many of each stratum were drawn. */
  readonly drawn: Readonly<Record<string, number>>;
};

type Share = ReturnType<typeof allocate>[number] & {
  /** Drawn by earlier batches. */
  readonly drawn: number;
  /** Owed in the whole year. */
  readonly yearly: number;
};

/**
 * How many each stratum gives, and how they go over the batches. Of a whole year every batch is shared out at once. Of
 * a single batch (B-2): those already drawn count in the base, so that a pool that grows or shrinks in May changes what
 * is still owed; that is shared evenly over the batches still to come, and the next one is drawn.
 *
 * @param bases candidates of each stratum who can still be drawn
 * @throws AppError as `allocate` and `spreadOverBatches` do
 * @example shareOut(pack, new Map([['good', 735]]), { batchNo: 2, drawn: { good: 15 } }).shares[0]?.count // 15
 */
export function shareOut(
  pack: SamplingPack,
  bases: ReadonlyMap<string, number>,
  earlier: EarlierBatches | null,
  total?: number,
): { readonly shares: readonly Share[]; readonly spread: BatchSpread } {
  const drawnOf = (id: string) => earlier?.drawn[id] ?? 0;
  const rules = pack.strata.map(({ id, ratio }) => ({ id, ratio, base: (bases.get(id) ?? 0) + drawnOf(id) }));
  const yearly = allocate(rules, pack.rounding, total);
  if (earlier === null)
    return {
      shares: yearly.map((share) => ({ ...share, drawn: 0, yearly: share.count })),
      spread: spreadOverBatches(yearly, pack.batches),
    };
  const toCome = pack.batches - earlier.batchNo + 1;
  const owed = yearly.map(({ id, count }) => ({ id, count: Math.max(0, count - drawnOf(id)) }));
  const next = spreadOverBatches(owed, toCome).byStratum;
  const shares = yearly.map((share): Share => {
    // who left the pool cannot be drawn, whatever is owed
    const count = Math.min(next[share.id]?.[0] ?? 0, bases.get(share.id) ?? 0);
    const work = `全年：${share.work}；前几批已抽 ${drawnOf(share.id)} 个，余下分 ${toCome} 批，本批抽 ${count} 个`;
    return { ...share, count, work, drawn: drawnOf(share.id), yearly: share.count };
  });
  return {
    shares,
    spread: {
      batches: [shares.reduce((sum, { count }) => sum + count, 0)],
      byStratum: Object.fromEntries(shares.map(({ id, count }) => [id, [count]])),
    },
  };
}
