import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { STATISTICS_NO } from '#shared/domain/filing/filing';
import type { ParsedInput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
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

/** A name that bears one code only bears it in every row; the same rule as `applicantKeys` of the domain. */
const codes = sql`select applicant_key, min(applicant_code) as code from filing
  where withdrawn_at is null and kind <> 'third_party' and applicant_code is not null
  group by applicant_key having count(distinct applicant_code) = 1`;

const isOf = (applicant: string): RawBuilder<SqlBool> => sql<SqlBool>`coalesce(filing.applicant_code,
  (select code from (${codes}) as known where known.applicant_key = filing.applicant_key), filing.applicant_key) = ${applicant}`;

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

export type ApplicantCounts = {
  readonly applicant: string;
  readonly name: string;
  readonly code: string | null;
  readonly notified: number;
  readonly explained: number;
  readonly withdrawn: number;
  readonly firstNotifiedOn: string;
  readonly lastNotifiedOn: string;
};

type ApplicantFilter = Pick<ParsedInput<'filing.list-applicants'>, 'query' | 'applicant' | 'openOnly'>;

/** One line an applicant; the name is that of its last notice. */
const counted = ({ query, applicant, openOnly }: Partial<ApplicantFilter>) => {
  const text = query?.trim() ?? '';
  return sql<ApplicantCounts>`
    with codes as (${codes})
    select coalesce(filing.applicant_code, codes.code, filing.applicant_key) as applicant,
           substr(max(filing.notified_on || filing.applicant_name), 11) as name,
           coalesce(filing.applicant_code, codes.code) as code,
           count(*) as notified,
           sum(handling = 'explained') as explained, sum(handling = 'withdrawn') as withdrawn,
           min(notified_on) as firstNotifiedOn, max(notified_on) as lastNotifiedOn
      from filing left join codes on codes.applicant_key = filing.applicant_key
     where filing.kind = 'abnormal_patent' and filing.withdrawn_at is null
     group by 1
    having (${text} = '' or instr(group_concat(distinct filing.applicant_name) || char(10) || applicant, ${text}) > 0)
       and (${applicant ?? ''} = '' or applicant = ${applicant ?? ''})
       and (${openOnly ? 1 : 0} = 0 or sum(handling = 'notified') > 0)`;
};

export const listApplicants = async (
  db: ReadDb,
  filter: Partial<ApplicantFilter> & { offset: number; limit: number },
) =>
  (
    await sql<ApplicantCounts>`${counted(filter)} order by notified - withdrawn desc, notified desc, applicant
      limit ${filter.limit} offset ${filter.offset}`.execute(db)
  ).rows;

type Sums = {
  readonly applicants: number;
  readonly notified: number;
  readonly explained: number;
  readonly withdrawn: number;
};

export async function sumApplicants(db: ReadDb, filter: Partial<ApplicantFilter>): Promise<Sums> {
  const { rows } = await sql<Sums>`select count(*) as applicants, coalesce(sum(notified), 0) as notified,
      coalesce(sum(explained), 0) as explained, coalesce(sum(withdrawn), 0) as withdrawn
      from (${counted(filter)})`.execute(db);
  const [sums] = rows;
  if (!sums) throw new Error('an aggregate without a row');
  return sums;
}

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
