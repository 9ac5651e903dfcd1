import { type Calendar, isWorkingDay } from '#shared/domain/calendar/calendar';
import { samplingPackSchema } from '#shared/domain/plan/sampling-pack';
import type { VisitPlace } from '#shared/domain/plan/visit-change';
import { type CalendarOfficer, type CalendarVisit, findConflicts } from '#shared/domain/plan/visit-conflicts';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { addDays, addMonths, daysBetween, type IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { parsePlace } from '../../db/visit-change';
import { leavesColumn } from './attention';
import {
  countCalendarVisits,
  listAvoidances,
  listCalendarVisits,
  listChanges,
  listOfficers,
  listPlanHeads,
} from './calendar-repository';

type CalendarView = RouteOutput<'plan.list-calendar'>;

const MOST_DAYS = 93;
/** More than anybody looks at on one calendar. */
const MOST_VISITS = 3000;

/** The visits of a range with what stands in their way; whole months are read, since some conflicts are of a month. */
export async function viewCalendar(
  db: ReadDb,
  { from, to, planId, batchNo }: ParsedInput<'plan.list-calendar'>,
  calendar: Calendar,
  today: IsoDate,
): Promise<CalendarView> {
  const length = daysBetween(from, to);
  if (length < 0 || length >= MOST_DAYS)
    throw new AppError('bad_input', `日历一次最多显示 ${MOST_DAYS} 天，请缩短起止日期。`);
  const whole = { from: `${from.slice(0, 7)}-01`, to: addDays(addMonths(`${to.slice(0, 7)}-01`, 1), -1) };
  const rows = await listCalendarVisits(db, { ...whole, limit: MOST_VISITS });
  const officers = new Map((await listOfficers(db)).map((row) => [row.id, row]));
  const heads = await readHeads(db, [...new Set(rows.flatMap(({ planId: id }) => id ?? []))]);
  const avoidances = await listAvoidances(db, [...new Set(rows.map(({ subjectId }) => subjectId))], today);
  const conflicts = findConflicts({
    visits: rows.map((row): CalendarVisit => {
      const head = row.planId === null ? undefined : heads.get(row.planId);
      return {
        id: row.id,
        subjectId: row.subjectId,
        date: row.date,
        state: row.state,
        officer1Id: row.officer1Id,
        officer2Id: row.officer2Id,
        window: head?.windows.get(row.batchNo) ?? null,
        visitsPerDay: head?.visitsPerDay ?? null,
      };
    }),
    officers: new Map(
      [...officers].map(([id, { name, active, certificateUntil, leaves }]): [string, CalendarOfficer] => [
        id,
        { id, name, active: active === 1, certificateUntil, leaves: leavesColumn.parse(JSON.parse(leaves)) },
      ]),
    ),
    avoidances,
    dayInfo: (date) => isWorkingDay(calendar, date),
  });
  const shown = rows.filter(
    (row) =>
      from <= row.date &&
      row.date <= to &&
      (planId === undefined || row.planId === planId) &&
      (batchNo === undefined || row.batchNo === batchNo),
  );
  return {
    days: Array.from({ length: length + 1 }, (_, index) => {
      const date = addDays(from, index);
      const { working, reason, estimated } = isWorkingDay(calendar, date);
      return { date, working, reason, estimated };
    }),
    visits: shown.map(({ rank: _rank, officer1Id, officer2Id, ...row }) => ({
      ...row,
      officers: [officer1Id, officer2Id].flatMap((id) => {
        const officer = officers.get(id ?? '');
        return officer ? [{ id: officer.id, name: officer.name, certificateNo: officer.certificateNo }] : [];
      }),
      conflicts: [...(conflicts.get(row.id) ?? [])],
    })),
    total: rows.length < MOST_VISITS ? shown.length : await countCalendarVisits(db, { from, to, planId }),
  };
}

type PlanHead = {
  readonly visitsPerDay: number;
  readonly windows: ReadonlyMap<number, { readonly batchNo: number; readonly from: IsoDate; readonly to: IsoDate }>;
};

/** The days of the batches stand in the announced list; draws of method 1 have none. */
async function readHeads(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, PlanHead>> {
  if (ids.length === 0) return new Map();
  return new Map(
    (await listPlanHeads(db, ids)).map(({ id, pack, head }) => {
      const lines = (head ?? '').split('\n').filter((line) => line.startsWith('days|'));
      const windows = lines.flatMap((line) => {
        const [, no, words = ''] = line.split('|');
        const days = words.split(' ').filter((day) => day !== '');
        const [from] = days;
        const to = days.at(-1);
        const batchNo = Number(no);
        return from && to ? [[batchNo, { batchNo, from, to }] as const] : [];
      });
      return [id, { visitsPerDay: samplingPackSchema.parse(JSON.parse(pack)).visitsPerDay, windows: new Map(windows) }];
    }),
  );
}

/** Changes of one visit or one plan, newest first, in words. */
export async function viewChanges(
  db: ReadDb,
  { planId, visitId }: ParsedInput<'plan.list-changes'>,
): Promise<RouteOutput<'plan.list-changes'>['changes']> {
  if (planId === undefined && visitId === undefined)
    throw new AppError('bad_input', '请指定要看哪份计划或哪次检查的变更。');
  const rows = await listChanges(db, { ...(planId ? { planId } : {}), ...(visitId ? { visitId } : {}) });
  const names = new Map((await listOfficers(db)).map(({ id, name }) => [id, name]));
  const undone = new Set(rows.map(({ undoes }) => undoes));
  return rows.map((row) => {
    const [before, after] = [parsePlace(row.before), parsePlace(row.after)];
    return {
      id: row.id,
      visitId: row.visit_id,
      subjectName: row.subject_name,
      kind: row.kind,
      cause: row.cause as RouteOutput<'plan.list-changes'>['changes'][number]['cause'],
      reason: row.reason,
      before: placeWords(row.kind, before, names),
      after: placeWords(row.kind, after, names),
      officerName: names.get(row.officer_id ?? '') ?? null,
      secondOfficerName: names.get(row.second_officer_id ?? '') ?? null,
      undoes: row.undoes,
      undone: undone.has(row.id),
      at: row.at,
    };
  });
}

/** Only what the change is about: the day of a move, the officers of an exchange. */
function placeWords(kind: string, place: VisitPlace, names: ReadonlyMap<string, string>): string {
  if (kind !== 'exchange') return place.date;
  const officers = [place.officer1Id, place.officer2Id].flatMap((id) => (id === null ? [] : (names.get(id) ?? id)));
  return officers.length === 0 ? '未派出' : officers.join('、');
}
