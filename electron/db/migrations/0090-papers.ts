/** Approvals and notices of visits, records of questioning, number blocks of devices and numbers printed in advance. */
export const papers = {
  version: 90,
  name: 'papers',
  up: /* sql */ `
create table check_notice (
  id text primary key,
  -- number of the approval form
  no text not null unique,
  subject_id text not null references subject (id),
  -- one of the two at least; an inspection that was arranged by a visit is found by either
  visit_id text references visit (id),
  inspection_id text references inspection (id),
  kind text not null,
  method text not null,
  items text not null,
  reason text not null,
  basis text not null,
  place text not null,
  planned_from text not null,
  planned_to text not null,
  officer1_id text not null references officer (id),
  officer2_id text not null references officer (id),
  officers text not null,
  applied_by text not null references officer (id),
  applied_on text not null,
  state text not null check (state in ('draft', 'approved', 'refused', 'noticed', 'served', 'not_notified', 'withdrawn')),
  -- why the inspection may begin before it is approved; null when it may not
  urgent_reason text,
  decided_by text references officer (id),
  decided_on text,
  decision_note text,
  notice_no text unique,
  noticed_on text,
  served_on text,
  received_by text,
  not_notified_reason text,
  withdrawn_reason text,
  created_at text not null
) strict;
create index check_notice_visit on check_notice (visit_id);
create index check_notice_inspection on check_notice (inspection_id);
create index check_notice_state on check_notice (state, applied_on desc, id desc);
create index check_notice_day on check_notice (applied_on desc, id desc);

create table interview (
  id text primary key,
  no text not null unique,
  inspection_id text not null references inspection (id),
  subject_id text not null references subject (id),
  nth integer not null,
  started_at text not null,
  ended_at text,
  place text not null,
  officer1_id text not null references officer (id),
  officer2_id text not null references officer (id),
  officers text not null,
  recorder text not null,
  person_name text not null,
  person_sex text not null check (person_sex in ('male', 'female', 'unknown')),
  person_id_number text not null,
  person_employer text not null,
  person_post text not null,
  person_phone text not null,
  person_other_contact text not null,
  person_address text not null,
  -- what the person asked wrote at the end, or null while open
  confirmation text,
  refused_reason text,
  witness_name text,
  state text not null check (state in ('open', 'finished', 'void')),
  void_reason text,
  finished_at text,
  created_at text not null
) strict;
create index interview_inspection on interview (inspection_id, started_at);
create index interview_started on interview (started_at desc, id desc);

create table interview_line (
  id text primary key,
  interview_id text not null references interview (id),
  seq integer not null,
  -- code of a standard question, null for a free one
  standard text,
  question text not null,
  answer text not null,
  state text not null check (state in ('active', 'removed')),
  updated_at text not null
) strict;
create index interview_line_interview on interview_line (interview_id, seq);

create table number_block (
  id text primary key,
  word text not null,
  year integer not null,
  office_code text not null,
  -- own: this device takes its numbers from it; given: another device does
  role text not null check (role in ('own', 'given')),
  first_no integer not null,
  last_no integer not null check (last_no >= first_no),
  -- the number that comes next out of an own block; last_no + 1 when it is used up
  next_no integer not null,
  device_no text not null,
  device_name text not null,
  state text not null check (state in ('active', 'closed')),
  closed_reason text,
  closed_on text,
  officer_id text references officer (id),
  created_at text not null
) strict;
create index number_block_series on number_block (office_code, word, year, first_no);

create table reserved_number (
  id text primary key,
  no text not null unique,
  noun text not null,
  word text not null,
  year integer not null,
  seq integer not null,
  paper text not null,
  subject_id text references subject (id),
  visit_id text references visit (id),
  state text not null check (state in ('reserved', 'bound', 'void')),
  bound_table text,
  bound_id text,
  bound_on text,
  void_reason text,
  void_on text,
  officer_id text references officer (id),
  created_at text not null
) strict;
create index reserved_number_state on reserved_number (state, created_at desc, id desc);
create index reserved_number_visit on reserved_number (visit_id);
`,
} as const;
