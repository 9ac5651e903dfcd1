/** What a firm hands in to show that it corrected, and reminders to it. */
export const rectificationProof = {
  version: 115,
  name: 'rectification-proof',
  up: /* sql */ `
create table rectification_proof (
  id text primary key,
  rectification_id text not null references rectification (id),
  submitted_on text not null,
  submitted_by text not null,
  way text not null check (way in ('in_person', 'post', 'online', 'on_site')),
  -- items the papers are for (JSON)
  item_ids text not null,
  note text not null default '',
  judgement text check (judgement in ('accepted', 'insufficient')),
  judged_by text references officer (id),
  -- the officer as on that day (JSON)
  judged_officer text,
  judged_on text,
  reason text not null default '',
  created_at text not null,
  check ((judgement is null) = (judged_by is null) and (judgement is null) = (judged_on is null)),
  check (judgement is not 'insufficient' or reason <> '')
) strict;
create index rectification_proof_parent on rectification_proof (rectification_id, submitted_on);

create table rectification_reminder (
  id text primary key,
  rectification_id text not null references rectification (id),
  on_date text not null,
  way text not null check (way in ('phone', 'letter', 'visit')),
  whom text not null,
  text text not null,
  officer_id text not null references officer (id),
  -- the officer as on that day (JSON)
  officer text not null,
  created_at text not null
) strict;
create index rectification_reminder_parent on rectification_reminder (rectification_id, on_date);
`,
};
