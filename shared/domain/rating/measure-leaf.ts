import { assertNever } from '../../kernel/assert';
import { daysBetween, type IsoDate } from '../../kernel/dates';
import { toThousandths } from '../catalogue/thousandths';
import type { RatingSubject } from './condition';
import { compareFacts, type RatingFact } from './fact';
import { edgesOf, intervalIndex } from './interval';
import { type Leaf, type Quantity, type Read, type Scale, type Selection, selectionsOf } from './leaf';
import { factTest, numberOf, subjectValue } from './test-condition';

/** Facts by selection of the leaf, each list oldest first. */
export type FactLists = readonly (readonly RatingFact[])[];

/** What a leaf read: a number in thousandths, a word, or nothing. */
export type Reading = number | string | null;

/** A leaf at one reference date. Points are thousandths on the leaf's own scale. */
export type LeafMeasure = {
  readonly selections: readonly Selection[];
  readonly readsSubject: boolean;
  readonly points: (lists: FactLists, subject: RatingSubject) => number;
  /** What one record adds, where the points are a plain sum over the records; null where they are not. */
  readonly share: ((fact: RatingFact, subject: RatingSubject) => number) | null;
  readonly reading: (lists: FactLists, subject: RatingSubject) => Reading;
  /** The facts that made the reading: of a newest-fact leaf only the newest, else all, oldest first. */
  readonly behind: (lists: FactLists) => readonly RatingFact[];
  /** The pack's remark on the rule that met this fact, or on the band of this reading. */
  readonly remark: (fact: RatingFact | null, reading: Reading, subject: RatingSubject) => string | null;
};

const NEWEST: ReadonlySet<string> = new Set(['latest', 'imported', 'days_since_latest']);

function everyFact(lists: FactLists): readonly RatingFact[] {
  return [...new Set(lists.flat())].sort(compareFacts);
}

/** Prepares a leaf for many subjects at one day. */
export function measureLeaf(leaf: Leaf, asOf: IsoDate): LeafMeasure {
  const selections = selectionsOf(leaf).map((selection) => selection.facts);
  if (leaf.measure === 'each') return { selections, readsSubject: false, ...eachMeasure(leaf, asOf) };
  const read = reader(leaf.read, asOf);
  const { points, remark } = scaler(leaf.scale);
  return {
    selections,
    readsSubject: leaf.read.take === 'subject',
    points: (lists, subject) => points(read(lists, subject)),
    share: null,
    reading: read,
    behind: NEWEST.has(leaf.read.take) ? ([facts = []]) => facts.slice(-1) : everyFact,
    remark: (fact, reading) => (fact === null ? remark(reading) : null),
  };
}

function eachMeasure(
  leaf: Extract<Leaf, { measure: 'each' }>,
  asOf: IsoDate,
): Pick<LeafMeasure, 'points' | 'share' | 'reading' | 'behind' | 'remark'> {
  const rules = leaf.rules.map((rule) => {
    const from = rule.pointsFrom;
    const points = rule.points === undefined ? 0 : scaled(rule.points);
    return {
      note: rule.note ?? null,
      holds: rule.when === undefined ? () => true : factTest(rule.when, asOf),
      pointsOf: (fact: RatingFact) =>
        from === undefined ? points : from.factor * Math.max(0, fieldNumber(fact, from.field) ?? 0),
    };
  });
  const ruleOf = (fact: RatingFact, subject: RatingSubject) => rules.find((rule) => rule.holds(fact, subject));
  const share = (fact: RatingFact, subject: RatingSubject) => ruleOf(fact, subject)?.pointsOf(fact) ?? 0;
  return {
    points: ([facts = []], subject) => facts.reduce((sum, fact) => sum + share(fact, subject), 0),
    share,
    reading: ([facts = []]) => facts.length * 1000,
    behind: everyFact,
    remark: (fact, _reading, subject) => (fact === null ? null : (ruleOf(fact, subject)?.note ?? null)),
  };
}

function reader(read: Read, asOf: IsoDate): LeafMeasure['reading'] {
  switch (read.take) {
    case 'count':
      return ([facts = []]) => facts.length * 1000;
    case 'exists':
      return ([facts = []]) => (facts.length > 0 ? 1000 : 0);
    case 'sum':
      return ([facts = []]) => sumOf(facts, read.field);
    case 'latest':
    case 'imported':
      return ([facts = []]) => wordOrNumber(facts.at(-1)?.fields[read.field] ?? null);
    case 'days_since_latest':
      return ([facts = []]) => {
        const latest = facts.at(-1);
        return latest === undefined ? null : daysBetween(latest.occurredOn, asOf) * 1000;
      };
    case 'share':
      return ([of = [], base = []]) => share(quantity(read.of, of), quantity(read.base, base));
    case 'subject':
      return (_lists, subject) => wordOrNumber(subjectValue(subject, read.field));
    default:
      return assertNever(read);
  }
}

function quantity(of: Quantity, facts: readonly RatingFact[]): number {
  return of.field === undefined ? facts.length * 1000 : sumOf(facts, of.field);
}

// Cut, never rounded up: 89.9999 % must not pass as 90 %.
function share(part: number, base: number): number | null {
  if (base === 0) return null;
  const percent = (BigInt(part) * 100_000n) / BigInt(base);
  return Number(percent);
}

function sumOf(facts: readonly RatingFact[], field: string): number {
  return facts.reduce((sum, fact) => sum + (fieldNumber(fact, field) ?? 0), 0);
}

function fieldNumber(fact: RatingFact, field: string): number | null {
  return numberOf(fact.fields[field] ?? null, `记录 ${fact.id} 的字段 ${field}`);
}

function wordOrNumber(value: string | number | null): Reading {
  if (typeof value !== 'number') return value === '' ? null : value;
  return scaled(value);
}

function scaler(scale: Scale): {
  readonly points: (reading: Reading) => number;
  readonly remark: (reading: Reading) => string | null;
} {
  const missing = scaled(scale.missing);
  switch (scale.by) {
    case 'bands': {
      const highs = scale.bands.map((band) => edgesOf(band).high);
      const bandOf = (reading: Reading) => {
        const value = typeof reading === 'string' ? toThousandths(reading) : reading;
        return value === null ? undefined : scale.bands[intervalIndex(highs, value)];
      };
      return {
        points: (reading) => {
          const band = bandOf(reading);
          return band === undefined ? missing : scaled(band.points);
        },
        remark: (reading) => bandOf(reading)?.note ?? null,
      };
    }
    case 'map': {
      const values = new Map(Object.entries(scale.values).map(([key, points]) => [key, scaled(points)]));
      const other = scaled(scale.other);
      const word = (reading: number | string) => (typeof reading === 'number' ? String(reading / 1000) : reading);
      return {
        points: (reading) => (reading === null ? missing : (values.get(word(reading)) ?? other)),
        remark: () => null,
      };
    }
    case 'linear': {
      const [start, per, points] = [scaled(scale.start), scaled(scale.per), scaled(scale.points)];
      return {
        points: (reading) => {
          const value = typeof reading === 'string' ? toThousandths(reading) : reading;
          return value === null ? missing : start + Math.floor(value / per) * points;
        },
        remark: () => null,
      };
    }
    default:
      return assertNever(scale);
  }
}

function scaled(value: number): number {
  return toThousandths(value) ?? Number.NaN;
}
