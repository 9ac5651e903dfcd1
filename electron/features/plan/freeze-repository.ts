import type { ReadDb } from '../../db/dialect';

const freezes = (db: ReadDb) =>
  db
    .selectFrom('plan_freeze')
    .leftJoin('officer', 'officer.id', 'plan_freeze.officer_id')
    .select([
      'plan_freeze.id',
      'plan_freeze.year',
      'plan_freeze.title',
      'plan_freeze.scope',
      'plan_freeze.batch_no as batchNo',
      'plan_freeze.state',
      'plan_freeze.discard_reason as discardReason',
      'plan_freeze.population_size as populationSize',
      'plan_freeze.total',
      'plan_freeze.officer_count as officers',
      'plan_freeze.list_sha256 as listSha256',
      'plan_freeze.list_sm3 as listSm3',
      'plan_freeze.officers_sha256 as officersSha256',
      'plan_freeze.nonce_sha256 as nonceSha256',
      'plan_freeze.created_at as createdAt',
      'plan_freeze.plan_id as planId',
      'officer.name as officerName',
    ]);

export const listFreezes = (db: ReadDb) => freezes(db).orderBy('plan_freeze.id', 'desc').execute();

/** As it is shown; the nonce is not among it. */
export const findFreeze = (db: ReadDb, id: string) =>
  freezes(db)
    .select(['plan_freeze.strata', 'plan_freeze.batches', 'plan_freeze.exclusions', 'plan_freeze.problems'])
    .where('plan_freeze.id', '=', id)
    .executeTakeFirst();

/** Everything, for the draw, the check of staleness and the verifier. */
export const findFreezeRecord = (db: ReadDb, id: string) =>
  db.selectFrom('plan_freeze').selectAll().where('id', '=', id).executeTakeFirst();

/** The batches of a year that stand: drawn and not void. */
export const listDrawnBatches = (db: ReadDb, year: number, packId: string) =>
  db
    .selectFrom('plan_freeze')
    .innerJoin('plan', 'plan.freeze_id', 'plan_freeze.id')
    .select(['plan_freeze.batch_no as batchNo', 'plan.id as planId'])
    .where('plan_freeze.scope', '=', 'batch')
    .where('plan_freeze.year', '=', year)
    .where('plan_freeze.pack_id', '=', packId)
    .where('plan.state', '=', 'drawn')
    .orderBy('plan_freeze.batch_no')
    .execute();

/** When the year's first batch was to begin, also when that draw was declared void later. */
export const findSeriesStart = (db: ReadDb, year: number, packId: string) =>
  db
    .selectFrom('plan_freeze')
    .select('start_on')
    .where('scope', '=', 'batch')
    .where('year', '=', year)
    .where('pack_id', '=', packId)
    .where('state', '=', 'drawn')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** The first freeze of the year from which a standing batch was drawn. */
export const findSeriesFirst = (db: ReadDb, year: number, packId: string) =>
  db
    .selectFrom('plan_freeze')
    .select('id')
    .where('scope', '=', 'batch')
    .where('year', '=', year)
    .where('pack_id', '=', packId)
    .where('state', '=', 'drawn')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** Codes that the standing batches of a year have drawn. */
export const listDrawnCodes = (db: ReadDb, year: number, packId: string) =>
  db
    .selectFrom('visit')
    .innerJoin('plan', 'plan.id', 'visit.plan_id')
    .select('visit.code')
    .where('plan.state', '=', 'drawn')
    .where('plan.year', '=', year)
    .where('plan.pack_id', '=', packId)
    .execute();

export const countDrawnByStratum = (db: ReadDb, planIds: readonly string[]) =>
  db
    .selectFrom('visit')
    .select((eb) => ['stratum', eb.fn.countAll<number>().as('n')])
    .where('plan_id', 'in', [...planIds])
    .where('state', '<>', 'cancelled')
    .groupBy('stratum')
    .execute();

/** Days and officers of the year's visits that stand, for the load and the days already taken. */
export const listOfficerDays = (db: ReadDb, year: number) =>
  db
    .selectFrom('visit')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .select(['visit.officer1_id', 'visit.officer2_id', 'visit.date'])
    .where((eb) =>
      eb.or([
        eb.and([eb('plan.state', '=', 'drawn'), eb('plan.year', '=', year)]),
        eb.and([
          eb('visit.plan_id', 'is', null),
          eb(eb.fn<string>('substr', ['visit.date', eb.lit(1), eb.lit(4)]), '=', String(year)),
        ]),
      ]),
    )
    // done on the day of another visit, which is counted itself
    .where('visit.merged_into', 'is', null)
    .where('visit.state', '<>', 'cancelled')
    .execute();

/** The newest moment that a freeze or a draw bears. */
export async function findLatestMoment(db: ReadDb): Promise<string | null> {
  const latest = await Promise.all([
    db
      .selectFrom('plan_freeze')
      .select((eb) => eb.fn.max('created_at').as('at'))
      .executeTakeFirst(),
    db
      .selectFrom('plan')
      .select((eb) => eb.fn.max('created_at').as('at'))
      .executeTakeFirst(),
  ]);
  return (
    latest
      .map((row) => row?.at ?? '')
      .sort()
      .at(-1) || null
  );
}
