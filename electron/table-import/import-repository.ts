import { sql } from 'kysely';
import type { ReadDb } from '../db/dialect';
import type { Store } from '../db/open-store';
import type { FactTable, SubjectTable } from '../db/schema';
import type { FilingTable } from '../db/schema-warning';
import { streamRows } from '../db/stream';

/** Tables that imports bring rows into. */
export type ImportedTable = 'subject' | 'fact' | 'filing';

export const viewBatches = (db: ReadDb) =>
  db
    .selectFrom('import_batch')
    .leftJoin('officer', 'officer.id', 'import_batch.officer_id')
    .select([
      'import_batch.id',
      'import_batch.noun',
      'import_batch.file_name as fileName',
      'import_batch.started_at as startedAt',
      'officer.name as officerName',
      'import_batch.inserted',
      'import_batch.merged',
      'import_batch.unchanged',
      'import_batch.failed',
      'import_batch.state',
      'import_batch.undone_at as undoneAt',
    ])
    .orderBy('import_batch.id', 'desc')
    .execute();

export const findBatch = (db: ReadDb, id: string) =>
  db.selectFrom('import_batch').selectAll().where('id', '=', id).executeTakeFirst();

/** The audit entry the import left. */
export async function findImportSeq(db: ReadDb, batchId: string): Promise<number> {
  const { seq } = await db
    .selectFrom('audit_entry')
    .select('seq')
    .where('object', '=', `import:${batchId}`)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirstOrThrow();
  return seq;
}

/** The rows an entry touched with their fingerprints, in the order they were touched. */
export const streamTouched = (store: Store, seq: number, table: ImportedTable) =>
  streamRows(
    store,
    store.db
      .selectFrom('audit_row')
      .select(['record_id', 'hash'])
      .where('seq', '=', seq)
      .where('table_name', '=', table)
      .orderBy('id')
      .compile(),
  );

const insertedSubjects = (db: ReadDb, batchId: string) =>
  db.selectFrom('subject').where('import_id', '=', batchId).where('withdrawn_at', 'is', null);

/** Those that were withdrawn by hand since are taken back already. */
const insertedFacts = (db: ReadDb, batchId: string) =>
  db.selectFrom('fact').where('import_id', '=', batchId).where('state', '<>', 'withdrawn');

const insertedFilings = (db: ReadDb, batchId: string) =>
  db.selectFrom('filing').where('import_id', '=', batchId).where('withdrawn_at', 'is', null);

/** Leads that came with this import or rest on its filings. */
const leadsOn = (db: ReadDb, batchId: string) =>
  db
    .selectFrom('lead')
    .where('withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('import_id', '=', batchId),
        sql<boolean>`exists (select 1 from json_each(lead.filings) as evidence
          join filing on filing.id = evidence.value where filing.import_id = ${batchId})`,
      ]),
    );

const changesOf = (db: ReadDb, batchId: string, table: ImportedTable) =>
  db.selectFrom('import_change').where('batch_id', '=', batchId).where('table_name', '=', table);

/** Every subject the import brought or merged into, as it is now. */
export function* streamSubjects(store: Store, batchId: string): Generator<SubjectTable> {
  yield* streamRows(store, insertedSubjects(store.db, batchId).selectAll().compile());
  const merged = changesOf(store.db, batchId, 'subject').select('record_id');
  yield* streamRows(store, store.db.selectFrom('subject').selectAll().where('id', 'in', merged).compile());
}

export function* streamFacts(store: Store, batchId: string): Generator<FactTable> {
  yield* streamRows(store, insertedFacts(store.db, batchId).selectAll().compile());
  const merged = changesOf(store.db, batchId, 'fact').select('record_id');
  yield* streamRows(store, store.db.selectFrom('fact').selectAll().where('id', 'in', merged).compile());
}

export function* streamFilings(store: Store, batchId: string): Generator<FilingTable> {
  yield* streamRows(store, insertedFilings(store.db, batchId).selectAll().compile());
  const merged = changesOf(store.db, batchId, 'filing').select('record_id');
  yield* streamRows(store, store.db.selectFrom('filing').selectAll().where('id', 'in', merged).compile());
}

export const listInserted = async (db: ReadDb, batchId: string) => ({
  subjects: (await insertedSubjects(db, batchId).select('id').execute()).map(({ id }) => id),
  facts: (await insertedFacts(db, batchId).select('id').execute()).map(({ id }) => id),
  filings: (await insertedFilings(db, batchId).select('id').execute()).map(({ id }) => id),
  /** Only those nobody works on: the others keep the import from being taken back. */
  leads: (await leadsOn(db, batchId).where('state', '=', 'new').select('id').execute()).map(({ id }) => id),
});

export const streamChanges = (store: Store, batchId: string, table: ImportedTable) =>
  streamRows(store, changesOf(store.db, batchId, table).select(['record_id', 'before']).orderBy('id').compile());

/** What was built on rows of this import since, in words an officer knows it by. */
export async function listDependents(db: ReadDb, batchId: string): Promise<readonly { name: string; what: string }[]> {
  const on = <
    T extends
      | 'inspection'
      | 'rectification'
      | 'dishonesty'
      | 'repair'
      | 'visit'
      | 'fact'
      | 'avoidance'
      | 'letter'
      | 'reserved_number',
  >(
    table: T,
  ) =>
    db
      .selectFrom('subject')
      .where('subject.import_id', '=', batchId)
      .where('subject.withdrawn_at', 'is', null)
      .select('subject.name')
      .distinct()
      .where('subject.id', 'in', subjectsIn[table](db, batchId));
  const named = async (what: string, query: { execute: () => Promise<{ name: string }[]> }) =>
    (await query.execute()).map(({ name }) => ({ name, what }));
  return [
    ...(await named('检查记录', on('inspection'))),
    ...(await named('责令改正', on('rectification'))),
    ...(await named('失信记录', on('dishonesty'))),
    ...(await named('信用修复申请', on('repair'))),
    ...(await named('检查计划安排', on('visit'))),
    ...(await named('信用信息', on('fact'))),
    ...(await named('回避登记', on('avoidance'))),
    ...(await named('移送、抄告函件', on('letter'))),
    ...(await named('预留文号的空白文书', on('reserved_number'))),
    ...(await named('所属的分支机构或代理师', withChildren(db, batchId))),
    ...(await named('据以作出的失信记录', factsInUse(db, batchId))),
    ...(await named('正在办理或已办结的预警线索', leadsUnderWork(db, batchId))),
  ];
}

const subjectsIn = {
  inspection: (db: ReadDb) => db.selectFrom('inspection').select('subject_id'),
  rectification: (db: ReadDb) => db.selectFrom('rectification').select('subject_id'),
  dishonesty: (db: ReadDb) => db.selectFrom('dishonesty').select('subject_id').where('state', '<>', 'withdrawn'),
  repair: (db: ReadDb) => db.selectFrom('repair').select('subject_id'),
  visit: (db: ReadDb) =>
    db
      .selectFrom('visit')
      .leftJoin('plan', 'plan.id', 'visit.plan_id')
      .select('visit.subject_id')
      .where((eb) => eb.or([eb('visit.plan_id', 'is', null), eb('plan.state', '=', 'drawn')]))
      .where('visit.state', '<>', 'cancelled'),
  fact: (db: ReadDb, batchId: string) =>
    db
      .selectFrom('fact')
      .select('subject_id')
      .where('state', '<>', 'withdrawn')
      .where((eb) => eb.or([eb('import_id', 'is', null), eb('import_id', '<>', batchId)])),
  letter: (db: ReadDb) => db.selectFrom('letter').select('subject_id').where('state', '<>', 'cancelled'),
  reserved_number: (db: ReadDb) =>
    db
      .selectFrom('reserved_number')
      .select((eb) => eb.ref('subject_id').$notNull().as('subject_id'))
      .where('subject_id', 'is not', null)
      .where('state', '=', 'reserved'),
  avoidance: (db: ReadDb) => db.selectFrom('avoidance').select('subject_id').where('ended_on', 'is', null),
};

/** Branches and agents that came from elsewhere and were not assigned by this very import. */
const withChildren = (db: ReadDb, batchId: string) =>
  db
    .selectFrom('subject')
    .innerJoin('subject as child', 'child.parent_id', 'subject.id')
    .select('subject.name')
    .distinct()
    .where('subject.import_id', '=', batchId)
    .where('subject.withdrawn_at', 'is', null)
    .where('child.withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('child.import_id', 'is', null), eb('child.import_id', '<>', batchId)]))
    .where('child.id', 'not in', changesOf(db, batchId, 'subject').select('record_id'));

const factsInUse = (db: ReadDb, batchId: string) =>
  db
    .selectFrom('fact')
    .innerJoin('dishonesty', 'dishonesty.fact_id', 'fact.id')
    .innerJoin('subject', 'subject.id', 'fact.subject_id')
    .select('subject.name')
    .distinct()
    .where('fact.import_id', '=', batchId)
    .where('dishonesty.state', '<>', 'withdrawn')
    // those of this import's own subjects are named already
    .where((eb) => eb.or([eb('subject.import_id', 'is', null), eb('subject.import_id', '<>', batchId)]));

const leadsUnderWork = (db: ReadDb, batchId: string) =>
  leadsOn(db, batchId).where('state', '<>', 'new').select('party_name as name').distinct();
