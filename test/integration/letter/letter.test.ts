import { expect, test } from 'vitest';
import { finishedInspection, type Office, openOffice } from '../../support/office';

const get = (office: Office, id: string) => office.call('letter.get', { id });

async function officeWithLetter(kind: 'transfer' | 'copy' | 'assist' = 'transfer') {
  const office = await openOffice({ today: '2026-09-24' });
  await office.call('office.act-as', { officerId: office.zhang });
  const { id: inspectionId, no } = await finishedInspection(office);
  const proposed = await office.call('letter.propose', { kind, inspectionId });
  const input = {
    kind,
    inspectionId,
    subjectId: proposed.subjectId,
    toUnit: '云州市市场监督管理综合行政执法队',
    title: proposed.title,
    content: proposed.content,
    enclosures: proposed.enclosures,
    writtenOn: '2026-09-24',
    officerId: office.zhang,
  };
  return { office, inspectionId, no, proposed, input };
}

test('a letter tells what the records say, is sent with a reply term in working days, reminded and answered', async () => {
  const { office, no, proposed, input } = await officeWithLetter();
  expect(proposed.content).toContain(no);
  expect(proposed.content).toContain('执业许可证所载地址与实际不一致');
  const letter = await office.call('letter.write', input);
  expect(letter.no).toBe('云知移〔2026〕1号');
  const { date } = await office.call('letter.preview-reply', { kind: 'transfer', on: '2026-09-24' });
  // 7 working days over the mid-autumn and national holidays
  expect(date).toBe('2026-10-12');
  await office.call('letter.send', { id: letter.id, on: '2026-09-24', how: '机要交换', replyDueOn: date });
  expect(await get(office, letter.id)).toMatchObject({ state: 'sent', overdue: false, replyDueOn: date });
  office.goTo('2026-10-13');
  const late = await office.call('letter.list', { overdueOnly: true });
  expect(late).toMatchObject({ overdue: 1, total: 1, rows: [{ id: letter.id, overdue: true }] });
  await office.call('letter.remind', { id: letter.id, on: '2026-10-13' });
  await office.call('letter.attach', { id: letter.id, file: office.choose('回函.pdf', 'scan') });
  await office.call('letter.reply', { id: letter.id, on: '2026-10-13', reply: '已立案' });
  const file = await get(office, letter.id);
  expect(file).toMatchObject({ state: 'replied', remindedOn: '2026-10-13', reply: '已立案', overdue: false });
  expect(file.attachments).toHaveLength(1);
  expect(file.replyDueSteps.length).toBeGreaterThan(1);
});

test('a case clue stays an open end of the inspection until its letter is answered', async () => {
  const { office, inspectionId, input } = await officeWithLetter();
  const { publicResult } = await office.call('review.get', { inspectionId });
  await office.call('review.enter', { inspectionId, ...publicResult, dispositionCode: 'case_clue' });
  const ends = async () => (await office.call('review.get', { inspectionId })).openEnds.map(({ code }) => code);
  expect(await ends()).toEqual(['transfer']);
  const { id } = await office.call('letter.write', input);
  expect(await ends()).toEqual(['letter_unsent']);
  await office.call('letter.send', { id, on: '2026-09-24', how: '机要交换', replyDueOn: null });
  expect(await ends()).toEqual(['letter_reply']);
  await office.call('letter.reply', { id, on: '2026-09-24', reply: '已立案' });
  expect(await ends()).toEqual([]);
  await office.call('review.close', { inspectionId, on: '2026-09-24', note: '已移送并立案' });
});

test('wrong days, texts and steps are refused and change nothing', async () => {
  const { office, input } = await officeWithLetter();
  await office.fails('letter.write', { ...input, writtenOn: '2026-09-25' }, 'bad_input');
  await office.fails('letter.write', { ...input, writtenOn: '2026-09-20' }, 'bad_input');
  await office.fails('letter.write', { ...input, toUnit: ' ' }, 'bad_input');
  const { id } = await office.call('letter.write', input);
  const send = { id, on: '2026-09-24', how: '机要交换', replyDueOn: '2026-09-23' };
  await office.fails('letter.send', send, 'bad_input');
  await office.fails('letter.reply', { id, on: '2026-09-24', reply: '无' }, 'bad_state');
  const other = await office.call('letter.write', input);
  await office.call('letter.send', { id: other.id, on: '2026-09-24', how: '机要交换', replyDueOn: null });
  // an answer cannot be older than the letter, nor come from the future
  for (const on of ['2026-09-23', '2026-09-25'])
    await office.fails('letter.reply', { id: other.id, on, reply: '已收悉' }, 'bad_input');
  expect((await get(office, other.id)).state).toBe('sent');
  await office.call('letter.cancel', { id, reason: '改发抄告函' });
  await office.fails('letter.send', { ...send, replyDueOn: null }, 'bad_state');
  expect(await get(office, id)).toMatchObject({ state: 'cancelled', stateReason: '改发抄告函', sentOn: null });
  // the number of a letter that was made void is not given out again
  expect((await office.call('letter.write', input)).no).toBe('云知移〔2026〕3号');
});
