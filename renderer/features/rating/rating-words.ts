import { subjectKindLabels } from '#shared/domain/subject/subject';
import type { RouteOutput } from '#shared/ipc/contract';

export type RatingRow = RouteOutput<'rating.list'>['rows'][number];
export type RatingPacks = RouteOutput<'rating.list-packs'>['packs'];
export type Why = RouteOutput<'rating.explain'>;
export type WhyLine = Why['lines'][number];
export type FactRef = WhyLine['facts'][number];
export type RunResult = RouteOutput<'rating.rate-all'>;
export type Mover = RunResult['moved'][number];

const kinds: Readonly<Record<string, string>> = subjectKindLabels;
export const kindWords = (kind: string): string => kinds[kind] ?? kind;

/** @example changeWords('B', 'C') // 'B → C' */
export const changeWords = (from: string | null, to: string): string =>
  from === null || from === to ? to : `${from} → ${to}`;

/** Office and number of the record that a point comes from, as it is quoted. */
export const sourceWords = ({ sourceOrg, sourceNo }: Pick<FactRef, 'sourceOrg' | 'sourceNo'>): string =>
  [sourceOrg, sourceNo].filter((part) => part !== '').join('　') || '来源未登记';
