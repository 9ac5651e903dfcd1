import { describe, expect, test } from 'vitest';
import { openTestEngine } from '../../support/engine';

describe.each(['2026-11-23', '2026-01-15', '2026-07-01'])('the sample office told on %s', (today) => {
  test('holds every workflow in every state, and verifies', async () => {
    const office = openTestEngine({ today });
    const { steps } = await office.call('sample.load', {});
    expect(steps.every((step) => step.count >= 0)).toBe(true);

    const { total } = await office.call('subject.list', { limit: 1 });
    expect(total).toBeGreaterThan(400);
    const { rows: orders } = await office.call('rectification.list', { limit: 1000 });
    expect(new Set(orders.map((order) => order.state))).toEqual(new Set(['ordered', 'closed', 'escalated']));
    const { rows: repairs } = await office.call('repair.list', {});
    expect(repairs.map((repair) => repair.state).sort()).toEqual(['applied', 'closed', 'refused']);
    const { rows: open } = await office.call('inspection.list', { state: 'open' });
    expect(open).toHaveLength(1);
    const { plans } = await office.call('plan.list', {});
    const [plan] = plans;
    expect(await office.call('plan.verify', { id: plan?.id ?? '' })).toMatchObject({ ok: true });
    const { campaigns } = await office.call('plan.list-campaigns', {});
    expect(campaigns).toMatchObject([{ state: 'open', tasks: 4 }]);
    const { rows: arranged } = await office.call('plan.list-tasks', { source: 'arranged', limit: 1000 });
    expect(arranged.filter(({ mergedInto }) => mergedInto !== null)).toHaveLength(1);
    expect(arranged.filter(({ overCap }) => overCap)).toHaveLength(1);
    expect(arranged.filter(({ kind }) => kind === 'desk_review')).toHaveLength(1);
    const { distribution } = await office.call('rating.list', { limit: 1 });
    expect(new Set(distribution.map((entry) => entry.gradeCode)).size).toBeGreaterThanOrEqual(4);
    const leads = await office.call('lead.list', { limit: 1000 });
    expect(Object.values(leads.counts).every((count) => count > 0)).toBe(true);
    expect(new Set(leads.dimensions.map(({ name }) => name)).size).toBe(6);
    const { total: applicants, sums } = await office.call('filing.list-applicants', {});
    expect(applicants).toBeGreaterThan(50);
    expect(sums.ratePerMille).toBeGreaterThan(850);
    const { counts: results } = await office.call('review.count', {});
    expect(Object.values(results).every((count) => count > 0)).toBe(true);
    const letters = await office.call('letter.list', { limit: 10 });
    expect(letters.counts).toMatchObject({ sent: 2, replied: 1 });
    expect(letters.overdue).toBe(1);
    expect(await office.call('lead.scan', {})).toMatchObject({ inserted: 0, updated: 0, withdrawn: 0 });
    expect(await office.call('office.get', {})).toMatchObject({ practice: true });
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true, problem: null });
    const again = await office.fails('sample.load', {}, 'bad_state');
    expect(again.message).toContain('空的存储');
  });
});
