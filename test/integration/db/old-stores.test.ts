import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestEngine } from '../../support/engine';
import { temporaryFolder } from '../../support/store';

const fixtures = join(import.meta.dirname, '../../fixtures/stores');

/**
 * A store as an earlier version of the program left it: v10 holds two subjects, two facts, three ratings; v40 also a
 * frozen and drawn plan, the visit that came of it and its order.
 */
test.each(readdirSync(fixtures))(
  'the store of an earlier program (%s) opens, keeps its rows and verifies',
  async (file) => {
    const dir = temporaryFolder();
    mkdirSync(dir, { recursive: true });
    copyFileSync(join(fixtures, file), join(dir, 'store.db'));
    const test = openTestEngine({ dir });
    const { rows } = await test.call('subject.list', {});
    expect(rows.map(({ name, gradeCode }) => [name, gradeCode]).sort()).toEqual([
      ['云州示例专利代理事务所', 'B'],
      ['云州示例制造有限公司', 'A'],
    ]);
    const agency = rows.find(({ kind }) => kind === 'patent_agency');
    const { rows: ratings } = await test.call('rating.history', { subjectId: agency?.id ?? '' });
    expect(ratings).toHaveLength(2);
    for (const { id } of ratings) {
      expect((await test.call('rating.explain', { ratingId: id })).recomputes).toBe(true);
    }
    expect(await test.call('store.verify', {})).toMatchObject({ ok: true, problem: null });
  },
);

test('the draw, the visit and the order of the store of version 40 stay what they were', async () => {
  const dir = temporaryFolder();
  copyFileSync(join(fixtures, 'v40.db'), join(dir, 'store.db'));
  const test = openTestEngine({ dir });
  const [plan] = (await test.call('plan.list', {})).plans;
  expect(await test.call('plan.verify', { id: plan?.id ?? '' })).toMatchObject({ ok: true });
  const { rows: visits } = await test.call('plan.list-visits', { planId: plan?.id ?? '' });
  expect(visits.map(({ state, rank, date }) => [state, rank, date])).toEqual([['inspected', 1, '2026-11-24']]);
  const { rows: orders } = await test.call('rectification.list', {});
  expect(orders.map(({ state, nextDueOn }) => [state, nextDueOn])).toEqual([['ordered', '2026-12-09']]);
});
