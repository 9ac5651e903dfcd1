/** Filing lists (abnormal patents, trademarks, third parties' findings) and the leads that were found in them. */
export const filingsAndLeads = {
  version: 30,
  name: 'filings-and-leads',
  up: /* sql */ `
create table filing (
  id text primary key,
  kind text not null check (kind in ('abnormal_patent', 'trademark', 'third_party')),
  -- the application number; of a third party's row the digest of what it says
  number text not null,
  title text not null,
  applicant_name text not null,
  -- the name as it is compared
  applicant_key text not null,
  applicant_code text,
  agency text,
  filed_on text,
  notified_on text,
  handling text check (handling in ('notified', 'explained', 'withdrawn')),
  handled_on text,
  classes text not null default '[]',
  assignee text,
  assigned_on text,
  decision_kind text check (decision_kind in ('opposition', 'invalidation', 'cancellation', 'judgment', 'other')),
  decision_no text,
  decided_on text,
  remark text not null default '',
  source text not null default '',
  source_no text not null default '',
  import_id text references import_batch (id),
  withdrawn_at text,
  created_at text not null
) strict;
create unique index filing_number on filing (kind, number) where withdrawn_at is null;
create index filing_applicant on filing (kind, applicant_key) where withdrawn_at is null;
create index filing_code on filing (applicant_code) where applicant_code is not null and withdrawn_at is null;
create index filing_import on filing (import_id) where import_id is not null;

create table lead (
  id text primary key,
  -- digest of pack, rule, party and window; the same list gives the same key on every machine
  key text not null unique,
  source text not null check (source in ('rule', 'third_party')),
  -- title of the pack or name of the third party
  source_name text not null,
  pack_id text not null default '',
  pack_version integer not null default 0,
  rule_id text not null default '',
  rule_name text not null,
  dimension text not null,
  -- the rule, and the name where one rule looks for many
  stream text not null default '',
  -- the item a confirmed lead becomes; empty when the officer chooses
  item_code text not null default '',
  bases text not null default '[]',
  verified integer not null default 0 check (verified in (0, 1)),
  party_role text not null check (party_role in ('applicant', 'agency')),
  party_key text not null,
  party_name text not null,
  party_code text,
  subject_id text references subject (id),
  from_date text,
  to_date text,
  why text not null,
  figures text not null default '{}',
  filings text not null default '[]',
  filing_count integer not null,
  state text not null check (state in ('new', 'assigned', 'confirmed', 'closed')),
  state_on text,
  assigned_to text references officer (id),
  evidence text not null default '',
  close_reason text check (close_reason in ('unfounded', 'explained', 'corrected', 'counted', 'elsewhere', 'other')),
  note text not null default '',
  fact_id text references fact (id),
  import_id text references import_batch (id),
  -- the list no longer says so (corrected or taken back) and nobody worked on it
  withdrawn_at text,
  created_at text not null,
  check (state <> 'confirmed' or (fact_id is not null and evidence <> '' and subject_id is not null)),
  check (state <> 'closed' or close_reason is not null),
  check (state = 'new' or (assigned_to is not null and withdrawn_at is null))
) strict;
create index lead_state on lead (state, created_at desc) where withdrawn_at is null;
create index lead_subject on lead (subject_id) where subject_id is not null;
create index lead_fact on lead (fact_id) where fact_id is not null;
create index lead_import on lead (import_id) where import_id is not null;

-- what officers did with a lead, in their order
create table lead_step (
  id text primary key,
  lead_id text not null references lead (id),
  action text not null check (action in ('assign', 'confirm', 'close', 'reopen')),
  on_date text not null,
  officer_id text references officer (id),
  text text not null,
  created_at text not null
) strict;
create index lead_step_lead on lead_step (lead_id, id);
`,
} as const;
