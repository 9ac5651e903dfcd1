import { expect, it } from 'vitest';
import { finishedInspection, openOffice, planVisit } from '../../support/office';

const today = '2026-11-23';

it('the papers of a case stand in the order of the work and change with each step', async () => {
  const office = await openOffice();
  const { id: visitId } = await planVisit(office);
  const before = await office.call('paper.get-case', { visitId });
  expect(before).toMatchObject({ next: { step: 'apply' }, ground: { allowed: false }, notice: null });
  expect(before.papers.map(({ paper, state }) => `${paper} ${state}`)).toEqual([
    'check-approval to_make',
    'check-notice to_make',
    'inspection-record to_make',
    'interview-record not_needed',
    'rectification-order not_needed',
    'recheck-record not_needed',
    'result-record to_make',
  ]);
  const proposed = await office.call('paper.propose-notice', { visitId });
  const { id } = await office.call('paper.apply', { ...proposed, visitId, urgentReason: '接举报须立即核查' });
  expect((await office.call('paper.get-case', { visitId })).ground).toMatchObject({ allowed: true, how: 'urgent' });
  await office.call('paper.decide', { id, officerId: office.wang, decision: 'approve', on: today });
  await office.call('paper.skip-notice', { id, reason: '双随机抽查不事先通知' });
  const made = await finishedInspection(office, { visitId });
  const after = await office.call('paper.get-case', { inspectionId: made.id });
  expect(after).toMatchObject({ visitId, inspectionNo: made.no, next: { step: 'order_correction', id: made.id } });
  expect(after.papers.find(({ paper }) => paper === 'check-notice')).toMatchObject({
    state: 'not_needed',
    remark: '不事先通知：双随机抽查不事先通知',
  });
  expect(after.papers.find(({ paper }) => paper === 'rectification-order')).toMatchObject({ state: 'to_make' });
});

it('numbers of the person asked are shown in full only with an entry in the log', async () => {
  const office = await openOffice();
  const { id: inspectionId } = await finishedInspection(office);
  const { id } = await office.call('interview.start', {
    inspectionId,
    startedAt: '2026-09-21T11:00',
    place: '会议室',
    officer1Id: office.zhang,
    officer2Id: office.li,
    recorderId: office.li,
    personName: '赵某某',
    personIdNumber: '11010519491231002X',
  });
  const shown = await office.call('paper.get', { paper: 'interview-record', id });
  expect(shown.masked).toBe(true);
  expect(JSON.stringify(shown)).not.toContain('11010519491231002X');
  const logged = () => office.engine.store.reader.prepare('select count(*) from query_log').pluck().get();
  expect(logged()).toBe(0);
  const full = await office.call('paper.get-full', { paper: 'interview-record', id });
  expect(JSON.stringify(full)).toContain('11010519491231002X');
  expect(logged()).toBe(1);
});

it('a blank paper is opened by the number taken for it, and not by that of another series', async () => {
  const office = await openOffice();
  const { id: visitId } = await planVisit(office);
  const { ids, nos } = await office.call('number.reserve', { noun: 'inspection', paper: 'inspection-record', visitId });
  const reservedId = ids[0] ?? '';
  const shown = await office.call('paper.get-blank', { paper: 'inspection-record', reservedId });
  expect(shown.content).toMatchObject({ no: nos[0], blank: true });
  expect(JSON.stringify(shown.content)).toContain('张示例（执法证号 Y001）');
  await office.fails('paper.get-blank', { paper: 'interview-record', reservedId }, 'bad_input');
});
