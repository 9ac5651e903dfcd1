import * as z from 'zod';
import type { Calendar } from '#shared/domain/calendar/calendar';
import { remaining } from '#shared/domain/calendar/remaining';
import { kindText } from '#shared/domain/plan/inspection-kinds';
import { dueOf } from '#shared/domain/rectification/term';
import { decisionDue } from '#shared/domain/repair/decision-due';
import { followUpCodes, followUpLabels, openFollowUps } from '#shared/domain/repair/repair';
import type { RepairPack } from '#shared/domain/repair/repair-pack';
import { outlook } from '#shared/domain/repair/terms';
import { type Month, monthOf, monthZh, shiftMonth } from '#shared/domain/statistics/month';
import type { RouteOutput } from '#shared/ipc/contract';
import { daysBetween, type IsoDate } from '#shared/kernel/dates';
import { type listDishonestyBesideActive, termsToday, toDishonesty } from '../../db/dishonesty-row';
import { groupRows } from '../../db/group-rows';
import type {
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

export type TodayItem = RouteOutput<'today.get'>['items'][number];
type Rows<F extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>;
export type Day = { readonly today: IsoDate; readonly calendar: Calendar; readonly regimes: readonly RepairPack[] };

/** Days ahead that count as soon for what has a due day. */
export const SOON_DAYS = 7;
const REPAIRABLE_DAYS = 30;
export const CERTIFICATE_DAYS = 60;

function urgencyOf(dueOn: IsoDate, today: IsoDate): TodayItem['urgency'] {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return daysBetween(today, dueOn) <= SOON_DAYS ? 'soon' : 'later';
}

export const due = (dueOn: IsoDate, { today, calendar }: Day) => ({
  dueOn,
  remaining: remaining(today, dueOn, calendar).text,
  urgency: urgencyOf(dueOn, today),
});

export const of = (row: { subject_id: string; subject_name: string }) => ({
  subjectId: row.subject_id,
  subjectName: row.subject_name,
});

export const orderItems = (rows: Rows<typeof listOpenOrders>, day: Day): TodayItem[] =>
  rows.map((row) => ({
    id: row.id,
    noun: 'rectification',
    title: `责令改正 ${row.no}`,
    ...of(row),
    ...(row.due_on === null
      ? { dueOn: null, remaining: '全部整改，可以办结', urgency: 'soon' as const }
      : due(row.due_on, day)),
    next: nextOfOrder(row),
  }));

function nextOfOrder(row: Rows<typeof listOpenOrders>[number]): string {
  if (row.due_on === null) return '办结';
  if (row.delivered_on === null) return '登记送达';
  return row.uncorrected > 0 ? '再次复查或转处理' : '安排复查';
}

export const visitItems = (rows: Rows<typeof listPlannedVisits>, day: Day): TodayItem[] =>
  rows.map((row) => ({
    id: row.id,
    noun: 'visit',
    title: row.plan_id === null ? kindText(row.kind) : `抽查第 ${row.batch_no} 批`,
    ...of(row),
    ...due(row.date, day),
    next: row.date < day.today ? '补查或改期' : '开始检查',
  }));

export const inspectionItems = (rows: Rows<typeof listOpenInspections>, { today }: Day): TodayItem[] =>
  rows.map((row) => {
    const days = daysBetween(row.started_at.slice(0, 10), today);
    return {
      id: row.id,
      noun: 'inspection',
      title: `检查 ${row.no}`,
      ...of(row),
      dueOn: null,
      remaining: days <= 0 ? '今天开始' : `已开始 ${days} 天，尚未办结`,
      urgency: days <= 0 ? 'today' : 'soon',
      next: '继续检查并办结',
    };
  });

/** The paper with the signatures belongs to the record (行政处罚法第四十七条). */
export const unscannedItems = (rows: Rows<typeof listUnscannedPapers>): TodayItem[] =>
  rows.map((row) => ({
    id: row.id,
    noun: 'inspection',
    title: `检查 ${row.no}`,
    ...of(row),
    dueOn: null,
    remaining: '签名笔录的扫描件尚未存入',
    urgency: 'later',
    next: '扫描后存入',
  }));

const NEXT_STEP = { applied: '核查', verified: '提出意见', opined: '作出决定' } as const;
const storedTerms = z.object({ packId: z.string(), packVersion: z.number() });
const storedFollowUp = z.array(
  z.object({
    code: z.enum(followUpCodes),
    on: z.string(),
    officerId: z.string(),
    officerName: z.string(),
    note: z.string(),
  }),
);

export const repairItems = (rows: Rows<typeof listOpenRepairs>, day: Day): TodayItem[] =>
  rows.map((row) => {
    const terms = storedTerms.parse(JSON.parse(row.terms));
    const pack = day.regimes.find((entry) => entry.id === terms.packId && entry.version === terms.packVersion);
    const head = { id: row.id, noun: 'repair', title: `信用修复 ${row.no}`, ...of(row) } as const;
    if (row.state === 'granted') {
      const open = openFollowUps({ followUp: storedFollowUp.parse(JSON.parse(row.follow_up)) });
      const term = open.includes('unpublish') ? pack?.procedure.unpublish?.term : undefined;
      const unpublishOn = term && row.state_on ? dueOf(row.state_on, term, day.calendar).date : null;
      return {
        ...head,
        ...(unpublishOn ? due(unpublishOn, day) : { dueOn: null, remaining: '', urgency: 'soon' as const }),
        next: open.map((code) => followUpLabels[code]).join('、'),
      };
    }
    const next =
      row.state === 'applied' || row.state === 'verified' || row.state === 'opined' ? NEXT_STEP[row.state] : '';
    const dueOn = pack ? decisionDue({ appliedOn: row.applied_on }, pack, day.calendar).date : null;
    return { ...head, ...(dueOn ? due(dueOn, day) : { dueOn: null, remaining: '', urgency: 'soon' as const }), next };
  });

/** Firms to be told that they may apply, or soon may. */
export function repairableItems(
  rows: Rows<typeof listRepairable>,
  besides: Rows<typeof listDishonestyBesideActive>,
  day: Day,
): TodayItem[] {
  const bySubject = groupRows(besides.map(toDishonesty), (record) => record.subjectId);
  return rows.flatMap((row): TodayItem[] => {
    const record = toDishonesty(row);
    const terms = termsToday(day.regimes, record, bySubject.get(record.subjectId) ?? [], day.today);
    if (!terms || terms.earliestOn === null) return [];
    const stands = outlook(terms, day.today, REPAIRABLE_DAYS);
    if (stands !== 'ready' && stands !== 'soon') return [];
    const head = { id: row.id, noun: 'dishonesty', title: `失信记录 ${row.document_no}`, ...of(row) } as const;
    const dueOn = terms.earliestOn;
    // a day on which something becomes possible is never overdue
    if (stands === 'ready')
      return [{ ...head, dueOn, remaining: `${dueOn} 起可以申请修复`, urgency: 'later', next: '通知当事人可以申请' }];
    const days = daysBetween(day.today, dueOn);
    return [{ ...head, dueOn, remaining: `${days} 天后可以申请修复`, urgency: 'later', next: '提醒当事人准备材料' }];
  });
}

export const certificateItems = (rows: Rows<typeof listExpiringCertificates>, day: Day): TodayItem[] =>
  rows.flatMap((row) =>
    row.certificate_until === null
      ? []
      : [
          {
            id: row.id,
            noun: 'officer' as const,
            title: `${row.name}的执法证（${row.certificate_no}）`,
            subjectId: null,
            subjectName: null,
            ...due(row.certificate_until, day),
            remaining: certificateWords(row.certificate_until, day),
            next: '办理换证',
          },
        ],
  );

/** A certificate runs out, it is not late. */
const certificateWords = (until: IsoDate, { today }: Day): string => {
  const days = daysBetween(today, until);
  return days < 0 ? `已过期 ${-days} 天` : days === 0 ? '今天到期' : `${days} 天后到期`;
};

/** What waits for a second officer. */
export const runItems = (rows: Rows<typeof listOpenRuns>): TodayItem[] =>
  rows.map((row) => ({
    id: row.id,
    noun: 'rating_run',
    title:
      row.mode === 'single'
        ? `${row.as_of} 的单户评价`
        : `${row.as_of} 的评价：重新定级 ${row.rated} 户，等级变动 ${row.moved} 户`,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    dueOn: null,
    remaining: `${row.maker_name ?? ''}提交，等待第二人审定`,
    urgency: 'soon',
    next: '审定评价',
  }));

export const activationItems = (rows: Rows<typeof listOpenActivations>, day: Day): TodayItem[] =>
  rows.map((row) => ({
    id: `${row.pack_id}/${row.version}`,
    noun: 'pack',
    title: `启用规则包“${row.title}”第 ${row.version} 版`,
    subjectId: null,
    subjectName: null,
    dueOn: row.from_date,
    remaining: `拟自 ${row.from_date} 起启用，等待第二人审定`,
    urgency: urgencyOf(row.from_date, day.today),
    next: '审定启用',
  }));

/** An office that freezes its months freezes the next one as soon as it has ended. */
export function monthItem(lastFrozen: Month | null, { today }: Day): TodayItem[] {
  const next = lastFrozen === null ? null : shiftMonth(lastFrozen, 1);
  if (next === null || next >= monthOf(today)) return [];
  return [
    {
      id: next,
      noun: 'month',
      title: `冻结${monthZh(next)}的统计`,
      subjectId: null,
      subjectName: null,
      dueOn: null,
      remaining: '月份已经结束',
      urgency: 'later',
      next: '核对并冻结',
    },
  ];
}

/** The notice for the next year appears in the autumn; until its days are here every later term is a guess. */
export function calendarItem({ today, calendar }: Pick<Day, 'today' | 'calendar'>): TodayItem[] {
  const year = Number(today.slice(0, 4)) + 1;
  if (today.slice(5, 7) < '10' || calendar.years.has(year)) return [];
  return [
    {
      id: String(year),
      noun: 'calendar',
      title: `${year} 年节假日安排尚未导入，有关期限为推算`,
      subjectId: null,
      subjectName: null,
      dueOn: null,
      remaining: '国务院办公厅通知公布后导入',
      urgency: 'later',
      next: '导入节假日安排',
    },
  ];
}

const RANK: Record<TodayItem['urgency'], number> = { overdue: 0, today: 1, soon: 2, later: 3 };

/** Overdue first, then by day; what has no day of its own comes last within its urgency. */
export function sortItems(items: readonly TodayItem[]): TodayItem[] {
  const key = (item: TodayItem) => `${RANK[item.urgency]}${item.dueOn ?? '9999-12-31'}${item.noun}${item.id}`;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
