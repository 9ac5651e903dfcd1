import type { Handling } from '#shared/domain/filing/codes';
import type { LeadState } from '#shared/domain/warning/lead';
import type { RouteOutput } from '#shared/ipc/contract';
import type { StateTone } from '../../components/pill';

export type LeadRow = RouteOutput<'lead.list'>['rows'][number];
export type LeadFile = RouteOutput<'lead.get'>;
export type FilingRow = RouteOutput<'filing.list'>['rows'][number];
export type ApplicantRow = RouteOutput<'filing.list-applicants'>['rows'][number];

export const leadTones: Record<LeadState, StateTone> = {
  new: 'waiting',
  assigned: 'going',
  confirmed: 'warn',
  closed: 'off',
};

export const handlingTones: Record<Handling, StateTone> = { notified: 'warn', explained: 'going', withdrawn: 'done' };

/** The days the evidence lies between. */
export const spanOf = ({ from, to }: { readonly from: string | null; readonly to: string | null }): string =>
  from === null ? '—' : from === to || to === null ? from : `${from} 至 ${to}`;

/** A third party's list has no rule but its source. */
export const ruleText = (row: Pick<LeadRow, 'source' | 'dimension' | 'ruleName'>): string =>
  row.source === 'third_party' ? row.dimension : `${row.dimension}：${row.ruleName}`;

/** Where a new subject is registered with what the list says of it, and the way back. */
export function registerPath(name: string, code: string | null, back: string): string {
  const known = new URLSearchParams({ name, back });
  // a covered number is a person's, and no credit code
  if (code && !code.includes('*')) known.set('uscc', code);
  return `/subjects/new?${known}`;
}

export const rowsPath = (applicant: string): string => `/leads/applicants/rows?${new URLSearchParams({ applicant })}`;
