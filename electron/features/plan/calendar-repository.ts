import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';

type CalendarFilter = { readonly from: IsoDate; readonly to: IsoDate; readonly planId?: string | undefined };

/** Visits that stand: of a plan that was not declared void, or arranged by hand. */
const standing = (db: ReadDb, { from, to, planId }: CalendarFilter) =>
  db
    .selectFrom('visit')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .where('visit.date', '>=', from)
    .where('visit.date', '<=', to)
    .where('visit.state', '<>', 'cancelled')
    // done on the day and by the officers of the visit it was merged into
    .where('visit.merged_into', 'is', null)
    .where((eb) => eb.or([eb('visit.plan_id', 'is', null), eb('plan.state', '=', 'drawn')]))
    .$if(planId !== undefined, (query) => query.where('visit.plan_id', '=', planId ?? ''));

export const listCalendarVisits = (db: ReadDb, filter: CalendarFilter & { readonly limit: number }) =>
  standing(db, filter)
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .select([
      'visit.id',
      'visit.plan_id as planId',
      'plan.title as planTitle',
      'visit.subject_id as subjectId',
      'subject.name as subjectName',
      'subject.address',
      'visit.batch_no as batchNo',
      'visit.rank',
      'visit.date',
      'visit.state',
      'visit.officer1_id as officer1Id',
      'visit.officer2_id as officer2Id',
      'visit.inspection_id as inspectionId',
    ])
    .orderBy('visit.date')
    .orderBy('visit.officer1_id')
    .orderBy('visit.id')
    .limit(filter.limit)
    .execute();

export async function countCalendarVisits(db: ReadDb, filter: CalendarFilter): Promise<number> {
  const { n } = await standing(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Long enough for the head of any announced list; the officers and the subjects stand behind it. */
const HEAD_LENGTH = 40_000;

/** The beginnings of the announced lists, with their days, and the rule of each plan. */
export const listPlanHeads = (db: ReadDb, ids: readonly string[]) =>
  db
    .selectFrom('plan')
    .leftJoin('plan_freeze', 'plan_freeze.id', 'plan.freeze_id')
    .select((eb) => [
      'plan.id',
      'plan.pack',
      eb.fn<string | null>('substr', ['plan_freeze.list', eb.val(1), eb.val(HEAD_LENGTH)]).as('head'),
    ])
    .where('plan.id', 'in', [...ids])
    .execute();

export const listOfficers = (db: ReadDb) =>
  db
    .selectFrom('officer')
    .select([
      'id',
      'name',
      'certificate_no as certificateNo',
      'certificate_until as certificateUntil',
      'leaves',
      'skills',
      'active',
    ])
    .orderBy('id')
    .execute();

/** Avoidances that stand on a day, of these subjects. */
export async function listAvoidances(db: ReadDb, subjectIds: readonly string[], on: IsoDate): Promise<Set<string>> {
  const found = new Set<string>();
  for (let from = 0; from < subjectIds.length; from += 500) {
    const rows = await db
      .selectFrom('avoidance')
      .select(['officer_id', 'subject_id'])
      .where('subject_id', 'in', subjectIds.slice(from, from + 500))
      .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', on)]))
      .execute();
    for (const row of rows) found.add(`${row.officer_id}|${row.subject_id}`);
  }
  return found;
}

const coming = (db: ReadDb, today: IsoDate, planId: string | undefined) =>
  db
    .selectFrom('visit')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .select(['visit.id', 'visit.date', 'visit.subject_id as subjectId', 'subject.name as subjectName'])
    .where('visit.state', '=', 'planned')
    .where('visit.merged_into', 'is', null)
    .where('visit.date', '>=', today)
    .where((eb) => eb.or([eb('visit.plan_id', 'is', null), eb('plan.state', '=', 'drawn')]))
    .$if(planId !== undefined, (query) => query.where('visit.plan_id', '=', planId ?? ''))
    .orderBy('visit.date')
    .orderBy('visit.id')
    .limit(GAP_LIMIT);

/** What one exchange may cover. */
const GAP_LIMIT = 200;

/** Visits to come of one officer within days; either place, so that each is found by its own index. */
export async function listComingOf(
  db: ReadDb,
  officerId: string,
  range: { readonly today: IsoDate; readonly from: IsoDate; readonly to: IsoDate; readonly planId: string | undefined },
) {
  const of = (place: 'visit.officer1_id' | 'visit.officer2_id') =>
    coming(db, range.today, range.planId)
      .where(place, '=', officerId)
      .where('visit.date', '>=', range.from)
      .where('visit.date', '<=', range.to)
      .execute();
  const rows = [...(await of('visit.officer1_id')), ...(await of('visit.officer2_id'))];
  return rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).slice(0, GAP_LIMIT);
}

/** Visits to come that their officer has to avoid. */
export const listAvoidedComing = (db: ReadDb, today: IsoDate, planId: string | undefined) =>
  coming(db, today, planId)
    .innerJoin('avoidance', 'avoidance.subject_id', 'visit.subject_id')
    .select('avoidance.officer_id as officerId')
    .where('avoidance.ended_on', 'is', null)
    .where((eb) =>
      eb.or([
        eb('visit.officer1_id', '=', eb.ref('avoidance.officer_id')),
        eb('visit.officer2_id', '=', eb.ref('avoidance.officer_id')),
      ]),
    )
    .execute();

export const listComingWithoutPair = (db: ReadDb, today: IsoDate, planId: string | undefined) =>
  coming(db, today, planId)
    .where((eb) => eb.or([eb('visit.officer1_id', 'is', null), eb('visit.officer2_id', 'is', null)]))
    .execute();

export const listVisitsById = (db: ReadDb, ids: readonly string[]) =>
  db
    .selectFrom('visit')
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .selectAll('visit')
    .select('subject.name as subject_name')
    .where('visit.id', 'in', [...ids])
    .orderBy('visit.date')
    .orderBy('visit.id')
    .execute();

export const listDayVisits = (db: ReadDb, date: IsoDate) =>
  db
    .selectFrom('visit')
    .select(['id', 'subject_id', 'date', 'state', 'officer1_id', 'officer2_id'])
    .where('date', '=', date)
    .where('state', '<>', 'cancelled')
    .execute();

/** Visits of a subject in a month that stand. */
export const listMonthVisits = (db: ReadDb, subjectId: string, month: string) =>
  db
    .selectFrom('visit')
    .select(['id', 'date'])
    .where('subject_id', '=', subjectId)
    .where('date', '>=', `${month}-01`)
    .where('date', '<=', `${month}-31`)
    .where('state', '<>', 'cancelled')
    .where('merged_into', 'is', null)
    .execute();

/** Visits still to be made, by officer. */
export async function countOpenVisits(db: ReadDb, today: IsoDate): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const place of ['officer1_id', 'officer2_id'] as const) {
    const rows = await db
      .selectFrom('visit')
      .select((eb) => [eb.ref(place).as('officerId'), eb.fn.countAll<number>().as('n')])
      .where('state', '=', 'planned')
      .where('date', '>=', today)
      .where(place, 'is not', null)
      .groupBy(place)
      .execute();
    for (const { officerId, n } of rows) if (officerId) counts.set(officerId, (counts.get(officerId) ?? 0) + n);
  }
  return counts;
}

export const listChanges = (db: ReadDb, by: { readonly planId?: string; readonly visitId?: string }) =>
  db
    .selectFrom('visit_change')
    .innerJoin('visit', 'visit.id', 'visit_change.visit_id')
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .selectAll('visit_change')
    .select('subject.name as subject_name')
    .$if(by.planId !== undefined, (query) => query.where('visit.plan_id', '=', by.planId ?? ''))
    .$if(by.visitId !== undefined, (query) => query.where('visit_change.visit_id', '=', by.visitId ?? ''))
    .orderBy('visit_change.id', 'desc')
    .limit(500)
    .execute();

export const findChanges = (db: ReadDb, ids: readonly string[]) =>
  db
    .selectFrom('visit_change')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
