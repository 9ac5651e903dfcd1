CREATE TRIGGER audit_entry_no_delete before delete on audit_entry begin
  select raise(abort, 'the audit log is append-only');
end;

CREATE TRIGGER audit_entry_no_update before update on audit_entry begin
  select raise(abort, 'the audit log is append-only');
end;

CREATE TRIGGER audit_row_no_delete before delete on audit_row begin
  select raise(abort, 'the audit log is append-only');
end;

CREATE TRIGGER audit_row_no_update before update on audit_row begin
  select raise(abort, 'the audit log is append-only');
end;

CREATE TRIGGER inspection_counted after update of state, started_at, kind, result_code, disposition_code, broken_off on inspection begin
  update stat_count set n = n - 1 where old.state = 'finished' and old.broken_off is null and source = 'inspection' and month = substr(old.started_at, 1, 7)
    and kind = old.kind and stratum = '' and plan_id = '' and result = coalesce(old.result_code, '') and disposition = coalesce(old.disposition_code, '');
  insert into stat_count select 'inspection', substr(new.started_at, 1, 7), new.kind, '', '', coalesce(new.result_code, ''), coalesce(new.disposition_code, ''), 1
    where new.state = 'finished' and new.broken_off is null
    on conflict do update set n = n + 1;
end;

CREATE TRIGGER inspection_counted_new after insert on inspection when new.state = 'finished' and new.broken_off is null begin
  insert into stat_count values ('inspection', substr(new.started_at, 1, 7), new.kind, '', '', coalesce(new.result_code, ''), coalesce(new.disposition_code, ''), 1)
    on conflict do update set n = n + 1;
end;

CREATE TRIGGER visit_counted after update of state, date, kind, stratum, plan_id on visit begin
  update stat_count set n = n - 1 where old.state <> 'cancelled' and source = 'visit' and month = substr(old.date, 1, 7)
    and kind = coalesce(old.kind, '') and stratum = old.stratum and plan_id = coalesce(old.plan_id, '') and result = '' and disposition = '';
  insert into stat_count select 'visit', substr(new.date, 1, 7), coalesce(new.kind, ''), new.stratum, coalesce(new.plan_id, ''), '', '', 1
    where new.state <> 'cancelled'
    on conflict do update set n = n + 1;
end;

CREATE TRIGGER visit_counted_new after insert on visit when new.state <> 'cancelled' begin
  insert into stat_count values ('visit', substr(new.date, 1, 7), coalesce(new.kind, ''), new.stratum, coalesce(new.plan_id, ''), '', '', 1)
    on conflict do update set n = n + 1;
end;

CREATE TABLE answer (
  id text primary key,
  inspection_id text not null references inspection (id),
  item_code text not null,
  answer text not null check (answer in ('compliant', 'problem', 'not_applicable', 'not_checked')),
  reason text not null default '',
  note text not null default '',
  answered_at text not null, asked text check (asked in ('not_asked', 'reopened')), asked_because text,
  unique (inspection_id, item_code)
) strict;

CREATE TABLE answer_history (
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

CREATE TABLE attachment (
  id text primary key,
  owner_table text not null,
  owner_id text not null,
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  note text not null default '',
  officer_id text references officer (id),
  created_at text not null
) strict;

CREATE TABLE audit_entry (
  seq integer primary key,
  at text not null,
  officer_id text,
  officer_name text not null,
  route text not null,
  object text not null,
  summary text not null,
  changes text not null,
  row_count integer not null,
  digest text not null,
  prev_hash text not null,
  hash text not null unique
) strict;

CREATE TABLE audit_row (
  id integer primary key,
  seq integer not null references audit_entry (seq) deferrable initially deferred,
  table_name text not null,
  record_id text not null,
  hash blob not null
) strict;

CREATE TABLE avoidance (
  id text primary key,
  officer_id text not null references officer (id),
  subject_id text not null references subject (id),
  reason text not null,
  ended_on text,
  created_at text not null
) strict;

CREATE TABLE calendar_year (
  id text primary key,
  year integer not null,
  -- days off and make-up days as a year entry of a calendar pack (JSON)
  content text not null,
  -- title and number of the official notice
  source text not null,
  file_name text not null,
  file_sha256 text not null,
  workdays integer not null,
  officer_id text not null references officer (id),
  confirmed_by text not null references officer (id),
  imported_on text not null,
  state text not null check (state in ('active', 'replaced')),
  created_at text not null,
  check (confirmed_by <> officer_id)
) strict;

CREATE TABLE campaign (
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

CREATE TABLE cap_exception (
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

CREATE TABLE check_notice (
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

CREATE TABLE current_rating (
  subject_id text primary key references subject (id),
  rating_id text not null references rating (id),
  grade_code text not null,
  score integer not null,
  as_of text not null
, next_change_on text) strict;

CREATE TABLE dishonesty (
  id text primary key,
  subject_id text not null references subject (id),
  fact_id text references fact (id),
  act_code text not null,
  regime text not null,
  class text not null,
  document_no text not null,
  authority text not null,
  decided_on text not null,
  act_summary text not null,
  penalty text not null default '',
  published_on text,
  state text not null check (state in ('active', 'repaired', 'expired', 'withdrawn')),
  state_on text,
  created_at text not null
) strict;

CREATE TABLE document_series (
  id text primary key,
  last_no integer not null
) strict;

CREATE TABLE evidence (
  id text primary key,
  attachment_id text not null unique references attachment (id),
  owner_table text not null check (owner_table in ('inspection', 'rectification')),
  owner_id text not null,
  -- bears its number for ever; null for a copy, which goes by the number of its original
  no integer,
  -- the place in the index, which officers may change
  position integer not null,
  kind text not null check (kind in ('photo', 'video', 'audio', 'document', 'page', 'scan', 'other')),
  sha256 text not null,
  sm3 text not null,
  -- what the bytes are, whatever the name says
  file_type text not null,
  preview text not null check (preview in ('possible', 'heic', 'format', 'damaged', 'not_image')),
  width integer,
  height integer,
  metadata text not null check (metadata in ('read', 'none', 'broken', 'unsupported')),
  -- by the camera's clock; the offset only when the camera said it
  taken_at text,
  taken_offset text,
  -- millionths of a degree
  latitude_e6 integer,
  longitude_e6 integer,
  device_make text,
  device_model text,
  -- a program that wrote the file after the camera
  software text,
  title text not null,
  proves text not null,
  obtained_at text not null,
  obtained_place text not null,
  obtained_by text not null,
  -- who handed it over; empty when the officers made it
  provided_by text not null,
  item_code text,
  finding_id text references finding (id),
  -- of a captured page
  url text,
  captured_at text,
  -- of a copy: the original, and how it was made
  copy_of text references evidence (id),
  copy_kind text check (copy_kind in ('rotate', 'blur')),
  copy_how text,
  -- a scaled picture for thumbnails and photo sheets; no evidence itself
  preview_id text references attachment (id),
  withdrawn_at text,
  withdrawn_reason text,
  officer_id text references officer (id),
  created_at text not null,
  check ((copy_of is null) = (no is not null)),
  check ((copy_of is null) = (copy_kind is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
) strict;

CREATE TABLE exchange_mapping (
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

CREATE TABLE fact (
  id text primary key,
  subject_id text not null references subject (id),
  item_code text not null,
  source_org text not null,
  source_no text not null,
  occurred_on text not null,
  valid_from text not null,
  valid_to text,
  summary text not null,
  fields text not null,
  state text not null check (state in ('active', 'withdrawn', 'repaired')),
  state_on text,
  state_reason text,
  import_id text references import_batch (id),
  created_at text not null
, origin_office text, adopted_on text, adopted_reason text) strict;

CREATE TABLE filing (
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

CREATE TABLE finding (
  id text primary key,
  inspection_id text not null references inspection (id),
  subject_id text not null references subject (id),
  item_code text,
  clause text not null,
  facts text not null,
  severity text not null check (severity in ('minor', 'general', 'serious')),
  state text not null check (state in ('open', 'withdrawn')),
  created_at text not null
) strict;

CREATE TABLE import_batch (
  id text primary key,
  noun text not null,
  file_name text not null,
  file_sha256 text not null,
  started_at text not null,
  officer_id text references officer (id),
  mapping text not null,
  inserted integer not null,
  merged integer not null,
  unchanged integer not null,
  failed integer not null,
  state text not null check (state in ('done', 'undone')),
  undone_at text
) strict;

CREATE TABLE import_change (
  id text primary key,
  batch_id text not null references import_batch (id),
  table_name text not null,
  record_id text not null,
  before text not null
) strict;

CREATE TABLE import_problem (
  id text primary key,
  batch_id text not null references import_batch (id),
  row_number integer not null,
  cells text not null,
  problems text not null
) strict;

CREATE TABLE inspection (
  id text primary key,
  no text not null unique,
  subject_id text not null references subject (id),
  visit_id text,
  kind text not null,
  method text not null,
  checklist_id text not null,
  checklist_version integer not null,
  checklist text not null,
  officer1_id text not null references officer (id),
  officer2_id text not null references officer (id),
  officers text not null,
  place text not null,
  started_at text not null,
  ended_at text,
  scan_no text,
  rights_told integer not null default 0,
  avoidance_asked text,
  party_present text,
  scene text not null default '',
  statement text not null default '',
  result_code text,
  disposition_code text,
  state text not null check (state in ('open', 'finished')),
  finished_at text,
  created_at text not null
, certificates_shown_at text, rights_told_at text, scanned_at text, scan_later integer, scan_reason text, avoidance_ruling text, refusal text, broken_off text, review_id text references result_review (id)) strict;

CREATE TABLE interview (
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

CREATE TABLE interview_line (
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

CREATE TABLE issued_document (
  id text primary key,
  report text not null,
  no text not null,
  owner_table text not null,
  owner_id text not null,
  file_name text not null,
  sha256 text not null,
  officer_id text references officer (id),
  created_at text not null
) strict;

CREATE TABLE item_photo (
  id text primary key,
  inspection_id text not null references inspection (id),
  item_code text not null,
  attachment_id text not null references attachment (id),
  created_at text not null
) strict;

CREATE TABLE lead (
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

CREATE TABLE lead_step (
  id text primary key,
  lead_id text not null references lead (id),
  action text not null check (action in ('assign', 'confirm', 'close', 'reopen')),
  on_date text not null,
  officer_id text references officer (id),
  text text not null,
  created_at text not null
) strict;

CREATE TABLE letter (
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

CREATE TABLE month_correction (
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

CREATE TABLE month_figure (
  id text primary key,
  freeze_id text not null references month_freeze (id),
  figure text not null,
  -- month, year (from January on) or what the figure is split by
  dimension text not null,
  key text not null,
  value integer not null
) strict;

CREATE TABLE month_freeze (
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

CREATE TABLE month_row (
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

CREATE TABLE number_block (
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

CREATE TABLE officer (
  id text primary key,
  name text not null,
  certificate_no text not null unique,
  certificate_until text,
  station text not null default '',
  position text not null default '',
  skills text not null default '[]',
  leaves text not null default '[]',
  active integer not null default 1,
  created_at text not null
) strict;

CREATE TABLE pack_activation (
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

CREATE TABLE phrase (
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

CREATE TABLE plan (
  id text primary key,
  year integer not null,
  title text not null,
  pack_id text not null,
  pack_version integer not null,
  pack text not null,
  strata text not null,
  exclusions text not null,
  population text not null,
  population_sha256 text not null,
  seed_parts text not null,
  seed text not null,
  algorithm integer not null,
  problems text not null,
  state text not null check (state in ('drawn', 'void')),
  void_reason text,
  officer_id text references officer (id),
  created_at text not null
, freeze_id text references plan_freeze (id), void_by text references officer (id), void_second text references officer (id), void_at text, campaign_id text references campaign (id)) strict;

CREATE TABLE plan_freeze (
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

CREATE TABLE proposal (
  id text primary key,
  rectification_id text not null references rectification (id),
  rule text not null,
  -- what gave rise to it; proposed once
  cause text not null,
  label text not null,
  why text not null,
  basis text not null,
  verified integer not null,
  pack_version integer not null,
  proposed_by text not null references officer (id),
  proposed_on text not null,
  state text not null check (state in ('open', 'accepted', 'dismissed')),
  decided_by text references officer (id),
  decided_on text,
  reason text,
  created_at text not null,
  check (state = 'open' or (decided_by is not null and decided_by <> proposed_by and decided_on is not null)),
  unique (rectification_id, rule, cause)
) strict;

CREATE TABLE query_log (
  id text primary key,
  subject_id text not null references subject (id),
  purpose text not null,
  fields text not null,
  officer_id text references officer (id),
  created_at text not null
) strict;

CREATE TABLE rating (
  id text primary key,
  subject_id text not null references subject (id),
  pack_id text not null,
  pack_version integer not null,
  pack_sha256 text not null,
  as_of text not null,
  score integer not null,
  grade_code text not null,
  input text not null,
  trace text not null,
  batch_id text,
  officer_id text references officer (id),
  created_at text not null
, next_change_on text) strict;

CREATE TABLE rating_batch (
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

CREATE TABLE rating_move (
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

CREATE TABLE recheck (
  id text primary key,
  rectification_id text not null references rectification (id),
  checked_on text not null,
  officer1_id text not null references officer (id),
  officer2_id text not null references officer (id),
  officers text not null,
  results text not null,
  conclusion text not null,
  created_at text not null
) strict;

CREATE TABLE rectification (
  id text primary key,
  no text not null unique,
  subject_id text not null references subject (id),
  inspection_id text references inspection (id),
  ordered_on text not null,
  behaviour text not null,
  violated text not null,
  basis text not null,
  contact text not null,
  contact_phone text not null,
  delivered_on text,
  received_by text,
  state text not null check (state in ('ordered', 'closed', 'escalated', 'cancelled')),
  state_on text,
  state_reason text,
  officers text not null,
  created_at text not null
) strict;

CREATE TABLE rectification_item (
  id text primary key,
  rectification_id text not null references rectification (id),
  seq integer not null,
  finding_id text references finding (id),
  problem text not null,
  requirement text not null,
  term text not null,
  due_on text not null,
  due_steps text not null,
  due_estimated integer not null default 0,
  extended_to text,
  extended_on text,
  extended_reason text,
  state text not null check (state in ('open', 'corrected', 'uncorrected')),
  correction text not null default ''
) strict;

CREATE TABLE rectification_proof (
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

CREATE TABLE rectification_reminder (
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

CREATE TABLE repair (
  id text primary key,
  no text not null unique,
  dishonesty_id text not null references dishonesty (id),
  subject_id text not null references subject (id),
  regime text not null,
  terms text not null,
  applied_on text not null,
  applicant text not null,
  conditions text not null,
  verification text,
  opinion text,
  decision text,
  follow_up text not null default '[]',
  state text not null check (state in ('applied', 'verified', 'opined', 'granted', 'refused', 'closed')),
  state_on text,
  officer_id text references officer (id),
  created_at text not null
) strict;

CREATE TABLE reserved_number (
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

CREATE TABLE result_review (
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

CREATE TABLE result_review_step (
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

CREATE TABLE rule_pack (
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

CREATE TABLE scan (
  id text primary key,
  attachment_id text not null references attachment (id),
  -- page of the file it was read from, from 1
  page integer not null,
  sha256 text not null,
  -- what the code said, empty when none was read
  code text not null,
  problem text not null,
  paper text,
  owner_table text,
  owner_id text,
  paper_no text,
  state text not null check (state in ('waiting', 'bound', 'set_aside')),
  bound_how text check (bound_how in ('code', 'hand')),
  reason text,
  officer_id text references officer (id),
  bound_at text,
  created_at text not null,
  check (state <> 'bound' or (owner_table is not null and owner_id is not null and paper is not null and bound_how is not null)),
  check (state <> 'set_aside' or reason is not null)
) strict;

CREATE TABLE send_out (
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

CREATE TABLE send_out_row (
  id text primary key,
  send_out_id text not null references send_out (id),
  target text not null,
  record_id text not null,
  sha256 text not null
) strict;

CREATE TABLE setting (
  id text primary key,
  value text not null
) strict;

CREATE TABLE signature (
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

CREATE TABLE stat_count (
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

CREATE TABLE subject (
  id text primary key,
  kind text not null,
  name text not null,
  former_names text not null default '[]',
  uscc text,
  no_uscc_reason text,
  old_registration_no text,
  id_number text,
  agency_code text,
  agent_cert_no text,
  legal_person text,
  address text,
  district text,
  phone text,
  email text,
  industry text,
  established_on text,
  status text not null,
  tags text not null default '[]',
  note text,
  parent_id text references subject (id),
  parent_name text,
  parent_uscc text,
  initials text not null,
  initials_alt text,
  pinyin text not null,
  import_id text references import_batch (id),
  withdrawn_at text,
  created_at text not null
) strict;

CREATE TABLE "visit" (
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

CREATE TABLE visit_change (
  id text primary key,
  visit_id text not null references visit (id),
  kind text not null check (kind in ('move', 'exchange', 'merge', 'cancel')),
  -- {"date","officer1Id","officer2Id","state"}
  before text not null,
  after text not null,
  -- code of why; the words of the one who changed it stand in reason
  cause text not null,
  reason text not null,
  officer_id text references officer (id),
  -- who confirmed it; officers are never exchanged by one person alone
  second_officer_id text references officer (id),
  -- the change that this one takes back
  undoes text references visit_change (id),
  at text not null
) strict;

CREATE TABLE visit_route (
  id text primary key,
  visit_id text not null unique references visit (id),
  position integer,
  taken_at text,
  taken_by text references officer (id)
) strict;

CREATE INDEX answer_history_inspection on answer_history (inspection_id, item_code, replaced_at);

CREATE INDEX attachment_owner on attachment (owner_table, owner_id);

CREATE INDEX attachment_sha256 on attachment (sha256);

CREATE INDEX audit_entry_object on audit_entry (object);

CREATE INDEX audit_row_seq on audit_row (seq);

CREATE INDEX avoidance_officer on avoidance (officer_id);

CREATE UNIQUE INDEX calendar_year_active on calendar_year (year) where state = 'active';

CREATE INDEX campaign_state on campaign (state, from_on desc);

CREATE INDEX cap_exception_subject on cap_exception (subject_id, year);

CREATE INDEX cap_exception_visit on cap_exception (visit_id);

CREATE INDEX check_notice_day on check_notice (applied_on desc, id desc);

CREATE INDEX check_notice_inspection on check_notice (inspection_id);

CREATE INDEX check_notice_state on check_notice (state, applied_on desc, id desc);

CREATE INDEX check_notice_visit on check_notice (visit_id);

CREATE INDEX current_rating_grade on current_rating (grade_code, subject_id);

CREATE INDEX current_rating_next_change on current_rating (next_change_on) where next_change_on is not null;

CREATE INDEX dishonesty_state on dishonesty (state, decided_on desc);

CREATE INDEX dishonesty_subject on dishonesty (subject_id, decided_on desc);

CREATE INDEX evidence_copy on evidence (copy_of) where copy_of is not null;

CREATE UNIQUE INDEX evidence_no on evidence (owner_table, owner_id, no) where no is not null;

CREATE INDEX evidence_owner on evidence (owner_table, owner_id, position);

CREATE INDEX evidence_sha256 on evidence (sha256);

CREATE UNIQUE INDEX exchange_mapping_version on exchange_mapping (target, version) where state = 'ready';

CREATE INDEX fact_import on fact (import_id) where import_id is not null;

CREATE UNIQUE INDEX fact_source on fact (subject_id, item_code, source_no) where state <> 'withdrawn' and source_no <> '';

CREATE INDEX fact_subject on fact (subject_id, occurred_on desc);

CREATE INDEX filing_applicant on filing (kind, applicant_key) where withdrawn_at is null;

CREATE INDEX filing_code on filing (applicant_code) where applicant_code is not null and withdrawn_at is null;

CREATE INDEX filing_import on filing (import_id) where import_id is not null;

CREATE UNIQUE INDEX filing_number on filing (kind, number) where withdrawn_at is null;

CREATE INDEX finding_inspection on finding (inspection_id);

CREATE INDEX finding_subject on finding (subject_id);

CREATE INDEX import_change_batch on import_change (batch_id);

CREATE INDEX import_problem_batch on import_problem (batch_id, row_number);

CREATE INDEX inspection_day on inspection (started_at, no);

CREATE INDEX inspection_state on inspection (state, started_at desc);

CREATE INDEX inspection_subject on inspection (subject_id, started_at desc);

CREATE INDEX inspection_unentered on inspection (ended_at, id) where state = 'finished' and review_id is null;

CREATE INDEX interview_inspection on interview (inspection_id, started_at);

CREATE INDEX interview_line_interview on interview_line (interview_id, seq);

CREATE INDEX interview_started on interview (started_at desc, id desc);

CREATE INDEX issued_document_owner on issued_document (owner_table, owner_id);

CREATE INDEX item_photo_inspection on item_photo (inspection_id, item_code);

CREATE INDEX lead_fact on lead (fact_id) where fact_id is not null;

CREATE INDEX lead_import on lead (import_id) where import_id is not null;

CREATE INDEX lead_state on lead (state, created_at desc) where withdrawn_at is null;

CREATE INDEX lead_step_lead on lead_step (lead_id, id);

CREATE INDEX lead_subject on lead (subject_id) where subject_id is not null;

CREATE INDEX letter_inspection on letter (inspection_id) where inspection_id is not null;

CREATE INDEX letter_state on letter (state, reply_due_on);

CREATE INDEX letter_subject on letter (subject_id, written_on desc);

CREATE INDEX month_correction_of on month_correction (freeze_id);

CREATE INDEX month_correction_record on month_correction (source, record_id, id);

CREATE INDEX month_correction_reported on month_correction (reported_in, id);

CREATE UNIQUE INDEX month_figure_of on month_figure (freeze_id, dimension, figure, key);

CREATE INDEX month_row_of on month_row (freeze_id, source, id);

CREATE INDEX month_row_record on month_row (source, record_id);

CREATE INDEX number_block_series on number_block (office_code, word, year, first_no);

CREATE INDEX pack_activation_state on pack_activation (kind, state, from_date);

CREATE INDEX phrase_state on phrase (state, item_code);

CREATE INDEX plan_campaign on plan (campaign_id) where campaign_id is not null;

CREATE INDEX plan_freeze_series on plan_freeze (year, pack_id, scope);

CREATE INDEX plan_freeze_state on plan_freeze (state, created_at desc);

CREATE INDEX query_log_subject on query_log (subject_id, created_at desc);

CREATE INDEX rating_batch_state on rating_batch (state, created_at desc);

CREATE INDEX rating_move_batch on rating_move (batch_id, id);

CREATE INDEX rating_move_rating on rating_move (rating_id);

CREATE INDEX rating_of_batch on rating (batch_id) where batch_id is not null;

CREATE INDEX rating_subject on rating (subject_id, created_at desc);

CREATE INDEX recheck_parent on recheck (rectification_id, checked_on);

CREATE INDEX rectification_ended on rectification (state_on) where state = 'closed';

CREATE INDEX rectification_item_day on rectification_item (coalesce(extended_to, due_on));

CREATE INDEX rectification_item_due on rectification_item (state, due_on);

CREATE INDEX rectification_item_parent on rectification_item (rectification_id, seq);

CREATE INDEX rectification_ordered on rectification (ordered_on, state);

CREATE INDEX rectification_proof_parent on rectification_proof (rectification_id, submitted_on);

CREATE INDEX rectification_reminder_parent on rectification_reminder (rectification_id, on_date);

CREATE INDEX rectification_state on rectification (state, ordered_on desc);

CREATE INDEX rectification_subject on rectification (subject_id, ordered_on desc);

CREATE INDEX repair_state on repair (state, applied_on desc);

CREATE INDEX repair_subject on repair (subject_id, applied_on desc);

CREATE INDEX reserved_number_state on reserved_number (state, created_at desc, id desc);

CREATE INDEX reserved_number_visit on reserved_number (visit_id);

CREATE INDEX result_review_closed on result_review (max(published_on, disposal_closed_on), id)
  where disposal_closed_on is not null;

CREATE INDEX result_review_entered on result_review (entered_on, id);

CREATE INDEX result_review_published on result_review (published_on, id) where published_on is not null;

CREATE INDEX result_review_returned on result_review_step (on_date, id) where action = 'return';

CREATE INDEX result_review_state on result_review (state, due_on);

CREATE INDEX result_review_step_review on result_review_step (review_id, id);

CREATE INDEX result_review_subject on result_review (subject_id);

CREATE INDEX rule_pack_sha256 on rule_pack (sha256);

CREATE UNIQUE INDEX rule_pack_version on rule_pack (kind, pack_id, version) where state <> 'discarded' and origin <> 'shipped';

CREATE INDEX scan_owner on scan (owner_table, owner_id) where owner_id is not null;

CREATE INDEX scan_sha256 on scan (sha256);

CREATE INDEX scan_state on scan (state, created_at desc);

CREATE INDEX send_out_row_of on send_out_row (send_out_id);

CREATE INDEX send_out_row_record on send_out_row (target, record_id, id);

CREATE INDEX send_out_target on send_out (target, created_at desc);

CREATE INDEX signature_owner on signature (owner_table, owner_id);

CREATE INDEX signature_unscanned on signature (owner_table, owner_id)
  where way = 'paper' and attachment_id is null and superseded_at is null;

CREATE INDEX subject_agency_code on subject (agency_code) where agency_code is not null;

CREATE INDEX subject_agent_cert_no on subject (agent_cert_no) where agent_cert_no is not null;

CREATE INDEX subject_former_names on subject (former_names) where former_names <> '[]' and withdrawn_at is null;

CREATE UNIQUE INDEX subject_id_number on subject (id_number) where id_number is not null and withdrawn_at is null;

CREATE INDEX subject_import on subject (import_id) where import_id is not null;

CREATE INDEX subject_initials on subject (initials);

CREATE INDEX subject_initials_alt on subject (initials_alt) where initials_alt is not null;

CREATE INDEX subject_kind on subject (kind, name, id) where withdrawn_at is null;

CREATE INDEX subject_name on subject (name, id) where withdrawn_at is null;

CREATE INDEX subject_orphan on subject (id) where parent_id is null and withdrawn_at is null
  and (parent_name is not null or parent_uscc is not null or kind in ('agent', 'agency_branch'));

CREATE INDEX subject_parent on subject (parent_id) where parent_id is not null;

CREATE INDEX subject_pinyin on subject (pinyin);

CREATE UNIQUE INDEX subject_uscc on subject (uscc) where uscc is not null and withdrawn_at is null;

CREATE INDEX subject_uscc_tail on subject (substr(uscc, -6)) where uscc is not null;

CREATE INDEX visit_campaign on visit (campaign_id) where campaign_id is not null;

CREATE INDEX visit_change_undoes on visit_change (undoes);

CREATE INDEX visit_change_visit on visit_change (visit_id, id);

CREATE INDEX visit_date on visit (date, id, state);

CREATE INDEX visit_merged on visit (merged_into) where merged_into is not null;

CREATE INDEX visit_officer1 on visit (officer1_id, date);

CREATE INDEX visit_officer2 on visit (officer2_id, date);

CREATE INDEX visit_plan on visit (plan_id, batch_no, date);

CREATE INDEX visit_state on visit (state, date, id);

CREATE INDEX visit_subject on visit (subject_id);
