import { describe, expect, it } from 'vitest';
import { emptySubject } from '#shared/domain/subject/subject';
import type { RouteInput } from '#shared/ipc/contract';
import { expectAudited } from '../../support/engine';
import { chooseTarget, csvOf, sheetBytes, validUscc } from '../../support/import-files';
import { createSubject, type Office, openOffice, rateAllNow } from '../../support/office';

const HEADER = ['序号', '企业名称', '统一社会信用代码', '信用风险等级', '公布日期'];
const firm = (number: number) => `示例${number}号商贸有限公司`;
const classRow = (number: number, value: string, day = '2026-10-08') => [
  String(number),
  firm(number),
  validUscc(number),
  value,
  day,
];
const RISK = { itemCode: 'general_risk_class', sourceOrg: '云海省市场监督管理局', occurredOn: '2026-10-08' };
type Rows = readonly (readonly string[])[];
type Options = Partial<RouteInput<'fact.run-list-import'>>;

const input = (office: Office, rows: Rows, change: Options = {}) => ({
  file: office.choose('名单.csv', csvOf(rows)),
  ...RISK,
  ...change,
});
const run = (office: Office, rows: Rows, change: Options = {}) =>
  office.call('fact.run-list-import', input(office, rows, change));
const classes = (office: Office, rows: Rows, change: Options = {}) => run(office, [HEADER, ...rows], change);

const enterprise = (office: Office, number: number) =>
  office.call('subject.create', { ...emptySubject('enterprise', firm(number)), uscc: validUscc(number) });
const enterprises = (office: Office, count: number) =>
  office.call('subject.run-import', {
    file: office.choose(
      '名录.csv',
      csvOf([
        ['名称', '统一社会信用代码', '主体类型'],
        ...Array.from({ length: count }, (_, i) => [firm(i + 1), validUscc(i + 1), '企业']),
      ]),
    ),
  });
const facts = async (office: Office) => (await office.call('fact.list', { limit: 1000 })).rows;
const letter = (number: number) => 'ABCD'[number % 4] ?? 'A';
const month = (day: string, change: (number: number) => string = letter) =>
  Array.from({ length: 300 }, (_, i) => classRow(i + 1, change(i + 1), day));

describe('the monthly risk classes', () => {
  it('come in once for 300 firms; a corrected list touches, and has rated, only the five that changed', async () => {
    const office = await openOffice();
    await enterprises(office, 300);
    const preview = await office.call('fact.preview-list-import', input(office, [HEADER, ...month('2026-10-08')]));
    expect(preview).toMatchObject({ rows: 300, wouldInsert: 300, failed: 0 });
    const first = await classes(office, month('2026-10-08'));
    expect(first).toMatchObject({ rows: 300, inserted: 300, merged: 0, failed: 0 });
    await expectAudited(office, [['fact.run-list-import', `import:${first.batchId}`]]);
    const [one] = await office.call('fact.list', { query: firm(6) }).then(({ rows }) => rows);
    expect(one).toMatchObject({
      itemCode: 'general_risk_class',
      sourceOrg: '云海省市场监督管理局',
      sourceNo: '',
      occurredOn: '2026-10-08',
      validFrom: '2026-10-08',
      summary: '企业信用风险分类：C 信用风险较高',
      fields: { class: 'C' },
    });
    await rateAllNow(office);
    expect(await classes(office, month('2026-10-08'))).toMatchObject({ inserted: 0, merged: 0, unchanged: 300 });
    expect(await rateAllNow(office, { mode: 'incremental' })).toMatchObject({ checked: 0 });

    const corrected = month('2026-10-08', (number) => (number <= 5 ? letter(number + 1) : letter(number)));
    expect(await classes(office, corrected)).toMatchObject({ inserted: 0, merged: 5, unchanged: 295, failed: 0 });
    expect(await rateAllNow(office, { mode: 'incremental' })).toMatchObject({ checked: 5 });
    expect(await facts(office)).toHaveLength(300);
  }, 60_000);

  it('of the next month are records of their own day, beside those of the month before', async () => {
    const office = await openOffice();
    await enterprises(office, 300);
    await classes(office, month('2026-10-08'));
    await rateAllNow(office);
    const five = month('2026-11-08', (number) => letter(number + 1)).slice(0, 5);
    expect(await classes(office, five)).toMatchObject({ inserted: 5, merged: 0 });
    expect(await rateAllNow(office, { mode: 'incremental' })).toMatchObject({ checked: 5 });
    expect(
      await classes(
        office,
        month('2026-11-08', (n) => letter(n <= 5 ? n + 1 : n)),
      ),
    ).toMatchObject({
      inserted: 295,
      unchanged: 5,
    });
    // a new record may mean a new result, so each of them is looked at; no class changed, so no grade moves
    expect(await rateAllNow(office, { mode: 'incremental' })).toMatchObject({ checked: 295, moved: [] });
    const days = (await office.call('fact.list', { query: firm(7) })).rows.map(({ occurredOn }) => occurredOn);
    expect(days).toEqual(['2026-11-08', '2026-10-08']);
  }, 60_000);

  it('are read in the words of any province, and take the day of the form where the table has none', async () => {
    const office = await openOffice();
    for (const number of [1, 2, 3, 4, 5]) await enterprise(office, number);
    const words = ['Ｂ', 'b类', 'B 信用风险一般', '信用风险一般', 'Ｂ级'];
    const rows = words.map((word, i) => [firm(i + 1), validUscc(i + 1), word]);
    for (const header of ['风险等级', '信用风险分类', '分类结果', '类别', 'class'])
      expect(
        await office.call('fact.preview-list-import', input(office, [['名称', '统一社会信用代码', header], ...rows])),
      ).toMatchObject({ missing: [], wouldInsert: 5, failed: 0 });
    await run(office, [['当事人名称', '信用代码', '类别'], ...rows], { occurredOn: '2026-09-01' });
    const stored = await facts(office);
    expect(new Set(stored.map(({ fields, occurredOn }) => `${fields['class']} ${occurredOn}`))).toEqual(
      new Set(['B 2026-09-01']),
    );
    expect(stored).toHaveLength(5);
  });
});

describe('rows of a list that are wrong', () => {
  it('come back with column, value and reason, none is dropped, and can be saved as a table', async () => {
    const office = await openOffice();
    await enterprise(office, 1);
    const agent = await createSubject(office, '赵代理', { kind: 'agent', agentCertNo: '3312345' });
    const namesakes = ['同名商行', '同名商行'];
    for (const [i, name] of namesakes.entries())
      await office.call('subject.create', {
        ...emptySubject('individual_business', name),
        uscc: validUscc(40 + i, '92330100'),
      });
    const good = validUscc(1);
    const slip = `${good.slice(0, 9)}${good[9] === '0' ? '1' : '0'}${good.slice(10)}`;
    const result = await classes(office, [
      classRow(9, 'A'),
      classRow(1, 'E'),
      classRow(1, ''),
      classRow(1, 'A', '2026-02-30'),
      classRow(1, 'A', '2026-12-01'),
      ['6', '赵代理', '', 'A', '2026-10-08'],
      ['7', '同名商行', '', 'A', '2026-10-08'],
      ['8', firm(1), slip, 'A', '2026-10-08'],
      ['9', '', validUscc(1), 'A', '2026-10-08'],
      ['10', firm(1), validUscc(8), 'A', '2026-10-08'],
      classRow(1, 'A'),
      classRow(1, 'A'),
      classRow(1, 'B'),
    ]);
    expect(result).toMatchObject({ rows: 13, inserted: 1, failed: 12 });
    expect(
      result.problems.map(({ rowNumber, columnLetter, value, message }) => [
        rowNumber,
        columnLetter,
        value,
        message.slice(0, 14),
      ]),
    ).toEqual([
      [2, 'C', validUscc(9), '监管对象名录中没有这个主体，'],
      [3, 'D', 'E', '“E”不在可选范围内，请填其'],
      [4, 'D', '', '“类别”必须填写，请补上。'],
      [5, 'E', '2026-02-30', expect.stringContaining('2月没有 30 日')],
      [6, 'E', '2026-12-01', '日期晚于今天，请核对。'],
      [7, 'B', '赵代理', expect.stringContaining('“企业信用风险分类”')],
      [8, 'B', '同名商行', expect.stringContaining('系统中有 2 个')],
      [9, 'C', slip, expect.stringContaining('统一社会信用代码')],
      [10, 'B', '', '“名称”必须填写，请补上。'],
      [11, 'C', validUscc(8), '监管对象名录中没有这个主体，'],
      [13, 'C', validUscc(1), expect.stringContaining('与第 12 行')],
      [14, 'C', validUscc(1), expect.stringContaining('与第 12 行')],
    ]);
    expect(result.problems[5]?.message).toContain('不适用于专利代理师');
    const saved = await office.call('report.export', {
      report: 'import-problems',
      params: { batchId: result.batchId },
      target: chooseTarget(office, '错误行.xlsx').target,
    });
    expect(saved.fileName).toBe('错误行.xlsx');
    expect((await facts(office)).filter(({ subjectId }) => subjectId === agent)).toEqual([]);
    const preview = await office.call(
      'fact.preview-list-import',
      input(office, [HEADER, classRow(1, 'A'), classRow(1, 'B')]),
    );
    expect(preview).toMatchObject({ unchanged: 1, failed: 1 });
  });

  it('are no reason to write when the list itself cannot be right', async () => {
    const office = await openOffice();
    await enterprise(office, 1);
    const rows = [HEADER, classRow(1, 'A')];
    const refused = async (change: Options) =>
      office.fails('fact.run-list-import', input(office, rows, change), 'bad_input');
    expect((await refused({ itemCode: 'no_such_item' })).details[0]?.path).toBe('itemCode');
    expect((await refused({ occurredOn: '2026-12-01' })).details[0]?.path).toBe('occurredOn');
    await refused({ occurredOn: '2026-02-30' });
    await refused({ sourceOrg: '  ' });
    const noClass = input(office, [
      ['名称', '统一社会信用代码'],
      [firm(1), validUscc(1)],
    ]);
    expect(await office.call('fact.preview-list-import', noClass)).toMatchObject({ missing: ['类别'] });
    expect((await office.fails('fact.run-list-import', noClass, 'bad_input')).message).toContain('“类别”');
    expect(await facts(office)).toEqual([]);
  });
});

describe('a record that comes again', () => {
  const HONOUR = { itemCode: 'honour', sourceOrg: '省局', occurredOn: '2026-05-01' };
  const header = ['名称', '统一社会信用代码', '来源文号', '级别'];
  const levelLabel = async (office: Office) => {
    const { items } = await office.call('fact.list-catalogue', {});
    return items.find(({ code }) => code === 'honour')?.fields.find(({ key }) => key === 'level')?.label ?? '';
  };

  it('is told from another one of the same day by its number, and never replaces a numbered one by guess', async () => {
    const office = await openOffice();
    await enterprise(office, 1);
    const columns = [...header.slice(0, 3), await levelLabel(office)];
    const row = (no: string, level: string) => [firm(1), validUscc(1), no, level];
    expect(
      await run(office, [columns, row('甲〔2026〕1号', '市级'), row('甲〔2026〕2号', '省级')], HONOUR),
    ).toMatchObject({ inserted: 2, failed: 0 });
    expect(await run(office, [columns, row('', '省级')], HONOUR)).toMatchObject({ unchanged: 1 });
    const unclear = await run(office, [columns, row('', '国家级')], HONOUR);
    expect(unclear).toMatchObject({ inserted: 0, merged: 0, failed: 1 });
    expect(unclear.problems[0]).toMatchObject({
      columnLetter: 'C',
      message: expect.stringContaining('请补上来源文号'),
    });
    expect(await run(office, [columns, row('甲〔2026〕2号', '国家级')], HONOUR)).toMatchObject({ merged: 1 });
    const stored = Object.fromEntries((await facts(office)).map(({ sourceNo, fields }) => [sourceNo, fields['level']]));
    expect(stored).toEqual({ '甲〔2026〕1号': 'city', '甲〔2026〕2号': 'national' });
  });

  it('keeps what the list leaves empty, an end of validity set by hand, and a repaired state', async () => {
    const office = await openOffice();
    const { id: subjectId } = await enterprise(office, 1);
    const { id } = await office.call('fact.create', {
      subjectId,
      ...HONOUR,
      sourceNo: '',
      validTo: '2030-01-01',
      summary: '先进单位',
      fields: { level: 'city', points: 3 },
    });
    await office.write((tx) => tx.update('fact', id, { state: 'repaired', state_on: '2026-10-10' }));
    const columns = ['名称', '统一社会信用代码', await levelLabel(office)];
    expect(await run(office, [columns, [firm(1), validUscc(1), '市级']], HONOUR)).toMatchObject({ unchanged: 1 });
    expect(await run(office, [columns, [firm(1), validUscc(1), '省级']], HONOUR)).toMatchObject({ merged: 1 });
    expect(await facts(office)).toEqual([
      expect.objectContaining({
        id,
        validTo: '2030-01-01',
        state: 'repaired',
        fields: { level: 'provincial', points: 3 },
      }),
    ]);
  });

  it('does not hide behind a record of another office that does not count here', async () => {
    const office = await openOffice();
    const { id: subjectId } = await enterprise(office, 1);
    await office.call('fact.create', {
      subjectId,
      ...RISK,
      sourceNo: '',
      summary: '外局',
      fields: { class: 'A' },
      originOffice: '邻市局',
    });
    expect(await classes(office, [classRow(1, 'A')])).toMatchObject({ inserted: 1, unchanged: 0 });
  });
});

describe('taking a list back', () => {
  it('withdraws what came in and puts every replaced class back to the last field', async () => {
    const office = await openOffice();
    for (const number of [1, 2]) await enterprise(office, number);
    await classes(office, [classRow(1, 'A')]);
    const before = await facts(office);
    const { batchId, ...counts } = await classes(office, [classRow(1, 'D'), classRow(2, 'B')], { sourceOrg: '市局' });
    expect(counts).toMatchObject({ inserted: 1, merged: 1 });
    expect(await office.call('subject.undo-import', { batchId })).toEqual({ withdrawn: 1, restored: 1 });
    expect(await facts(office)).toEqual(before);
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
    expect(await classes(office, [classRow(1, 'D'), classRow(2, 'B')])).toMatchObject({ inserted: 1, merged: 1 });
  });

  it('is not needed when it is cancelled: nothing stays, and the same list comes in afterwards', async () => {
    const office = await openOffice();
    await enterprise(office, 1);
    const filler = Array.from({ length: 8000 }, (_, i) => classRow(i + 2, 'A'));
    const bytes = await sheetBytes([HEADER, classRow(1, 'A'), ...filler]);
    const file = office.choose('大.xlsx', bytes);
    const stop = office.engine.onEvent((event) => {
      if (event.name === 'job.progress' && event.payload.done > 0)
        void office.engine.invoke('job.cancel', { jobId: 'j1' });
    });
    await office.fails('fact.run-list-import', { file, ...RISK }, 'cancelled', { jobId: 'j1' });
    stop();
    expect(await facts(office)).toEqual([]);
    expect((await office.call('subject.list-imports', {})).batches).toEqual([]);
    expect(await office.call('fact.run-list-import', { file, ...RISK })).toMatchObject({ inserted: 1, failed: 8000 });
  });
});
