import { describe, expect, it } from 'vitest';
import { expectAudited } from '../../support/engine';
import {
  createSubject,
  fillIn,
  openOffice,
  planVisit,
  saveOfficer,
  signAll,
  startInspection,
  visitInput,
} from '../../support/office';

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const clean = { endedAt: '2026-11-23T11:00', resultCode: '1', dispositionCode: 'none_needed' } as const;
const NOW = '2026-11-23T09:00';

describe('branching checklists in the store', () => {
  it('write down what is left out, keep the old answer in the history and ask again', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office, { startedAt: NOW });
    const answer = (itemCode: string, value: 'compliant' | 'problem') =>
      office.call('inspection.answer', { id, itemCode, answer: value });
    const rowOf = (code: string) =>
      office.engine.store.db
        .selectFrom('answer')
        .select(['answer', 'asked', 'asked_because'])
        .where('inspection_id', '=', id)
        .where('item_code', '=', code)
        .executeTakeFirst();
    await answer('PA-01', 'problem');
    await answer('PA-03', 'problem');
    await answer('PA-02', 'compliant');
    await answer('PA-01', 'compliant');
    expect(await rowOf('PA-03')).toMatchObject({ answer: 'not_checked', asked: 'not_asked' });
    const file = await office.call('inspection.get', { id });
    expect(file.answers.map(({ itemCode }) => itemCode)).toEqual(['PA-01', 'PA-02']);
    expect(
      file.answerHistory.map(({ itemCode, answer: was, replacedBecause }) => [itemCode, was, replacedBecause]),
    ).toEqual([
      ['PA-03', 'problem', 'not_asked'],
      ['PA-01', 'problem', 'changed'],
    ]);
    await office.fails('inspection.answer', { id, itemCode: 'PA-03', answer: 'compliant' }, 'bad_state');
    await answer('PA-01', 'problem');
    expect(await rowOf('PA-03')).toMatchObject({ asked: 'reopened', asked_because: null });
    expect((await office.call('inspection.get', { id })).counts).toMatchObject({ unanswered: 18, notAsked: 0 });
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('leave records that began with an older version as they were', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    const { checklist } = await office.call('inspection.get', { id });
    expect(checklist.version).toBe(1);
    expect(checklist.sections.flatMap(({ items }) => items).some(({ askWhen }) => askWhen)).toBe(false);
  });
});

describe('signing on site', () => {
  it('keeps what was drawn, shows it, and asks again once the text has changed', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office, { startedAt: NOW });
    await fillIn(office, id);
    const sign = { id, role: 'party', name: '周例文', way: 'pad', at: '2026-11-23T10:40' } as const;
    await office.fails('inspection.sign', sign, 'bad_input');
    await office.fails('inspection.sign', { ...sign, picture: 'data:image/png;base64,AAAA' }, 'bad_input');
    const { id: signatureId } = await office.call('inspection.sign', { ...sign, picture: PICTURE });
    expect(await office.call('inspection.get-signature-picture', { signatureId })).toEqual({ picture: PICTURE });
    const states = async () => (await office.call('inspection.get', { id })).signings.map(({ status }) => status);
    expect(await states()).toEqual(['signed', 'paper_waiting', 'paper_waiting']);
    await office.call('inspection.update-record', { id, statement: '有异议' });
    expect(await states()).toEqual(['changed', 'changed', 'changed']);
    const { details } = await office.fails('inspection.finish', { id, ...clean }, 'bad_state');
    expect(details.map(({ path }) => path)).toEqual(['sign.party', `sign.${office.zhang}`, `sign.${office.li}`]);
    await signAll(office, id);
    await office.call('inspection.finish', { id, ...clean });
    // the same picture again, for another signer, is no obstacle; the old signature is still on file
    const all = await office.engine.store.db.selectFrom('signature').select('superseded_at').execute();
    expect(all.filter(({ superseded_at }) => superseded_at === null)).toHaveLength(3);
    expect(all).toHaveLength(7);
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('takes the scan of signed paper after the visit is finished, once for all who signed on it', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office, { startedAt: NOW });
    await fillIn(office, id);
    await office.call('inspection.finish', { id, ...clean });
    const before = await office.call('inspection.get', { id });
    const signatureIds = before.signings.flatMap(({ signature }) => signature?.id ?? []);
    const file = office.choose('笔录.pdf', '%PDF-1.4 scan');
    await office.call('inspection.attach-signed-scan', { id, signatureIds, file });
    const { signings, attachments } = await office.call('inspection.get', { id });
    expect(signings.map(({ status }) => status)).toEqual(['signed', 'signed', 'signed']);
    expect(attachments).toMatchObject([{ fileName: '笔录.pdf' }]);
    const other = office.choose('另一份.pdf', '%PDF-1.4 other');
    await office.fails('inspection.attach-signed-scan', { id, signatureIds: ['nobody'], file: other }, 'not_found');
    await expectAudited(office, [['inspection.attach-signed-scan', `inspection:${id}`]]);
  });
});

describe('avoidance, refusal and breaking off', () => {
  const ruling = {
    decision: 'granted',
    decidedBy: '郑局长',
    decidedAt: '2026-11-23T09:10',
    reason: '系负责人近亲属',
  } as const;

  it('exchanges the officer that the head lets go, and checks the one who steps in', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office, { startedAt: NOW });
    const rule = { id, ...ruling, officerId: office.li, outcome: 'exchanged' } as const;
    await office.fails('inspection.rule-avoidance', { ...rule, replacementId: office.wang }, 'bad_state');
    await office.call('inspection.update-record', { id, avoidanceAsked: 'requested' });
    await office.fails('inspection.rule-avoidance', { ...rule, replacementId: null }, 'bad_input');
    await office.fails('inspection.rule-avoidance', { ...rule, replacementId: office.zhang }, 'bad_input');
    await office.call('officer.add-avoidance', {
      officerId: office.wang,
      subjectId: office.subjectId,
      reason: '曾任职',
    });
    await office.fails('inspection.rule-avoidance', { ...rule, replacementId: office.wang }, 'bad_input');
    const sun = await saveOfficer(office, '孙示例', 'Y009');
    await office.call('inspection.rule-avoidance', { ...rule, replacementId: sun });
    const file = await office.call('inspection.get', { id });
    expect(file.officers.map(({ name }) => name)).toEqual(['张示例', '孙示例']);
    expect(file.avoidanceRuling).toMatchObject({ officerName: '李示例', replacedBy: '孙示例', decidedBy: '郑局长' });
    // the officer who left is free again
    await startInspection(office, {
      ...{ subjectId: await createSubject(office, '另一家事务所'), startedAt: '2026-11-23T10:00' },
      ...{ officer1Id: office.li, officer2Id: office.wang },
    });
  });

  it('breaks a visit off without a result, and leaves the planned visit to be made another day', async () => {
    const office = await openOffice();
    const visit = await planVisit(office, { date: '2026-11-23' });
    const { id } = await startInspection(office, { startedAt: NOW, visitId: visit.id });
    await office.call('inspection.update-record', { id, avoidanceAsked: 'requested' });
    const rule = { id, ...ruling, officerId: office.li, outcome: 'broken_off', replacementId: null } as const;
    await office.call('inspection.rule-avoidance', rule);
    expect(await office.call('inspection.get', { id })).toMatchObject({
      ...{ state: 'finished', resultCode: null, brokenOff: '同意李示例回避：系负责人近亲属' },
    });
    await office.fails('inspection.answer', { id, itemCode: 'PA-01', answer: 'compliant' }, 'bad_state');
    await office.call('inspection.create', visitInput(office, { visitId: visit.id, startedAt: '2026-11-23T14:00' }));
  });

  it('ends a refused inspection with result 8 only, on a witness, without answers', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office, { startedAt: NOW });
    const refusal = {
      ...{ id, at: '2026-11-23T09:05', facts: '负责人锁门离开，称不接受检查。' },
      ...{ witnessName: '', witnessUnit: '', recorded: false, told: true },
    };
    await office.fails('inspection.record-refusal', refusal, 'bad_input');
    await office.call('inspection.record-refusal', { ...refusal, witnessName: '吴例', witnessUnit: '示例物业' });
    await office.call('inspection.update-record', { id, scanReason: '被拒之门外' });
    await signAll(office, id);
    const end = { id, endedAt: '2026-11-23T09:20' };
    await office.fails('inspection.finish', { ...end, resultCode: '1', dispositionCode: 'none_needed' }, 'bad_state');
    await office.fails('inspection.finish', { ...end, resultCode: '8', dispositionCode: 'none_needed' }, 'bad_state');
    await office.call('inspection.finish', { ...end, resultCode: '8', dispositionCode: 'case_clue' });
    expect(await office.call('inspection.get', { id })).toMatchObject({
      ...{ resultCode: '8', refusal: { witnessName: '吴例' }, counts: { compliant: 0, unanswered: 20 } },
    });
  });

  it('can be taken back when the party lets the officers in after all', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office, { startedAt: NOW });
    await office.call('inspection.record-refusal', {
      ...{ id, at: '2026-11-23T09:05', facts: '称不接受检查。' },
      ...{ witnessName: '', witnessUnit: '', recorded: true, told: true },
    });
    await office.call('inspection.withdraw-refusal', { id, reason: '经说明后同意检查' });
    expect((await office.call('inspection.get', { id })).refusal).toBeNull();
    await office.fails('inspection.withdraw-refusal', { id, reason: '再撤' }, 'bad_state');
  });
});

describe('photos of questions', () => {
  it('belong to their question, and only to one that is there', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office, { startedAt: NOW });
    await office.call('inspection.attach', { id, file: office.choose('门牌.jpg', 'jpeg'), itemCode: 'PA-10' });
    await office.fails(
      'inspection.attach',
      { id, file: office.choose('b.jpg', 'other'), itemCode: 'XX-99' },
      'not_found',
    );
    const { photos, attachments } = await office.call('inspection.get', { id });
    expect(photos).toEqual([{ itemCode: 'PA-10', attachmentId: attachments[0]?.id }]);
    expect(attachments).toHaveLength(1);
  });
});

describe('phrases of the office', () => {
  it('are added, changed and retired; a shipped one is replaced, never edited', async () => {
    const office = await openOffice();
    const list = async () => (await office.call('inspection.list-phrases', {})).phrases;
    const shipped = (await list()).find(({ id }) => id === 'statement-none');
    const { id } = await office.call('inspection.save-phrase', { field: 'note', text: '已与{到场人员}当面核对' });
    await office.fails('inspection.save-phrase', { field: 'note', text: '已与{到场人员}当面核对' }, 'conflict');
    await office.fails('inspection.save-phrase', { field: 'note', text: '{不知道}' }, 'bad_input');
    await office.call('inspection.save-phrase', { id, field: 'note', text: '已当面核对' });
    await office.call('inspection.save-phrase', { id: shipped?.id, field: 'statement', text: '对上述情况没有意见。' });
    const now = await list();
    expect(now.filter(({ own }) => own).map(({ text }) => text)).toEqual(['已当面核对', '对上述情况没有意见。']);
    expect(now.some((phrase) => phrase.id === 'statement-none')).toBe(false);
    await office.call('inspection.retire-phrase', { id });
    await office.call('inspection.retire-phrase', { id: 'scene-open' });
    expect((await list()).map((phrase) => phrase.id)).not.toEqual(expect.arrayContaining([id, 'scene-open']));
    await office.fails('inspection.retire-phrase', { id }, 'not_found');
  });
});
