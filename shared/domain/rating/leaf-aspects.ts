import { assertNever } from '../../kernel/assert';
import { type Aspect, aspect } from './aspects';
import type { Leaf, Monitor, Quantity, Read, Scale } from './leaf';
import { conditionText, type RuleWords, selectionText } from './rule-text';

type Interval = {
  readonly from?: number | undefined;
  readonly above?: number | undefined;
  readonly to?: number | undefined;
  readonly below?: number | undefined;
};

/** @example intervalText({ from: 60, below: 90 }) // '60 以上、不满 90' */
export function intervalText({ from, above, to, below }: Interval): string {
  const parts = [
    from === undefined ? '' : `${from} 以上`,
    above === undefined ? '' : `超过 ${above}`,
    to === undefined ? '' : `${to} 以下（含）`,
    below === undefined ? '' : `不满 ${below}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '全部' : parts.join('、');
}

/** @example pointsText(-5) // '扣 5 分' */
export const pointsText = (points: number): string => (points < 0 ? `扣 ${-points} 分` : `${points} 分`);

/** How a leaf counts, said aspect by aspect. */
export function leafAspects(leaf: Leaf, words: RuleWords): Aspect[] {
  if (leaf.measure === 'each') {
    const { items } = leaf.facts;
    return [
      aspect('计分方法', '逐条计分'),
      aspect('统计范围', selectionText(leaf.facts, words)),
      aspect(
        '计分规则',
        ...leaf.rules.map((rule) => {
          const when = rule.when === undefined ? '其他记录' : conditionText(rule.when, items, words);
          const note = rule.note === undefined ? '' : `（${rule.note}）`;
          return `${when}：${rulePoints(rule, items, words)}${note}`;
        }),
      ),
    ];
  }
  return [
    ...readAspects(leaf.read, words),
    ...scaleAspects(leaf.scale, leaf.read, words),
    ...monitorAspects(leaf.monitor),
  ];
}

type Rule = Extract<Leaf, { measure: 'each' }>['rules'][number];

function rulePoints({ points, pointsFrom }: Rule, items: readonly string[], words: RuleWords): string {
  if (pointsFrom === undefined) return pointsText(points ?? 0);
  return `按${words.field(items, pointsFrom.field)}乘以 ${pointsFrom.factor} 计分`;
}

const TAKE_LABELS: Record<Read['take'], string> = {
  count: '按记录条数计分',
  sum: '按合计数计分',
  exists: '按有无记录计分',
  latest: '按最近一条记录计分',
  imported: '取外部评价结果计分',
  days_since_latest: '按距最近一条记录的天数计分',
  share: '按占比计分',
  subject: '按主体信息计分',
};

function readAspects(read: Read, words: RuleWords): Aspect[] {
  const method = aspect('计分方法', TAKE_LABELS[read.take]);
  if (read.take === 'subject') return [method, aspect('读取的主体信息', read.field)];
  if (read.take === 'share')
    return [method, ...quantityAspects('分子', read.of, words), ...quantityAspects('分母', read.base, words)];
  const field = 'field' in read ? words.field(read.facts.items, read.field) : null;
  return [method, aspect('统计范围', selectionText(read.facts, words)), aspect('读取的字段', field)];
}

const quantityAspects = (side: string, { facts, field }: Quantity, words: RuleWords): Aspect[] => [
  aspect(side, selectionText(facts, words)),
  aspect(`${side}的合计字段`, field === undefined ? null : words.field(facts.items, field)),
];

function scaleAspects(scale: Scale, read: Read, words: RuleWords): Aspect[] {
  const missing = aspect('没有数据时', pointsText(scale.missing));
  switch (scale.by) {
    case 'bands': {
      const note = (text: string | undefined) => (text === undefined ? '' : `（${text}）`);
      return [
        aspect(
          '分档',
          ...scale.bands.map((band) => `${intervalText(band)}：${pointsText(band.points)}${note(band.note)}`),
        ),
        missing,
      ];
    }
    case 'map': {
      const choice = (value: string) =>
        'facts' in read && 'field' in read ? words.choice(read.facts.items, read.field, value) : value;
      const values = Object.entries(scale.values).sort(([a], [b]) => (a < b ? -1 : 1));
      return [
        aspect('取值对应', ...values.map(([value, points]) => `${choice(value)}：${pointsText(points)}`)),
        aspect('其他取值', pointsText(scale.other)),
        missing,
      ];
    }
    case 'linear':
      return [
        aspect('起算分', pointsText(scale.start)),
        aspect('计分单位', scale.per),
        aspect('每满一个单位', pointsText(scale.points)),
        missing,
      ];
    default:
      return assertNever(scale);
  }
}

const COLOUR_LABELS = { red: '红色', orange: '橙色', yellow: '黄色', blue: '蓝色' } as const;

const monitorAspects = (monitor: Monitor | undefined): Aspect[] => [
  aspect('监测单位', monitor?.unit),
  aspect(
    '监测阈值',
    ...(monitor?.thresholds ?? []).map(({ colour, text, values, ...interval }) => {
      const where = values === undefined ? intervalText(interval) : values.join('、');
      return `${COLOUR_LABELS[colour]}：${where}（${text}）`;
    }),
  ),
];
