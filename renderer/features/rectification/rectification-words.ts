import type { ItemState, RectificationState } from '#shared/domain/rectification/rectification';
import { type Term, termUnits } from '#shared/domain/rectification/term';
import type { RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import type { StateTone } from '../../components/pill';
import { type DueTone, monthDay } from '../../components/words';

export type RectificationFile = RouteOutput<'rectification.get'>;
export type RectificationRow = RouteOutput<'rectification.list'>['rows'][number];
export type RectificationItem = RectificationFile['items'][number];

export const stateTones: Record<RectificationState, StateTone> = {
  ordered: 'going',
  closed: 'done',
  escalated: 'grave',
  cancelled: 'off',
};

export const itemTones: Record<ItemState, StateTone> = { open: 'going', corrected: 'done', uncorrected: 'grave' };

const unitLabels: Record<Term['unit'], string> = {
  calendar_day: '日（自然日）',
  working_day: '个工作日',
  month: '个月',
  year: '年',
};
export const unitOptions = termUnits.map((value) => ({ value, label: unitLabels[value] }));

/** The engine's words with the day they speak of, and how loudly they are said. */
export function dueOf(
  row: { readonly remaining: string; readonly overdue: boolean },
  dueOn: IsoDate | null,
  today: IsoDate,
): { readonly words: string; readonly tone: DueTone } {
  const words = dueOn === null ? row.remaining : `${row.remaining}（${monthDay(dueOn)}）`;
  if (row.overdue) return { words, tone: 'overdue' };
  return { words, tone: dueOn === today ? 'today' : 'soon' };
}

export const officerNames = (officers: readonly { readonly name: string }[]): string =>
  officers.map((officer) => officer.name).join('、');
