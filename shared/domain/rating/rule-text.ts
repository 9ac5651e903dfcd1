import { assertNever } from '../../kernel/assert';
import { type CataloguePack, findItem } from '../catalogue/catalogue';
import { subjectKindLabels, subjectStatusLabels } from '../subject/subject';
import type { Comparison, Condition } from './condition';
import type { Selection } from './leaf';

/** Chinese words for the codes of a catalogue; without one the codes stand for themselves. */
export type RuleWords = {
  readonly item: (code: string) => string;
  readonly field: (items: readonly string[], key: string) => string;
  readonly choice: (items: readonly string[], key: string, value: string | number) => string;
};

export function ruleWords(catalogue: CataloguePack | null): RuleWords {
  const fieldOf = (items: readonly string[], key: string) =>
    catalogue === null
      ? undefined
      : items.flatMap((code) => findItem(catalogue, code)?.fields ?? []).find((field) => field.key === key);
  return {
    item: (code) => (catalogue && findItem(catalogue, code)?.name) ?? code,
    field: (items, key) => FACT_DATES[key] ?? fieldOf(items, key)?.label ?? key,
    choice: (items, key, value) =>
      fieldOf(items, key)?.choices?.find((choice) => choice.code === value)?.label ?? String(value),
  };
}

const FACT_DATES: Readonly<Record<string, string>> = { occurredOn: '发生日期', validFrom: '生效日期' };
const SUBJECT_FIELDS: Readonly<Record<string, string>> = { kind: '主体类型', status: '主体状态', tags: '主体标签' };
const FROM_LABELS: Readonly<Record<string, string>> = { self: '主体自身', agents: '所属代理师', branches: '分支机构' };
const OPERATORS: Record<Exclude<Comparison['op'], 'in' | 'between' | 'present'>, string> = {
  eq: '等于',
  ne: '不等于',
  gt: '大于',
  gte: '不小于',
  lt: '小于',
  lte: '不大于',
  has: '含',
};

export const subjectKindText = (kind: string): string =>
  (subjectKindLabels as Readonly<Record<string, string>>)[kind] ?? kind;

/** @example conditionText(where, ['penalty_patent'], words) // '罚款金额 大于 10000' */
export function conditionText(condition: Condition, items: readonly string[], words: RuleWords): string {
  const below = (one: Condition) => conditionText(one, items, words);
  switch (condition.if) {
    case 'all':
      return condition.of.map((one) => (one.if === 'any' ? `（${below(one)}）` : below(one))).join('，且');
    case 'any':
      return condition.of.map((one) => (one.if === 'all' ? `（${below(one)}）` : below(one))).join('，或');
    case 'not':
      return `不是（${below(condition.of)}）`;
    case 'field':
      return comparison(words.field(items, condition.field), condition, (value) =>
        words.choice(items, condition.field, value),
      );
    case 'subject':
      return comparison(SUBJECT_FIELDS[condition.field] ?? condition.field, condition, (value) =>
        subjectWord(condition.field, String(value)),
      );
    case 'age':
      return comparison('距基准日天数', condition, String);
    case 'within': {
      const span = condition.months === undefined ? `${condition.days} 日` : `${condition.months} 个月`;
      return `${words.field(items, condition.field)}在${words.field(items, condition.since)}之后 ${span}内`;
    }
    default:
      return assertNever(condition);
  }
}

function subjectWord(field: string, value: string): string {
  if (field === 'kind') return subjectKindText(value);
  return field === 'status' ? ((subjectStatusLabels as Readonly<Record<string, string>>)[value] ?? value) : value;
}

function comparison(left: string, { op, value, values, from, to }: Comparison, word: (v: string | number) => string) {
  if (op === 'present') return `填有${left}`;
  if (op === 'in') return `${left}为${(values ?? []).map(word).join('、')}之一`;
  if (op === 'between') return `${left}在 ${word(from ?? '')} 至 ${word(to ?? '')} 之间`;
  return `${left}${OPERATORS[op]} ${word(value ?? '')}`;
}

/** @example windowText({ type: 'rolling', years: 3, since: 'occurredOn' }) // '近 3 年' */
export function windowText(window: Selection['window']): string {
  switch (window.type) {
    case 'none':
      return '不限期间';
    case 'validity':
      return '有效期内';
    case 'rolling': {
      const span = window.months === undefined ? `${window.years} 年` : `${window.months} 个月`;
      return `近 ${span}${sinceText(window.since)}`;
    }
    case 'until_repaired': {
      const most = window.maxMonths === undefined ? '' : `，最长 ${window.maxMonths} 个月`;
      return `至修复或撤回为止${most}${sinceText(window.since)}`;
    }
    default:
      return assertNever(window);
  }
}

const sinceText = (since: string): string => (since === 'validFrom' ? '（自生效日期起算）' : '');

/** Whose facts, which, on what condition and over which time. */
export function selectionText({ items, from, where, window }: Selection, words: RuleWords): string {
  const whose = (from ?? ['self']).map((one) => FROM_LABELS[one] ?? one).join('、');
  const only = where === undefined ? '' : `中${conditionText(where, items, words)}的`;
  return `${whose}的${items.map((code) => `“${words.item(code)}”`).join('、')}${only}（${windowText(window)}）`;
}
