import { expect, test } from 'vitest';
import { expectAudited } from '../../support/engine';
import { type Office, openOffice } from '../../support/office';

const SOURCE = '国务院办公厅关于2027年部分节假日安排的通知（测试）';
const HEAD = '日期,类型,说明\n';
const GOOD = `${HEAD}2027-01-01,休,元旦\n2027/1/2,休,元旦\n2027年1月3日,休,元旦\n2027-01-09,班,\n`;
const TERM = { from: '2026-12-30', term: { count: 5, unit: 'working_day' } } as const;

async function office(): Promise<Office> {
  const one = await openOffice({ today: '2026-11-25' });
  await one.call('office.act-as', { officerId: one.zhang });
  return one;
}

const take = (one: Office, content: string, name = '2027.csv') => ({
  file: one.choose(name, content),
  year: 2027,
  source: SOURCE,
  confirmedBy: one.li,
});

const years = async (one: Office) => (await one.call('calendar.list-years', {})).rows;

test('a screen that counts the shipped years otherwise than the notices is noticed', async () => {
  const rows = await years(await office());
  expect(rows.map(({ year, workdays, origin }) => [year, workdays, origin])).toEqual([
    [2026, 248, 'shipped'],
    [2025, 248, 'shipped'],
    [2024, 251, 'shipped'],
  ]);
});

test('an imported year makes a deadline exact at once and takes the reminder from the list of today', async () => {
  const one = await office();
  const before = await one.call('rectification.preview-due', TERM);
  expect(before).toMatchObject({ date: '2027-01-06', estimated: true });
  const titles = async () => (await one.call('today.get', {})).items.map(({ title }) => title);
  expect(await titles()).toContain('2027 年节假日安排尚未导入，有关期限为推算');
  const input = take(one, `${HEAD}2027-01-01,休,元旦\n2027-01-04,休,元旦\n2027-01-09,班,\n`);
  const checked = await one.call('calendar.check-file', input);
  // 261 weekdays, two of them off, one Saturday worked
  expect(checked).toMatchObject({ problems: [], found: { workdays: 260, offDays: 2, makeupDays: 1 } });
  const { id } = await one.call('calendar.import', input);
  await expectAudited(one, [['calendar.import', `calendar_year:${id}`]]);
  const after = await one.call('rectification.preview-due', TERM);
  // the 1st and the 4th are off now: 31 December, then 5, 6, 7 and 8 January
  expect(after).toMatchObject({ date: '2027-01-08', estimated: false });
  expect(await titles()).not.toContain('2027 年节假日安排尚未导入，有关期限为推算');
  expect((await years(one))[0]).toMatchObject({ year: 2027, origin: 'imported', workdays: 260, confirmedBy: '李示例' });
});

test('a second file of a year replaces the first, which stays on record, and wins over a shipped year too', async () => {
  const one = await office();
  await one.call('calendar.import', take(one, GOOD));
  await one.call('calendar.import', take(one, `${GOOD}2027-10-01,休,国庆节\n`, '更正.csv'));
  const rows = await years(one);
  expect(rows[0]).toMatchObject({ year: 2027, fileName: '更正.csv', offDays: 4 });
  const json = { year: 2026, off: [{ from: '2026-11-26', to: '2026-11-26', name: '测试' }], work: [], notice: {} };
  const file = one.choose('2026.json', JSON.stringify(json));
  await one.call('calendar.import', { file, year: 2026, source: '测试通知', confirmedBy: one.li });
  const term = { count: 1, unit: 'working_day' } as const;
  expect(await one.call('rectification.preview-due', { from: '2026-11-25', term })).toMatchObject({
    date: '2026-11-27',
  });
});

test.each([
  ['wrong year', `${HEAD}2028-01-01,休,元旦\n`, '第 2 行“日期”列：2028-01-01 不属于 2027 年的安排'],
  ['a day twice', `${HEAD}2027-01-01,休,元旦\n2027/1/1,休,元旦\n`, '第 3 行“日期”列：2027-01-01 与第 2 行重复'],
  ['an unknown kind', `${HEAD}2027-01-01,假,元旦\n`, '第 2 行“类型”列：类型“假”无法识别'],
  ['a day that does not exist', `${HEAD}2027-02-29,休,春节\n`, '第 2 行“日期”列：日期“2027-02-29”不存在'],
  ['a make-up day on a weekday', `${HEAD}2027-01-04,班,\n`, '第 2 行“类型”列：2027-01-04 不是周六或周日'],
  ['a holiday without a name', `${HEAD}2027-01-01,休,\n`, '第 2 行“说明”列：放假日应当写明节日名称'],
  ['no header', '2027-01-01,休,元旦\n', '没有找到表头'],
  ['no day off', `${HEAD}2027-01-09,班,\n`, '文件中没有放假日'],
])('a file with %s is refused with its place and stores nothing', async (_bug, content, sentence) => {
  const one = await office();
  const input = take(one, content);
  expect((await one.call('calendar.check-file', input)).found).toBeNull();
  const { message } = await one.fails('calendar.import', input, 'bad_file');
  expect(message).toContain(sentence);
  expect((await years(one)).map(({ year }) => year)).toEqual([2026, 2025, 2024]);
});

test('a file without its source paper, broken JSON and JSON of another year or with a day twice are refused', async () => {
  const one = await office();
  const noPaper = await one.fails('calendar.import', { ...take(one, GOOD), source: '' }, 'bad_file');
  expect(noPaper.message).toContain('没有写明依据的通知名称和文号');
  await one.fails('calendar.import', take(one, '{', 'a.json'), 'bad_file');
  const entry = { year: 2028, off: [], work: ['2028-01-08', '2028-01-08'], notice: { document: 'x' }, verified: true };
  const other = await one.fails('calendar.import', take(one, JSON.stringify(entry), 'b.json'), 'bad_file');
  expect(other.message).toContain('文件中没有 2027 年的安排');
  const twice = { ...take(one, JSON.stringify(entry), 'c.json'), year: 2028 };
  expect((await one.fails('calendar.import', twice, 'bad_file')).message).toContain('第 2 行“work”列：2028-01-08 重复');
  expect(await years(one)).toHaveLength(3);
});

test('the officer at work cannot confirm the own file', async () => {
  const one = await office();
  const refused = await one.fails('calendar.import', { ...take(one, GOOD), confirmedBy: one.zhang }, 'bad_input');
  expect(refused.details[0]?.path).toBe('confirmedBy');
  expect(await years(one)).toHaveLength(3);
});
