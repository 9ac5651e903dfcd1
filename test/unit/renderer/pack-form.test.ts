import { describe, expect, it } from 'vitest';
import { type Condition, conditionSchema } from '#shared/domain/rating/condition';
import { coverProblems } from '#shared/domain/rating/interval';
import { leafSchema } from '#shared/domain/rating/leaf';
import { withMeasure, withTake } from '../../../renderer/features/pack/blanks';
import type { CatalogueField } from '../../../renderer/features/pack/catalogue-fields';
import {
  blankCondition,
  type Kind,
  opsFor,
  withField,
  withKind,
  withOp,
} from '../../../renderer/features/pack/condition-form';
import { begin, record, stepBack, stepForward } from '../../../renderer/features/pack/history';
import { addBand, type Edges, removeBand, setCut, swapBands } from '../../../renderer/features/pack/intervals';

const field = (key: string, type: string, choices: CatalogueField['choices'] = []): CatalogueField => ({
  key,
  label: key,
  type,
  required: false,
  choices,
});
const fields = [
  field('degree', 'choice', [{ code: 'serious', label: '严重' }]),
  field('fine', 'money'),
  field('curedOn', 'date'),
];
const KINDS: readonly Kind[] = ['all', 'any', 'not', 'field', 'subject', 'age', 'within'];
const accepts = (condition: unknown) => conditionSchema.safeParse(condition).success;

describe('the condition builder', () => {
  it('begins every kind with a condition that the pack accepts', () => {
    for (const kind of KINDS) expect([kind, accepts(blankCondition(kind, fields))]).toEqual([kind, true]);
  });

  it('goes from every kind to every other without a form that the pack refuses', () => {
    for (const from of KINDS) {
      for (const to of KINDS) {
        const changed = withKind(blankCondition(from, fields), to, fields);
        expect([from, to, changed.if, accepts(changed)]).toEqual([from, to, to, true]);
      }
    }
  });

  it('leaves no operand of the old comparison behind', () => {
    const base: Extract<Condition, { if: 'field' }> = { if: 'field', field: 'fine', op: 'gte', value: 5 };
    for (const from of opsFor(fields[1])) {
      for (const to of opsFor(fields[1])) expect(accepts(withOp(withOp(base, from, true), to, true))).toBe(true);
    }
    expect(withOp(base, 'between', true)).toEqual({ if: 'field', field: 'fine', op: 'between', from: 5, to: 5 });
    expect(withOp(base, 'in', true)).toEqual({ if: 'field', field: 'fine', op: 'in', values: [5] });
  });

  it('compares a number with a number and a choice with a text when the field changes', () => {
    const choice: Extract<Condition, { if: 'field' }> = { if: 'field', field: 'degree', op: 'eq', value: 'serious' };
    const money = withField(choice, field('fine', 'money'));
    expect(money).toEqual({ if: 'field', field: 'fine', op: 'eq', value: 0 });
    expect(withField(withOp(money, 'gte', true), field('degree', 'choice'))).toMatchObject({ op: 'eq', value: '' });
  });

  it('keeps the conditions inside when 同时 becomes 任一', () => {
    const of = [blankCondition('field', fields), blankCondition('age', fields)];
    expect(withKind({ if: 'all', of }, 'any', fields)).toEqual({ if: 'any', of });
    expect(withKind({ if: 'not', of: of[0] as Condition }, 'all', fields)).toEqual({ if: 'all', of: [of[0]] });
  });
});

describe('the way of scoring', () => {
  it('keeps the chosen records through every change of the way of reading', () => {
    const facts = { items: ['penalty_patent'], window: { type: 'validity' as const } };
    const each = leafSchema.parse({ measure: 'each', facts, rules: [{ points: -5 }] });
    const value = withMeasure(each, 'value');
    expect(leafSchema.safeParse(value).success).toBe(true);
    if (value.measure !== 'value') throw new Error('not changed');
    for (const take of ['sum', 'share', 'exists', 'latest', 'count'] as const) {
      const read = withTake(value.read, take);
      expect(JSON.stringify(read)).toContain('penalty_patent');
    }
    expect(withMeasure(value, 'each')).toMatchObject({ measure: 'each', facts });
  });
});

describe('bands that meet', () => {
  const bands = [
    { below: 60, name: 'D' },
    { from: 60, below: 80, name: 'C' },
    { from: 80, name: 'A' },
  ] as readonly (Edges & {
    readonly name: string;
  })[];
  const isWhole = (list: readonly Edges[]) => coverProblems(list as never, 'x').length === 0;

  it('moves the beginning of the next band with the end of this one', () => {
    const moved = setCut(bands, 0, { kind: 'to', value: 65 });
    expect(moved[0]).toMatchObject({ to: 65 });
    expect(moved[0]).not.toHaveProperty('below');
    expect(moved[1]).toMatchObject({ above: 65, below: 80 });
    expect(isWholeBare(moved)).toBe(true);
  });

  it('never leaves a gap or an overlap after adding, removing or swapping', () => {
    const results = [
      addBand(bands, { name: 'S' }),
      removeBand(bands, 0),
      removeBand(bands, 1),
      removeBand(bands, 2),
      swapBands(bands, 0, 1),
      swapBands(bands, 2, -1),
    ];
    expect(results.map(isWholeBare)).toEqual(results.map(() => true));
  });

  it('leaves the scores where they are when two grades change places', () => {
    const swapped = swapBands(bands, 0, 1);
    expect(swapped.map(({ name }) => name)).toEqual(['C', 'D', 'A']);
    expect(swapped[0]).toMatchObject({ below: 60 });
    expect(swapped[1]).toMatchObject({ from: 60, below: 80 });
    expect(swapBands(bands, 0, -1)).toBe(bands);
  });

  function isWholeBare(list: readonly (Edges & { readonly name: string })[]): boolean {
    return isWhole(list.map(({ name: _, ...edges }) => edges));
  }
});

describe('taking a step back', () => {
  it('is one step for a word typed and one for each edit of the tree', () => {
    let history = begin('a');
    history = record(history, 'ab', 'title');
    history = record(history, 'abc', 'title');
    history = record(history, 'abc+node', '');
    history = record(history, 'abc+node+node', '');
    expect(stepBack(history).now).toBe('abc+node');
    expect(stepBack(stepBack(history)).now).toBe('abc');
    expect(stepBack(stepBack(stepBack(history))).now).toBe('a');
  });

  it('comes forward again, and forgets the future after a new edit', () => {
    const history = record(record(begin('a'), 'b', ''), 'c', '');
    const back = stepBack(history);
    expect(stepForward(back).now).toBe('c');
    expect(stepForward(record(back, 'd', '')).now).toBe('d');
    expect(stepBack(begin('a')).now).toBe('a');
  });

  it('does not join typing before and after a step back', () => {
    const typed = record(record(begin('a'), 'ab', 'title'), 'abc', '');
    const again = record(stepBack(typed), 'abX', 'title');
    expect(stepBack(again).now).toBe('ab');
  });
});
