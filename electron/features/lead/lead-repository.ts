import { type SqlBool, sql } from 'kysely';
import type { ParsedInput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import type { Store } from '../../db/open-store';
import type { FilingTable } from '../../db/schema-warning';
import { streamRows } from '../../db/stream';

type Filter = Omit<ParsedInput<'lead.list'>, 'offset' | 'limit' | 'states'>;

const live = (db: ReadDb) => db.selectFrom('lead').where('lead.withdrawn_at', 'is', null);

function filtered(db: ReadDb, { source, dimension, subjectId, query }: Filter) {
  let found = live(db);
  if (source) found = found.where('lead.source', '=', source);
  if (dimension) found = found.where('lead.dimension', '=', dimension);
  if (subjectId) found = found.where('lead.subject_id', '=', subjectId);
  const text = query?.trim();
  if (text)
    found = found.where(
      sql<SqlBool>`(instr(lead.party_name || char(10) || lead.rule_name || char(10) || lead.source_name || char(10) || lead.why, ${text}) > 0
        or substr(lead.key, 1, ${text.length}) = ${text.toLowerCase()})`,
    );
  return found;
}

const ORDER = sql`case lead.state when 'new' then 0 when 'assigned' then 1 else 2 end`;

export const listLeads = (
  db: ReadDb,
  { states, ...filter }: Filter & Pick<ParsedInput<'lead.list'>, 'states' | 'offset' | 'limit'>,
) =>
  filtered(db, filter)
    .leftJoin('officer', 'officer.id', 'lead.assigned_to')
    .selectAll('lead')
    .select('officer.name as officer_name')
    .$if(states.length > 0, (found) => found.where('lead.state', 'in', states))
    .orderBy(ORDER)
    .orderBy(sql`coalesce(lead.to_date, substr(lead.created_at, 1, 10))`, 'desc')
    .orderBy('lead.key')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();

export const countByState = (db: ReadDb, filter: Filter) =>
  filtered(db, filter)
    .select((eb) => ['lead.state', eb.fn.countAll<number>().as('n')])
    .groupBy('lead.state')
    .execute();

/** What leads there are of each dimension, whatever else is filtered. */
export const countByDimension = (db: ReadDb) =>
  live(db)
    .select((eb) => ['lead.dimension as name', eb.fn.countAll<number>().as('count')])
    .groupBy('lead.dimension')
    .orderBy('lead.dimension')
    .execute();

export const findLead = (db: ReadDb, id: string) =>
  db
    .selectFrom('lead')
    .leftJoin('officer', 'officer.id', 'lead.assigned_to')
    .selectAll('lead')
    .select('officer.name as officer_name')
    .where('lead.id', '=', id)
    .executeTakeFirst();

/** Every lead of rules, the withdrawn ones too: their keys may come back. */
export const listRuleLeads = (db: ReadDb) =>
  db.selectFrom('lead').selectAll().where('source', '=', 'rule').orderBy('key').execute();

/** Live filings that rules apply to. */
export const streamFilings = (store: Store): Generator<FilingTable> =>
  streamRows(
    store,
    store.db
      .selectFrom('filing')
      .selectAll()
      .where('withdrawn_at', 'is', null)
      .where('kind', '<>', 'third_party')
      .compile(),
  );

export const countFilings = async (db: ReadDb) =>
  (
    await db
      .selectFrom('filing')
      .where('withdrawn_at', 'is', null)
      .where('kind', '<>', 'third_party')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

/** The filings a lead names, in its order. */
export const listEvidence = (db: ReadDb, leadId: string) =>
  db
    .selectFrom('filing')
    .innerJoin(
      sql<{
        id: string;
        place: number;
      }>`(select item.value as id, item.key as place from lead, json_each(lead.filings) as item
        where lead.id = ${leadId})`.as('evidence'),
      'evidence.id',
      'filing.id',
    )
    .selectAll('filing')
    .orderBy('evidence.place')
    .execute();

export const listSteps = (db: ReadDb, leadId: string) =>
  db
    .selectFrom('lead_step')
    .leftJoin('officer', 'officer.id', 'lead_step.officer_id')
    .select([
      'lead_step.id',
      'lead_step.action',
      'lead_step.on_date as on',
      'officer.name as officerName',
      'lead_step.text',
    ])
    .where('lead_id', '=', leadId)
    .orderBy('lead_step.id', 'desc')
    .execute();

/** A determination that rests on this fact. */
export const findDishonestyOn = (db: ReadDb, factId: string) =>
  db
    .selectFrom('dishonesty')
    .select('document_no')
    .where('fact_id', '=', factId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();

export const findFactOf = (db: ReadDb, subjectId: string, itemCode: string, sourceNo: string) =>
  db
    .selectFrom('fact')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('item_code', '=', itemCode)
    .where('source_no', '=', sourceNo)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
