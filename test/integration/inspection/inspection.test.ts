import { describe, expect, it } from 'vitest';
import { expectAudited, openTestEngine } from '../../support/engine';
import {
  createSubject,
  fillIn,
  finishedInspection,
  openOffice,
  planVisit,
  saveOfficer,
  startInspection,
  visitInput,
} from '../../support/office';

const finish = { endedAt: '2026-09-21T11:00', resultCode: '5', dispositionCode: 'order_correction' } as const;

describe('an inspection', () => {
  it('goes from the first answer to the end, leaves one audit entry a write, and cannot be changed afterwards', async () => {
    const office = await openOffice();
    const { id, no } = await startInspection(office);
    expect(no).toBe('云知检〔2026〕1号');
    const { findingId } = await fillIn(office, id, { problem: 'PA-01' });
    await office.call('inspection.finish', { id, ...finish });
    const record = await office.call('inspection.get', { id });
    expect(record).toMatchObject({
      state: 'finished',
      openFindings: 1,
      officers: [
        { name: '张示例', certificateNo: 'Y001' },
        { name: '李示例', certificateNo: 'Y002' },
      ],
      counts: { problem: 1, unanswered: 0 },
      findings: [{ id: findingId, itemCode: 'PA-01', state: 'open' }],
    });
    await office.fails('inspection.answer', { id, itemCode: 'PA-01', answer: 'compliant' }, 'bad_state');
    await office.fails('inspection.update-record', { id, scene: '改写' }, 'bad_state');
    await office.fails('inspection.withdraw-finding', { id, findingId: findingId ?? '', reason: '误记' }, 'bad_state');
    await office.fails('inspection.finish', { id, ...finish }, 'bad_state');
    expect(await office.call('inspection.get', { id })).toEqual(record);
    const { rows } = await office.call('audit.list', { object: `inspection:${id}`, limit: 200 });
    const routes = rows.map((row) => row.route);
    expect(routes.filter((route) => route === 'inspection.answer')).toHaveLength(record.counts.total);
    expect(routes.filter((route) => route !== 'inspection.answer').reverse()).toEqual(
      ['create', 'add-finding', 'update-record', 'sign', 'sign', 'sign', 'finish'].map((verb) => `inspection.${verb}`),
    );
    await expectAudited(office, [
      ['inspection.sign', `inspection:${id}`],
      ['inspection.finish', `inspection:${id}`],
    ]);
  });

  it('keeps an acknowledged answer when the program is opened again, and the last answer to a question counts', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    await office.call('inspection.answer', { id, itemCode: 'PA-01', answer: 'compliant' });
    await office.call('inspection.answer', { id, itemCode: 'PA-01', answer: 'not_applicable', reason: '尚未开业' });
    await office.close();
    const again = openTestEngine({ dir: office.dir, seed: 2 });
    const { answers, counts } = await again.call('inspection.get', { id });
    expect(answers).toMatchObject([{ itemCode: 'PA-01', answer: 'not_applicable', reason: '尚未开业' }]);
    expect(counts).toMatchObject({ notApplicable: 1, compliant: 0 });
    expect(await again.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('never takes an unanswered question for passed', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    await fillIn(office, id, { leaveOut: 'PA-02' });
    const clean = { endedAt: '2026-09-21T11:00', resultCode: '1', dispositionCode: 'none_needed' } as const;
    const { details } = await office.fails('inspection.finish', { id, ...clean }, 'bad_state');
    expect(details.map((problem) => problem.path)).toEqual(['answers.PA-02']);
    const departure = await office.call('inspection.check-departure', { id, ...clean });
    expect(departure.problems.filter((problem) => problem.level === 'block')).toMatchObject([{ itemCode: 'PA-02' }]);
    expect(departure.counts).toMatchObject({ unanswered: 1, notChecked: 1 });
  });

  it('asks why a question does not apply and for the facts of a problem before it ends', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    await fillIn(office, id);
    await office.call('inspection.answer', { id, itemCode: 'PA-01', answer: 'not_applicable' });
    await office.call('inspection.answer', { id, itemCode: 'PA-02', answer: 'problem' });
    const { details } = await office.fails('inspection.finish', { id, ...finish }, 'bad_state');
    expect(details.map((problem) => problem.path)).toEqual(expect.arrayContaining(['answers.PA-01', 'answers.PA-02']));
    await office.fails('inspection.answer', { id, itemCode: 'XX-99', answer: 'compliant' }, 'not_found');
  });

  it('stays with the checklist and the certificates of its day when both change', async () => {
    const office = await openOffice({ today: '2027-02-01' });
    const { id } = await startInspection(office, {
      checklistId: 'trademark-use',
      subjectId: await createSubject(office, '示例企业', { kind: 'enterprise' }),
      startedAt: '2026-12-30T09:00',
    });
    await saveOfficer(office, '张更名', 'Y001', { id: office.zhang, certificateUntil: '2030-01-01' });
    const record = await office.call('inspection.get', { id });
    expect(record.checklist.version).toBe(1);
    expect(record.officers[0]).toMatchObject({ name: '张示例', certificateUntil: '2028-12-31' });
    const { checklists } = await office.call('inspection.list-checklists', { subjectKind: 'enterprise' });
    expect(checklists.filter((pack) => pack.id === 'trademark-use').map((pack) => pack.version)).toEqual([3]);
  });
});

describe('who may inspect whom', () => {
  it('refuses one officer twice, an expired certificate, an officer out of service and an unknown one', async () => {
    const office = await openOffice();
    const late = await saveOfficer(office, '赵过期', 'Y004', { certificateUntil: '2026-09-20' });
    const gone = await saveOfficer(office, '钱离岗', 'Y005', { active: false });
    await office.fails('inspection.create', visitInput(office, { officer2Id: office.zhang }), 'bad_input');
    const { message } = await office.fails('inspection.create', visitInput(office, { officer2Id: late }), 'bad_input');
    expect(message).toContain('2026-09-20');
    await office.fails('inspection.create', visitInput(office, { officer2Id: gone }), 'bad_input');
    await office.fails('inspection.create', visitInput(office, { officer2Id: 'nobody' }), 'not_found');
    // on its last day the certificate still holds
    await startInspection(office, { officer2Id: late, startedAt: '2026-09-20T09:00' });
  });

  it('refuses an officer who has to withdraw from the subject, until the avoidance has ended', async () => {
    const office = await openOffice();
    const avoidance = { officerId: office.li, subjectId: office.subjectId, reason: '近亲属任职' };
    const { id } = await office.call('officer.add-avoidance', avoidance);
    const refused = await office.fails('inspection.create', visitInput(office), 'bad_input');
    expect(refused).toMatchObject({
      message: expect.stringContaining('近亲属任职'),
      details: [{ path: 'officer2Id' }],
    });
    const other = await createSubject(office, '另一家事务所');
    await startInspection(office, { subjectId: other, startedAt: '2026-09-18T09:00' });
    await office.call('officer.end-avoidance', { id, endedOn: '2026-09-21' });
    await startInspection(office);
  });

  it('refuses an unknown subject, a checklist for other subjects, a day in the future and an office without a name', async () => {
    const office = await openOffice();
    await office.fails('inspection.create', visitInput(office, { subjectId: 'nobody' }), 'not_found');
    await office.fails('inspection.create', visitInput(office, { checklistId: 'trademark-use' }), 'bad_input');
    await office.fails('inspection.create', visitInput(office, { checklistId: 'nothing' }), 'not_found');
    await office.fails('inspection.create', visitInput(office, { startedAt: '2026-11-24T09:00' }), 'bad_input');
    await office.write((tx) => tx.update('subject', office.subjectId, { withdrawn_at: tx.now }));
    await office.fails('inspection.create', visitInput(office), 'bad_state');

    const bare = openTestEngine();
    const first = await saveOfficer(bare, '张示例', 'Y001');
    const second = await saveOfficer(bare, '李示例', 'Y002');
    const subjectId = await createSubject(bare, '示例事务所');
    const input = visitInput({ ...bare, zhang: first, li: second, wang: second, subjectId });
    const { message } = await bare.fails('inspection.create', input, 'bad_state');
    expect(message).toContain('请先在“设置—机关信息”中填写机关名称和文号代字');
  });

  it('never has an officer in two places', async () => {
    const office = await openOffice();
    const other = await createSubject(office, '另一家事务所');
    const { id } = await startInspection(office);
    // still running: its end is not known
    await office.fails(
      'inspection.create',
      visitInput(office, { subjectId: other, startedAt: '2026-09-21T14:00' }),
      'conflict',
    );
    await fillIn(office, id, { problem: 'PA-01' });
    await office.call('inspection.finish', { id, ...finish });
    const noon = visitInput(office, {
      subjectId: other,
      startedAt: '2026-09-21T10:30',
      officer1Id: office.wang,
      officer2Id: office.zhang,
    });
    await office.fails('inspection.create', noon, 'conflict');
    // back to back is allowed
    await office.call('inspection.create', { ...noon, startedAt: '2026-09-21T11:00' });
    // entered later but earlier in the day: its end must not reach into the finished one
    const early = await office.call(
      'inspection.create',
      visitInput(office, {
        startedAt: '2026-09-21T08:00',
        officer1Id: office.li,
        officer2Id: await saveOfficer(office, '孙示例', 'Y006'),
      }),
    );
    await fillIn(office, early.id, { problem: 'PA-01' });
    const { details } = await office.fails(
      'inspection.finish',
      { id: early.id, ...finish, endedAt: '2026-09-21T09:30' },
      'bad_state',
    );
    expect(details.map((problem) => problem.path)).toEqual(['startedAt']);
    await office.call('inspection.finish', { id: early.id, ...finish, endedAt: '2026-09-21T09:00' });
    await office.fails('inspection.update-record', { id: early.id, startedAt: '2026-09-21T07:00' }, 'bad_state');
  });
});

describe('numbers, lists and what went before', () => {
  it('counts up within a year, starts anew with the next, and a refused record burns no number', async () => {
    const office = await openOffice({ today: '2027-01-10' });
    expect((await startInspection(office)).no).toBe('云知检〔2026〕1号');
    await office.fails(
      'inspection.create',
      visitInput(office, { startedAt: '2026-09-22T09:00', officer2Id: office.zhang }),
      'bad_input',
    );
    expect((await startInspection(office, { startedAt: '2026-09-22T09:00' })).no).toBe('云知检〔2026〕2号');
    expect((await startInspection(office, { startedAt: '2027-01-04T09:00' })).no).toBe('云知检〔2027〕1号');
    const { message } = await (async () => {
      await office.call('office.save', { name: '云州市知识产权局', code: 'YZ', district: '', address: '', phone: '' });
      return office.fails('inspection.create', visitInput(office, { startedAt: '2027-01-05T09:00' }), 'bad_input');
    })();
    expect(message).toContain('机关代字');
  });

  it('lists by subject, state, officer, day and number, newest first, without pattern characters', async () => {
    const office = await openOffice();
    const first = await finishedInspection(office);
    const second = await startInspection(office, { startedAt: '2026-09-23T23:30', officer1Id: office.wang });
    const list = async (filter: Parameters<typeof office.call<'inspection.list'>>[1]) =>
      (await office.call('inspection.list', filter)).rows.map((row) => row.id);
    expect(await list({})).toEqual([second.id, first.id]);
    expect(await list({ state: 'finished' })).toEqual([first.id]);
    expect(await list({ officerId: office.wang })).toEqual([second.id]);
    expect(await list({ from: '2026-09-22', to: '2026-09-23' })).toEqual([second.id]);
    expect(await list({ to: '2026-09-22' })).toEqual([first.id]);
    expect(await list({ query: '〔2026〕2号' })).toEqual([second.id]);
    expect(await list({ query: '示例专利' })).toHaveLength(2);
    expect(await list({ query: '%' })).toEqual([]);
    expect(await office.call('inspection.list', { limit: 1, offset: 1 })).toMatchObject({
      total: 2,
      rows: [{ id: first.id, openFindings: 1, checklistTitle: '专利代理机构检查表' }],
    });
  });

  it('shows the problems of earlier visits with what became of them', async () => {
    const office = await openOffice();
    const first = await finishedInspection(office);
    await office.call('rectification.order', {
      subjectId: office.subjectId,
      inspectionId: first.id,
      orderedOn: '2026-09-21',
      items: [
        {
          findingId: first.findingId,
          problem: '地址不一致',
          requirement: '办理变更',
          term: { count: 15, unit: 'calendar_day' },
        },
      ],
      violated: '《专利代理管理办法》第四十一条',
      basis: '《中华人民共和国行政处罚法》第二十八条第一款',
      contact: '张示例',
      contactPhone: '000-0000',
      officerIds: [office.zhang, office.li],
    });
    const { id } = await startInspection(office, { startedAt: '2026-10-20T09:00' });
    const { previousProblems } = await office.call('inspection.get', { id });
    expect(previousProblems).toMatchObject([{ no: first.no, itemCode: 'PA-01', rectified: 'open' }]);
    expect((await office.call('inspection.get', { id: first.id })).rectifications).toMatchObject([
      { no: '云知责改〔2026〕1号' },
    ]);
  });

  it('does not withdraw a finding that an order stands on', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    const { findingId } = await fillIn(office, id, { problem: 'PA-01' });
    if (!findingId) throw new Error('no finding');
    const order = {
      subjectId: office.subjectId,
      inspectionId: id,
      orderedOn: '2026-09-21',
      items: [
        {
          findingId,
          problem: '地址不一致',
          requirement: '办理变更',
          term: { count: 15, unit: 'calendar_day' as const },
        },
      ],
      violated: '第四十一条',
      basis: '第二十八条',
      contact: '张示例',
      contactPhone: '000',
      officerIds: [office.zhang, office.li] as [string, string],
    };
    const ordered = await office.call('rectification.order', order);
    await office.fails('inspection.withdraw-finding', { id, findingId, reason: '误记' }, 'conflict');
    await office.call('rectification.cancel', { id: ordered.id, on: '2026-09-22', reason: '误发' });
    await office.call('inspection.withdraw-finding', { id, findingId, reason: '误记' });
    await office.fails('inspection.update-finding', { id, findingId, facts: '改写' }, 'bad_state');
    await office.fails('rectification.order', order, 'bad_state');
  });
});

it('a drawn visit is not begun by officers who were not drawn for it: the proof of the pairs would mean nothing', async () => {
  const office = await openOffice({ today: '2026-09-21' });
  const { id: visitId } = await planVisit(office);
  const { message } = await office.fails(
    'inspection.create',
    visitInput(office, { visitId, officer1Id: office.wang }),
    'bad_state',
  );
  expect(message).toContain('更换人员');
  // the order of the two does not matter
  await office.call(
    'inspection.create',
    visitInput(office, { visitId, officer1Id: office.li, officer2Id: office.zhang }),
  );
});
