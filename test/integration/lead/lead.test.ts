import { describe, expect, it } from 'vitest';
import { emptySubject } from '#shared/domain/subject/subject';
import { expectAudited } from '../../support/engine';
import { allLeads, importList, listFile, MARK_HEADER, markRow, patentRow, rushOf } from '../../support/filings';
import { validUscc } from '../../support/import-files';
import { createSubject, type Office, openOffice } from '../../support/office';

const FIRM = '云州示例品牌管理有限公司';
const CODE = validUscc(11);

/** An office with a firm on file that filed forty trademarks in a month, and its lead. */
async function openWithLead(): Promise<Office & { readonly firm: string; readonly leadId: string }> {
  const office = await openOffice();
  const firm = await createSubject(office, FIRM, { kind: 'enterprise', uscc: CODE, noUsccReason: null });
  await importList(office, 'trademark', rushOf(FIRM, 40, 20_000_000, { code: CODE }));
  await office.call('lead.scan', {});
  const [lead] = await allLeads(office);
  return { ...office, firm, leadId: lead?.id ?? '' };
}
const assign = (office: Office, id: string) => office.call('lead.assign', { ids: [id], officerId: office.li });

describe('a list of 2,000 filings', () => {
  const rows = [
    ...rushOf('甲公司', 60, 30_000_000),
    ...rushOf('乙公司', 45, 30_001_000, { classes: '1、9、25、30、35', assignee: '' }),
    ...Array.from({ length: 12 }, (_, at) =>
      markRow(30_002_000 + at, '丙公司', {
        assignee: `受让人${at % 5}`,
        assignedOn: '2026-05-01',
        filedOn: '2025-01-10',
      }),
    ),
    markRow(30_003_000, '丁公司', { mark: '云海 雪山' }),
    markRow(30_003_001, '戊公司', { decision: ['无效宣告', '示例1号', '2026-04-01'] }),
    ...Array.from({ length: 1881 }, (_, at) =>
      markRow(31_000_000 + at, `寻常公司${at}`, { agency: `代理${at % 300}` }),
    ),
  ];

  it('gives the same leads each time: scanned again, imported again, and on another machine in another order', async () => {
    const look = async (office: Office) =>
      (await allLeads(office)).map(({ no, partyName, ruleId, filingCount, why }) => ({
        no,
        partyName,
        ruleId,
        filingCount,
        why,
      }));
    const first = await openOffice();
    expect(await importList(first, 'trademark', rows)).toMatchObject({ rows: 2000, inserted: 2000 });
    const scan = await first.call('lead.scan', {});
    expect(scan).toMatchObject({ filings: 2000, updated: 0, unchanged: 0, withdrawn: 0 });
    const leads = await look(first);
    expect(new Set(leads.map(({ ruleId }) => ruleId))).toEqual(
      new Set(['hoarding', 'rush', 'assignments', 'public-resources', 'decisions']),
    );
    expect(scan.inserted).toBe(leads.length);

    const head = async () => (await first.call('audit.list', { offset: 0, limit: 1 })).total;
    const entries = await head();
    expect(await first.call('lead.scan', {})).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: leads.length,
      withdrawn: 0,
    });
    expect(await head()).toBe(entries);
    await importList(first, 'trademark', rows);
    expect(await first.call('lead.scan', {})).toMatchObject({ inserted: 0, updated: 0, withdrawn: 0 });
    expect(await look(first)).toEqual(leads);

    const second = await openOffice({ seed: 2 });
    await importList(second, 'trademark', [...rows].reverse().slice(0, 900));
    await second.call('lead.scan', {});
    await importList(second, 'trademark', rows);
    await second.call('lead.scan', {});
    expect(await look(second)).toEqual(leads);
    expect(await second.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('leaves nothing when the scan or the import is stopped', async () => {
    const office = await openOffice();
    await importList(office, 'trademark', rows.slice(0, 300));
    const stop = async (route: 'lead.scan' | 'filing.run-import', input: object) => {
      const jobId = `stopped ${route}`;
      const off = office.engine.onEvent((event) => {
        if (event.name === 'job.progress' && event.payload.jobId === jobId)
          void office.engine.invoke('job.cancel', { jobId });
      });
      const reply = await office.engine.invoke(route, input, { jobId });
      off();
      return reply;
    };
    const before = (await office.call('audit.list', { offset: 0, limit: 1 })).total;
    expect(await stop('lead.scan', {})).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await allLeads(office)).toEqual([]);
    const input = { kind: 'trademark', file: listFile(office, MARK_HEADER, rows) };
    expect(await stop('filing.run-import', input)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await office.call('filing.list', { limit: 1 })).total).toBe(300);
    expect((await office.call('audit.list', { offset: 0, limit: 1 })).total).toBe(before);
  });
});

describe('an unconfirmed lead never changes a grade', () => {
  const rated = async (office: Office, subjectId: string) => {
    const { ratingId } = await office.call('rating.rate-subject', { subjectId });
    const why = await office.call('rating.explain', { ratingId });
    return { score: why.rating.scoreThousandths, grade: why.grade.code, lines: why.lines };
  };

  it('of a rule: new, assigned and closed change nothing; confirmed does', async () => {
    const office = await openOffice();
    const firm = await createSubject(office, FIRM, { kind: 'enterprise', uscc: CODE, noUsccReason: null });
    const clean = await rated(office, firm);
    await importList(
      office,
      'abnormal_patent',
      Array.from({ length: 12 }, (_, at) => patentRow(at, FIRM, { code: CODE })),
    );
    await office.call('lead.scan', {});
    const [lead] = await allLeads(office);
    const id = lead?.id ?? '';
    expect(lead).toMatchObject({ ruleId: 'applicant-notified', subjectId: firm });
    expect(await rated(office, firm)).toEqual(clean);
    await assign(office, id);
    expect(await rated(office, firm)).toEqual(clean);
    await office.call('lead.close', { ids: [id], reason: 'explained' });
    expect(await rated(office, firm)).toEqual(clean);
    await office.call('lead.reopen', { id, reason: '又有新情况' });
    const { factId } = await office.call('lead.confirm', { id, evidence: '经调取通报文件并约谈，确认属实' });
    const after = await rated(office, firm);
    expect(after.score).toBeLessThan(clean.score);
    expect(after.lines.flatMap(({ facts }) => facts.map((fact) => fact.factId))).toContain(factId);
    await office.call('lead.reopen', { id, reason: '当事人提交了新的说明' });
    expect(await rated(office, firm)).toEqual(clean);
  });

  it('of a third party: its list may name anybody, the rating stays', async () => {
    const office = await openOffice();
    const clean = await rated(office, office.subjectId);
    await office.call('filing.run-import', {
      kind: 'third_party',
      source: '示例数据公司',
      file: office.choose('第三方.csv', '企业名称,疑似问题\r\n云州示例专利代理事务所,代理非正常申请'),
    });
    const [lead] = await allLeads(office);
    expect(lead).toMatchObject({ subjectId: office.subjectId });
    expect(await rated(office, office.subjectId)).toEqual(clean);
    const id = lead?.id ?? '';
    await assign(office, id);
    const noItem = await office.fails('lead.confirm', { id, evidence: '核实' }, 'bad_input');
    expect(noItem.details[0]?.path).toBe('itemCode');
    await office.call('lead.confirm', {
      id,
      evidence: '核实',
      itemCode: 'abnormal_filing_agency',
      fields: { applications: 9, deduction: 20 },
    });
    expect((await rated(office, office.subjectId)).score).toBeLessThan(clean.score);
  });
});

describe('confirming', () => {
  it('enters the fact of the rule with the figures of the evidence, in one transaction', async () => {
    const office = await openWithLead();
    const { leadId: id } = office;
    await office.fails('lead.confirm', { id, evidence: '属实' }, 'bad_state');
    await assign(office, id);
    await office.fails('lead.confirm', { id, evidence: ' ' }, 'bad_input');
    await office.fails('lead.confirm', { id, evidence: '属实', fields: { applications: 'x' } }, 'bad_input');
    await office.fails('lead.confirm', { id, evidence: '属实', occurredOn: '2026-11-24' }, 'bad_input');
    expect((await office.call('fact.list', {})).total).toBe(0);
    expect((await office.call('lead.get', { id })).state).toBe('assigned');
    const { factId } = await office.call('lead.confirm', { id, evidence: '已调取申请档案，无真实使用意图' });
    const file = await office.call('lead.get', { id });
    expect(file).toMatchObject({ state: 'confirmed', factId, evidence: '已调取申请档案，无真实使用意图' });
    expect((await office.call('fact.list', {})).rows).toEqual([
      expect.objectContaining({
        id: factId,
        subjectId: office.firm,
        itemCode: 'trademark_hoarding',
        sourceOrg: '云州市知识产权局',
        sourceNo: `预警线索 ${file.no}`,
        occurredOn: file.to,
        fields: { applications: 40, from: file.from, to: file.to },
      }),
    ]);
    await expectAudited(office, [
      ['lead.assign', `lead:${id}`],
      ['lead.confirm', `lead:${id}`],
    ]);
  });

  it('asks to register an applicant that is no subject, and finds it once it is', async () => {
    const office = await openOffice();
    await importList(office, 'trademark', rushOf(FIRM, 40, 20_000_000, { code: CODE }));
    await office.call('lead.scan', {});
    const [lead] = await allLeads(office);
    const id = lead?.id ?? '';
    expect(lead?.subjectId).toBeNull();
    await assign(office, id);
    const error = await office.fails('lead.confirm', { id, evidence: '属实' }, 'bad_input');
    expect(error.details[0]).toMatchObject({ path: 'subjectId' });
    const made = await office.call('subject.create', { ...emptySubject('enterprise', FIRM), uscc: CODE });
    expect((await office.call('lead.get', { id })).subject).toMatchObject({ id: made.id, linked: false });
    await office.call('lead.confirm', { id, evidence: '属实' });
    expect((await office.call('lead.get', { id })).subject).toMatchObject({ id: made.id, linked: true });
  });

  it('does not count the same applications twice, once by the lead and once by the figures', async () => {
    const office = await openOffice();
    await createSubject(office, FIRM, { kind: 'enterprise', uscc: CODE, noUsccReason: null });
    await importList(
      office,
      'abnormal_patent',
      Array.from({ length: 6 }, (_, at) => patentRow(at, FIRM, { code: CODE })),
    );
    await office.call('lead.scan', {});
    const id = (await allLeads(office))[0]?.id ?? '';
    await assign(office, id);
    await office.call('filing.record-fact', { applicant: CODE });
    await office.fails('lead.confirm', { id, evidence: '属实' }, 'conflict');
    const [fact] = (await office.call('fact.list', {})).rows;
    await office.call('fact.withdraw', { id: fact?.id ?? '', on: '2026-11-23', reason: '改按线索登记' });
    await office.call('lead.confirm', { id, evidence: '属实' });
    await office.fails('filing.record-fact', { applicant: CODE }, 'conflict');
  });
});

describe('reopening', () => {
  it('takes the fact back, but not one that a determination rests on', async () => {
    const office = await openWithLead();
    const { leadId: id, firm } = office;
    await assign(office, id);
    const { factId } = await office.call('lead.confirm', { id, evidence: '属实' });
    const { acts } = await office.call('dishonesty.list-acts', {});
    const act = acts.find(({ regimes }) => regimes.includes('cnipa'));
    await office.call('dishonesty.create', {
      subjectId: firm,
      factId,
      actCode: act?.code ?? '',
      regime: 'cnipa',
      class: 'general',
      documentNo: '云知失〔2026〕1号',
      authority: '云州市知识产权局',
      decidedOn: '2026-11-20',
      actSummary: '恶意申请',
      publishedOn: null,
    });
    const error = await office.fails('lead.reopen', { id, reason: '有误' }, 'conflict');
    expect(error.message).toContain('云知失〔2026〕1号');
    expect((await office.call('lead.get', { id })).state).toBe('confirmed');
  });

  it('keeps the whole story', async () => {
    const office = await openWithLead();
    const { leadId: id } = office;
    await assign(office, id);
    await office.call('lead.close', { ids: [id], reason: 'other', note: '与另案合并' });
    await office.call('lead.reopen', { id, reason: '另案撤销' });
    const { steps, state, officerName } = await office.call('lead.get', { id });
    expect([state, officerName]).toEqual(['assigned', '李示例']);
    expect(steps.map(({ action, text }) => [action, text])).toEqual([
      ['reopen', '另案撤销'],
      ['close', '其他：与另案合并'],
      ['assign', '分派给李示例'],
    ]);
  });
});

describe('many at once', () => {
  it('assigns and closes all or none, and counts by state', async () => {
    const office = await openOffice();
    await importList(office, 'trademark', [
      ...rushOf('甲公司', 30, 20_000_000),
      ...rushOf('乙公司', 30, 20_001_000),
      ...rushOf('丙公司', 30, 20_002_000),
    ]);
    await office.call('lead.scan', {});
    const ids = (await allLeads(office)).map(({ id }) => id);
    await office.call('lead.assign', { ids: ids.slice(0, 2), officerId: office.zhang });
    await office.fails('lead.close', { ids, reason: 'unfounded' }, 'bad_state');
    expect((await office.call('lead.list', {})).counts).toEqual({ new: 1, assigned: 2, confirmed: 0, closed: 0 });
    expect(await office.call('lead.close', { ids: ids.slice(0, 2), reason: 'unfounded' })).toEqual({ closed: 2 });
    expect((await office.call('today.get', {})).counts.leadsOpen).toBe(1);
  });

  it('does not hand a lead to an officer who has to stay away from the subject', async () => {
    const office = await openWithLead();
    await office.call('officer.add-avoidance', { officerId: office.li, subjectId: office.firm, reason: '近亲属任职' });
    await office.fails('lead.assign', { ids: [office.leadId], officerId: office.li }, 'bad_input');
    await office.call('lead.assign', { ids: [office.leadId], officerId: office.zhang });
  });
});

describe('lists that change', () => {
  it('extend a new lead, leave one under work alone, and withdraw one that no longer stands', async () => {
    const office = await openOffice();
    const first = await importList(office, 'trademark', rushOf('甲公司', 30, 20_000_000));
    await importList(office, 'trademark', rushOf('乙公司', 30, 20_001_000));
    await office.call('lead.scan', {});
    const second = (await allLeads(office)).find(({ partyName }) => partyName === '乙公司');
    await assign(office, second?.id ?? '');
    await importList(office, 'trademark', [...rushOf('甲公司', 3, 20_000_100), ...rushOf('乙公司', 3, 20_001_100)]);
    expect(await office.call('lead.scan', {})).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 });
    const counts = async () =>
      (await allLeads(office)).map(({ partyName, filingCount }) => [partyName, filingCount]).sort();
    expect(await counts()).toEqual([
      ['乙公司', 30],
      ['甲公司', 33],
    ]);
    await office.call('subject.undo-import', { batchId: first.batchId });
    expect(await counts()).toEqual([['乙公司', 30]]);
    expect(await office.call('lead.scan', {})).toMatchObject({ inserted: 0, withdrawn: 0 });
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('cannot be taken back under a lead that is being worked on', async () => {
    const office = await openOffice();
    const { batchId } = await importList(office, 'trademark', rushOf('甲公司', 30, 20_000_000));
    await office.call('lead.scan', {});
    const [lead] = await allLeads(office);
    await assign(office, lead?.id ?? '');
    const error = await office.fails('subject.undo-import', { batchId }, 'conflict');
    expect(error.message).toContain('“甲公司”有正在办理或已办结的预警线索');
  });
});

it('keeps evidence files with the lead', async () => {
  const office = await openWithLead();
  await office.call('lead.attach', { id: office.leadId, file: office.choose('核查笔录.txt', '笔录') });
  expect((await office.call('lead.get', { id: office.leadId })).attachments).toMatchObject([
    { fileName: '核查笔录.txt' },
  ]);
});
