import { expect, test } from 'vitest';
import { createSubject, type Office, openOffice, rateNow } from '../../support/office';

const late = (office: Office, occurredOn: string, sourceNo = '示例知异〔2026〕7号') =>
  office.call('fact.create', {
    subjectId: office.subjectId,
    itemCode: 'annual_report_late',
    sourceOrg: '省级管理专利工作的部门',
    sourceNo,
    occurredOn,
    summary: '未在规定期限提交年度报告',
    fields: { reportYear: 2025 },
  });

test('a simulation changes nothing in the store', async () => {
  const office = await openOffice();
  const { id } = await late(office, '2026-03-02');
  await rateNow(office);
  const before = (await office.call('store.status', {})).auditEntries;
  const supposed = await office.call('rating.simulate', {
    subjectId: office.subjectId,
    asOf: '2027-06-01',
    suppositions: [{ kind: 'repaired', factId: id, on: '2027-01-01' }],
  });
  expect(supposed).toMatchObject({
    asOf: '2027-06-01',
    scoreThousandths: 100_000,
    plain: { gradeCode: 'B', scoreThousandths: 80_000 },
    current: { gradeCode: 'B' },
    facts: [{ factId: id, rectifiable: true }],
  });
  expect((await office.call('store.status', {})).auditEntries).toBe(before);
  expect((await office.call('rating.history', { subjectId: office.subjectId })).rows).toHaveLength(1);
});

test('suppositions follow the rules of the pack: cured within a month halves the deduction, a new act costs its points', async () => {
  const office = await openOffice();
  const { id } = await late(office, '2026-03-02');
  const ask = async (suppositions: Parameters<typeof office.call<'rating.simulate'>>[1]['suppositions']) =>
    (await office.call('rating.simulate', { subjectId: office.subjectId, suppositions })).scoreThousandths;
  expect(await ask([])).toBe(80_000);
  expect(await ask([{ kind: 'rectified', factId: id, on: '2026-04-02' }])).toBe(90_000);
  expect(await ask([{ kind: 'rectified', factId: id, on: '2026-04-03' }])).toBe(80_000);
  expect(
    await ask([{ kind: 'new', itemCode: 'workload_abnormal', occurredOn: '2026-11-01', fields: { year: 2026 } }]),
  ).toBe(65_000);
});

test('a supposition that cannot be is refused in a sentence', async () => {
  const office = await openOffice();
  const { id } = await late(office, '2026-03-02');
  const ask = (supposition: object, code: Parameters<typeof office.fails>[2]) =>
    office.fails('rating.simulate', { subjectId: office.subjectId, suppositions: [supposition as never] }, code);
  await ask({ kind: 'repaired', factId: id, on: '2026-03-01' }, 'bad_input');
  await ask({ kind: 'repaired', factId: 'nobody', on: '2026-05-01' }, 'not_found');
  await ask({ kind: 'new', itemCode: 'no_such_item', occurredOn: '2026-05-01' }, 'bad_input');
  const wrong = { kind: 'new', itemCode: 'annual_report_late', occurredOn: '2026-05-01', fields: { reportYear: 'x' } };
  expect((await ask(wrong, 'bad_input')).message).toContain('年度');
});

test('the why page names the records that can be helped and the day of it', async () => {
  const office = await openOffice();
  const { id: factId } = await late(office, '2026-03-02');
  await office.call('dishonesty.create', {
    subjectId: office.subjectId,
    factId,
    actCode: 'SX-6-1',
    regime: 'cnipa',
    class: 'general',
    documentNo: '示例知信〔2026〕1号',
    authority: '云州市知识产权局',
    decidedOn: '2026-06-23',
    actSummary: '测试',
    publishedOn: '2026-06-23',
  });
  const { ratingId } = await rateNow(office);
  const why = await office.call('rating.explain', { ratingId });
  expect(why.reliefs).toMatchObject([
    {
      factId,
      pointsThousandths: -20_000,
      repairFrom: '2026-12-23',
      sentence: expect.stringContaining('2026-12-23 起可以申请信用修复'),
    },
  ]);
  expect(why.tree.map(({ depth, kind }) => [depth, kind]).slice(0, 2)).toEqual([
    [0, 'base'],
    [0, 'group'],
  ]);
  expect(why.entails.sampling).not.toBe('');
});

test('a figure of another authority that costs points is not called a record that could be repaired', async () => {
  const office = await openOffice();
  const firm = await createSubject(office, '云州示例制造有限公司', { kind: 'enterprise' });
  await office.call('fact.create', {
    subjectId: firm,
    itemCode: 'general_risk_class',
    sourceOrg: '云州市市场监督管理局',
    sourceNo: '',
    occurredOn: '2026-11-01',
    summary: '企业信用风险分类',
    fields: { class: 'C' },
  });
  const { ratingId } = await rateNow(office, { subjectId: firm });
  const { reliefs } = await office.call('rating.explain', { ratingId });
  expect(reliefs).toMatchObject([{ sentence: '不是失信记录，随该项信息更新而变' }]);
});

test('the migration matrix counts everybody once, and each cell opens its subjects', async () => {
  const office = await openOffice({ today: '2026-01-10' });
  await rateNow(office);
  office.goTo('2026-11-23');
  await late(office, '2026-03-02');
  const { ratingId } = await rateNow(office);
  const period = { from: '2026-02-01', to: '2026-11-23' };
  const { packs } = await office.call('rating.migration', period);
  expect(packs).toMatchObject([{ packId: 'patent-agency-credit', cells: [{ from: 'A', to: 'B', count: 1 }] }]);
  expect(packs[0]?.grades.map(({ code }) => code)).toEqual(['A+', 'A', 'B', 'C', 'D']);
  const cell = { ...period, packId: 'patent-agency-credit', fromGrade: 'A', toGrade: 'B' };
  expect((await office.call('rating.list-moved-between', cell)).rows).toMatchObject([{ ratingId }]);
  const earlier = await office.call('rating.migration', { from: '2026-01-01', to: '2026-02-01' });
  expect(earlier.packs[0]?.cells).toEqual([{ from: null, to: 'A', count: 1 }]);
  await office.fails('rating.migration', { from: '2026-11-23', to: '2026-02-01' }, 'bad_input');
});

test('a grade that the newest version does not know, or whose pack is gone, keeps its line in the matrix', async () => {
  const office = await openOffice({ today: '2026-01-10' });
  const { ratingId } = await rateNow(office);
  office.goTo('2026-11-23');
  await rateNow(office);
  const period = { from: '2026-02-01', to: '2026-11-23' };
  const alter = (column: string, value: string) =>
    office.engine.store.writer.prepare(`update rating set ${column} = ? where id = ?`).run(value, ratingId);
  alter('grade_code', 'Z');
  const [unknown] = (await office.call('rating.migration', period)).packs;
  expect(unknown?.cells).toEqual([{ from: 'Z', to: 'A', count: 1 }]);
  expect(unknown?.grades.map(({ code }) => code)).toEqual(['A+', 'A', 'B', 'C', 'D', 'Z']);
  alter('pack_id', 'lost-pack');
  const lost = (await office.call('rating.migration', { from: '2026-01-01', to: '2026-02-01' })).packs;
  expect(lost).toMatchObject([
    { title: '不在本机的规则包（lost-pack）', grades: [{ code: 'Z' }], cells: [{ from: null, to: 'Z', count: 1 }] },
  ]);
});
