import { assertNever } from '../../kernel/assert';
import { addDays, addMonths, daysBetween, type IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { toThousandths } from '../catalogue/thousandths';
import { type Comparison, type Condition, isFactDate, type RatingSubject } from './condition';
import type { RatingFact } from './fact';

export type FactTest = (fact: RatingFact, subject: RatingSubject) => boolean;

type Value = string | number | null;

/**
 * Turns a condition over a fact and its subject into a test at one reference date. A missing field fulfils
 * no comparison at all, `ne` included; ask for it with `not` and `present`.
 *
 * @throws AppError `bad_input` from the test when a field that should be a number is not one
 */
export function factTest(condition: Condition, asOf: IsoDate): FactTest {
  switch (condition.if) {
    case 'all': {
      const tests = condition.of.map((one) => factTest(one, asOf));
      return (fact, subject) => tests.every((test) => test(fact, subject));
    }
    case 'any': {
      const tests = condition.of.map((one) => factTest(one, asOf));
      return (fact, subject) => tests.some((test) => test(fact, subject));
    }
    case 'not': {
      const test = factTest(condition.of, asOf);
      return (fact, subject) => !test(fact, subject);
    }
    case 'field': {
      const holds = comparisonTest(condition);
      return (fact) => holds(fact.fields[condition.field] ?? null, `记录 ${fact.id} 的字段 ${condition.field}`);
    }
    case 'subject': {
      const test = subjectTest(condition);
      return (_fact, subject) => test(subject);
    }
    case 'age': {
      const holds = comparisonTest(condition);
      return (fact) => holds(daysBetween(fact.occurredOn, asOf), `记录 ${fact.id} 的天数`);
    }
    case 'within':
      return withinTest(condition, asOf);
    default:
      return assertNever(condition);
  }
}

/** A condition over the subject alone; the pack check has made sure that it reads no fact. */
export function subjectOnlyTest(condition: Condition, asOf: IsoDate): (subject: RatingSubject) => boolean {
  const test = factTest(condition, asOf);
  return (subject) => test(NO_FACT, subject);
}

/** @returns the thousandths of a number, null for a missing value @throws AppError `bad_input` */
export function numberOf(value: Value, where: string): number | null {
  if (value === null || value === '') return null;
  const scaled = toThousandths(value);
  if (scaled === null) throw new AppError('bad_input', `${where}应当是最多三位小数的数，请更正后重新评价`);
  return scaled;
}

/** What the subject says under that name: its own columns first, then its attributes. */
export function subjectValue(subject: RatingSubject, field: string): Value {
  if (field === 'kind') return subject.kind;
  if (field === 'status') return subject.status;
  return subject.attributes?.[field] ?? null;
}

const NO_FACT: RatingFact = {
  id: '',
  itemCode: '',
  occurredOn: '',
  validFrom: '',
  validTo: null,
  state: 'active',
  repairedOn: null,
  fields: {},
  sourceOrg: '',
  sourceNo: '',
};

function subjectTest(condition: Extract<Condition, { if: 'subject' }>): (subject: RatingSubject) => boolean {
  if (condition.field === 'tags') {
    const wanted = new Set([condition.value, ...(condition.values ?? [])]);
    return (subject) => subject.tags.some((tag) => wanted.has(tag));
  }
  const holds = comparisonTest(condition);
  return (subject) => holds(subjectValue(subject, condition.field), `主体 ${subject.id} 的 ${condition.field}`);
}

function withinTest(condition: Extract<Condition, { if: 'within' }>, asOf: IsoDate): FactTest {
  const { field, since, months, days } = condition;
  return (fact) => {
    const done = dateOf(fact, field);
    const start = dateOf(fact, since);
    // What happens only after the reference date has not happened yet.
    if (done === null || start === null || done > asOf) return false;
    return done <= (months === undefined ? addDays(start, days ?? 0) : addMonths(start, months));
  };
}

function dateOf(fact: RatingFact, name: string): IsoDate | null {
  const value = isFactDate(name) ? fact[name] : fact.fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

type Holds = (value: Value, where: string) => boolean;

function comparisonTest(c: Comparison): Holds {
  switch (c.op) {
    case 'present':
      return (value) => value !== null && value !== '';
    case 'in': {
      const tests = (c.values ?? []).map((operand) => compareTest(operand, (order) => order === 0));
      return (value, where) => tests.some((test) => test(value, where));
    }
    case 'between': {
      const low = compareTest(c.from ?? '', (order) => order >= 0);
      const high = compareTest(c.to ?? '', (order) => order <= 0);
      return (value, where) => low(value, where) && high(value, where);
    }
    case 'eq':
    case 'has':
      return compareTest(c.value ?? '', (order) => order === 0);
    case 'ne':
      return compareTest(c.value ?? '', (order) => order !== 0);
    case 'gt':
      return compareTest(c.value ?? '', (order) => order > 0);
    case 'gte':
      return compareTest(c.value ?? '', (order) => order >= 0);
    case 'lt':
      return compareTest(c.value ?? '', (order) => order < 0);
    case 'lte':
      return compareTest(c.value ?? '', (order) => order <= 0);
    default:
      return assertNever(c.op);
  }
}

// A number in the pack compares as an exact number; text compares as text, which also orders dates.
function compareTest(operand: string | number, accept: (order: number) => boolean): Holds {
  if (typeof operand === 'number') {
    const right = toThousandths(operand) ?? Number.NaN;
    return (value, where) => {
      const left = numberOf(value, where);
      return left !== null && accept(left - right);
    };
  }
  return (value) => {
    if (value === null || value === '') return false;
    const left = String(value);
    return accept(left < operand ? -1 : left > operand ? 1 : 0);
  };
}
