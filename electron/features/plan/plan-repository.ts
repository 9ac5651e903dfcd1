import type { ReadDb } from '../../db/dialect';

/** Live subjects of the plan's kinds with the grade they have now. */
export const listPlanSubjects = (db: ReadDb, kinds: readonly string[]) =>
  db
    .selectFrom('subject')
    .leftJoin('current_rating', 'current_rating.subject_id', 'subject.id')
    .leftJoin('rating', 'rating.id', 'current_rating.rating_id')
    .select([
      'subject.id',
      'rating.pack_id as grade_pack',
      'subject.kind',
      'subject.name',
      'subject.uscc',
      'subject.agency_code',
      'subject.status',
      'subject.tags',
      'current_rating.grade_code',
    ])
    .where('subject.withdrawn_at', 'is', null)
    .where('subject.kind', 'in', [...kinds])
    .execute();

/** Facts that may set a flag: listed, or punished since a day. */
export const listFlagFacts = (db: ReadDb, itemCodes: readonly string[]) =>
  db
    .selectFrom('fact')
    .select(['subject_id', 'item_code', 'occurred_on', 'valid_to', 'fields'])
    .where('state', '=', 'active')
    .where('item_code', 'in', [...itemCodes])
    .execute();

export const listInspectedSubjects = (db: ReadDb, year: number) =>
  db
    .selectFrom('inspection')
    .select('subject_id')
    .distinct()
    .where('state', '=', 'finished')
    .where('method', '=', 'on_site')
    .where('started_at', '>=', `${year}-01-01`)
    .where('started_at', '<', `${year + 1}-01-01`)
    .execute();

export const listPlannedSubjects = (db: ReadDb, year: number) =>
  db
    .selectFrom('visit')
    .innerJoin('plan', 'plan.id', 'visit.plan_id')
    .select('visit.subject_id')
    .distinct()
    .where('plan.state', '=', 'drawn')
    .where('plan.year', '=', year)
    .where('visit.state', '<>', 'cancelled')
    .execute();

export const listDrawableOfficers = (db: ReadDb) =>
  db
    .selectFrom('officer')
    .select(['id', 'name', 'certificate_until', 'leaves', 'skills'])
    .where('active', '=', 1)
    .orderBy('id')
    .execute();

export const listAvoidedSubjects = (db: ReadDb) =>
  db.selectFrom('avoidance').select(['officer_id', 'subject_id']).where('ended_on', 'is', null).execute();

const PLAN_COLUMNS = [
  'plan.id',
  'plan.year',
  'plan.title',
  'plan.state',
  'plan.void_reason as voidReason',
  'plan.created_at as createdAt',
  'officer.name as officerName',
  'plan_freeze.batch_no as batchNo',
] as const;

const summaries = (db: ReadDb) =>
  db
    .selectFrom('plan')
    .leftJoin('officer', 'officer.id', 'plan.officer_id')
    .leftJoin('plan_freeze', 'plan_freeze.id', 'plan.freeze_id')
    .select((eb) => [
      ...PLAN_COLUMNS,
      'plan.population',
      eb.fn.coalesce('plan_freeze.list_sha256', 'plan.population_sha256').as('listSha256'),
      eb
        .selectFrom('visit')
        .select(eb.fn.countAll<number>().as('n'))
        .whereRef('visit.plan_id', '=', 'plan.id')
        .as('visits'),
      eb
        .selectFrom('visit')
        .select(eb.fn.countAll<number>().as('n'))
        .whereRef('visit.plan_id', '=', 'plan.id')
        .where('visit.state', '=', 'inspected')
        .as('inspected'),
    ]);

export const listPlans = (db: ReadDb) => summaries(db).orderBy('plan.id', 'desc').execute();

export const findPlan = (db: ReadDb, id: string) =>
  summaries(db)
    .select([
      'plan.pack',
      'plan.population_sha256',
      'plan.officer_id',
      'plan.freeze_id',
      'plan.campaign_id as campaignId',
      'plan.void_by',
      'plan.void_second',
      'plan.void_at',
      'plan.strata',
      'plan.exclusions',
      'plan.seed_parts',
      'plan.seed',
      'plan.algorithm',
      'plan.problems',
    ])
    .where('plan.id', '=', id)
    .executeTakeFirst();

type VisitFilter = {
  readonly planId: string;
  readonly batchNo?: number | undefined;
  readonly officerId?: string | undefined;
};

const filtered = (db: ReadDb, { planId, batchNo, officerId }: VisitFilter) =>
  db
    .selectFrom('visit')
    .where('visit.plan_id', '=', planId)
    .$if(batchNo !== undefined, (query) => query.where('visit.batch_no', '=', batchNo ?? 0))
    .$if(officerId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('visit.officer1_id', '=', officerId ?? ''), eb('visit.officer2_id', '=', officerId ?? '')]),
      ),
    );

export const listVisits = (db: ReadDb, filter: VisitFilter & { offset: number; limit: number }) =>
  filtered(db, filter)
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .selectAll('visit')
    .select(['subject.name as subject_name', 'subject.kind as subject_kind', 'subject.address'])
    .orderBy('visit.date')
    .orderBy('visit.officer1_id')
    .orderBy('visit.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();

export async function countVisits(db: ReadDb, filter: VisitFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Every visit as it was drawn, for the verifier. */
export const listDrawnVisits = (db: ReadDb, planId: string) =>
  db.selectFrom('visit').selectAll().where('plan_id', '=', planId).execute();

export const findVisit = (db: ReadDb, id: string) =>
  db.selectFrom('visit').selectAll().where('id', '=', id).executeTakeFirst();

/** Other visits of these officers on a day, to warn of a full day. */
export const countOfficerVisits = (db: ReadDb, officerIds: readonly string[], date: string) =>
  db
    .selectFrom('visit')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('date', '=', date)
    .where('state', '=', 'planned')
    .where((eb) => eb.or([eb('officer1_id', 'in', [...officerIds]), eb('officer2_id', 'in', [...officerIds])]))
    .executeTakeFirstOrThrow();

export async function listSubjectNames(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let from = 0; from < ids.length; from += 500) {
    const part = ids.slice(from, from + 500);
    for (const row of await db.selectFrom('subject').select(['id', 'name']).where('id', 'in', part).execute())
      names.set(row.id, row.name);
  }
  return names;
}

/** One line a candidate, as it was frozen. */
export async function findPopulation(db: ReadDb, planId: string): Promise<string | undefined> {
  const row = await db.selectFrom('plan').select('population').where('id', '=', planId).executeTakeFirst();
  return row?.population;
}

/** Subjects of these codes, for those that no visit or list points to. */
export async function listNamesByCode(db: ReadDb, codes: readonly string[]) {
  const found: { code: string; id: string; name: string }[] = [];
  for (let from = 0; from < codes.length; from += 500) {
    const part = codes.slice(from, from + 500);
    for (const column of ['uscc', 'agency_code', 'id'] as const) {
      const rows = await db
        .selectFrom('subject')
        .select([`${column} as code`, 'id', 'name'])
        .where(column, 'in', part)
        .where('withdrawn_at', 'is', null)
        .execute();
      for (const { code, id, name } of rows) if (code !== null) found.push({ code, id, name });
    }
  }
  return found;
}

export const listOfficerNames = (db: ReadDb) =>
  db.selectFrom('officer').select(['id', 'name', 'certificate_no as certificateNo']).execute();

export const listPlannedVisits = (db: ReadDb, planId: string) =>
  db.selectFrom('visit').select('id').where('plan_id', '=', planId).where('state', '=', 'planned').execute();
