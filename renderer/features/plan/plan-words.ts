import { subjectKindLabels } from '#shared/domain/subject/subject';
import type { RouteInput, RouteOutput } from '#shared/ipc/contract';
import type { StateTone } from '../../components/pill';

export type PlanRow = RouteOutput<'plan.list'>['plans'][number];
export type PlanFile = RouteOutput<'plan.get'>;
export type PlanPreview = RouteOutput<'plan.preview'>;
export type PlanInput = RouteInput<'plan.preview'>;
export type Stratum = PlanPreview['strata'][number];
export type Exclusion = PlanPreview['exclusions'][number];
export type FreezeRow = RouteOutput<'plan.list-freezes'>['freezes'][number];
export type FreezeFile = RouteOutput<'plan.get-freeze'>;
export type Visit = RouteOutput<'plan.list-visits'>['rows'][number];

export const planStateLabels: Record<PlanRow['state'], string> = { drawn: '已抽取', void: '已作废' };
export const planStateTones: Record<PlanRow['state'], StateTone> = { drawn: 'done', void: 'grave' };

export const freezeStateLabels: Record<FreezeRow['state'], string> = {
  frozen: '待抽取',
  drawn: '已抽取',
  discarded: '已停用',
};
export const freezeStateTones: Record<FreezeRow['state'], StateTone> = {
  frozen: 'waiting',
  drawn: 'done',
  discarded: 'off',
};

/** `全年` or `第 3 批`. */
export const scopeWords = ({ batchNo }: { readonly batchNo: number | null }): string =>
  batchNo === null ? '全年' : `第 ${batchNo} 批`;

export const visitStates = ['planned', 'inspected', 'cancelled'] as const satisfies readonly Visit['state'][];
export const visitStateLabels: Record<Visit['state'], string> = {
  planned: '待检查',
  inspected: '已检查',
  cancelled: '已取消',
};
export const visitStateTones: Record<Visit['state'], StateTone> = {
  planned: 'waiting',
  inspected: 'done',
  cancelled: 'off',
};

/** A visit whose day went by without a check. */
export const isLate = ({ state, date }: Pick<Visit, 'state' | 'date'>, today: string): boolean =>
  state === 'planned' && date < today;

/** The state as it stands today, with its look. */
export const visitPill = (visit: Pick<Visit, 'state' | 'date'>, today: string) =>
  isLate(visit, today)
    ? ({ label: '过期未查', tone: 'warn' } as const)
    : { label: visitStateLabels[visit.state], tone: visitStateTones[visit.state] };

const kinds: Readonly<Record<string, string>> = subjectKindLabels;
export const kindWords = (kind: string): string => kinds[kind] ?? kind;

export const officerWords = (visit: Pick<Visit, 'officers'>): string =>
  visit.officers.length === 0 ? '没有排到人员' : visit.officers.map(({ name }) => name).join('、');

/** Where a check of this visit begins. */
export const startPath = ({ subjectId, id }: Pick<Visit, 'subjectId' | 'id'>): string =>
  `/inspections/new?subject=${encodeURIComponent(subjectId)}&visit=${encodeURIComponent(id)}`;
