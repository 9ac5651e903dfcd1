import { type SqlBool, sql } from 'kysely';
import { STATISTICS_NO } from '#shared/domain/filing/filing';
import type { ParsedInput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import { isOf } from '../../db/filing-applicants';
import type { Store } from '../../db/open-store';
import { prepareGet } from '../../db/prepared';
import type { FilingTable } from '../../db/schema-warning';

export function prepareFindFiling(store: Store, on: 'reader' | 'writer') {
  const query = store.db
    .selectFrom('filing')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .where('kind', '=', 'trademark')
    .where('number', '=', '')
    .compile();
  const get = prepareGet<FilingTable>(store, on, query);
  return (kind: string, number: string) => get(kind, number);
}

type Filter = Pick<ParsedInput<'filing.list'>, 'kind' | 'applicant' | 'handling' | 'query'>;

function filtered(db: ReadDb, { kind, applicant, handling, query }: Filter) {
  let found = db.selectFrom('filing').where('withdrawn_at', 'is', null);
  if (kind) found = found.where('kind', '=', kind);
  if (applicant) found = found.where(isOf(applicant));
  if (handling) found = found.where('handling', '=', handling);
  const text = query?.trim();
  if (text)
    found = found.where(
      sql<SqlBool>`instr(number || char(10) || title || char(10) || applicant_name || char(10) || coalesce(agency, ''), ${text}) > 0`,
    );
  return found;
}

export const listFilings = (db: ReadDb, filter: Filter & { offset: number; limit: number }) =>
  filtered(db, filter)
    .selectAll()
    .orderBy(sql`coalesce(notified_on, filed_on, '')`, 'desc')
    .orderBy('number')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();

export async function countFilings(db: ReadDb, filter: Filter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Live notified applications: those named, or all of an applicant that are not withdrawn yet. */
export const findNotified = (db: ReadDb, target: ParsedInput<'filing.set-handling'>['target']) => {
  const live = db
    .selectFrom('filing')
    .select(['id', 'number', 'handling', 'handled_on', 'notified_on'])
    .where('kind', '=', 'abnormal_patent')
    .where('withdrawn_at', 'is', null);
  return 'ids' in target
    ? live.where('id', 'in', target.ids).execute()
    : live.where(isOf(target.applicant)).where('handling', '<>', 'withdrawn').execute();
};

/** The entry of this applicant's figures that stands. */
export const findStatisticsFact = (db: ReadDb, subjectId: string, itemCode: string) =>
  db
    .selectFrom('fact')
    .select(['id', 'fields'])
    .where('subject_id', '=', subjectId)
    .where('item_code', '=', itemCode)
    .where('source_no', '=', STATISTICS_NO)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();

/** A fact of that item that came of a confirmed lead: the same applications must not count twice. */
export const findConfirmedLeadFact = (db: ReadDb, subjectId: string, itemCode: string) =>
  db
    .selectFrom('lead')
    .innerJoin('fact', 'fact.id', 'lead.fact_id')
    .select('lead.id')
    .where('fact.subject_id', '=', subjectId)
    .where('fact.item_code', '=', itemCode)
    .where('fact.state', '<>', 'withdrawn')
    .where('lead.state', '=', 'confirmed')
    .executeTakeFirst();
