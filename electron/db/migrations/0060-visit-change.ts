/** What was changed of a visit after it was drawn or arranged; the draw itself stays as it was. */
export const visitChange = {
  version: 60,
  name: 'visit-change',
  up: /* sql */ `
create table visit_change (
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
create index visit_change_visit on visit_change (visit_id, id);
create index visit_change_undoes on visit_change (undoes);
create index visit_officer1 on visit (officer1_id, date);
create index visit_officer2 on visit (officer2_id, date);
`,
} as const;
