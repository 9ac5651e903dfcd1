import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { reviewTabLabels } from '#shared/domain/review/review';
import type { RouteOutput } from '#shared/ipc/contract';
import type { StateTone } from '../../components/pill';

export type ReviewRow = RouteOutput<'review.list'>['rows'][number];
export type ReviewFile = RouteOutput<'review.get'>;

/** The state in one word, with 逾期 before it where the term is over. */
export function reviewState(row: Pick<ReviewRow, 'state' | 'overdue' | 'withdrawnOn'>): {
  readonly label: string;
  readonly tone: StateTone;
} {
  if (row.withdrawnOn !== null) return { label: '已撤回公示', tone: 'off' };
  if (row.state === 'published') return { label: reviewTabLabels.published, tone: 'done' };
  const label = reviewTabLabels[row.state ?? 'unentered'];
  if (row.overdue) return { label: `${label}，已逾期`, tone: 'grave' };
  return { label, tone: row.state === 'returned' ? 'warn' : row.state === 'waiting' ? 'going' : 'waiting' };
}

export const resultText = (row: Pick<ReviewRow, 'resultCode'>): string => resultLabels[row.resultCode];
export const dispositionText = (row: Pick<ReviewRow, 'dispositionCode'>): string =>
  dispositionLabels[row.dispositionCode];

export const stepWords: Record<ReviewFile['steps'][number]['action'], string> = {
  enter: '录入结果',
  return: '审核退回',
  publish: '审核通过并公示',
  correct: '更正公示内容',
  withdraw: '撤回公示',
  close: '后续处置完结',
};
