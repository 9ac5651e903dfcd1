import { describe, expect, it } from 'vitest';
import { type Office, openOffice, planVisit, startInspection } from '../../support/office';

const today = '2026-11-23';
const apply = async (office: Office, key: { visitId?: string; inspectionId?: string }, change = {}) => {
  const proposed = await office.call('paper.propose-notice', key);
  return office.call('paper.apply', { ...proposed, ...key, ...change });
};
const decide = (office: Office, id: string, officerId: string) =>
  office.call('paper.decide', { id, officerId, decision: 'approve', on: today });

describe('approval and notice of a visit', () => {
  it('says everything out of the records and goes its way to the service, one audit entry a step', async () => {
    const office = await openOffice();
    const { id: visitId } = await planVisit(office);
    const proposed = await office.call('paper.propose-notice', { visitId });
    expect(proposed).toMatchObject({
      subjectName: '云州示例专利代理事务所',
      kind: 'double_random',
      place: '云州市示例路1号',
      plannedFrom: '2026-09-21T09:00',
      officer1Id: office.zhang,
      officer2Id: office.li,
    });
    expect(proposed.reason).toContain('“年度抽查”');
    expect(proposed.matters.length).toBeGreaterThan(0);
    const { id, no } = await apply(office, { visitId });
    expect(no).toBe('云知检审〔2026〕1号');
    await decide(office, id, office.wang);
    const notice = await office.call('paper.make-notice', { id, on: today });
    expect(notice.no).toBe('云知检通〔2026〕1号');
    await office.call('paper.serve-notice', { id, on: today, receivedBy: '赵某' });
    expect(await office.call('paper.get-notice', { id })).toMatchObject({
      state: 'served',
      decidedBy: { name: '王示例' },
      noticeNo: notice.no,
      receivedBy: '赵某',
    });
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('is not given in one’s own matter, and a refused step takes no number', async () => {
    const office = await openOffice();
    const { id: visitId } = await planVisit(office);
    const { id } = await apply(office, { visitId });

    for (const officerId of [office.zhang, office.li])
      await office.fails('paper.decide', { id, officerId, decision: 'approve', on: today }, 'forbidden');
    await office.fails('paper.decide', { id, officerId: office.wang, decision: 'refuse', on: today }, 'bad_input');
    await office.fails('paper.make-notice', { id, on: today }, 'bad_state');
    await decide(office, id, office.wang);
    expect((await office.call('paper.make-notice', { id, on: today })).no).toBe('云知检通〔2026〕1号');
  });

  it('runs once at a time for a case, found by the visit and by the inspection; after a refusal anew', async () => {
    const office = await openOffice();
    const { id: visitId } = await planVisit(office);
    const { id } = await apply(office, { visitId });
    const made = await startInspection(office, { visitId, startedAt: '2026-09-21T09:00' });
    const proposed = await office.call('paper.propose-notice', { inspectionId: made.id });
    await office.fails('paper.apply', { ...proposed, inspectionId: made.id }, 'conflict');
    await office.call('paper.decide', {
      id,
      officerId: office.wang,
      decision: 'refuse',
      on: today,
      note: '事项不清',
    });
    const again = await apply(office, { inspectionId: made.id });
    expect(again.no).toBe('云知检审〔2026〕2号');
    const { rows, total } = await office.call('paper.list-notices', {});
    expect([total, rows.map(({ state }) => state)]).toEqual([2, ['draft', 'refused']]);
    expect((await office.call('paper.list-notices', { state: 'draft', query: '示例' })).total).toBe(1);
  });

  it('refuses a turned-round time, one officer twice and an unknown case', async () => {
    const office = await openOffice();
    const { id: visitId } = await planVisit(office);
    const proposed = { ...(await office.call('paper.propose-notice', { visitId })), visitId };
    await office.fails('paper.apply', { ...proposed, plannedTo: '2026-09-21T08:00' }, 'bad_input');
    await office.fails('paper.apply', { ...proposed, officer2Id: proposed.officer1Id }, 'bad_input');
    await office.fails('paper.propose-notice', { visitId: 'nothing' }, 'not_found');
    await office.fails('paper.propose-notice', {}, 'bad_input');
  });
});
