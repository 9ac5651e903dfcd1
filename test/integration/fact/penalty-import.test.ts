import { describe, expect, it } from 'vitest';
import { emptySubject } from '#shared/domain/subject/subject';
import { expectAudited } from '../../support/engine';
import { csvOf, validUscc } from '../../support/import-files';
import { type Office, openOffice } from '../../support/office';

const COLUMNS = {
  CF_XDR_MC: '示例商贸有限公司',
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: validUscc(1),
  CF_XDR_ZJLX: '',
  CF_XDR_ZJHM: '',
  CF_WSH: '云市监处罚〔2026〕1号',
  CF_WFXW: '侵犯注册商标专用权',
  CF_SY: '销售侵犯注册商标专用权的商品',
  CF_YJ: '《中华人民共和国商标法》第六十条',
  CF_CFLB: '罚款',
  CF_NR: '罚款3500元',
  CF_NR_FK: '0.35',
  CF_JDRQ: '2026-03-02',
  CF_YXQ: '2029-03-02',
  CF_GSJZQ: '2027-03-02',
  CF_CFJG: '云州市市场监督管理局',
  CF_SJLY: '云州市市场监督管理局',
};
type Row = Partial<typeof COLUMNS>;
const table = (...rows: readonly Row[]) =>
  csvOf([Object.keys(COLUMNS), ...rows.map((row) => Object.values({ ...COLUMNS, ...row }))]);

const enterprise = (office: Office, name = '示例商贸有限公司', uscc: string | null = validUscc(1)) =>
  office.call('subject.create', { ...emptySubject('enterprise', name), uscc, noUsccReason: uscc ? null : '待换发' });

const run = (office: Office, options: { createSubjects?: boolean }, ...rows: readonly Row[]) =>
  office.call('fact.run-import', { file: office.choose('双公示.csv', table(...rows)), ...options });

const facts = async (office: Office) => (await office.call('fact.list', { limit: 1000 })).rows;

describe('importing the penalty table', () => {
  it('makes a fact of the catalogue item with money in fen, source, number and end of validity', async () => {
    const office = await openOffice();
    const { id } = await enterprise(office);
    const result = await run(office, {}, {});
    expect(result).toMatchObject({ rows: 1, inserted: 1, failed: 0 });
    expect(await facts(office)).toEqual([
      expect.objectContaining({
        subjectId: id,
        itemCode: 'penalty_trademark',
        sourceOrg: '云州市市场监督管理局',
        sourceNo: '云市监处罚〔2026〕1号',
        occurredOn: '2026-03-02',
        validTo: '2029-03-02',
        fields: expect.objectContaining({
          fine: 350_000,
          violationType: '侵犯注册商标专用权',
          publicUntil: '2027-03-02',
        }),
      }),
    ]);
    await expectAudited(office, [['fact.run-import', `import:${result.batchId}`]]);
  });

  it('chooses the item by violation and legal basis, and only one meant for this kind of subject', async () => {
    const office = await openOffice();
    await enterprise(office);
    await office.call('subject.create', {
      ...emptySubject('patent_agency', '甲专利代理所'),
      uscc: validUscc(2),
      agencyCode: '33001',
    });
    const agencyAct = { CF_WFXW: '擅自开展专利代理业务', CF_YJ: '《专利代理条例》第二十七条' };
    await run(
      office,
      {},
      { ...agencyAct, CF_WSH: '1' },
      { ...agencyAct, CF_WSH: '2', CF_XDR_SHXYM: validUscc(2) },
      { CF_WSH: '3', CF_WFXW: '假冒地理标志', CF_YJ: '《反不正当竞争法》' },
    );
    expect(Object.fromEntries((await facts(office)).map((row) => [row.sourceNo, row.itemCode]))).toEqual({
      '1': 'penalty_patent',
      '2': 'penalty_patent_agency',
      '3': 'penalty_other',
    });
  });

  it.each([
    ['2029-03-02', '2027-03-02', '2029-03-02'],
    ['长期', '2027-03-02', null],
    ['2099-12-31', '', null],
  ])('ends validity by 有效期 %s and 公示截止期 %s on %s', async (CF_YXQ, CF_GSJZQ, validTo) => {
    const office = await openOffice();
    await enterprise(office);
    await run(office, {}, { CF_YXQ, CF_GSJZQ });
    expect((await facts(office))[0]?.validTo).toBe(validTo);
  });

  it('does not double a penalty that comes again, in the file or later; newer values replace, empty ones do not', async () => {
    const office = await openOffice();
    await enterprise(office);
    expect(await run(office, {}, {}, {})).toMatchObject({
      inserted: 1,
      merged: 1,
      notes: [expect.objectContaining({ rowNumber: 3 })],
    });
    expect(await run(office, {}, {})).toMatchObject({ inserted: 0, merged: 0, unchanged: 1 });
    // the same number in the brackets of an older table
    expect(await run(office, {}, { CF_WSH: '云市监处罚[2026]1号', CF_NR_FK: '0.5', CF_GSJZQ: '' })).toMatchObject({
      merged: 1,
    });
    expect(await facts(office)).toEqual([
      expect.objectContaining({
        validTo: '2029-03-02',
        fields: expect.objectContaining({ fine: 500_000, publicUntil: '2027-03-02' }),
      }),
    ]);
  });

  it('keeps a repaired penalty repaired when the table brings it again', async () => {
    const office = await openOffice();
    await enterprise(office);
    await run(office, {}, {});
    const [fact] = await facts(office);
    await office.write((tx) => tx.update('fact', fact?.id ?? '', { state: 'repaired', state_on: '2026-10-10' }));
    await run(office, {}, { CF_NR_FK: '0.4' });
    expect((await facts(office))[0]).toMatchObject({ state: 'repaired', stateOn: '2026-10-10' });
  });
});

describe('the party of a penalty', () => {
  it('is found by code even under an old name, by name where the code is missing on one side', async () => {
    const office = await openOffice();
    const coded = await enterprise(office);
    const uncoded = await enterprise(office, '无代码公司', null);
    const result = await run(
      office,
      {},
      { CF_XDR_MC: '曾用名公司', CF_WSH: '1' },
      { CF_XDR_MC: '无代码公司', CF_XDR_SHXYM: validUscc(8), CF_WSH: '2' },
    );
    expect(result).toMatchObject({ inserted: 2, failed: 0 });
    expect(Object.fromEntries((await facts(office)).map((row) => [row.sourceNo, row.subjectId]))).toEqual({
      '1': coded.id,
      '2': uncoded.id,
    });
  });

  it('is never guessed: another code under the same name, two namesakes, a code one slip off', async () => {
    const office = await openOffice();
    await enterprise(office);
    for (const number of [3, 4])
      await office.call('subject.create', {
        ...emptySubject('individual_business', '同名店'),
        uscc: validUscc(number, '92330100'),
      });
    const good = validUscc(1);
    const slip = `${good.slice(0, 9)}${good[9] === '0' ? '1' : '0'}${good.slice(10)}`;
    const result = await run(
      office,
      {},
      { CF_XDR_SHXYM: validUscc(9), CF_WSH: '1' },
      { CF_XDR_MC: '同名店', CF_XDR_SHXYM: '', CF_WSH: '2', CF_XDR_LB: '个体工商户' },
      { CF_XDR_SHXYM: slip, CF_WSH: '3' },
    );
    expect(result).toMatchObject({ inserted: 0, failed: 3 });
    expect(result.problems.map(({ header, message }) => [header, message.slice(0, 12)])).toEqual([
      ['CF_XDR_SHXYM', '系统中没有这个当事人，请'],
      ['CF_XDR_SHXYM', '系统中有 2 个“同名店'],
      ['CF_XDR_SHXYM', expect.stringContaining('统一社会信用代码校验')],
    ]);
    expect(result.problems[2]?.fix).not.toBeNull();
    expect(await facts(office)).toEqual([]);
  });

  it('is created when asked to: once for several penalties, by its category, and withdrawn with the import', async () => {
    const office = await openOffice();
    const rows: readonly Row[] = [
      { CF_XDR_MC: '新公司', CF_XDR_SHXYM: validUscc(5), CF_WSH: '1' },
      { CF_XDR_MC: '新公司', CF_XDR_SHXYM: validUscc(5), CF_WSH: '2' },
      { CF_XDR_MC: '小店', CF_XDR_LB: '个体工商户', CF_XDR_SHXYM: validUscc(6, '92330100'), CF_WSH: '3' },
      {
        CF_XDR_MC: '赵一',
        CF_XDR_LB: '自然人',
        CF_XDR_SHXYM: '',
        CF_XDR_ZJLX: '身份证',
        CF_XDR_ZJHM: '11010519491231002X',
        CF_WSH: '4',
      },
    ];
    const preview = await office.call('fact.preview-import', { file: office.choose('a.csv', table(...rows)) });
    expect(preview).toMatchObject({ rows: 4, failed: 4 });
    const { batchId, ...result } = await run(office, { createSubjects: true }, ...rows);
    expect(result).toMatchObject({ inserted: 4, failed: 0 });
    const { rows: subjects, byKind } = await office.call('subject.list', {});
    expect(byKind).toEqual({ patent_agency: 1, enterprise: 1, individual_business: 1, agent: 1 });
    const firm = subjects.find((row) => row.name === '新公司');
    const file = await office.call('subject.get', { id: firm?.id ?? '' });
    expect(file.note).toContain('由双公示行政处罚表');
    expect(file.timeline).toHaveLength(2);
    expect(await office.call('subject.undo-import', { batchId })).toEqual({ withdrawn: 7, restored: 0 });
    expect([(await office.call('subject.list', {})).total, await facts(office)]).toEqual([1, []]);
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });
});

describe('undoing a penalty import', () => {
  it('withdraws new facts and puts merged ones back; refused once a dishonesty record rests on one', async () => {
    const office = await openOffice();
    const { id: subjectId } = await enterprise(office);
    const first = await run(office, {}, {});
    const second = await run(office, {}, { CF_NR_FK: '0.5' }, { CF_WSH: '2' });
    expect(second).toMatchObject({ inserted: 1, merged: 1 });
    expect(await office.call('subject.undo-import', { batchId: second.batchId })).toEqual({
      withdrawn: 1,
      restored: 1,
    });
    const [fact, ...others] = await facts(office);
    expect([fact?.fields['fine'], others]).toEqual([350_000, []]);
    await office.write((tx) =>
      tx.insert('dishonesty', {
        id: 'd1',
        subject_id: subjectId,
        fact_id: fact?.id ?? '',
        act_code: 'SX-6-3',
        regime: 'cnipa',
        class: 'general',
        document_no: '1',
        authority: '局',
        decided_on: '2026-06-01',
        act_summary: '',
        penalty: '',
        published_on: null,
        state: 'active',
        state_on: null,
        created_at: tx.now,
      }),
    );
    const error = await office.fails('subject.undo-import', { batchId: first.batchId }, 'conflict');
    expect(error.message).toContain('据以作出的失信记录');
    expect(await facts(office)).toHaveLength(1);
  });
});

describe('rows of the penalty table that are wrong', () => {
  it('come back with column and reason', async () => {
    const office = await openOffice();
    await enterprise(office);
    const result = await run(
      office,
      {},
      { CF_JDRQ: '2026-12-01', CF_WSH: '1' },
      { CF_YXQ: '2020-01-01', CF_WSH: '2' },
      { CF_NR_FK: '', CF_WSH: '3' },
      { CF_SY: '事'.repeat(4001), CF_WSH: '4' },
      {
        CF_XDR_MC: '某人',
        CF_XDR_LB: '自然人',
        CF_XDR_SHXYM: '',
        CF_XDR_ZJLX: '身份证',
        CF_XDR_ZJHM: '110105194912310021',
        CF_WSH: '5',
      },
    );
    expect(result).toMatchObject({ rows: 5, failed: 5 });
    expect(result.problems.map(({ rowNumber, header }) => [rowNumber, header])).toEqual([
      [2, 'CF_JDRQ'],
      [3, 'CF_YXQ'],
      [4, 'CF_NR_FK'],
      [5, 'CF_SY'],
      [6, 'CF_XDR_ZJHM'],
    ]);
    expect(result.problems[4]?.value).not.toContain('19491231');
  });
});
