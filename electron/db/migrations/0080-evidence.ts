/** What a file is as evidence beside its bytes: second digest, data of the picture, copies; and scanned papers. */
export const evidence = {
  version: 80,
  name: 'evidence',
  up: /* sql */ `
create table evidence (
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
create unique index evidence_no on evidence (owner_table, owner_id, no) where no is not null;
create index evidence_owner on evidence (owner_table, owner_id, position);
create index evidence_sha256 on evidence (sha256);
create index evidence_copy on evidence (copy_of) where copy_of is not null;
create index attachment_sha256 on attachment (sha256);

-- a scanned paper: bound to its record by the code on it or by hand, or waiting
create table scan (
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
create index scan_state on scan (state, created_at desc);
create index scan_owner on scan (owner_table, owner_id) where owner_id is not null;
create index scan_sha256 on scan (sha256);
`,
} as const;
