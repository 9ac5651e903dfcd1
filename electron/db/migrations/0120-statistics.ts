/**
 * Months that are frozen with their figures and the rows behind them, later corrections of them, files that left the
 * house for other platforms, and the counts from which the numbers page reads.
 */
export const statistics = {
  version: 120,
  name: 'statistics',
  up: /* sql */ `
create table month_freeze (
  id text primary key,
  month text not null unique,
  frozen_at text not null,
  frozen_by text not null references officer (id),
  confirmed_by text not null references officer (id),
  definitions_id text not null,
  definitions_version integer not null,
  -- the pack by which was counted, whole
  definitions text not null,
  -- the chain as it stood: what came later is a correction
  audit_seq integer not null,
  audit_hash text not null,
  row_count integer not null,
  content_sha256 text not null,
  -- content hash of the month frozen before; null for the first
  previous_sha256 text,
  check (frozen_by <> confirmed_by)
) strict;

create table month_figure (
  id text primary key,
  freeze_id text not null references month_freeze (id),
  figure text not null,
  -- month, year (from January on) or what the figure is split by
  dimension text not null,
  key text not null,
  value integer not null
) strict;
create unique index month_figure_of on month_figure (freeze_id, dimension, figure, key);

create table month_row (
  id text primary key,
  -- the hash of the month is known only after its rows
  freeze_id text not null references month_freeze (id) deferrable initially deferred,
  source text not null,
  record_id text not null,
  -- names of the figures it counts in, between spaces
  figures text not null,
  content text not null,
  sha256 text not null
) strict;
create index month_row_of on month_row (freeze_id, source, id);
create index month_row_record on month_row (source, record_id);

create table month_correction (
  id text primary key,
  -- the month whose figures it changes
  freeze_id text not null references month_freeze (id),
  -- the freeze of the month that reports it
  reported_in text not null references month_freeze (id),
  source text not null,
  record_id text not null,
  change text not null check (change in ('added', 'removed', 'changed')),
  before text,
  after text,
  figures text not null
) strict;
create index month_correction_of on month_correction (freeze_id);
create index month_correction_reported on month_correction (reported_in, id);
create index month_correction_record on month_correction (source, record_id, id);

create table exchange_mapping (
  id text primary key,
  target text not null,
  version integer not null,
  title text not null,
  content text not null,
  sha256 text not null,
  state text not null check (state in ('ready', 'discarded')),
  officer_id text references officer (id),
  created_at text not null
) strict;
create unique index exchange_mapping_version on exchange_mapping (target, version) where state = 'ready';

create table send_out (
  id text primary key,
  target text not null,
  mapping_version integer not null,
  mapping_sha256 text not null,
  title text not null,
  from_on text not null,
  to_on text not null,
  only_changes integer not null check (only_changes in (0, 1)),
  file_name text not null,
  sha256 text not null,
  row_count integer not null,
  refused_count integer not null,
  receipt_no text,
  receipt_on text,
  officer_id text references officer (id),
  created_at text not null
) strict;
create index send_out_target on send_out (target, created_at desc);

create table send_out_row (
  id text primary key,
  send_out_id text not null references send_out (id),
  target text not null,
  record_id text not null,
  sha256 text not null
) strict;
create index send_out_row_of on send_out_row (send_out_id);
create index send_out_row_record on send_out_row (target, record_id, id);

-- derived, kept by triggers: how many records of a kind a month holds
create table stat_count (
  source text not null,
  month text not null,
  kind text not null,
  stratum text not null,
  plan_id text not null,
  result text not null,
  disposition text not null,
  n integer not null,
  primary key (source, month, kind, stratum, plan_id, result, disposition)
) strict, without rowid;

insert into stat_count
  select 'inspection', substr(started_at, 1, 7), kind, '', '', coalesce(result_code, ''), coalesce(disposition_code, ''), count(*)
  from inspection where state = 'finished' and broken_off is null group by 2, 3, 6, 7;
insert into stat_count
  select 'visit', substr(date, 1, 7), coalesce(kind, ''), stratum, coalesce(plan_id, ''), '', '', count(*)
  from visit where state <> 'cancelled' group by 2, 3, 4, 5;

create trigger inspection_counted_new after insert on inspection when new.state = 'finished' and new.broken_off is null begin
  insert into stat_count values ('inspection', substr(new.started_at, 1, 7), new.kind, '', '', coalesce(new.result_code, ''), coalesce(new.disposition_code, ''), 1)
    on conflict do update set n = n + 1;
end;
create trigger inspection_counted after update of state, started_at, kind, result_code, disposition_code, broken_off on inspection begin
  update stat_count set n = n - 1 where old.state = 'finished' and old.broken_off is null and source = 'inspection' and month = substr(old.started_at, 1, 7)
    and kind = old.kind and stratum = '' and plan_id = '' and result = coalesce(old.result_code, '') and disposition = coalesce(old.disposition_code, '');
  insert into stat_count select 'inspection', substr(new.started_at, 1, 7), new.kind, '', '', coalesce(new.result_code, ''), coalesce(new.disposition_code, ''), 1
    where new.state = 'finished' and new.broken_off is null
    on conflict do update set n = n + 1;
end;
create trigger visit_counted_new after insert on visit when new.state <> 'cancelled' begin
  insert into stat_count values ('visit', substr(new.date, 1, 7), coalesce(new.kind, ''), new.stratum, coalesce(new.plan_id, ''), '', '', 1)
    on conflict do update set n = n + 1;
end;
create trigger visit_counted after update of state, date, kind, stratum, plan_id on visit begin
  update stat_count set n = n - 1 where old.state <> 'cancelled' and source = 'visit' and month = substr(old.date, 1, 7)
    and kind = coalesce(old.kind, '') and stratum = old.stratum and plan_id = coalesce(old.plan_id, '') and result = '' and disposition = '';
  insert into stat_count select 'visit', substr(new.date, 1, 7), coalesce(new.kind, ''), new.stratum, coalesce(new.plan_id, ''), '', '', 1
    where new.state <> 'cancelled'
    on conflict do update set n = n + 1;
end;

create index inspection_day on inspection (started_at, no);
create index result_review_entered on result_review (entered_on, id);
create index result_review_published on result_review (published_on, id) where published_on is not null;
create index result_review_closed on result_review (max(published_on, disposal_closed_on), id)
  where disposal_closed_on is not null;
create index result_review_returned on result_review_step (on_date, id) where action = 'return';

create index rectification_ordered on rectification (ordered_on, state);
create index rectification_ended on rectification (state_on) where state = 'closed';
create index rectification_item_day on rectification_item (coalesce(extended_to, due_on));
`,
} as const;
