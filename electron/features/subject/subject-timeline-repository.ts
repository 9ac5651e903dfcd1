import type { ReadDb } from '../../db/dialect';

export type History = Awaited<ReturnType<typeof gatherHistory>>;

/** Everything that is on record about one subject, table by table. */
export async function gatherHistory(db: ReadDb, subjectId: string) {
  const inspections = await listInspections(db, subjectId);
  const rectifications = await listRectifications(db, subjectId);
  const repairs = await listRepairs(db, subjectId);
  const dishonesty = await listDishonesty(db, subjectId);
  const published = await listPublished(db, subjectId);
  const letters = await listLetters(db, subjectId);
  const owners = [...inspections, ...rectifications, ...repairs, ...dishonesty, ...letters].map(({ id }) => id);
  return {
    facts: await listFacts(db, subjectId),
    inspections,
    published,
    letters,
    findings: await listFindings(db, subjectId),
    visits: await listVisits(db, subjectId),
    rectifications,
    rechecks: await listRechecks(db, subjectId),
    ratings: await listRatings(db, subjectId),
    dishonesty,
    repairs,
    attachments: owners.length === 0 ? [] : await listAttachments(db, owners),
  };
}

/** Those of an import that was taken back were never true and are not shown. */
const listFacts = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('fact')
    .leftJoin('import_batch', 'import_batch.id', 'fact.import_id')
    .selectAll('fact')
    .where('fact.subject_id', '=', subjectId)
    .where((eb) => eb.or([eb('import_batch.state', 'is', null), eb('import_batch.state', '=', 'done')]))
    .execute();

const listInspections = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('inspection')
    .select(['id', 'no', 'kind', 'method', 'place', 'started_at', 'state', 'result_code'])
    .where('subject_id', '=', subjectId)
    .execute();

const listPublished = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('result_review')
    .innerJoin('inspection', 'inspection.id', 'result_review.inspection_id')
    .select(['result_review.id', 'inspection.id as inspection_id', 'inspection.no', 'result_review.result_code'])
    .select([
      'result_review.published_on',
      'result_review.published_where',
      'result_review.withdrawn_on',
      'result_review.withdrawn_reason',
    ])
    .where('result_review.subject_id', '=', subjectId)
    .where('result_review.published_on', 'is not', null)
    .execute();

const listLetters = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('letter')
    .select(['id', 'no', 'kind', 'to_unit', 'written_on', 'sent_on', 'reply_due_on', 'replied_on', 'reply', 'state'])
    .where('subject_id', '=', subjectId)
    .where('state', '<>', 'cancelled')
    .execute();

const listFindings = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('finding')
    .innerJoin('inspection', 'inspection.id', 'finding.inspection_id')
    .select([
      'finding.id',
      'finding.inspection_id',
      'finding.facts',
      'finding.severity',
      'finding.state',
      'inspection.started_at',
    ])
    .select((eb) =>
      eb
        .selectFrom('rectification_item')
        .innerJoin('rectification', 'rectification.id', 'rectification_item.rectification_id')
        .select('rectification_item.state')
        .where('rectification.subject_id', '=', subjectId)
        .whereRef('rectification_item.finding_id', '=', 'finding.id')
        .orderBy('rectification_item.id', 'desc')
        .limit(1)
        .as('item_state'),
    )
    .where('finding.subject_id', '=', subjectId)
    .execute();

const listVisits = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('visit')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .select(['visit.id', 'visit.date', 'visit.batch_no', 'visit.plan_id', 'visit.kind', 'plan.title'])
    .where('visit.subject_id', '=', subjectId)
    .where('visit.state', '=', 'planned')
    .where((eb) => eb.or([eb('visit.plan_id', 'is', null), eb('plan.state', '=', 'drawn')]))
    .execute();

const listRectifications = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('rectification')
    .select(['id', 'no', 'ordered_on', 'behaviour', 'state', 'state_on', 'state_reason'])
    .select((eb) =>
      eb
        .selectFrom('rectification_item')
        .select((of) => of.fn.min(of.fn.coalesce('extended_to', 'due_on')).as('due'))
        .whereRef('rectification_item.rectification_id', '=', 'rectification.id')
        .where('rectification_item.state', '<>', 'corrected')
        .as('next_due'),
    )
    .where('subject_id', '=', subjectId)
    .execute();

const listRechecks = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('recheck')
    .innerJoin('rectification', 'rectification.id', 'recheck.rectification_id')
    .select([
      'recheck.id',
      'recheck.rectification_id',
      'recheck.checked_on',
      'recheck.results',
      'recheck.conclusion',
      'rectification.no',
    ])
    .where('rectification.subject_id', '=', subjectId)
    .execute();

const listRatings = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('rating')
    .select(['id', 'as_of', 'score', 'grade_code', 'pack_id', 'pack_version'])
    .where('subject_id', '=', subjectId)
    .orderBy('as_of')
    .orderBy('id')
    .execute();

const listDishonesty = (db: ReadDb, subjectId: string) =>
  db.selectFrom('dishonesty').selectAll().where('subject_id', '=', subjectId).execute();

const listRepairs = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('repair')
    .select(['id', 'no', 'applied_on', 'state', 'state_on'])
    .where('subject_id', '=', subjectId)
    .execute();

const listAttachments = (db: ReadDb, owners: readonly string[]) =>
  db
    .selectFrom('attachment')
    .select(['id', 'owner_table', 'owner_id', 'file_name', 'note', 'created_at'])
    .where('owner_id', 'in', owners)
    .execute();
