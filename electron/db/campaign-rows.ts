import { sql } from 'kysely';
import type { ReadDb } from './dialect';

/** Visits of a campaign: arranged under it, or drawn by a plan that belongs to it. */
const visitsOf = (db: ReadDb, campaignId: string) =>
  db
    .selectFrom('visit')
    .where((eb) =>
      eb.or([
        eb('visit.campaign_id', '=', campaignId),
        eb('visit.plan_id', 'in', eb.selectFrom('plan').select('plan.id').where('plan.campaign_id', '=', campaignId)),
      ]),
    );

export const listCampaigns = (db: ReadDb) =>
  db.selectFrom('campaign').selectAll().orderBy('from_on', 'desc').orderBy('id', 'desc').execute();

export const findCampaign = (db: ReadDb, id: string) =>
  db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst();

export const listCampaignPlans = (db: ReadDb, id: string) =>
  db
    .selectFrom('plan')
    .select((eb) => [
      'plan.id',
      'plan.title',
      'plan.state',
      eb
        .selectFrom('visit')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('visit.plan_id', '=', 'plan.id')
        .as('tasks'),
      eb
        .selectFrom('visit')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('visit.plan_id', '=', 'plan.id')
        .where('visit.state', '=', 'inspected')
        .as('inspected'),
    ])
    .where('plan.campaign_id', '=', id)
    .orderBy('plan.id')
    .execute();

export const countByState = (db: ReadDb, id: string) =>
  visitsOf(db, id)
    .select((eb) => ['visit.state', eb.fn.countAll<number>().as('n')])
    .select(sql<number>`sum(visit.plan_id is null)`.as('arranged'))
    .groupBy('visit.state')
    .execute();

export const countByKind = (db: ReadDb, id: string) =>
  visitsOf(db, id)
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .select((eb) => [
      sql<string>`coalesce(visit.kind, (
        select json_extract(stratum.value, '$.inspectionKind') from json_each(plan.strata) as stratum
        where json_extract(stratum.value, '$.id') = visit.stratum), 'double_random')`.as('kind'),
      eb.fn.countAll<number>().as('n'),
    ])
    .where('visit.state', '<>', 'cancelled')
    .groupBy('kind')
    .execute();

export const countByResult = (db: ReadDb, id: string) =>
  visitsOf(db, id)
    .innerJoin('inspection', 'inspection.id', 'visit.inspection_id')
    .select((eb) => ['inspection.result_code as result', eb.fn.countAll<number>().as('n')])
    .where('visit.state', '=', 'inspected')
    .groupBy('inspection.result_code')
    .execute();

const inspectionsOf = (db: ReadDb, id: string) =>
  visitsOf(db, id)
    .select('visit.inspection_id')
    .where('visit.state', '=', 'inspected')
    .where('visit.inspection_id', 'is not', null);

export const countSubjects = (db: ReadDb, id: string) =>
  visitsOf(db, id)
    .select((eb) => eb.fn.count<number>('visit.subject_id').distinct().as('n'))
    .where('visit.state', '<>', 'cancelled')
    .executeTakeFirstOrThrow();

export const countFindings = (db: ReadDb, id: string) =>
  db
    .selectFrom('finding')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('state', '=', 'open')
    .where('inspection_id', 'in', inspectionsOf(db, id))
    .executeTakeFirstOrThrow();

export const countOrders = (db: ReadDb, id: string) =>
  db
    .selectFrom('rectification')
    .select((eb) => ['state', eb.fn.countAll<number>().as('n')])
    .where('state', '<>', 'cancelled')
    .where('inspection_id', 'in', inspectionsOf(db, id))
    .groupBy('state')
    .execute();

/** Every task of a campaign with its result, by day. */
export const listCampaignVisits = (db: ReadDb, id: string) =>
  visitsOf(db, id)
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .leftJoin('inspection', 'inspection.id', 'visit.inspection_id')
    .leftJoin('cap_exception', 'cap_exception.visit_id', 'visit.id')
    .leftJoin('officer as passer', 'passer.id', 'cap_exception.second_officer_id')
    .leftJoin('visit as lead', 'lead.id', 'visit.merged_into')
    .select([
      'subject.name',
      'cap_exception.cap',
      'cap_exception.counted',
      'cap_exception.cause as cap_cause',
      'cap_exception.cause_note as cap_note',
      'passer.name as passer',
      'lead.date as lead_date',
      'visit.date',
      'visit.kind',
      'visit.state',
      'visit.cause',
      'visit.cause_note',
      'plan.title as plan_title',
      'inspection.result_code',
    ])
    .orderBy('visit.date')
    .orderBy('visit.id')
    .execute();
