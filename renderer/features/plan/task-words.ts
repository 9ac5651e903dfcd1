import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { causeText } from '#shared/domain/plan/visit-cause';
import type { RouteOutput } from '#shared/ipc/contract';

export type Task = RouteOutput<'plan.list-tasks'>['rows'][number];
export type Campaign = RouteOutput<'plan.list-campaigns'>['campaigns'][number];

/** Where the visit comes from, in a word: a batch of a draw, or why it was arranged. */
export const originWords = (task: Task): string =>
  task.planId === null
    ? `人工安排：${causeText(task.cause, task.causeNote)}`
    : `${task.planTitle ?? ''}　第 ${task.batchNo} 批`;

export const kindOf = (task: Task): string => inspectionKindLabels[task.kind];

export const mergedWords = (task: Task): string =>
  task.mergedInto !== null ? '并入同月检查' : task.mergedHere > 0 ? `含另 ${task.mergedHere} 项` : '';

export const campaignPill = ({ state }: Pick<Campaign, 'state'>) =>
  state === 'open' ? ({ label: '进行中', tone: 'waiting' } as const) : ({ label: '已结束', tone: 'done' } as const);
