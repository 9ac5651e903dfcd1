import { describe, expect, it } from 'vitest';
import { finishedInspection, type Office, openOffice, startInspection } from '../../support/office';

const input = (office: Office, inspectionId: string, change = {}) => ({
  inspectionId,
  startedAt: '2026-09-21T11:00',
  place: '云州市示例路1号会议室',
  officer1Id: office.zhang,
  officer2Id: office.li,
  recorderId: office.li,
  personName: '赵某某',
  personSex: 'female' as const,
  personIdNumber: '11010519491231002X',
  personPhone: '13800138000',
  ...change,
});
const finish = { endedAt: '2026-09-21T11:40', confirmation: '以上笔录我已看过，与我说的一致。' };

describe('a questioning', () => {
  it('starts with the standard questions, takes questions in between, and is finished for good', async () => {
    const office = await openOffice();
    const { id: inspectionId } = await finishedInspection(office);
    const { id, no } = await office.call('interview.start', input(office, inspectionId));
    expect(no).toBe('云知询〔2026〕1号');
    const opened = await office.call('interview.get', { id });
    expect(opened.interview.lines.map(({ standard }) => standard)).toEqual(['identity', 'rights', 'truth']);
    expect(opened.interview.lines[0]?.question).toContain('云州市知识产权局的执法人员');
    expect(opened.interview.lines[0]?.question).toContain('Y001、Y002');
    expect(opened.interview.personIdNumber).toBe('110***********002X');
    expect(opened.interview.personPhone).toBe('138****8000');
    const ask = (question: string, afterId?: string) =>
      office.call('interview.save-line', { id, question, answer: '答。', ...(afterId ? { afterId } : {}) });
    const first = await ask('第一问');
    await ask('第三问');
    const second = await ask('第二问', first.id);
    for (let n = 0; n < 14; n++) await ask(`补${n}`, second.id);
    const { interview } = await office.call('interview.get', { id });
    const free = interview.lines.filter(({ standard }) => standard === null).map(({ question }) => question);
    expect([free.slice(0, 4), free.at(-1)]).toEqual([['第一问', '第二问', '补13', '补12'], '第三问']);
    await office.call('interview.finish', { id, ...finish });
    const last = interview.lines.at(-1)?.id ?? '';
    await office.fails('interview.save-line', { id, lineId: last, question: 'x', answer: 'y' }, 'bad_state');
    expect((await office.call('interview.get', { id })).interview).toMatchObject({ state: 'finished', ...finish });
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('never overlaps the site record of the same officers, at its beginning and at its end', async () => {
    const office = await openOffice();
    const { id: inspectionId } = await finishedInspection(office);
    const early = input(office, inspectionId, { startedAt: '2026-09-21T10:59' });
    expect((await office.fails('interview.start', early, 'bad_input')).message).toContain('询问时间与它重叠');
    await office.fails('interview.start', { ...early, startedAt: '2026-09-21T08:00' }, 'bad_input');
    const { id } = await office.call('interview.start', input(office, inspectionId));
    await office.call('interview.save-line', { id, question: '问', answer: '答' });
    await office.fails('interview.update', { id, startedAt: '2026-09-21T10:30' }, 'bad_input');
    const twice = input(office, inspectionId, { startedAt: '2026-09-21T11:10' });
    await office.fails('interview.start', twice, 'bad_input');
    await office.call('interview.finish', { id, ...finish });
    await office.fails('interview.start', twice, 'bad_input');
    const next = await office.call('interview.start', { ...twice, startedAt: '2026-09-21T11:40' });
    expect((await office.call('interview.get', { id: next.id })).interview.nth).toBe(2);
  });

  it('keeps the end of the inspection from running into it', async () => {
    const office = await openOffice();
    const { id: inspectionId } = await startInspection(office);
    const { id } = await office.call('interview.start', input(office, inspectionId, { startedAt: '2026-09-21T10:00' }));
    await office.call('interview.save-line', { id, question: '问', answer: '答' });
    await office.call('interview.finish', { id, ...finish, endedAt: '2026-09-21T10:30' });
    const { problems } = await office.call('inspection.check-departure', {
      id: inspectionId,
      endedAt: '2026-09-21T11:00',
    });
    expect(problems.find(({ code }) => code === 'overlap')?.message).toContain('询问笔录');
    const early = await office.call('inspection.check-departure', { id: inspectionId, endedAt: '2026-09-21T10:00' });
    expect(early.problems.some(({ code }) => code === 'overlap')).toBe(false);
  });

  it('is not finished without answers or, when refused, without a witness; standard questions stay', async () => {
    const office = await openOffice();
    const { id: inspectionId } = await finishedInspection(office);
    const { id } = await office.call('interview.start', input(office, inspectionId));
    await office.fails('interview.finish', { id, ...finish }, 'bad_input');
    const line = await office.call('interview.save-line', { id, question: '问', answer: '' });
    expect((await office.fails('interview.finish', { id, ...finish }, 'bad_input')).message).toContain('还没有回答');
    await office.call('interview.save-line', { id, lineId: line.id, question: '问', answer: '答' });
    const refusal = { id, endedAt: finish.endedAt, refusedReason: '拒绝签名' };
    expect((await office.fails('interview.finish', refusal, 'bad_input')).message).toContain('见证人');
    const { interview } = await office.call('interview.get', { id });
    const standard = interview.lines[0]?.id ?? '';
    await office.fails('interview.remove-line', { id, lineId: standard }, 'bad_state');
    await office.call('interview.finish', { ...refusal, witnessName: '物业王某' });
    await office.call('interview.void', { id, reason: '人员写错' });
    expect((await office.call('interview.list', { inspectionId })).rows).toMatchObject([{ state: 'void' }]);
  });
});
