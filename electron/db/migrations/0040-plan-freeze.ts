/** Frozen lists of draws with their hashes and the committed nonce, and who declared a draw void with whom. */
export const planFreeze = {
  version: 40,
  name: 'plan-freeze',
  up: /* sql */ `
create table plan_freeze (
  id text primary key,
  year integer not null,
  title text not null,
  pack_id text not null,
  pack_version integer not null,
  pack text not null,
  scope text not null check (scope in ('year', 'batch')),
  -- the batch that is drawn; null when the whole year is
  batch_no integer,
  start_on text not null,
  -- officers that were asked for; all active ones when empty
  officer_ids text not null,
  strata text not null,
  batches text not null,
  exclusions text not null,
  -- one id a line, in the order of the candidates in the list
  subject_ids text not null,
  list text not null,
  list_sha256 text not null,
  list_sm3 text not null,
  officers_sha256 text not null,
  population_size integer not null,
  total integer not null,
  officer_count integer not null,
  -- kept back until the draw; only its hash is announced
  nonce text not null,
  nonce_sha256 text not null,
  problems text not null,
  state text not null check (state in ('frozen', 'drawn', 'discarded')),
  discard_reason text,
  plan_id text references plan (id),
  -- what was drawn, one line a visit, as it was on the day of the draw
  result text,
  officer_id text references officer (id),
  created_at text not null
) strict;
create index plan_freeze_state on plan_freeze (state, created_at desc);
create index plan_freeze_series on plan_freeze (year, pack_id, scope);

alter table plan add column freeze_id text references plan_freeze (id);
alter table plan add column void_by text references officer (id);
alter table plan add column void_second text references officer (id);
alter table plan add column void_at text;
`,
} as const;
