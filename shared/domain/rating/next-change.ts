import { assertNever } from '../../kernel/assert';
import { addDays, addMonths, daysBetween, type IsoDate } from '../../kernel/dates';
import type { CompiledPack } from './compile';
import { type Condition, isFactDate, type RatingSubject } from './condition';
import { type RatingFact, standsOn } from './fact';
import { type Leaf, type Selection, selectionsOf } from './leaf';

/** Offices write many records on the same days: the same steps from the same day are worked out once. */
const steps = new Map<string, IsoDate>();
const MOST_STEPS = 50_000;

function step(from: IsoDate, count: number, unit: 'days' | 'months'): IsoDate {
  const key = `${from}${unit}${count}`;
  const known = steps.get(key);
  if (known !== undefined) return known;
  if (steps.size >= MOST_STEPS) steps.clear();
  const day = isFarAway(from, count, unit)
    ? LAST_DAY
    : unit === 'days'
      ? addDays(from, count)
      : addDays(addMonths(from, count), 1);
  steps.set(key, day);
  return day;
}

/** Days are text of ten characters; what would lie beyond them (an end of 9999-12-31 means none) never comes. */
const LAST_DAY: IsoDate = '9999-12-31';

function isFarAway(from: IsoDate, count: number, unit: 'days' | 'months'): boolean {
  const years = unit === 'days' ? count / 365 : count / 12;
  return Number(from.slice(0, 4)) + years >= 9998;
}

/** The day after the one `months` later, the first on which such a span is over. */
const dayAfterMonths = (from: IsoDate, months: number): IsoDate => step(from, months, 'months');

/** Every day after `asOf` on which time alone may change what one fact does; a day too many does no harm. */
type FactDays = (fact: RatingFact, asOf: IsoDate) => readonly IsoDate[];

/**
 * Prepares the question "from which day on may the rating be another one, if no record changes?". Between the day of
 * the rating and that day score, grade and vetoes are the same, so nobody needs to be rated again before it.
 *
 * @returns a function of the facts and the day of the rating; null when time never changes anything
 * @example nextChangeDay(compiled)(facts, '2026-11-23') // '2026-12-01': a penalty of 2023-11-30 leaves its three years
 */
export function nextChangeDay(compiled: CompiledPack): (facts: readonly RatingFact[], asOf: IsoDate) => IsoDate | null {
  const daysByItem = watchers(compiled);
  return (facts, asOf) => {
    let next: IsoDate | null = null;
    for (const fact of facts) {
      for (const day of daysOf(daysByItem, fact, asOf)) if (day > asOf && (next === null || day < next)) next = day;
    }
    return next;
  };
}

/**
 * The first day after `asOf` from which this record counts nowhere in the rating any more, by time alone.
 *
 * @returns null when it does not count today, or never leaves by itself
 */
export function leavesOn(
  compiled: CompiledPack,
  subject: RatingSubject,
  fact: RatingFact,
  asOf: IsoDate,
): IsoDate | null {
  const counts = (on: IsoDate): boolean => {
    const found = compiled.at(on).evaluate(subject, [fact]);
    return (
      found.lists.some((own) => own.some((list) => list.length > 0)) || found.vetoes.some((v) => v.facts.length > 0)
    );
  };
  if (!standsOn(fact, asOf) || !counts(asOf)) return null;
  const days = daysOf(watchers(compiled), fact, asOf).filter((day) => day > asOf);
  return [...new Set(days)].sort().find((day) => !counts(day)) ?? null;
}

function daysOf(daysByItem: ReadonlyMap<string, readonly FactDays[]>, fact: RatingFact, asOf: IsoDate): IsoDate[] {
  const watching = daysByItem.get(fact.itemCode);
  if (watching === undefined) return [];
  const own = [fact.occurredOn, fact.repairedOn, fact.origin?.adoptedOn].filter((day) => typeof day === 'string');
  return [...own, ...watching.flatMap((days) => days(fact, asOf))];
}

const watchersOf = new WeakMap<CompiledPack, ReadonlyMap<string, readonly FactDays[]>>();

/** Asked for each of thousands of records, and the same for all of them. */
function watchers(compiled: CompiledPack): ReadonlyMap<string, readonly FactDays[]> {
  const known = watchersOf.get(compiled) ?? watchItems(compiled);
  watchersOf.set(compiled, known);
  return known;
}

function watchItems(compiled: CompiledPack): ReadonlyMap<string, readonly FactDays[]> {
  const byItem = new Map<string, FactDays[]>();
  const watch = (items: readonly string[], days: readonly FactDays[]) => {
    for (const item of new Set(items)) byItem.set(item, [...(byItem.get(item) ?? []), ...days]);
  };
  for (const { leaf } of compiled.nodes) {
    if (leaf === null) continue;
    for (const { facts } of selectionsOf(leaf)) watch(facts.items, [...selectionDays(facts), ...leafDays(leaf)]);
  }
  for (const { facts } of compiled.pack.vetoes) if (facts !== undefined) watch(facts.items, selectionDays(facts));
  for (const { item, maxDays } of compiled.pack.dataAgeLimits)
    watch([item], [(fact) => [step(fact.occurredOn, maxDays + 1, 'days')]]);
  return byItem;
}

function selectionDays({ window, where }: Selection): FactDays[] {
  const test = where === undefined ? [] : [conditionDays(where)];
  switch (window.type) {
    case 'none':
      return test;
    case 'validity':
      return [...test, (fact) => [fact.validFrom, ...(fact.validTo === null ? [] : [step(fact.validTo, 1, 'days')])]];
    case 'rolling': {
      const months = window.months ?? (window.years ?? 0) * 12;
      return [...test, (fact) => [fact[window.since], dayAfterMonths(fact[window.since], months)]];
    }
    case 'until_repaired': {
      const { since, maxMonths } = window;
      return [
        ...test,
        (fact) => [fact[since], ...(maxMonths === undefined ? [] : [dayAfterMonths(fact[since], maxMonths)])],
      ];
    }
    default:
      return assertNever(window);
  }
}

function leafDays(leaf: Leaf): FactDays[] {
  if (leaf.measure === 'each')
    return leaf.rules.flatMap(({ when }) => (when === undefined ? [] : [conditionDays(when)]));
  if (leaf.read.take !== 'days_since_latest') return [];
  const { scale } = leaf;
  switch (scale.by) {
    case 'bands': {
      const edges = scale.bands.flatMap(({ from, above, to, below }) =>
        [from, above, to, below].filter((edge) => edge !== undefined),
      );
      return [(fact) => edges.flatMap((edge) => around(fact.occurredOn, edge))];
    }
    case 'linear':
      return [
        (fact, asOf) => {
          const full = Math.floor(daysBetween(fact.occurredOn, asOf) / scale.per);
          return around(fact.occurredOn, (full + 1) * scale.per);
        },
      ];
    case 'map':
      return [(_fact, asOf) => [addDays(asOf, 1)]];
    default:
      return assertNever(scale);
  }
}

/** The days on which an age in days passes a number: from below, onto it, and beyond. */
function around(from: IsoDate, age: number): IsoDate[] {
  const whole = Math.floor(age);
  return [step(from, whole, 'days'), step(from, whole + 1, 'days')];
}

function conditionDays(condition: Condition): FactDays {
  switch (condition.if) {
    case 'all':
    case 'any': {
      const each = condition.of.map(conditionDays);
      return (fact, asOf) => each.flatMap((days) => days(fact, asOf));
    }
    case 'not':
      return conditionDays(condition.of);
    case 'age': {
      const ages = [condition.value, condition.from, condition.to, ...(condition.values ?? [])].filter(
        (age) => age !== undefined,
      );
      if (ages.some((age) => typeof age !== 'number')) return (_fact, asOf) => [addDays(asOf, 1)];
      return (fact) => ages.flatMap((age) => around(fact.occurredOn, Number(age)));
    }
    case 'within':
      // before the second date has come, what happened on it has not happened yet
      return (fact) => {
        const day = isFactDate(condition.field) ? fact[condition.field] : fact.fields[condition.field];
        return typeof day === 'string' && day !== '' ? [day] : [];
      };
    case 'field':
    case 'subject':
      return () => [];
    default:
      return assertNever(condition);
  }
}
