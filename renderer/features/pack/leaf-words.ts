import type { Leaf, Quantity, Read, Scale, Selection } from '#shared/domain/rating/leaf';
import { assertNever } from '#shared/kernel/assert';
import { type Catalogue, type CatalogueField, fieldLabel, fieldsOf, itemName, valueWords } from './catalogue-fields';
import { subjectFields } from './condition-form';
import { conditionWords } from './condition-words';
import { relationLabels } from './pack-words';

type Interval = {
  readonly from?: number | undefined;
  readonly above?: number | undefined;
  readonly to?: number | undefined;
  readonly below?: number | undefined;
};

/**
 * In the words of statutes: 以上、以下 include the number, 超过、不满 do not.
 *
 * @example intervalWords({ from: 80, below: 90 }, '分') // '80 分以上、不满 90 分'
 */
export function intervalWords({ from, above, to, below }: Interval, unit = ''): string {
  const after = unit === '' || unit === '%' ? unit : ` ${unit}`;
  const gap = unit === '' || unit === '%' ? ' ' : '';
  const parts = [
    ...(from === undefined ? [] : [`${from}${after}${gap}以上`]),
    ...(above === undefined ? [] : [`超过 ${above}${after}`]),
    ...(to === undefined ? [] : [`${to}${after}${gap}以下`]),
    ...(below === undefined ? [] : [`不满 ${below}${after}`]),
  ];
  return parts.length === 0 ? '任何数值' : parts.join('、');
}

/** @example windowWords({ type: 'rolling', years: 3, since: 'occurredOn' }) // '最近 3 年内发生的' */
export function windowWords(window: Selection['window']): string {
  switch (window.type) {
    case 'none':
      return '截至评价日全部的';
    case 'validity':
      return '评价日仍在有效期内的';
    case 'rolling': {
      const span = window.months === undefined ? `${window.years ?? '（未填）'} 年` : `${window.months} 个月`;
      return `最近 ${span}内${window.since === 'validFrom' ? '生效' : '发生'}的`;
    }
    case 'until_repaired':
      return window.maxMonths === undefined
        ? '尚未修复或者撤销的'
        : `尚未修复或者撤销、${window.since === 'validFrom' ? '生效' : '发生'}未满 ${window.maxMonths} 个月的`;
    default:
      return assertNever(window);
  }
}

/** Which facts are read, e.g. 最近 3 年内发生的“行政处罚（专利）”（处理情况不为“撤回”） */
export function selectionWords(facts: Selection, catalogue: Catalogue): string {
  const names = facts.items.map((code) => `“${itemName(catalogue, code)}”`).join('、') || '（未选信息项）';
  const whose =
    facts.from === undefined || (facts.from.length === 1 && facts.from[0] === 'self')
      ? ''
      : `${facts.from.map((one) => relationLabels[one]).join('和')}的`;
  const where =
    facts.where === undefined ? '' : `，限于${conditionWords(facts.where, fieldsOf(catalogue, facts.items))}`;
  return `${whose}${windowWords(facts.window)}${names}${where}`;
}

/** What one number or word is read out of the facts. */
export function readWords(read: Read, catalogue: Catalogue): string {
  const label = (facts: Selection, field: string) => fieldLabel(fieldsOf(catalogue, facts.items), field);
  switch (read.take) {
    case 'count':
      return `记录条数：${selectionWords(read.facts, catalogue)}`;
    case 'sum':
      return `${label(read.facts, read.field)}合计：${selectionWords(read.facts, catalogue)}`;
    case 'exists':
      return `有无记录（有为 1，无为 0）：${selectionWords(read.facts, catalogue)}`;
    case 'latest':
      return `最近一条的${label(read.facts, read.field)}：${selectionWords(read.facts, catalogue)}`;
    case 'imported':
      return `其他机关评定的${label(read.facts, read.field)}：${selectionWords(read.facts, catalogue)}`;
    case 'days_since_latest':
      return `距最近一条的天数：${selectionWords(read.facts, catalogue)}`;
    case 'share':
      return `百分比：${quantityWords(read.of, catalogue)} ÷ ${quantityWords(read.base, catalogue)}`;
    case 'subject':
      return `主体的${fieldLabel(subjectFields, read.field)}`;
    default:
      return assertNever(read);
  }
}

function quantityWords({ facts, field }: Quantity, catalogue: Catalogue): string {
  const what = field === undefined ? '条数' : `${fieldLabel(fieldsOf(catalogue, facts.items), field)}合计`;
  return `${selectionWords(facts, catalogue)}的${what}`;
}

/** The codes of the items that a leaf reads. */
export function itemsOf(leaf: Leaf): readonly string[] {
  if (leaf.measure === 'each') return leaf.facts.items;
  const { read } = leaf;
  if (read.take === 'subject') return [];
  return read.take === 'share' ? [...read.of.facts.items, ...read.base.facts.items] : read.facts.items;
}

/** What a leaf reads, in one sentence. */
export const leafWords = (leaf: Leaf, catalogue: Catalogue): string =>
  leaf.measure === 'each' ? `逐条计分：${selectionWords(leaf.facts, catalogue)}` : readWords(leaf.read, catalogue);

export type ScoreRow = { readonly when: string; readonly points: string; readonly note?: string | undefined };

/** How facts or a value turn into points, a row each. */
export function scoreRows(leaf: Leaf, catalogue: Catalogue): readonly ScoreRow[] {
  const fields = fieldsOf(catalogue, itemsOf(leaf));
  if (leaf.measure === 'value') return scaleRows(leaf.scale, leaf.read, catalogue);
  return leaf.rules.map((rule, at) => ({
    when: rule.when === undefined ? (at === 0 ? '每条记录' : '其余每条记录') : conditionWords(rule.when, fields),
    points: rule.pointsFrom
      ? `${fieldLabel(fields, rule.pointsFrom.field)} × ${rule.pointsFrom.factor}`.replace(' × -', ' × −')
      : signed(rule.points),
    note: rule.note,
  }));
}

/** When a threshold warns: an interval, or values by their labels. */
export function thresholdWords(leaf: ValueLeaf, threshold: Threshold, catalogue: Catalogue): string {
  const { values, from, above, to, below } = threshold;
  if (values === undefined) return intervalWords({ from, above, to, below }, leaf.monitor?.unit);
  const field = readField(leaf.read, catalogue);
  return values.map((value) => valueWords(field, value)).join('、');
}

type ValueLeaf = Extract<Leaf, { measure: 'value' }>;
type Threshold = NonNullable<ValueLeaf['monitor']>['thresholds'][number];

/** What the number that is read counts, where the way of reading says it. */
const readUnit: Partial<Record<Read['take'], string>> = { count: '条', days_since_latest: '天', share: '%' };

/** The one field that a reading takes its value from. */
export function readField(read: Read, catalogue: Catalogue): CatalogueField | undefined {
  if (!('field' in read)) return undefined;
  const known = read.take === 'subject' ? subjectFields : fieldsOf(catalogue, read.facts.items);
  return known.find(({ key }) => key === read.field);
}

function scaleRows(scale: Scale, read: Read, catalogue: Catalogue): readonly ScoreRow[] {
  const missing = { when: '没有数据', points: plainPoints(scale.missing) };
  switch (scale.by) {
    case 'bands':
      return [
        ...scale.bands.map(({ points, note, ...band }) => ({
          when: read.take === 'exists' ? existsWords(band) : intervalWords(band, readUnit[read.take]),
          points: plainPoints(points),
          note,
        })),
        missing,
      ];
    case 'map': {
      const field = readField(read, catalogue);
      return [
        ...Object.entries(scale.values).map(([value, points]) => ({
          when: valueWords(field, value),
          points: plainPoints(points),
        })),
        { when: '其他取值', points: plainPoints(scale.other) },
        missing,
      ];
    }
    case 'linear':
      return [{ when: `起始 ${scale.start}，每满 ${scale.per}`, points: signed(scale.points) }, missing];
    default:
      return assertNever(scale);
  }
}

/** For a yes or no the two usual bands read as words. */
function existsWords(band: Interval): string {
  const text = JSON.stringify(band);
  if (text === '{"below":1}') return '没有记录';
  return text === '{"from":1}' ? '有记录' : intervalWords(band);
}

const plainPoints = (points: number | undefined): string =>
  points === undefined ? '未填' : `${points} 分`.replace('-', '−');
const signed = (points: number | undefined): string =>
  points === undefined ? '未填' : `${points > 0 ? '+' : ''}${points} 分`.replace('-', '−');
