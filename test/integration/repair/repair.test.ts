import { describe, expect, it } from 'vitest';
import { followUpCodes } from '#shared/domain/repair/repair';
import type { RouteInput } from '#shared/ipc/contract';
import { expectAudited } from '../../support/engine';
import { type Office, openOffice } from '../../support/office';

type Draft = RouteInput<'dishonesty.create'>;

const draft = (office: Office, change: Partial<Draft> = {}): Draft => ({
  subjectId: office.subjectId,
  actCode: 'SX-6-2',
  regime: 'cnipa',
  class: 'general',
  documentNo: '云知认〔2026〕1号',
  authority: '云州市知识产权局',
  decidedOn: '2026-05-10',
  actSummary: '代理恶意商标注册申请',
  ...change,
});

const insertFact = (office: Office) =>
  office.write((tx) => {
    const id = tx.newId();
    tx.insert('fact', {
      id,
      subject_id: office.subjectId,
      item_code: 'test',
      source_org: '云州市知识产权局',
      source_no: '云知认〔2026〕1号',
      occurred_on: '2026-05-10',
      valid_from: '2026-05-10',
      valid_to: null,
      summary: '失信认定',
      fields: '{}',
      state: 'active',
      state_on: null,
      state_reason: null,
      origin_office: null,
      adopted_on: null,
      adopted_reason: null,
      import_id: null,
      created_at: tx.now,
    });
    return id;
  });

const applicant = { contact: '王经理', phone: '', statement: '已全部纠正' };

async function metConditions(office: Office, dishonestyId: string, on: string) {
  const { conditions } = await office.call('repair.preview', { dishonestyId, on });
  expect(conditions.length).toBeGreaterThan(0);
  return conditions.map(({ code }) => ({ code, met: true, evidence: '见附件' }));
}

async function appliedOffice(change: Partial<Draft> = {}) {
  const office = await openOffice({ today: '2026-11-10' });
  const { id: dishonestyId } = await office.call('dishonesty.create', draft(office, change));
  const conditions = await metConditions(office, dishonestyId, '2026-11-10');
  const { id, no } = await office.call('repair.apply', {
    dishonestyId,
    appliedOn: '2026-11-10',
    applicant,
    conditions,
  });
  return { office, dishonestyId, id, no, conditions };
}

const verification = (office: Office, id: string) =>
  ({
    id,
    on: '2026-11-11',
    officer1Id: office.zhang,
    officer2Id: office.li,
    method: 'desk',
    text: '材料属实',
  }) as const;
const opinion = (office: Office, id: string) =>
  ({ id, on: '2026-11-12', officerId: office.zhang, text: '建议准予', recommend: 'grant' }) as const;
const decision = (office: Office, id: string) =>
  ({ id, on: '2026-11-13', officerId: office.wang, decision: 'grant' }) as const;

describe('a credit repair', () => {
  it('goes from the application to the fourth follow-up and takes the fact out of the rating', async () => {
    const office = await openOffice({ today: '2026-11-09' });
    const factId = await insertFact(office);
    const { id: dishonestyId } = await office.call('dishonesty.create', draft(office, { factId }));
    const conditions = await metConditions(office, dishonestyId, '2026-11-10');
    const application = { dishonestyId, appliedOn: '2026-11-09', applicant, conditions };
    const early = await office.fails('repair.apply', application, 'bad_state');
    expect(early.message).toContain('最早可于 2026-11-10 再次申请');
    office.goTo('2026-11-13');
    const { id, no } = await office.call('repair.apply', { ...application, appliedOn: '2026-11-10' });
    expect(no).toBe('云知信修〔2026〕1号');
    const twice = await office.fails('repair.apply', { ...application, appliedOn: '2026-11-11' }, 'conflict');
    expect(twice.message).toContain(no);
    await office.fails('repair.opine', opinion(office, id), 'bad_state');
    await office.call('repair.verify', verification(office, id));
    await office.call('repair.opine', opinion(office, id));
    await office.fails('repair.decide', { ...decision(office, id), officerId: office.zhang }, 'forbidden');
    await office.call('repair.decide', decision(office, id));
    expect(await office.call('dishonesty.get', { id: dishonestyId })).toMatchObject({
      state: 'repaired',
      stateOn: '2026-11-13',
      outlook: null,
      repairId: null,
      repairs: [{ id, state: 'granted' }],
    });
    const fact = await office.engine.store.db
      .selectFrom('fact')
      .selectAll()
      .where('id', '=', factId)
      .executeTakeFirst();
    expect(fact).toMatchObject({
      state: 'repaired',
      state_on: '2026-11-13',
      state_reason: expect.stringContaining(no),
    });
    const open = [];
    for (const code of followUpCodes)
      open.push((await office.call('repair.follow-up', { id, code, on: '2026-11-13' })).open.length);
    expect(open).toEqual([3, 2, 1, 0]);
    await office.fails('repair.follow-up', { id, code: 're_rate', on: '2026-11-13' }, 'bad_state');
    expect(await office.call('repair.get', { id })).toMatchObject({
      state: 'closed',
      stateOn: '2026-11-13',
      decision: { officerName: '王示例', nextOn: null },
      followUp: followUpCodes.map((code) => ({ code, officerName: '张示例' })),
      decisionDueOn: null,
    });
    await office.fails('repair.apply', { ...application, appliedOn: '2026-11-13' }, 'bad_state');
    const verbs = ['apply', 'verify', 'opine', 'decide', ...followUpCodes.map(() => 'follow-up')];
    await expectAudited(
      office,
      verbs.map((verb) => [`repair.${verb}`, `repair:${id}`]),
    );
  });

  it('is not granted while a condition is open or unproved, and says what is missing', async () => {
    const { office, id, conditions } = await appliedOffice();
    office.goTo('2026-11-13');
    const [first, ...rest] = conditions;
    if (!first) throw new Error('no condition');
    await office.call('repair.update-conditions', { id, conditions: [{ ...first, evidence: '' }, ...rest] });
    await office.fails('repair.update-conditions', { id, conditions: [first, first] }, 'bad_input');
    await office.fails('repair.update-conditions', { id, conditions: [{ ...first, code: 'unknown' }] }, 'bad_input');
    expect((await office.call('repair.get', { id })).refusals).toMatchObject([{ code: 'conditions_missing' }]);
    await office.call('repair.verify', verification(office, id));
    await office.call('repair.opine', opinion(office, id));
    const { details } = await office.fails('repair.decide', decision(office, id), 'bad_state');
    expect(details.map((problem) => problem.path)).toEqual(['conditions_missing']);
    await office.fails('repair.decide', { ...decision(office, id), decision: 'refuse' }, 'bad_input');
    await office.call('repair.decide', { ...decision(office, id), decision: 'refuse', reason: '缺少履行证明' });
    expect(await office.call('repair.get', { id })).toMatchObject({
      state: 'refused',
      refusals: [],
      openFollowUps: [],
    });
    expect((await office.call('dishonesty.list', { state: 'active' })).rows).toMatchObject([
      { repairId: null, outlook: 'ready' },
    ]);
  });

  it('is never granted when the officers found it untrue', async () => {
    const { office, id } = await appliedOffice();
    office.goTo('2026-11-13');
    await office.call('repair.verify', { ...verification(office, id), falseStatement: true });
    await office.call('repair.opine', opinion(office, id));
    const { details } = await office.fails('repair.decide', decision(office, id), 'bad_state');
    expect(details.map((problem) => problem.path)).toEqual(['false_statement']);
    expect((await office.call('repair.get', { id })).verification).toMatchObject({ falseStatement: true });
  });

  it('is refused within a year of the last repair, with the next possible day kept in the decision', async () => {
    const { office, id } = await appliedOffice();
    office.goTo('2026-11-13');
    const second = await office.call(
      'dishonesty.create',
      draft(office, { documentNo: '云知认〔2026〕2号', decidedOn: '2026-05-11' }),
    );
    await office.call('repair.verify', verification(office, id));
    await office.call('repair.opine', opinion(office, id));
    const conditions = await metConditions(office, second.id, '2026-11-12');
    const other = await office.call('repair.apply', {
      dishonestyId: second.id,
      appliedOn: '2026-11-12',
      applicant,
      conditions,
    });
    await office.call('repair.decide', decision(office, id));
    const on = { on: '2026-11-13' };
    await office.call('repair.verify', { ...verification(office, other.id), ...on });
    await office.call('repair.opine', { ...opinion(office, other.id), ...on, recommend: 'refuse' });
    expect((await office.call('repair.get', { id: other.id })).refusals).toMatchObject([
      { code: 'repaired_recently', nextOn: '2027-11-13' },
    ]);
    await office.call('repair.decide', {
      ...decision(office, other.id),
      decision: 'refuse',
      reason: '距上次修复不满一年',
    });
    expect((await office.call('repair.get', { id: other.id })).decision).toMatchObject({ nextOn: '2027-11-13' });
    expect((await office.call('repair.list', { query: '云知认〔2026〕2号' })).rows).toMatchObject([
      { id: other.id, state: 'refused' },
    ]);
  });

  it('counts the days for the decision and shows when they have passed', async () => {
    const { office, id } = await appliedOffice();
    expect((await office.call('repair.list', {})).rows).toMatchObject([
      { decisionDueOn: '2026-11-24', overdue: false, remaining: '还剩 10 个工作日' },
    ]);
    office.goTo('2026-11-25');
    expect((await office.call('repair.list', { state: 'applied' })).rows).toMatchObject([
      { id, overdue: true, remaining: '已逾期 1 个工作日' },
    ]);
    await office.call('repair.attach', { id, file: office.choose('承诺书.pdf', 'signed') });
    expect((await office.call('repair.get', { id })).attachments).toHaveLength(1);
  });
});

describe('a record of dishonesty', () => {
  it('takes its act from the list, its fact from the subject, and is not registered twice', async () => {
    const office = await openOffice({ today: '2026-06-01' });
    const { acts, measures } = await office.call('dishonesty.list-acts', { regime: 'cnipa' });
    expect(acts.every((act) => act.regimes.includes('cnipa'))).toBe(true);
    expect([acts.map((act) => act.code).includes('SX-6-2'), measures.length > 0]).toEqual([true, true]);
    await office.fails('dishonesty.create', draft(office, { actCode: 'CF-1' }), 'bad_input');
    await office.fails('dishonesty.create', draft(office, { decidedOn: '2026-06-02' }), 'bad_input');
    await office.fails('dishonesty.create', draft(office, { factId: 'nothing' }), 'not_found');
    await office.fails('dishonesty.create', draft(office, { subjectId: 'nothing' }), 'not_found');
    const { id } = await office.call('dishonesty.create', draft(office));
    await office.fails('dishonesty.create', draft(office), 'conflict');
    await office.call('dishonesty.withdraw', { id, on: '2026-06-01', reason: '认定文书被撤销' });
    await office.fails('dishonesty.withdraw', { id, on: '2026-06-01', reason: '再次撤出' }, 'bad_state');
    await office.call('dishonesty.create', draft(office));
    expect((await office.call('dishonesty.list', {})).rows.map((row) => row.state).sort()).toEqual([
      'active',
      'withdrawn',
    ]);
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('is on the list of firms to call from thirty days before its first day until somebody applies', async () => {
    const office = await openOffice({ today: '2026-10-10' });
    const { id } = await office.call('dishonesty.create', draft(office));
    const ready = async (today: string) => {
      office.goTo(today);
      return (await office.call('repair.list-ready', {})).rows.map((row) => [row.id, row.outlook]);
    };
    expect(await ready('2026-10-10')).toEqual([]);
    expect(await ready('2026-10-11')).toEqual([[id, 'soon']]);
    expect(await ready('2026-11-10')).toEqual([[id, 'ready']]);
    expect(await office.call('dishonesty.list', { outlook: 'ready' })).toMatchObject({
      total: 1,
      rows: [{ actText: '恶意商标注册申请行为' }],
    });
    expect((await office.call('dishonesty.list', { outlook: 'later' })).total).toBe(0);
    const conditions = await metConditions(office, id, '2026-11-10');
    await office.call('repair.apply', { dishonestyId: id, appliedOn: '2026-11-10', applicant, conditions });
    expect(await ready('2026-11-11')).toEqual([]);
  });

  it('ends later when an earlier one was still running, and without rules in force is shown without dates', async () => {
    const office = await openOffice({ today: '2026-11-10' });
    await office.call('dishonesty.create', draft(office));
    const second = await office.call(
      'dishonesty.create',
      draft(office, { documentNo: '云知认〔2026〕2号', decidedOn: '2026-10-01' }),
    );
    const { terms } = await office.call('dishonesty.get', { id: second.id });
    expect(terms).toMatchObject({ startsOn: '2026-10-01', earliestOn: '2027-04-01', endsOn: '2028-05-10' });
    office.goTo('2026-03-31');
    const early = await office.call(
      'dishonesty.create',
      draft(office, { regime: 'ndrc', actCode: 'CF-1', documentNo: '云市监罚〔2026〕1号', decidedOn: '2026-03-01' }),
    );
    expect(await office.call('dishonesty.get', { id: early.id })).toMatchObject({
      terms: null,
      earliestOn: null,
      outlook: null,
    });
    await office.fails('repair.preview', { dishonestyId: early.id, on: '2026-03-31' }, 'bad_pack');
  });
});
