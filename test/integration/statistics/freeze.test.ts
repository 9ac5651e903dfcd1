import { describe, expect, it } from 'vitest';
import { fillIn, finishedInspection, type Office, openOffice, planVisit, startInspection } from '../../support/office';

const freeze = (office: Office, month: string) =>
  office.call('statistics.freeze-month', { month, secondOfficerId: office.li });

async function figure(office: Office, month: string, id: string, scope: 'month' | 'year' = 'month') {
  const { figures } = await office.call('statistics.overview', { month, scope });
  const found = figures.find((one) => one.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
}

/** As the returned record of another office would be corrected: the row itself changes, with its audit entry. */
const correctResult = (office: Office, id: string) =>
  office.write((tx) => tx.update('inspection', id, { result_code: '1', disposition_code: 'none_needed' }));

describe('the figures of a month', () => {
  it('count visits, inspections and problems, each opening its records', async () => {
    const office = await openOffice({ today: '2026-11-23' });
    await planVisit(office, { date: '2026-10-12' });
    await planVisit(office, { date: '2026-10-13', state: 'cancelled' });
    const { id, no } = await finishedInspection(office, { startedAt: '2026-10-12T09:00' });
    await startInspection(office, { startedAt: '2026-10-14T09:00' });
    expect((await figure(office, '2026-10', 'planned')).now.value).toEqual({ unit: 'count', value: 1 });
    expect((await figure(office, '2026-10', 'inspected')).now.value).toEqual({ unit: 'count', value: 1 });
    expect((await figure(office, '2026-10', 'problem_rate')).now.text).toBe('100.00%（1÷1）');
    expect((await figure(office, '2026-10', 'inspected')).before).toMatchObject({
      month: '2026-09',
      text: '0',
      change: '基数为 0',
    });
    const rows = await office.call('statistics.list-rows', { month: '2026-10', figure: 'problem' });
    expect(rows).toMatchObject({ frozen: false, total: 1, rows: [{ recordId: id, no, result: '5', station: '一队' }] });
    const byKind = { month: '2026-10', figure: 'inspected', by: 'kind', key: 'special' } as const;
    expect((await office.call('statistics.list-rows', byKind)).total).toBe(0);
    await office.fails('statistics.list-rows', { month: '2026-10', figure: 'problem_rate' }, 'bad_input');
    await office.fails('statistics.overview', { month: '2026-13' }, 'bad_input');
  });

  it('split the same way from the kept counts as from the records', async () => {
    const office = await openOffice({ today: '2026-11-23' });
    await finishedInspection(office, { startedAt: '2026-10-12T09:00' });
    await finishedInspection(office, { startedAt: '2026-10-13T09:00', kind: 'special' });
    for (const by of ['kind', 'result', 'disposition', 'station', 'grade'] as const) {
      const { figures, parts } = await office.call('statistics.split', { month: '2026-10', by });
      const at = figures.findIndex(({ id }) => id === 'inspected');
      expect(parts.reduce((sum, part) => sum + (part.values[at] ?? 0), 0)).toBe(2);
    }
    const kept = await office.call('statistics.split', { month: '2026-10', by: 'kind' });
    expect(kept.parts.map(({ label }) => label)).toEqual(['日常检查', '专项检查']);
  });

  it('keeps the counts true when a record changes or is cancelled', async () => {
    const office = await openOffice({ today: '2026-11-23' });
    const { id } = await finishedInspection(office, { startedAt: '2026-10-12T09:00' });
    const visit = await planVisit(office, { date: '2026-10-12' });
    await office.write((tx) => tx.update('inspection', id, { started_at: '2026-09-12T09:00' }));
    await office.write((tx) => tx.update('visit', visit.id, { state: 'cancelled' }));
    expect((await figure(office, '2026-10', 'inspected')).now.text).toBe('0');
    expect((await figure(office, '2026-09', 'inspected')).now.text).toBe('1');
    expect((await figure(office, '2026-10', 'planned')).now.text).toBe('0');
    const kept = office.engine.store.reader
      .prepare('select source, month, kind, result, n from stat_count where n <> 0')
      .all();
    expect(kept).toEqual([{ source: 'inspection', month: '2026-09', kind: 'daily', result: '5', n: 1 }]);
  });
});

describe('a frozen month', () => {
  it('keeps figures and rows as they were; a later change is a correction of the next month', async () => {
    const office = await openOffice({ today: '2026-11-23' });
    const { id, no } = await finishedInspection(office, { startedAt: '2026-09-21T09:00' });
    const frozen = await freeze(office, '2026-09');
    expect(frozen).toMatchObject({ rows: 1, corrections: 0 });
    await correctResult(office, id);
    // frozen figures and rows do not move
    expect((await figure(office, '2026-09', 'problem')).now.text).toBe('1');
    expect(await office.call('statistics.list-rows', { month: '2026-09', figure: 'problem' })).toMatchObject({
      frozen: true,
      total: 1,
      rows: [{ no, result: '5' }],
    });
    const found = await office.call('statistics.list-corrections', { month: '2026-10' });
    expect(found.corrections).toMatchObject([
      {
        month: '2026-09',
        recordId: id,
        change: 'changed',
        figures: { problem: -1 },
        before: { result: '5' },
        after: { result: '1' },
      },
    ]);
    expect(found.corrections[0]?.text).toContain('由“违反其他部门相关规定”改为“未发现问题”');
    expect(await freeze(office, '2026-10')).toMatchObject({ corrections: 1 });
    expect((await office.call('statistics.list-corrections', { month: '2026-10' })).corrections).toHaveLength(1);
    // reported once, not again
    expect((await office.call('statistics.list-corrections', { month: '2026-11' })).corrections).toEqual([]);
    expect(await figure(office, '2026-09', 'problem')).toMatchObject({ now: { text: '1' }, corrected: { text: '0' } });
    expect(await office.call('statistics.verify-month', { month: '2026-10' })).toMatchObject({
      ok: true,
      problem: null,
    });
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('reports an inspection that was finished late or moved out, and nothing for a new name', async () => {
    const office = await openOffice({ today: '2026-11-23' });
    const open = await startInspection(office, { startedAt: '2026-09-22T09:00' });
    const moved = await finishedInspection(office, { startedAt: '2026-09-21T09:00' });
    await freeze(office, '2026-09');
    await fillIn(office, open.id, { problem: 'PA-01' });
    const end = { endedAt: '2026-09-22T11:00', resultCode: '5', dispositionCode: 'order_correction' } as const;
    await office.call('inspection.finish', { id: open.id, ...end });
    await office.write((tx) =>
      tx.update('inspection', moved.id, { started_at: '2026-10-21T09:00', ended_at: '2026-10-21T10:00' }),
    );
    await office.write((tx) => tx.update('subject', office.subjectId, { name: '更名后的代理事务所' }));
    const { corrections } = await office.call('statistics.list-corrections', { month: '2026-10' });
    expect(corrections.map(({ recordId, change }) => [recordId, change]).sort()).toEqual(
      [
        [open.id, 'added'],
        [moved.id, 'removed'],
      ].sort(),
    );
  });

  it('is refused twice, out of order, while it runs, without a second person and with the same one', async () => {
    const office = await openOffice({ today: '2026-11-23' });
    const second = office.li;
    const running = await office.fails(
      'statistics.freeze-month',
      { month: '2026-11', secondOfficerId: second },
      'bad_state',
    );
    expect(running.message).toContain('还没有结束');
    await office.fails('statistics.freeze-month', { month: '2026-09', secondOfficerId: office.zhang }, 'forbidden');
    await office.fails('statistics.freeze-month', { month: '2026-09', secondOfficerId: 'nobody' }, 'not_found');
    await freeze(office, '2026-08');
    const again = await office.fails(
      'statistics.freeze-month',
      { month: '2026-08', secondOfficerId: second },
      'bad_state',
    );
    expect(again.message).toContain('不能再冻结一次');
    const jump = await office.fails(
      'statistics.freeze-month',
      { month: '2026-10', secondOfficerId: second },
      'bad_state',
    );
    expect(jump.message).toContain('请先冻结2026年9月');
    await office.fails('statistics.freeze-month', { month: '2026-07', secondOfficerId: second }, 'bad_state');
    await freeze(office, '2026-09');
    const { months } = await office.call('statistics.list-months', {});
    expect(months.slice(0, 4).map(({ month, state }) => [month, state])).toEqual([
      ['2026-11', 'running'],
      ['2026-10', 'ready'],
      ['2026-09', 'frozen'],
      ['2026-08', 'frozen'],
    ]);
  });

  it('says when a frozen figure or row was changed with another program', async () => {
    const office = await openOffice({ today: '2026-11-23' });
    await finishedInspection(office, { startedAt: '2026-09-21T09:00' });
    await freeze(office, '2026-09');
    const { writer } = office.engine.store;
    writer.exec("update month_figure set value = 9 where figure = 'inspected' and dimension = 'month'");
    const figures = await office.call('statistics.verify-month', { month: '2026-09' });
    expect(figures).toMatchObject({ ok: false });
    writer.exec(`update month_row set content = replace(content, '"result":"5"', '"result":"1"')`);
    const rows = await office.call('statistics.verify-month', { month: '2026-09' });
    expect(rows.problem).toContain('与冻结时的哈希不一致');
    await office.fails('statistics.verify-month', { month: '2026-10' }, 'bad_state');
  });
});
