import type { PackNode } from '#shared/domain/rating/pack';

/** @example weightWords(node, 0.18, 1) // '权重 60%（占总分 18%）' */
export function weightWords({ weight }: PackNode, share: number | null, depth: number): string {
  if (weight === undefined) return '';
  const whole = share === null || depth === 0 ? '' : `（占总分 ${Number((share * 100).toFixed(2))}%）`;
  return `权重 ${weight}%${whole}`;
}

/** What bounds the value of a node, in words. */
export function boundsWords({ floor, cap, combine, children }: PackNode): string {
  return [
    ...(children !== undefined && combine === 'weighted' ? ['下级按权重合计'] : []),
    ...(floor === undefined ? [] : [floor < 0 ? `最多扣 ${-floor} 分` : `最低 ${floor} 分`]),
    ...(cap === undefined ? [] : [cap === 0 ? '不加分' : `最高 ${cap} 分`]),
  ].join('，');
}
