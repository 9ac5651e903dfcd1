/** Rule packs kept in the store, their activation, batches of ratings with approval, and facts of other offices. */
export const rulePacksAndBatches = {
  version: 20,
  name: 'rule-packs-and-batches',
  up: /* sql */ `
-- packs of the office, and a copy of every shipped pack that rated or was activated: old ratings keep their rules
create table rule_pack (
  id text primary key,
  kind text not null,
  pack_id text not null,
  version integer not null,
  title text not null,
  sha256 text not null,
  content text not null,
  origin text not null check (origin in ('shipped', 'office', 'imported')),
  state text not null check (state in ('draft', 'ready', 'discarded')),
  officer_id text references officer (id),
  created_at text not null,
  changed_at text not null
) strict;
create unique index rule_pack_version on rule_pack (kind, pack_id, version) where state <> 'discarded' and origin <> 'shipped';
create index rule_pack_sha256 on rule_pack (sha256);

create table pack_activation (
  id text primary key,
  kind text not null,
  pack_id text not null,
  version integer not null,
  sha256 text not null,
  subject_kinds text not null,
  from_date text not null,
  until_date text,
  note text not null,
  dry_run text not null,
  state text not null check (state in ('proposed', 'approved', 'rejected')),
  officer_id text references officer (id),
  created_at text not null,
  decided_by text references officer (id),
  decided_on text,
  reason text not null default ''
) strict;
create index pack_activation_state on pack_activation (kind, state, from_date);

drop index rating_batch;
create index rating_of_batch on rating (batch_id) where batch_id is not null;
create table rating_batch (
  id text primary key,
  mode text not null check (mode in ('full', 'incremental', 'single')),
  as_of text not null,
  -- the last audit entry that this run has seen; what came later is due for the next incremental run
  covered_seq integer not null,
  packs text not null,
  checked integer not null,
  rated integer not null,
  first_rated integer not null,
  moved integer not null,
  without_pack integer not null,
  state text not null check (state in ('proposed', 'approved', 'rejected', 'superseded')),
  officer_id text references officer (id),
  created_at text not null,
  decided_by text references officer (id),
  decided_on text,
  reason text not null default '',
  published_on text,
  published_where text,
  unpublished_on text,
  unpublished_reason text
) strict;
create index rating_batch_state on rating_batch (state, created_at desc);

-- one line a subject whose grade changed, with the causes; the sum of their parts is the change of the score
create table rating_move (
  id text primary key,
  batch_id text not null references rating_batch (id),
  rating_id text not null references rating (id),
  subject_id text not null references subject (id),
  from_grade text not null,
  to_grade text not null,
  from_score integer not null,
  to_score integer not null,
  causes text not null
) strict;
create index rating_move_batch on rating_move (batch_id, id);
create index rating_move_rating on rating_move (rating_id);

alter table rating add column next_change_on text;
alter table fact add column origin_office text;
alter table fact add column adopted_on text;
alter table fact add column adopted_reason text;
alter table current_rating add column next_change_on text;
create index current_rating_next_change on current_rating (next_change_on) where next_change_on is not null;
`,
} as const;
