import { describe, expect, it } from 'vitest';
import { openTestEngine } from '../../support/engine';
import { finishedInspection, openOffice, planVisit, rateNow, saveOfficer, startInspection } from '../../support/office';

describe('today', () => {
  it('leads an empty store through its first steps', async () => {
    const test = openTestEngine();
    const { setup, items, counts, grades } = await test.call('today.get', {});
    expect(setup.map((step) => step.key)).toEqual(['office', 'officers', 'subjects', 'rating', 'plan']);
    expect(setup.every((step) => !step.done)).toBe(true);
    expect([items, grades, counts.subjects]).toEqual([[], [], 0]);
    await saveOfficer(test, '张示例', 'Y001');
    const one = await test.call('today.get', {});
    // one officer cannot inspect
    expect(one.setup.find((step) => step.key === 'officers')?.done).toBe(false);
  });

  it('puts what is late first and counts what is open', async () => {
    const office = await openOffice({ today: '2026-10-12' });
    await saveOfficer(office, '赵将到期', 'Y004', { certificateUntil: '2026-12-11' });
    await saveOfficer(office, '钱尚早', 'Y005', { certificateUntil: '2026-12-12' });
    await saveOfficer(office, '孙离岗', 'Y006', { certificateUntil: '2026-01-01', active: false });
    const { id: inspectionId, findingId } = await finishedInspection(office);
    const order = await office.call('rectification.order', {
      subjectId: office.subjectId,
      inspectionId,
      orderedOn: '2026-09-24',
      items: [{ findingId, problem: '地址不一致', requirement: '办理变更', term: { count: 5, unit: 'working_day' } }],
      violated: '第四十一条',
      basis: '第二十八条',
      contact: '张示例',
      contactPhone: '000',
      officerIds: [office.zhang, office.li],
    });
    const open = await startInspection(office, { startedAt: '2026-10-12T09:00' });
    const dishonesty = await office.call('dishonesty.create', {
      subjectId: office.subjectId,
      actCode: 'SX-6-2',
      regime: 'cnipa',
      class: 'general',
      documentNo: '云知认〔2026〕1号',
      authority: '云州市知识产权局',
      decidedOn: '2026-05-10',
      actSummary: '代理恶意商标注册申请',
    });
    const today = await office.call('today.get', {});
    expect(today.items.map((item) => [item.noun, item.id, item.urgency])).toEqual([
      ['rectification', order.id, 'overdue'],
      ['inspection', open.id, 'today'],
      ['result', inspectionId, 'later'],
      ['dishonesty', dishonesty.id, 'later'],
      ['officer', expect.any(String), 'later'],
      // the clock stands in the autumn and the year to come is not imported
      ['calendar', '2027', 'later'],
      // signed on paper, not scanned yet
      ['inspection', inspectionId, 'later'],
      ['rating', 'unrated', 'later'],
    ]);
    expect(today.items[0]).toMatchObject({ dueOn: '2026-10-09', remaining: '已逾期 2 个工作日', next: '登记送达' });
    expect(today.items.at(-1)?.title).toContain('1 个');
    expect(today.counts).toMatchObject({
      inspectionsOpen: 1,
      rectificationsOpen: 1,
      rectificationsOverdue: 1,
      repairableSoon: 1,
    });
    // a make-up day counts as one
    office.goTo('2026-10-10');
    const makeUp = await office.call('today.get', {});
    expect([makeUp.isWorkingDay, makeUp.items[0]?.remaining]).toEqual([true, '已逾期 1 个工作日']);
    office.goTo('2026-10-11');
    expect((await office.call('today.get', {})).isWorkingDay).toBe(false);
  });

  it('shows the visits of the next seven days and those that were missed, and forgets a void plan', async () => {
    const office = await openOffice({ today: '2026-10-14' });
    const missed = await planVisit(office, { date: '2026-10-13' });
    const near = await planVisit(office, { date: '2026-10-18' });
    await planVisit(office, { date: '2026-10-21' });
    await planVisit(office, { date: '2026-10-22' });
    await planVisit(office, { date: '2026-10-15', state: 'cancelled' });
    const before = await office.call('today.get', {});
    expect(before.items.filter((item) => item.noun === 'visit').map((item) => [item.dueOn, item.urgency])).toEqual([
      ['2026-10-13', 'overdue'],
      ['2026-10-18', 'soon'],
      ['2026-10-21', 'soon'],
    ]);
    expect(before.upcoming).toMatchObject([
      { visitId: near.id, officers: ['张示例', '李示例'], address: '云州市示例路1号' },
      { date: '2026-10-21' },
    ]);
    // the week ends on Sunday the 18th
    expect(before.counts.visitsThisWeek).toBe(1);
    for (const { planId } of [missed, near])
      await office.write((tx) => tx.update('plan', planId, { state: 'void', void_reason: '重抽' }));
    const after = await office.call('today.get', {});
    expect(after.items.filter((item) => item.noun === 'visit').map((item) => item.dueOn)).toEqual(['2026-10-21']);
  });

  it('counts a subject as rated once it is, under the pack that rated it', async () => {
    const office = await openOffice();
    const { gradeCode } = await rateNow(office);
    const { grades, items, setup } = await office.call('today.get', {});
    expect(grades).toEqual([{ packId: 'patent-agency-credit', gradeCode, count: 1 }]);
    expect(items.filter((item) => item.noun === 'rating')).toEqual([]);
    expect(setup.find((step) => step.key === 'rating')?.done).toBe(true);
  });

  it('follows a repair from step to step and drops it when it is closed', async () => {
    const office = await openOffice({ today: '2026-11-13' });
    const { id: dishonestyId } = await office.call('dishonesty.create', {
      subjectId: office.subjectId,
      actCode: 'SX-6-2',
      regime: 'cnipa',
      class: 'general',
      documentNo: '云知认〔2026〕1号',
      authority: '云州市知识产权局',
      decidedOn: '2026-05-10',
      actSummary: '代理恶意商标注册申请',
    });
    const { conditions } = await office.call('repair.preview', { dishonestyId, on: '2026-11-13' });
    const { id } = await office.call('repair.apply', {
      dishonestyId,
      appliedOn: '2026-11-13',
      applicant: { contact: '王经理', phone: '', statement: '' },
      conditions: conditions.map(({ code }) => ({ code, met: true, evidence: '见附件' })),
    });
    const next = async () =>
      (await office.call('today.get', {})).items
        .filter((item) => item.noun === 'repair')
        .map((item) => [item.next, item.dueOn]);
    const on = { id, on: '2026-11-13' };
    expect(await next()).toEqual([['核查', '2026-11-27']]);
    await office.call('repair.verify', {
      ...on,
      officer1Id: office.zhang,
      officer2Id: office.li,
      method: 'desk',
      text: '属实',
    });
    expect(await next()).toEqual([['提出意见', '2026-11-27']]);
    await office.call('repair.opine', { ...on, officerId: office.zhang, text: '建议准予', recommend: 'grant' });
    expect(await next()).toEqual([['作出决定', '2026-11-27']]);
    await office.call('repair.decide', { ...on, officerId: office.wang, decision: 'grant' });
    expect(await next()).toEqual([['停止公示、停止共享、解除管理措施、重新评价', '2026-11-20']]);
    await office.call('repair.follow-up', { ...on, code: 'unpublish' });
    expect(await next()).toEqual([['停止共享、解除管理措施、重新评价', null]]);
    for (const code of ['stop_sharing', 'lift_measures', 're_rate'] as const)
      await office.call('repair.follow-up', { ...on, code });
    expect(await next()).toEqual([]);
    expect((await office.call('today.get', {})).counts.repairsOpen).toBe(0);
  });
});
