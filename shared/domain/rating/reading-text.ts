import { assertNever } from '../../kernel/assert';
import { formatPoints } from '../../kernel/decimal';
import { type CataloguePack, findItem } from '../catalogue/catalogue';
import type { Leaf } from './leaf';
import type { Reading } from './measure-leaf';

/**
 * What a leaf read, as the tail of a sentence; empty where the count of records already says it.
 *
 * @example readingText(leaf, 92500, null) // '，占比 92.5%'
 */
export function readingText(leaf: Leaf | undefined, reading: Reading, catalogue: CataloguePack | null): string {
  if (leaf === undefined || leaf.measure === 'each' || reading === null) return '';
  const { read } = leaf;
  const number = typeof reading === 'number' ? formatPoints(reading) : reading;
  switch (read.take) {
    case 'count':
    case 'exists':
      return '';
    case 'sum':
      return `，合计 ${number}`;
    case 'days_since_latest':
      return `，距最近一次 ${number} 天`;
    case 'share':
      return `，占比 ${number}%`;
    case 'subject':
      return `，取值 ${number}`;
    case 'latest':
    case 'imported':
      return `，最近一次为“${choiceLabel(catalogue, read.facts.items, read.field, number)}”`;
    default:
      return assertNever(read);
  }
}

function choiceLabel(catalogue: CataloguePack | null, items: readonly string[], field: string, value: string): string {
  if (catalogue === null) return value;
  const labels = items.flatMap((item) =>
    (findItem(catalogue, item)?.fields ?? [])
      .filter((one) => one.key === field)
      .flatMap((one) => one.choices?.filter((choice) => choice.code === value).map((choice) => choice.label) ?? []),
  );
  return labels[0] ?? value;
}
