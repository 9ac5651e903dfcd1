/** Years of the working-day calendar, published after the program, and proposals to pass an order on. */
export const calendarYears = {
  version: 110,
  name: 'calendar-years',
  up: /* sql */ `
create table calendar_year (
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
create unique index calendar_year_active on calendar_year (year) where state = 'active';

-- to pass an order on: proposed by one officer, decided by another
create table proposal (
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
`,
};
