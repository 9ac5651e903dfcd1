/**
 * Visits may be arranged by hand beside draws; campaigns group them; visits above the yearly cap are written down with their cause and the second person.
 */
export const arrangedVisits = {
  version: 50,
  name: 'arranged-visits',
  up: /* sql */ `
create table campaign (
  id text primary key,
  title text not null,
  -- the document that orders it, with its number
  basis text not null,
  from_on text not null,
  to_on text not null,
  description text not null,
  state text not null check (state in ('open', 'closed')),
  closed_on text,
  conclusion text,
  officer_id text references officer (id),
  created_at text not null
) strict;
create index campaign_state on campaign (state, from_on desc);

-- plan_id is null for a visit that was arranged by hand; the columns of the draw are then empty
create table visit_new (
  id text primary key,
  plan_id text references plan (id),
  subject_id text not null references subject (id),
  code text not null,
  stratum text not null,
  rank integer not null,
  draw_key text not null,
  batch_no integer not null,
  date text not null,
  officer1_id text references officer (id),
  officer2_id text references officer (id),
  skips text not null,
  state text not null check (state in ('planned', 'inspected', 'cancelled')),
  inspection_id text references inspection (id),
  -- null for visits drawn by earlier programs: their stratum tells it
  kind text,
  -- why an on-site visit became a desk review
  kind_reason text,
  campaign_id text references campaign (id),
  cause text,
  cause_note text,
  -- confirmed a visit above the cap
  second_officer_id text references officer (id),
  -- done together with that visit, on its day and by its officers
  merged_into text references visit (id),
  checklist_id text,
  cancel_reason text,
  officer_id text references officer (id),
  created_at text
) strict;
insert into visit_new (id, plan_id, subject_id, code, stratum, rank, draw_key, batch_no, date, officer1_id, officer2_id,
  skips, state, inspection_id)
select id, plan_id, subject_id, code, stratum, rank, draw_key, batch_no, date, officer1_id, officer2_id,
  skips, state, inspection_id from visit;
drop table visit;
alter table visit_new rename to visit;
create index visit_plan on visit (plan_id, batch_no, date);
create index visit_date on visit (date, id, state);
create index visit_subject on visit (subject_id);
create index visit_state on visit (state, date, id);
create index visit_campaign on visit (campaign_id) where campaign_id is not null;
create index visit_merged on visit (merged_into) where merged_into is not null;

create table cap_exception (
  id text primary key,
  subject_id text not null references subject (id),
  year integer not null,
  -- one of the two: a visit that was arranged, or an inspection that was begun without one
  visit_id text references visit (id),
  inspection_id text references inspection (id),
  pack_id text not null,
  pack_version integer not null,
  cap integer not null,
  -- on-site visits of the year without this one
  counted integer not null,
  cause text not null,
  cause_note text not null,
  officer_id text references officer (id),
  second_officer_id text not null references officer (id),
  created_at text not null
) strict;
create index cap_exception_subject on cap_exception (subject_id, year);
create index cap_exception_visit on cap_exception (visit_id);

alter table plan add column campaign_id text references campaign (id);
create index plan_campaign on plan (campaign_id) where campaign_id is not null;
`,
} as const;
