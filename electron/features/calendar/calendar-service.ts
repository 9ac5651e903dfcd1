import type { Calendar } from '#shared/domain/calendar/calendar';
import { countNewYear, countYear, type YearFileProblem } from '#shared/domain/calendar/year-file';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { getOfficerOnDuty } from '../../db/officers-on-duty';
import type { WriteTx } from '../../db/write-tx';
import type { YearSource } from './read-year-file';

export async function viewYears(db: ReadDb, calendar: Calendar): Promise<RouteOutput<'calendar.list-years'>['rows']> {
  const imported = await db
    .selectFrom('calendar_year')
    .innerJoin('officer', 'officer.id', 'calendar_year.officer_id')
    .innerJoin('officer as second', 'second.id', 'calendar_year.confirmed_by')
    .select(['year', 'file_name', 'imported_on', 'officer.name as officer_name', 'second.name as second_name'])
    .where('state', '=', 'active')
    .execute();
  return [...calendar.years.values()]
    .sort((a, b) => b.year - a.year)
    .map(({ year, notice }) => {
      const row = imported.find((entry) => entry.year === year);
      return {
        year,
        origin: row ? ('imported' as const) : ('shipped' as const),
        source: notice.document,
        ...countYear(calendar, year),
        fileName: row?.file_name ?? null,
        importedOn: row?.imported_on ?? null,
        officer: row?.officer_name ?? null,
        confirmedBy: row?.second_name ?? null,
      };
    });
}

type Wanted = { readonly year: number; readonly source: string };

export function checkYearFile(file: YearSource, wanted: Wanted): RouteOutput<'calendar.check-file'> {
  const { year, problems } = file.read(wanted);
  const found = year && { ...countNewYear(year), source: year.notice.document, off: year.off, work: year.work };
  return { problems: [...problems], found };
}

/** Whole or not at all; the year that stood there before stays as replaced. */
export async function importYear(tx: WriteTx, input: ParsedInput<'calendar.import'>, file: YearSource) {
  const { year, problems } = file.read(input);
  if (year === null) throw refuseFile(problems);
  if (tx.actor.id === null) throw new AppError('forbidden', '请先选择当前经办人，再导入节假日安排。');
  const second = await getOfficerOnDuty(tx.db, input.confirmedBy, { subjectId: null, on: tx.today });
  if (second.id === tx.actor.id) {
    const message = '复核人与经办人是同一人';
    throw new AppError('bad_input', `${message}，节假日安排应当由另一名人员与通知原文核对。`, [
      { path: 'confirmedBy', message },
    ]);
  }
  const before = await tx.db
    .selectFrom('calendar_year')
    .select('id')
    .where('year', '=', year.year)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (before) tx.update('calendar_year', before.id, { state: 'replaced' });
  const id = tx.newId();
  const { workdays } = countNewYear(year);
  tx.insert('calendar_year', {
    id,
    year: year.year,
    content: JSON.stringify(year),
    source: year.notice.document,
    file_name: file.name,
    file_sha256: file.sha256,
    workdays,
    officer_id: tx.actor.id,
    confirmed_by: second.id,
    imported_on: tx.today,
    state: 'active',
    created_at: tx.now,
  });
  return {
    id,
    summary: `${before ? '更换' : '导入'} ${year.year} 年节假日安排（${year.notice.document}），工作日 ${workdays} 天，${second.name}复核`,
  };
}

function refuseFile(problems: readonly YearFileProblem[]): AppError {
  const [first] = problems;
  const more = problems.length > 1 ? `（另有 ${problems.length - 1} 处问题）` : '';
  return new AppError('bad_file', `没有导入节假日安排：${first ? placeOf(first) : ''}${more}，请改正文件后重新选择。`);
}

function placeOf({ row, column, message }: YearFileProblem): string {
  const place = [row === null ? '' : `第 ${row} 行`, column === null ? '' : `“${column}”列`].join('');
  return place === '' ? message : `${place}：${message}`;
}
