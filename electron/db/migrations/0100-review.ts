/** Results of inspections before a second officer and the public, and letters to other units. */
export const review = {
  version: 100,
  name: 'review',
  up: /* sql */ `
create table result_review (
  id text primary key,
  inspection_id text not null unique references inspection (id),
  subject_id text not null references subject (id),
  state text not null check (state in ('waiting', 'returned', 'published')),
  result_code text not null,
  disposition_code text not null,
  -- what the public is told
  summary text not null,
  entered_by text not null references officer (id),
  entered_on text not null,
  reviewed_by text references officer (id),
  reviewed_on text,
  -- what the reviewer wants changed, field by field (JSON)
  marks text not null default '[]',
  -- last day on which the result has to be public
  due_on text not null,
  due_steps text not null,
  due_estimated integer not null default 0,
  pack_version integer not null,
  published_on text,
  published_where text,
  withdrawn_on text,
  withdrawn_reason text,
  disposal_closed_on text,
  disposal_note text not null default '',
  created_at text not null,
  check (state <> 'published' or (published_on is not null and reviewed_by is not null and reviewed_by <> entered_by))
) strict;
create index result_review_state on result_review (state, due_on);
create index result_review_subject on result_review (subject_id);

create table result_review_step (
  id text primary key,
  review_id text not null references result_review (id),
  action text not null check (action in ('enter', 'return', 'publish', 'correct', 'withdraw', 'close')),
  on_date text not null,
  officer_id text references officer (id),
  second_officer_id text references officer (id),
  text text not null,
  -- what stood there before and what stands there now (JSON), of corrections
  before text,
  after text,
  created_at text not null
) strict;
create index result_review_step_review on result_review_step (review_id, id);

-- null: the result was not entered yet
alter table inspection add column review_id text references result_review (id);
create index inspection_unentered on inspection (ended_at, id) where state = 'finished' and review_id is null;

create table letter (
  id text primary key,
  no text not null unique,
  kind text not null check (kind in ('transfer', 'copy', 'assist')),
  subject_id text not null references subject (id),
  inspection_id text references inspection (id),
  to_unit text not null,
  title text not null,
  content text not null,
  enclosures text not null default '',
  written_on text not null,
  written_by text not null references officer (id),
  sent_on text,
  sent_how text,
  reply_due_on text,
  reply_due_steps text,
  reminded_on text,
  replied_on text,
  reply text,
  state text not null check (state in ('draft', 'sent', 'replied', 'closed', 'cancelled')),
  state_reason text,
  created_at text not null,
  check (state not in ('sent', 'replied') or sent_on is not null)
) strict;
create index letter_state on letter (state, reply_due_on);
create index letter_subject on letter (subject_id, written_on desc);
create index letter_inspection on letter (inspection_id) where inspection_id is not null;
`,
};
