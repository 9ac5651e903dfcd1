import { canonicalJson } from '../../kernel/canonical-json';
import type { IsoDate } from '../../kernel/dates';
import { formatPoints, type Thousandths } from '../../kernel/decimal';
import type { CompiledPack } from './compile';
import type { RatingSubject } from './condition';
import { type RatingFact, standsOn } from './fact';

/** Everything a rating was made of. */
export type RatingBasis = {
  readonly compiled: CompiledPack;
  readonly subject: RatingSubject;
  readonly facts: readonly RatingFact[];
  readonly asOf: IsoDate;
};

export const moveCauseKinds = ['pack', 'subject', 'window', 'repaired', 'withdrawn', 'changed', 'new', 'gone'] as const;
type MoveCauseKind = (typeof moveCauseKinds)[number];

/** One cause of a change; the parts of all causes add up to the change of the score. */
export type MoveCause = {
  readonly kind: MoveCauseKind;
  readonly deltaThousandths: Thousandths;
  readonly fromGrade: string;
  readonly toGrade: string;
  readonly sentence: string;
};

type Step = {
  readonly kind: MoveCauseKind;
  readonly basis: RatingBasis;
  /** The records behind the step. */
  readonly facts: readonly RatingFact[];
};

/**
 * Says why a rating differs from the one before: the old rating is turned into the new one step by step (rules,
 * subject, day, repairs, withdrawals, corrections, new records, records that are gone) and each step that changes
 * score or grade is a cause. The parts add up exactly because every step starts where the one before ended.
 *
 * @param before what the earlier rating was made of @param after what the later one is made of
 * @example moveCauses(before, after) // [{ kind: 'repaired', deltaThousandths: 20000, fromGrade: 'B', toGrade: 'A', … }]
 */
export function moveCauses(before: RatingBasis, after: RatingBasis): MoveCause[] {
  let last = scoreOf(before);
  return stepsBetween(before, after).flatMap(({ kind, basis, facts }) => {
    const next = scoreOf(basis);
    const from = last;
    last = next;
    if (next.scoreThousandths === from.scoreThousandths && next.gradeCode === from.gradeCode) return [];
    const deltaThousandths = next.scoreThousandths - from.scoreThousandths;
    const cause = { kind, deltaThousandths, fromGrade: from.gradeCode, toGrade: next.gradeCode };
    return [{ ...cause, sentence: sentenceOf(cause, before, after, facts) }];
  });
}

const scoreOf = ({ compiled, subject, facts, asOf }: RatingBasis) => compiled.at(asOf).score(subject, facts);

function stepsBetween(before: RatingBasis, after: RatingBasis): Step[] {
  // a record known in advance, as in a rating that looks back, is new once its day has come
  const known = before.facts.filter((fact) => fact.occurredOn <= before.asOf);
  const old = new Map(known.map((fact) => [fact.id, fact]));
  const now = new Map(after.facts.map((fact) => [fact.id, fact]));
  const newState = (state: RatingFact['state']) =>
    after.facts.filter((fact) => fact.state === state && old.get(fact.id)?.state === 'active');
  const changed = after.facts.filter((fact) => old.has(fact.id));
  const added = after.facts.filter((fact) => !old.has(fact.id));
  const gone = known.filter((fact) => !now.has(fact.id));

  const steps: Step[] = [];
  let current: RatingBasis = { ...before, facts: known };
  const step = (kind: MoveCauseKind, change: Partial<RatingBasis>, facts: readonly RatingFact[] = []) => {
    current = { ...current, ...change };
    steps.push({ kind, basis: current, facts });
  };
  const replaced = (facts: readonly RatingFact[]) => {
    const by = new Map(facts.map((fact) => [fact.id, fact]));
    return current.facts.map((fact) => by.get(fact.id) ?? fact);
  };
  step('pack', { compiled: after.compiled });
  step('subject', { subject: after.subject });
  step('window', { asOf: after.asOf }, leavers(current, after.asOf));
  for (const kind of ['repaired', 'withdrawn'] as const) {
    const facts = newState(kind);
    step(kind, { facts: replaced(facts) }, facts);
  }
  step('changed', { facts: replaced(changed) }, edited(current.facts, changed));
  step('new', { facts: [...current.facts, ...added] }, added);
  step('gone', { facts: current.facts.filter((fact) => now.has(fact.id)) }, gone);
  return steps;
}

/** Records that counted somewhere on the earlier day and count nowhere on the later one. */
function leavers({ compiled, subject, facts, asOf }: RatingBasis, day: IsoDate): RatingFact[] {
  const counted = (on: IsoDate) => {
    const found = compiled.at(on).evaluate(subject, facts);
    return new Set([...found.lists.flat(2), ...found.vetoes.flatMap((veto) => veto.facts)].map((fact) => fact.id));
  };
  const later = counted(day);
  const before = counted(asOf);
  return facts.filter((fact) => before.has(fact.id) !== later.has(fact.id) && standsOn(fact, asOf));
}

function edited(before: readonly RatingFact[], after: readonly RatingFact[]): RatingFact[] {
  const old = new Map(before.map((fact) => [fact.id, canonicalJson(fact)]));
  return after.filter((fact) => old.get(fact.id) !== canonicalJson(fact));
}

const WORDS: Record<MoveCauseKind, string> = {
  pack: '改用规则',
  subject: '主体信息变更',
  window: '记录到期或移出统计期',
  repaired: '信用修复',
  withdrawn: '记录撤回',
  changed: '记录更正或采信',
  new: '新增记录',
  gone: '记录不再归属该主体',
};

function sentenceOf(
  { kind, deltaThousandths }: Pick<MoveCause, 'kind' | 'deltaThousandths'>,
  before: RatingBasis,
  after: RatingBasis,
  facts: readonly RatingFact[],
): string {
  const effect =
    deltaThousandths === 0
      ? kind === 'pack'
        ? '得分不变，等级的划分或否决项不同'
        : '得分不变，等级随否决项变动'
      : deltaThousandths < 0
        ? `减 ${formatPoints(-deltaThousandths)} 分`
        : `增 ${formatPoints(deltaThousandths)} 分`;
  return `${WORDS[kind]}${detail(kind, before, after, facts)}，${effect}`;
}

const MOST_NAMED = 3;

function detail(kind: MoveCauseKind, before: RatingBasis, after: RatingBasis, facts: readonly RatingFact[]): string {
  if (kind === 'pack') {
    const name = ({ compiled: { pack } }: RatingBasis) => `${pack.title}第 ${pack.version} 版`;
    return `（${name(before)} → ${name(after)}）`;
  }
  if (facts.length === 0) return kind === 'window' ? `（${before.asOf} → ${after.asOf}）` : '';
  const named = facts
    .slice(0, MOST_NAMED)
    .map((fact) => `${fact.occurredOn}${fact.sourceNo ? ` ${fact.sourceNo}` : ''}`);
  const more = facts.length > MOST_NAMED ? `等 ${facts.length} 条` : '';
  return `（${named.join('、')}${more}）`;
}
