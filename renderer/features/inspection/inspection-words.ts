import type { AnswerCode, InspectionState, Severity } from '#shared/domain/inspection/codes';
import type { RouteOutput } from '#shared/ipc/contract';
import { localNow } from '../../api/today';
import type { StateTone } from '../../components/pill';

export type InspectionFile = RouteOutput<'inspection.get'>;
export type InspectionRow = RouteOutput<'inspection.list'>['rows'][number];
export type Finding = InspectionFile['findings'][number];
export type Signing = InspectionFile['signings'][number];
export type PreviousProblem = InspectionFile['previousProblems'][number];

export const stateTones: Record<InspectionState, StateTone> = { open: 'going', finished: 'done' };

export const answerTones: Record<AnswerCode, StateTone> = {
  compliant: 'done',
  problem: 'grave',
  not_applicable: 'off',
  not_checked: 'warn',
};

export const severityTones: Record<Severity, StateTone> = { minor: 'waiting', general: 'warn', serious: 'grave' };

/** The keys of the checklist, in the order of the buttons. */
export const answerKeys: readonly (readonly [string, AnswerCode])[] = [
  ['1', 'compliant'],
  ['2', 'problem'],
  ['3', 'not_applicable'],
  ['4', 'not_checked'],
];

export const needsReason = (answer: AnswerCode | null): boolean =>
  answer === 'not_applicable' || answer === 'not_checked';

/** @example timeText('2026-11-23T14:05') // '2026-11-23 14:05' */
export const timeText = (at: string): string => at.replace('T', ' ');

export const officerNames = (officers: readonly { readonly name: string }[]): string =>
  officers.map((officer) => officer.name).join('、');

/** Now, for a visit of today; for one that is written up later the moment it began. */
export function momentOf(file: Pick<InspectionFile, 'startedAt'>): string {
  const now = localNow();
  return now.slice(0, 10) === file.startedAt.slice(0, 10) ? now : file.startedAt;
}
