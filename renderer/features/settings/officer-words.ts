import type { RouteOutput } from '#shared/ipc/contract';
import { daysBetween, type IsoDate } from '#shared/kernel/dates';
import type { StateTone } from '../../components/pill';

export type Officer = RouteOutput<'officer.list'>['officers'][number];

/** Days before its end from which a certificate is worth a warning. */
const SOON = 60;

/** Whether this officer may be sent on a visit today, in a word. */
export function officerState(officer: Officer, today: IsoDate): { readonly label: string; readonly tone: StateTone } {
  if (!officer.active) return { label: '已停用', tone: 'off' };
  const until = officer.certificateUntil;
  if (until !== null && until < today) return { label: '证件已过期', tone: 'grave' };
  if (officer.leaves.some(({ from, to }) => from <= today && today <= to)) return { label: '休假中', tone: 'warn' };
  if (until !== null && daysBetween(today, until) <= SOON) return { label: '证件将到期', tone: 'warn' };
  return { label: '在岗', tone: 'done' };
}
