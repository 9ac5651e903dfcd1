/** What happens on site: signatures, phrases, photos of items, earlier answers, the way of a day; and what was told. */
export const onSite = {
  version: 70,
  name: 'on-site',
  up: /* sql */ `
alter table inspection add column certificates_shown_at text;
alter table inspection add column rights_told_at text;
alter table inspection add column scanned_at text;
-- 1: to be scanned before leaving
alter table inspection add column scan_later integer;
alter table inspection add column scan_reason text;
-- what the head of the office decided on a request that an officer withdraws (JSON)
alter table inspection add column avoidance_ruling text;
-- the party refused to be inspected (JSON)
alter table inspection add column refusal text;
-- why the visit was broken off
alter table inspection add column broken_off text;

-- null: the answer holds; not_asked: earlier answers leave the question out; reopened: asked again, not answered yet.
-- With either of the two the column answer is not_checked and counts for nothing.
alter table answer add column asked text check (asked in ('not_asked', 'reopened'));
alter table answer add column asked_because text;

-- answers that no longer hold
create table answer_history (
  id text primary key,
  inspection_id text not null references inspection (id),
  item_code text not null,
  answer text not null check (answer in ('compliant', 'problem', 'not_applicable', 'not_checked')),
  reason text not null,
  note text not null,
  answered_at text not null,
  replaced_because text not null check (replaced_because in ('changed', 'not_asked')),
  replaced_at text not null
) strict;
create index answer_history_inspection on answer_history (inspection_id, item_code, replaced_at);

create table item_photo (
  id text primary key,
  inspection_id text not null references inspection (id),
  item_code text not null,
  attachment_id text not null references attachment (id),
  created_at text not null
) strict;
create index item_photo_inspection on item_photo (inspection_id, item_code);

create table signature (
  id text primary key,
  owner_table text not null,
  owner_id text not null,
  role text not null check (role in ('party', 'witness', 'officer')),
  officer_id text references officer (id),
  name text not null,
  state text not null check (state in ('signed', 'refused')),
  way text not null check (way in ('pad', 'paper', 'none')),
  reason text not null,
  witness_name text not null,
  witness_unit text not null,
  -- 1: the refusal was recorded in sound and picture
  recorded integer not null,
  at text not null,
  -- SHA-256 of the text that was signed
  text_sha256 text not null,
  attachment_id text references attachment (id),
  -- set when the same person signed again
  superseded_at text,
  created_at text not null
) strict;
create index signature_owner on signature (owner_table, owner_id);
-- signed on paper that is not scanned yet
create index signature_unscanned on signature (owner_table, owner_id)
  where way = 'paper' and attachment_id is null and superseded_at is null;

create table phrase (
  id text primary key,
  -- the shipped phrase that this one stands for
  replaces text unique,
  item_code text,
  field text not null check (field in ('note', 'facts', 'scene', 'statement', 'reason', 'any')),
  text text not null,
  state text not null check (state in ('active', 'retired')),
  officer_id text references officer (id),
  created_at text not null
) strict;
create index phrase_state on phrase (state, item_code);

-- the place of a visit in the way of its day, and that its papers were taken out
create table visit_route (
  id text primary key,
  visit_id text not null unique references visit (id),
  position integer,
  taken_at text,
  taken_by text references officer (id)
) strict;
`,
} as const;
