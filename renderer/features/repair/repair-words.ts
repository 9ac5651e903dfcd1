import type { DishonestyClass, DishonestyState } from '#shared/domain/dishonesty/codes';
import type { RepairState } from '#shared/domain/repair/repair';
import type { RepairOutlook } from '#shared/domain/repair/terms';
import type { RouteOutput } from '#shared/ipc/contract';
import { daysBetween, type IsoDate } from '#shared/kernel/dates';
import type { StateTone } from '../../components/pill';
import { monthDay } from '../../components/words';

export type DishonestyRow = RouteOutput<'dishonesty.list'>['rows'][number];
export type DishonestyFile = RouteOutput<'dishonesty.get'>;
export type RepairRow = RouteOutput<'repair.list'>['rows'][number];
export type RepairFile = RouteOutput<'repair.get'>;
export type RepairTerms = RepairFile['terms'];
export type RepairCondition = RepairFile['conditions'][number];

export const recordTones: Record<DishonestyState, StateTone> = {
  active: 'grave',
  repaired: 'done',
  expired: 'off',
  withdrawn: 'off',
};
export const classTones: Record<DishonestyClass, StateTone> = { light: 'waiting', general: 'warn', serious: 'grave' };
export const outlookTones: Record<RepairOutlook, StateTone> = {
  ready: 'done',
  soon: 'going',
  later: 'waiting',
  automatic: 'waiting',
  ended: 'off',
};
export const repairTones: Record<RepairState, StateTone> = {
  applied: 'going',
  verified: 'going',
  opined: 'going',
  granted: 'warn',
  refused: 'grave',
  closed: 'done',
};

/** @example whenText('2026-12-01', '2026-11-23') // '12月1日起，还有 8 天' */
export function whenText(earliestOn: IsoDate | null, today: IsoDate): string {
  if (earliestOn === null) return '无需申请';
  const days = daysBetween(today, earliestOn);
  return days <= 0 ? `${earliestOn} 起已可申请` : `${monthDay(earliestOn)}起，还有 ${days} 天`;
}
