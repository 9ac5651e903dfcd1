import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';

/** Open orders with their earliest day, one row an order. */
export const listOpenOrders = (db: ReadDb) =>
  db
    .selectFrom('rectification')
    .innerJoin('subject', 'subject.id', 'rectification.subject_id')
    .innerJoin('rectification_item as item', 'item.rectification_id', 'rectification.id')
    .where('rectification.state', '=', 'ordered')
    .groupBy('rectification.id')
    .select([
      'rectification.id',
      'rectification.no',
      'rectification.delivered_on',
      'rectification.subject_id',
      'subject.name as subject_name',
    ])
    .select((eb) => [
      eb.fn
        .min<IsoDate | null>(
          eb
            .case()
            .when('item.state', '!=', 'corrected')
            .then(eb.fn.coalesce('item.extended_to', 'item.due_on'))
            .else(null)
            .end(),
        )
        .as('due_on'),
      eb.fn.sum<number>(eb.case().when('item.state', '=', 'uncorrected').then(1).else(0).end()).as('uncorrected'),
    ])
    .execute();

/** Planned visits up to a day, of plans that stand; late ones included. */
export const listPlannedVisits = (db: ReadDb, until: IsoDate) =>
  db
    .selectFrom('visit')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .leftJoin('officer as first', 'first.id', 'visit.officer1_id')
    .leftJoin('officer as second', 'second.id', 'visit.officer2_id')
    .where('visit.date', '<=', until)
    .where('visit.state', '=', 'planned')
    .where('visit.merged_into', 'is', null)
    .where((eb) => eb.or([eb('visit.plan_id', 'is', null), eb('plan.state', '=', 'drawn')]))
    .select([
      'visit.id',
      'visit.date',
      'visit.batch_no',
      'visit.plan_id',
      'visit.kind',
      'visit.subject_id',
      'subject.name as subject_name',
      'subject.address',
      'first.name as first_officer',
      'second.name as second_officer',
    ])
    .orderBy('visit.date')
    .orderBy('visit.id')
    .execute();

export const listOpenInspections = (db: ReadDb) =>
  db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .where('inspection.state', '=', 'open')
    .select([
      'inspection.id',
      'inspection.no',
      'inspection.started_at',
      'inspection.subject_id',
      'subject.name as subject_name',
    ])
    .execute();

export const listOpenRepairs = (db: ReadDb) =>
  db
    .selectFrom('repair')
    .innerJoin('subject', 'subject.id', 'repair.subject_id')
    .where('repair.state', 'in', ['applied', 'verified', 'opined', 'granted'])
    .select([
      'repair.id',
      'repair.no',
      'repair.state',
      'repair.state_on',
      'repair.applied_on',
      'repair.terms',
      'repair.follow_up',
      'repair.subject_id',
      'subject.name as subject_name',
    ])
    .execute();

/** Active determinations that nobody has applied for yet. */
export const listRepairable = (db: ReadDb) =>
  db
    .selectFrom('dishonesty')
    .innerJoin('subject', 'subject.id', 'dishonesty.subject_id')
    .where('dishonesty.state', '=', 'active')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('repair')
            .select('repair.id')
            .whereRef('repair.subject_id', '=', 'dishonesty.subject_id')
            .whereRef('repair.dishonesty_id', '=', 'dishonesty.id')
            .where('repair.state', 'in', ['applied', 'verified', 'opined']),
        ),
      ),
    )
    .selectAll('dishonesty')
    .select('subject.name as subject_name')
    .execute();

export const listExpiringCertificates = (db: ReadDb, until: IsoDate) =>
  db
    .selectFrom('officer')
    .select(['id', 'name', 'certificate_no', 'certificate_until'])
    .where('active', '=', 1)
    .where('certificate_until', '<=', until)
    .execute();

const countOf = async (query: { executeTakeFirstOrThrow: () => Promise<{ n: number }> }) =>
  (await query.executeTakeFirstOrThrow()).n;

export const countSubjects = (db: ReadDb) =>
  countOf(
    db
      .selectFrom('subject')
      .where('withdrawn_at', 'is', null)
      .select((eb) => eb.fn.countAll<number>().as('n')),
  );

/** Subjects of the kinds that a pack rates and that have no rating yet. */
export const countUnrated = (db: ReadDb, kinds: readonly string[]) =>
  countOf(
    db
      .selectFrom('subject')
      .leftJoin('current_rating', 'current_rating.subject_id', 'subject.id')
      .where('subject.withdrawn_at', 'is', null)
      .where('subject.kind', 'in', kinds)
      .where('current_rating.subject_id', 'is', null)
      .select((eb) => eb.fn.countAll<number>().as('n')),
  );

export const countActiveOfficers = (db: ReadDb) =>
  countOf(
    db
      .selectFrom('officer')
      .where('active', '=', 1)
      .select((eb) => eb.fn.countAll<number>().as('n')),
  );

/** Leads that still ask for somebody's judgement. */
export const countOpenLeads = (db: ReadDb) =>
  countOf(
    db
      .selectFrom('lead')
      .where('withdrawn_at', 'is', null)
      .where('state', 'in', ['new', 'assigned'])
      .select((eb) => eb.fn.countAll<number>().as('n')),
  );

export const countDrawnPlans = (db: ReadDb) =>
  countOf(
    db
      .selectFrom('plan')
      .where('state', '=', 'drawn')
      .select((eb) => eb.fn.countAll<number>().as('n')),
  );

export const countGrades = (db: ReadDb) =>
  db
    .selectFrom('current_rating')
    .innerJoin('rating', 'rating.id', 'current_rating.rating_id')
    .innerJoin('subject', 'subject.id', 'current_rating.subject_id')
    .where('subject.withdrawn_at', 'is', null)
    .groupBy(['rating.pack_id', 'current_rating.grade_code'])
    .select((eb) => [
      'rating.pack_id as packId',
      'current_rating.grade_code as gradeCode',
      eb.fn.countAll<number>().as('count'),
    ])
    .orderBy('rating.pack_id')
    .orderBy('current_rating.grade_code')
    .execute();

/** Runs of ratings that wait for approval; of a single one with its subject. */
export const listOpenRuns = (db: ReadDb) =>
  db
    .selectFrom('rating_batch')
    .leftJoin('officer', 'officer.id', 'rating_batch.officer_id')
    .leftJoin('rating', (join) =>
      join.onRef('rating.batch_id', '=', 'rating_batch.id').on('rating_batch.mode', '=', 'single'),
    )
    .leftJoin('subject', 'subject.id', 'rating.subject_id')
    .select([
      'rating_batch.id',
      'rating_batch.mode',
      'rating_batch.as_of',
      'rating_batch.rated',
      'rating_batch.moved',
      'officer.name as maker_name',
      'subject.id as subject_id',
      'subject.name as subject_name',
    ])
    .where('rating_batch.state', '=', 'proposed')
    .orderBy('rating_batch.id')
    .execute();

/** Proposals to put a rule pack in force that wait for approval. */
export const listOpenActivations = (db: ReadDb) =>
  db
    .selectFrom('pack_activation')
    .leftJoin('rule_pack', 'rule_pack.sha256', 'pack_activation.sha256')
    .select(['pack_activation.pack_id', 'pack_activation.version', 'pack_activation.from_date'])
    .select((eb) => eb.fn.coalesce('rule_pack.title', 'pack_activation.pack_id').as('title'))
    .where('pack_activation.state', '=', 'proposed')
    .groupBy('pack_activation.id')
    .orderBy('pack_activation.id')
    .execute();

/** The month whose figures were frozen last, null without any. */
export async function findLastFrozenMonth(db: ReadDb): Promise<string | null> {
  const row = await db.selectFrom('month_freeze').select('month').orderBy('month', 'desc').limit(1).executeTakeFirst();
  return row?.month ?? null;
}

/** Finished visits that were signed on paper which is not in the store yet, the oldest first. */
export const listUnscannedPapers = (db: ReadDb) =>
  db
    .selectFrom('signature')
    .innerJoin('inspection', 'inspection.id', 'signature.owner_id')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .select(['inspection.id', 'inspection.no', 'inspection.ended_at', 'inspection.subject_id'])
    .select('subject.name as subject_name')
    .where('signature.owner_table', '=', 'inspection')
    .where('signature.way', '=', 'paper')
    .where('signature.attachment_id', 'is', null)
    .where('signature.superseded_at', 'is', null)
    .where('inspection.state', '=', 'finished')
    .groupBy('inspection.id')
    .orderBy('inspection.ended_at')
    .limit(50)
    .execute();
