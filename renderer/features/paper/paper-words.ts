import type { CheckNoticeState } from '#shared/domain/paper/check-notice';
import type { PaperState } from '#shared/domain/paper/papers';
import type { RouteOutput } from '#shared/ipc/contract';
import type { StateTone } from '../../components/pill';

export type CaseFile = RouteOutput<'paper.get-case'>;
export type CasePaper = CaseFile['papers'][number];
export type Notice = RouteOutput<'paper.get-notice'>;

export const paperTones: Record<PaperState, StateTone> = {
  not_needed: 'off',
  to_make: 'waiting',
  numbered: 'going',
  printed: 'warn',
  returned: 'done',
};

export const noticeTones: Record<CheckNoticeState, StateTone> = {
  draft: 'waiting',
  approved: 'going',
  refused: 'grave',
  noticed: 'going',
  served: 'done',
  not_notified: 'done',
  withdrawn: 'off',
};

/** @example caseLink({ visitId: 'v', inspectionId: null }) // '/papers/case/visit/v' */
export const caseLink = ({ visitId, inspectionId }: Pick<CaseFile, 'visitId' | 'inspectionId'>): string =>
  inspectionId === null ? `/papers/case/visit/${visitId ?? ''}` : `/papers/case/inspection/${inspectionId}`;

export const momentText = (at: string): string => at.replace('T', ' ');
