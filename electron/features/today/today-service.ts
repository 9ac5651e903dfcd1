import { isWorkingDay } from '#shared/domain/calendar/calendar';
import { findPackInForce } from '#shared/domain/rating/choose-pack';
import { subjectKinds } from '#shared/domain/subject/subject';
import type { RouteOutput } from '#shared/ipc/contract';
import { addDays, weekday } from '#shared/kernel/dates';
import { listDishonestyBesideActive } from '../../db/dishonesty-row';
import { readSetting } from '../../db/setting';
import type { ReadContext } from '../../ipc/context';
import { loadPackChoice } from '../../packs/rating-packs';
import { listNoticeItems } from './notice-items';
import {
  activationItems,
  CERTIFICATE_DAYS,
  calendarItem,
  certificateItems,
  inspectionItems,
  monthItem,
  orderItems,
  repairableItems,
  repairItems,
  runItems,
  SOON_DAYS,
  sortItems,
  type TodayItem,
  unscannedItems,
  visitItems,
} from './today-items';
import {
  countActiveOfficers,
  countDrawnPlans,
  countGrades,
  countOpenLeads,
  countSubjects,
  countUnrated,
  findLastFrozenMonth,
  listExpiringCertificates,
  listOpenActivations,
  listOpenInspections,
  listOpenOrders,
  listOpenRepairs,
  listOpenRuns,
  listPlannedVisits,
  listRepairable,
  listUnscannedPapers,
} from './today-repository';
import { letterItems, listOpenLetters, resultItems } from './today-results';

type Today = RouteOutput<'today.get'>;
type Context = Pick<ReadContext, 'db' | 'packs' | 'clock'>;

const MOST_ITEMS = 100;

export async function viewToday({ db, packs, clock }: Context): Promise<Today> {
  const today = clock.today();
  const day = { today, calendar: packs.calendar(), regimes: packs.repairRegimes() };
  const visits = await listPlannedVisits(db, addDays(today, SOON_DAYS));
  const upcoming = visits.filter((visit) => visit.date >= today);
  const orders = orderItems(await listOpenOrders(db), day);
  const inspections = inspectionItems(await listOpenInspections(db), day);
  const repairs = repairItems(await listOpenRepairs(db), day);
  const repairable = repairableItems(await listRepairable(db), await listDishonestyBesideActive(db), day);
  const certificates = certificateItems(await listExpiringCertificates(db, addDays(today, CERTIFICATE_DAYS)), day);
  const approvals = [...runItems(await listOpenRuns(db)), ...activationItems(await listOpenActivations(db), day)];
  const choice = await loadPackChoice(db, packs);
  const ratedKinds = subjectKinds.filter((kind) => findPackInForce(choice, kind, today) !== undefined);
  const unrated = await countUnrated(db, ratedKinds);
  const grades = await countGrades(db);
  const subjects = await countSubjects(db);
  const items = [
    ...orders,
    ...visitItems(visits, day),
    ...inspections,
    ...unscannedItems(await listUnscannedPapers(db)),
    ...repairs,
    ...repairable,
    ...certificates,
    ...approvals,
    // an empty office has its first steps to do
    ...(subjects === 0 ? [] : calendarItem(day)),
    ...monthItem(await findLastFrozenMonth(db), day),
    ...(await resultItems(db, packs, day)),
    ...letterItems(await listOpenLetters(db), day),
    ...(await listNoticeItems(db, today)),
    ...(approvals.some(({ noun }) => noun === 'rating_run') ? [] : unratedItem(unrated)),
  ];
  const sunday = addDays(today, 7 - weekday(today));
  return {
    date: today,
    isWorkingDay: isWorkingDay(day.calendar, today).working,
    setup: await viewSetup(db, { subjects, rated: grades.length > 0 }),
    items: sortItems(items).slice(0, MOST_ITEMS),
    counts: {
      subjects,
      inspectionsOpen: inspections.length,
      leadsOpen: await countOpenLeads(db),
      visitsThisWeek: upcoming.filter((visit) => visit.date <= sunday).length,
      rectificationsOpen: orders.length,
      rectificationsOverdue: orders.filter((order) => order.urgency === 'overdue').length,
      repairsOpen: repairs.length,
      repairableSoon: repairable.length,
      approvalsOpen: approvals.length,
    },
    grades,
    upcoming: upcoming.slice(0, MOST_ITEMS).map((visit) => ({
      visitId: visit.id,
      date: visit.date,
      subjectId: visit.subject_id,
      subjectName: visit.subject_name,
      address: visit.address,
      officers: [visit.first_officer, visit.second_officer].flatMap((name) => name ?? []),
    })),
  };
}

/** One line for all of them: they are rated in one go. */
function unratedItem(count: number): TodayItem[] {
  if (count === 0) return [];
  return [
    {
      id: 'unrated',
      noun: 'rating',
      title: `${count} 个监管对象尚未评价`,
      subjectId: null,
      subjectName: null,
      dueOn: null,
      remaining: '',
      urgency: 'later',
      next: '运行信用评价',
    },
  ];
}

/** What a new office does first; nothing once all is done. Checks need two officers (行政处罚法第四十二条). */
async function viewSetup(db: Context['db'], known: { subjects: number; rated: boolean }): Promise<Today['setup']> {
  const steps: Today['setup'] = [
    { key: 'office', done: (await readSetting(db, 'office')) !== null },
    { key: 'officers', done: (await countActiveOfficers(db)) >= 2 },
    { key: 'subjects', done: known.subjects > 0 },
    { key: 'rating', done: known.rated },
    { key: 'plan', done: (await countDrawnPlans(db)) > 0 },
  ];
  return steps.every((step) => step.done) ? [] : steps;
}
