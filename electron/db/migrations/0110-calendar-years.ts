/** Years of the working-day calendar that the office imports, since they are published after the program. */
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
`,
};
