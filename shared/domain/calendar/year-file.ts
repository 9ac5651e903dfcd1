import { addDays, type IsoDate, isIsoDate, weekday } from '../../kernel/dates';
import { cellText, type ImportRow } from '../table-import/import-cell';
import { type Calendar, isWorkingDay, withYears } from './calendar';
import { type CalendarYear, calendarYear } from './calendar-pack';

/** What is wrong in a year file and where; `row` null: it concerns the file as a whole. */
export type YearFileProblem = { readonly row: number | null; readonly column: string | null; readonly message: string };
export type ReadYear = { readonly year: CalendarYear | null; readonly problems: readonly YearFileProblem[] };

type Line = { readonly number: number; readonly cells: ImportRow };
type Wanted = { readonly year: number; readonly source: string };

const COLUMNS = ['日期', '类型', '说明'] as const;

/**
 * Reads the table of a year: a line a day with 日期, 类型 (休 off, 班 made up) and 说明 (name of the holiday).
 * Answers the year, or every problem with its line and column; never both.
 *
 * @example readYearTable([{ number: 1, cells: ['日期', '类型', '说明'] },
 *   { number: 2, cells: ['2027-01-01', '休', '元旦'] }], { year: 2027, source: '国办发明电〔2026〕8号' }).year?.off.length // 1
 */
export function readYearTable(lines: readonly Line[], wanted: Wanted): ReadYear {
  const problems: YearFileProblem[] = sourceProblems(wanted.source);
  const headerAt = lines.findIndex(({ cells }) => COLUMNS.slice(0, 2).every((name) => columnOf(cells, name) >= 0));
  const header = lines[headerAt];
  if (!header) {
    const message = '没有找到表头，第一行应当依次是“日期”“类型”“说明”';
    return { year: null, problems: [...problems, { row: null, column: null, message }] };
  }
  const [dateAt, kindAt, nameAt] = COLUMNS.map((name) => columnOf(header.cells, name)) as [number, number, number];
  const seen = new Map<IsoDate, number>();
  const off: { day: IsoDate; name: string }[] = [];
  const work: IsoDate[] = [];
  for (const { number: row, cells } of lines.slice(headerAt + 1)) {
    const refuse = (column: string, message: string) => problems.push({ row, column, message });
    const shown = cellText(cells[dateAt]);
    const kind = cellText(cells[kindAt]);
    const name = nameAt < 0 ? '' : cellText(cells[nameAt]);
    const day = toDate(shown);
    const before = day === null ? undefined : seen.get(day);
    if (day === null) refuse('日期', `日期“${shown}”不存在或写法不对，请按 2027-01-01 的格式填写`);
    else if (!belongs(wanted.year, day)) refuse('日期', `${day} 不属于 ${wanted.year} 年的安排`);
    else if (before !== undefined) refuse('日期', `${day} 与第 ${before} 行重复`);
    if (kind !== '休' && kind !== '班') refuse('类型', `类型“${kind}”无法识别，只能填“休”或“班”`);
    else if (kind === '班' && day !== null && weekday(day) < 6)
      refuse('类型', `${day} 不是周六或周日，不能登记为调休上班`);
    if (kind === '休' && name === '') refuse('说明', '放假日应当写明节日名称');
    if (name.length > 20) refuse('说明', '节日名称最多 20 个字');
    if (day === null) continue;
    seen.set(day, before ?? row);
    if (kind === '休') off.push({ day, name });
    else work.push(day);
  }
  if (off.length === 0 && problems.length === 0)
    problems.push({ row: null, column: null, message: '文件中没有放假日，请核对后重新选择' });
  if (problems.length > 0) return { year: null, problems };
  return checkYear({
    year: wanted.year,
    off: joinRanges(off),
    work: work.sort(),
    notice: { document: wanted.source },
    verified: true,
  });
}

/**
 * Reads the year out of JSON: a year entry of a calendar pack, or a whole pack that holds the year. The source paper
 * of the file stands when none is given.
 *
 * @example readYearJson({ year: 2028, off: [], work: [], notice: { document: '通知' }, verified: true },
 *   { year: 2027, source: '' }).problems.length // 1, the wrong year
 */
export function readYearJson(json: unknown, { year, source }: Wanted): ReadYear {
  const entries: unknown = field(json, 'years');
  const list: readonly unknown[] = Array.isArray(entries) ? entries : [json];
  const at = list.findIndex((entry) => field(entry, 'year') === year);
  if (at < 0) return { year: null, problems: [{ row: null, column: 'year', message: `文件中没有 ${year} 年的安排` }] };
  const entry = list[at] as Readonly<Record<string, unknown>>;
  const inFile = field(entry['notice'], 'document');
  const document = source !== '' ? source : typeof inFile === 'string' ? inFile.trim() : '';
  const missing = sourceProblems(document);
  if (missing.length > 0) return { year: null, problems: missing };
  const notice = { ...(typeof entry['notice'] === 'object' ? entry['notice'] : {}), document };
  // verified here means: held against the paper by the two officers who import it
  return checkYear({ ...entry, notice, verified: true });
}

/** The figures an officer compares with the official paper. @example countYear(calendar, 2026).workdays // 248 */
export function countYear(calendar: Calendar, year: number) {
  let workdays = 0;
  const dates = { off: 0, work: 0 };
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const { working, kind } = isWorkingDay(calendar, day);
    if (working) workdays += 1;
    if (kind === 'holiday') dates.off += 1;
    if (kind === 'makeup') dates.work += 1;
  }
  return { workdays, offDays: dates.off, makeupDays: dates.work };
}

/** The same of a year that is not in use yet. @example countNewYear(year2027).makeupDays // 7 */
export const countNewYear = (year: CalendarYear) => countYear(withYears([], [year]), year.year);

function checkYear(value: unknown): ReadYear {
  const parsed = calendarYear.safeParse(value);
  if (!parsed.success)
    return {
      year: null,
      problems: parsed.error.issues.map(({ path, message }) => ({
        row: typeof path[1] === 'number' ? path[1] + 1 : null,
        column: String(path[0] ?? ''),
        message: /[\u4e00-\u9fa5]/.test(message) ? message : '内容不符合年份文件的格式',
      })),
    };
  const twice = parsed.data.work.findIndex((day, index) => parsed.data.work.indexOf(day) < index);
  if (twice < 0) return { year: parsed.data, problems: [] };
  const message = `${parsed.data.work[twice]} 重复`;
  return { year: null, problems: [{ row: twice + 1, column: 'work', message }] };
}

const sourceProblems = (source: string): YearFileProblem[] =>
  source.trim() === '' ? [{ row: null, column: null, message: '没有写明依据的通知名称和文号' }] : [];

const columnOf = (cells: ImportRow, name: string) => cells.findIndex((cell) => cellText(cell) === name);

function toDate(text: string): IsoDate | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!found) return null;
  const [, year = '', month = '', day = ''] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}

// A notice may give days at the end of the year before.
const belongs = (year: number, day: IsoDate) => day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`);

function joinRanges(days: readonly { readonly day: IsoDate; readonly name: string }[]) {
  const ranges: { from: IsoDate; to: IsoDate; name: string }[] = [];
  for (const { day, name } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = ranges.at(-1);
    if (last && last.name === name && addDays(last.to, 1) === day) last.to = day;
    else ranges.push({ from: day, to: day, name });
  }
  return ranges;
}

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
