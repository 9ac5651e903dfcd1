import { expect, it } from 'vitest';
import { applicantKeys } from '#shared/domain/filing/filing';
import { expectAudited } from '../../support/engine';
import { importList, patentRow } from '../../support/filings';
import { validUscc } from '../../support/import-files';
import { createSubject, type Office, openOffice } from '../../support/office';

const FIRM = '云州示例科技有限公司';
const CODE = validUscc(7);

/** Ten notified, one explained, six withdrawn; the code stands in some rows only. */
const list = () => [
  ...Array.from({ length: 3 }, (_, at) => patentRow(at, FIRM, { code: CODE })),
  patentRow(3, FIRM, { handling: '已说明' }),
  ...Array.from({ length: 6 }, (_, at) => patentRow(10 + at, FIRM, { handling: '已撤回', handledOn: '2026-04-01' })),
  patentRow(30, '没有代码的个人'),
];

async function openWithList(): Promise<Office & { readonly firm: string }> {
  const office = await openOffice();
  const firm = await createSubject(office, FIRM, { kind: 'enterprise', uscc: CODE, noUsccReason: null });
  await importList(office, 'abnormal_patent', list());
  return { ...office, firm };
}
const applicantOf = async (office: Office, query: string) =>
  (await office.call('filing.list-applicants', { query })).rows[0];

it('counts notified, explained and withdrawn of an applicant, with the rate, and drills to exactly those rows', async () => {
  const office = await openWithList();
  const { rows, total, sums } = await office.call('filing.list-applicants', {});
  expect(total).toBe(2);
  expect(sums).toEqual({ notified: 11, explained: 1, withdrawn: 6, ratePerMille: 545 });
  expect(rows[0]).toMatchObject({
    name: FIRM,
    code: CODE,
    subjectId: office.firm,
    notified: 10,
    explained: 1,
    withdrawn: 6,
    ratePerMille: 600,
    recorded: null,
  });
  for (const row of rows) {
    const drilled = await office.call('filing.list', { kind: 'abnormal_patent', applicant: row.applicant });
    expect(drilled.total).toBe(row.notified);
    expect(drilled.rows.filter(({ handling }) => handling === 'withdrawn')).toHaveLength(row.withdrawn);
  }
});

it('groups applicants by the same rule as the leads do', async () => {
  const office = await openWithList();
  await importList(office, 'abnormal_patent', [
    patentRow(40, '同名公司', { code: validUscc(8) }),
    patentRow(41, '同名公司', { code: validUscc(9) }),
    patentRow(42, '同名公司'),
  ]);
  const stored = office.engine.store.reader
    .prepare('select applicant_name as applicantName, applicant_code as applicantCode from filing')
    .all() as { applicantName: string; applicantCode: string | null }[];
  const keyOf = applicantKeys(stored);
  const counts = new Map<string, number>();
  for (const row of stored) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const { rows } = await office.call('filing.list-applicants', {});
  expect(rows.map(({ applicant, notified }) => [applicant, notified]).sort()).toEqual([...counts].sort());
});

it('covers the number of a person in every list', async () => {
  const office = await openOffice();
  await importList(office, 'abnormal_patent', [patentRow(1, '示例人', { code: '11010519491231002X' })]);
  expect((await applicantOf(office, '示例人'))?.code).toBe('110***********002X');
  expect((await office.call('filing.list', {})).rows[0]?.applicantCode).toBe('110***********002X');
});

it('changes one or many, says beforehand how many, and nothing when one of them cannot', async () => {
  const office = await openWithList();
  const { applicant = '' } = (await applicantOf(office, FIRM)) ?? {};
  const all = { target: { applicant }, handling: 'withdrawn', on: '2026-05-01' } as const;
  expect(await office.call('filing.preview-handling', all)).toEqual({
    selected: 4,
    changed: 4,
    unchanged: 0,
    tooEarly: 0,
  });
  const early = { ...all, on: '2026-03-01' };
  expect(await office.call('filing.preview-handling', early)).toMatchObject({ changed: 0, tooEarly: 4 });
  await office.fails('filing.set-handling', early, 'bad_input');
  await office.fails('filing.set-handling', { ...all, on: '2026-11-24' }, 'bad_input');
  await office.fails('filing.set-handling', { ...all, target: { ids: ['none'] } }, 'not_found');
  expect((await applicantOf(office, FIRM))?.withdrawn).toBe(6);
  expect(await office.call('filing.set-handling', all)).toEqual({ changed: 4 });
  expect(await applicantOf(office, FIRM)).toMatchObject({ withdrawn: 10, ratePerMille: 1000 });
  await expectAudited(office, [['filing.set-handling', 'filing:']]);
});

it('feeds the indicator: the figures become a fact, move with the list, and change the rating', async () => {
  const office = await openWithList();
  const rated = async () => {
    const { ratingId } = await office.call('rating.rate-subject', { subjectId: office.firm });
    return (await office.call('rating.explain', { ratingId })).rating.scoreThousandths;
  };
  const clean = await rated();
  const { applicant = '' } = (await applicantOf(office, FIRM)) ?? {};
  await office.call('filing.record-fact', { applicant });
  const withOpen = await rated();
  expect(withOpen).toBeLessThan(clean);
  expect((await applicantOf(office, FIRM))?.recorded).toMatchObject({ applications: 10, withdrawn: 6, current: true });
  await office.fails('filing.record-fact', { applicant }, 'bad_state');

  await office.call('filing.set-handling', { target: { applicant }, handling: 'withdrawn', on: '2026-05-01' });
  expect((await applicantOf(office, FIRM))?.recorded).toMatchObject({ current: false });
  await office.call('filing.record-fact', { applicant });
  expect(await rated()).toBeGreaterThan(withOpen);
  const { rows } = await office.call('fact.list', { subjectId: office.firm });
  expect(rows.map(({ state, fields }) => [state, fields['withdrawn'], fields['handling']]).sort()).toEqual([
    ['active', 10, 'withdrawn'],
    ['withdrawn', 6, 'open'],
  ]);
});

it('does not enter figures for somebody who is no subject', async () => {
  const office = await openWithList();
  const { applicant = '' } = (await applicantOf(office, '没有代码的个人')) ?? {};
  const error = await office.fails('filing.record-fact', { applicant }, 'bad_state');
  expect(error.message).toContain('请先登记为监管对象');
  await office.fails('filing.record-fact', { applicant: 'nobody' }, 'not_found');
});
