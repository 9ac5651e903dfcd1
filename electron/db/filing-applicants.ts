import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadDb } from './dialect';

/** Applicants of notified applications: for the page, the entry among the facts and the Excel list alike. */

/** A name that bears one code only bears it in every row; the same rule as `applicantKeys` of the domain. */
const codes = sql`select applicant_key, min(applicant_code) as code from filing
  where withdrawn_at is null and kind <> 'third_party' and applicant_code is not null
  group by applicant_key having count(distinct applicant_code) = 1`;

export const isOf = (applicant: string): RawBuilder<SqlBool> => sql<SqlBool>`coalesce(filing.applicant_code,
  (select code from (${codes}) as known where known.applicant_key = filing.applicant_key), filing.applicant_key) = ${applicant}`;

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

type ApplicantFilter = {
  readonly query?: string | undefined;
  readonly applicant?: string | undefined;
  readonly openOnly?: boolean;
};

/** One line an applicant; the name is that of its last notice. */
const counted = ({ query, applicant, openOnly }: ApplicantFilter) => {
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

export const listApplicants = async (db: ReadDb, filter: ApplicantFilter & { offset: number; limit: number }) =>
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

export async function sumApplicants(db: ReadDb, filter: ApplicantFilter): Promise<Sums> {
  const { rows } = await sql<Sums>`select count(*) as applicants, coalesce(sum(notified), 0) as notified,
      coalesce(sum(explained), 0) as explained, coalesce(sum(withdrawn), 0) as withdrawn
      from (${counted(filter)})`.execute(db);
  const [sums] = rows;
  if (!sums) throw new Error('an aggregate without a row');
  return sums;
}
