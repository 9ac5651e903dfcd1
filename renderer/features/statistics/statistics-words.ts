import type { StatRow } from '#shared/domain/statistics/stat-row';
import type { RouteOutput } from '#shared/ipc/contract';

export type Overview = RouteOutput<'statistics.overview'>;
export type Figure = Overview['figures'][number];
export type Scope = 'month' | 'year';

export const sectionLabels: Record<Figure['section'], string> = {
  inspection: '检查',
  publication: '结果公示',
  rectification: '整改',
};

export const stateLabels: Record<Overview['state'], string> = {
  frozen: '已冻结',
  ready: '未冻结，可以冻结',
  waiting: '未冻结，等上月冻结',
  running: '未冻结，本月未结束',
  future: '还没有到',
};

export type Drill = {
  readonly month: string;
  readonly scope: Scope;
  readonly figure: string;
  readonly by?: string;
  readonly key?: string;
};

/** The page of the records behind a figure. */
export const rowsPath = (drill: Drill): string =>
  `/reports/statistics/rows?${new URLSearchParams(Object.entries(drill)).toString()}`;

/** Where a record is looked at; a visit that did not take place yet has no page of its own. */
export function recordPath({ source, recordId }: StatRow): string | null {
  if (recordId === '') return null;
  return source === 'order' || source === 'order_closed' || source === 'item'
    ? `/rectifications/${recordId}`
    : `/inspections/${recordId}`;
}
