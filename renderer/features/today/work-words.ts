import type { RouteOutput } from '#shared/ipc/contract';
import { assertNever } from '#shared/kernel/assert';

export type Today = RouteOutput<'today.get'>;
export type WorkItem = Today['items'][number];
export type Urgency = WorkItem['urgency'];

export const workLabels: Record<WorkItem['noun'], string> = {
  inspection: '检查',
  visit: '计划检查',
  rectification: '整改',
  repair: '信用修复',
  dishonesty: '失信记录',
  officer: '执法人员',
  rating: '评价',
  rating_run: '待审定评价',
  pack: '规则包',
  month: '统计',
  result: '检查结果',
  letter: '函件',
  check_notice: '检查审批',
  calendar: '节假日',
};

export const urgencyLabels: Record<Urgency, string> = {
  overdue: '已逾期',
  today: '今天',
  soon: '近期',
  later: '以后',
};

/** Where the next step of an item is done. */
export function pathOf({ noun, id, subjectId }: Pick<WorkItem, 'noun' | 'id' | 'subjectId'>): string {
  switch (noun) {
    case 'inspection':
      return `/inspections/${id}`;
    case 'visit':
      return startVisitPath(id, subjectId);
    case 'rectification':
      return `/rectifications/${id}`;
    case 'repair':
      return `/repairs/${id}`;
    case 'dishonesty':
      return `/repairs/records/${id}`;
    case 'officer':
      return '/settings/officers';
    case 'rating':
      return '/ratings';
    case 'rating_run':
      return `/ratings/runs/${id}`;
    case 'result':
      return `/results/${id}`;
    case 'letter':
      return `/letters/${id}`;
    case 'pack':
      return `/packs/${id}/activate`;
    case 'calendar':
      return '/settings/calendar';
    case 'month':
      return `/reports/statistics?month=${id}`;
    case 'check_notice':
      return `/papers/case/${id}`;
    default:
      return assertNever(noun);
  }
}

export const startVisitPath = (visitId: string, subjectId: string | null): string =>
  `/inspections/new?visit=${visitId}${subjectId ? `&subject=${subjectId}` : ''}`;
