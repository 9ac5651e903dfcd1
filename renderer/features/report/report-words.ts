import type { RouteOutput } from '#shared/ipc/contract';
import type { ReportParam } from '#shared/ipc/report';

export type Report = RouteOutput<'report.list'>['reports'][number];
export type Issued = RouteOutput<'report.list-issued'>['documents'][number];

export const reportGroups = ['ledger', 'list', 'document'] as const satisfies readonly Report['group'][];
export const reportGroupLabels: Record<Report['group'], { readonly title: string; readonly hint: string }> = {
  ledger: { title: '台账', hint: '按月或按年汇总，选定期间后导出' },
  list: { title: '名册和结果表', hint: '当前数据的一张表' },
  document: { title: '文书', hint: '一案一份，从该案的页面导出' },
};

type Noun = NonNullable<ReportParam['noun']>;

/** Where the record is that a document is about. */
export const recordPlaces: Record<Noun, { readonly path: string; readonly words: string }> = {
  rectification: { path: '/rectifications', words: '到整改中选一件导出' },
  repair: { path: '/repairs', words: '到失信与修复中选一件导出' },
  plan: { path: '/plans', words: '到计划与抽取中选一份导出' },
  inspection: { path: '/inspections', words: '到检查中选一次导出' },
  rating: { path: '/ratings', words: '到评价中选一户导出' },
  'rating-run': { path: '/ratings/runs', words: '到评价批次中选一批导出' },
  subject: { path: '/subjects', words: '到主体的模拟评价中导出' },
  import: { path: '/subjects/import', words: '在导入结果处导出' },
  letter: { path: '/letters', words: '到函件中选一份导出' },
};

/** The noun of the record that must be chosen first; null when none is needed. */
export const recordNoun = (report: Report): Noun | null =>
  report.params.find(({ type }) => type === 'id')?.noun ?? null;
