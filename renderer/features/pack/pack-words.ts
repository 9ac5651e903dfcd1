import { packStatusLabels } from '#shared/domain/catalogue/labels';
import type { Relation } from '#shared/domain/rating/fact';
import type { RatingPack } from '#shared/domain/rating/pack';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import type { RouteOutput } from '#shared/ipc/contract';
import type { StateTone } from '../../components/pill';

export type PackRow = RouteOutput<'pack.list'>['packs'][number];
export type PackFile = RouteOutput<'pack.get'>;
export type PackKey = Pick<PackRow, 'packId' | 'version'>;
export type Check = RouteOutput<'pack.check'>;
export type Problem = Check['problems'][number];
export type Activation = RouteOutput<'pack.list-activations'>['rows'][number];
export type Difference = PackFile['differences'][number];
export type DryRun = RouteOutput<'pack.dry-run'>;
export type Mover = DryRun['moved'][number];
export type Tried = RouteOutput<'pack.try'>;

/** The content of a version. The engine and the editor keep its form; a draft may still miss members. */
export const packOf = (content: unknown): RatingPack => content as RatingPack;

const statuses: Readonly<Record<string, string>> = packStatusLabels;
const kinds: Readonly<Record<string, string>> = subjectKindLabels;

export const statusWords = (status: string): string => statuses[status] ?? status;
export const kindWords = (kind: string): string => kinds[kind] ?? kind;
export const kindsWords = (codes: readonly string[]): string => codes.map(kindWords).join('、');

export const originLabels: Record<PackRow['origin'], string> = {
  shipped: '随程序提供',
  office: '本局编制',
  imported: '外局导入',
};

export const relationLabels: Record<'self' | Relation, string> = {
  self: '本单位',
  agents: '所属代理师',
  branches: '分支机构',
};

export const activationLabels: Record<Activation['state'], string> = {
  proposed: '已申请',
  approved: '已批准',
  rejected: '已退回',
};
export const activationTones: Record<Activation['state'], StateTone> = {
  proposed: 'waiting',
  approved: 'done',
  rejected: 'off',
};

type State = { readonly label: string; readonly tone: StateTone };

/** Where a version stands today, as a verb in the past. */
export function packState(pack: PackRow, today: string): State {
  if (pack.state === 'draft') return { label: '已起草', tone: 'going' };
  if (pack.inForceFor.length > 0) return { label: '已启用', tone: 'done' };
  if (pack.effectiveTo !== null && pack.effectiveTo < today) return { label: '已失效', tone: 'off' };
  return { label: '未启用', tone: 'waiting' };
}

export const versionWords = ({ version }: { readonly version: number }): string => `第 ${version} 版`;
export const packLink = ({ packId, version }: PackKey): string => `/packs/${packId}/${version}`;
export const keyOf = ({ packId, version }: PackKey): string => `${packId}/${version}`;

/** 2023-05-01 起 / 2023-05-01 至 2026-12-31 */
export const termWords = (from: string, to: string | null): string => (to === null ? `${from} 起` : `${from} 至 ${to}`);

/** The sentence of a dry run. @example dryRunWords({ rated: 2140, moved: 37, unrated: 0 }) */
export function dryRunWords({ rated, moved, unrated }: Activation['dryRun'] | DryRunCounts): string {
  const first = unrated > 0 ? `，另有 ${unrated} 户首次评价` : '';
  const count = String(rated).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${count} 户中 ${moved} 户等级变动${first}`;
}
type DryRunCounts = { readonly rated: number; readonly moved: number; readonly unrated: number };

/** The figures of a dry run; who is rated for the first time has not moved. */
export const countsOf = ({ rated, moved, unrated }: DryRun): DryRunCounts => ({
  rated,
  unrated,
  moved: moved.filter(({ from }) => from !== null).length,
});
