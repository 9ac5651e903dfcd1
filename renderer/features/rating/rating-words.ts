import { subjectKindLabels } from '#shared/domain/subject/subject';
import type { RouteOutput } from '#shared/ipc/contract';

export type RatingRow = RouteOutput<'rating.list'>['rows'][number];
export type RatingPacks = RouteOutput<'rating.list-packs'>['packs'];
export type Why = RouteOutput<'rating.explain'>;
export type Simulation = RouteOutput<'rating.simulate'>;
/** What a stored rating and a simulated one tell alike. */
export type WhyView = Pick<Why, keyof Why & keyof Simulation> & { readonly scoreThousandths: number };
export type WhyLine = Why['lines'][number];
export type TreeNode = Why['tree'][number];
export type FactRef = WhyLine['facts'][number];
export type MoveCause = Why['causes'][number];

const kinds: Readonly<Record<string, string>> = subjectKindLabels;
export const kindWords = (kind: string): string => kinds[kind] ?? kind;

/** @example changeWords('B', 'C') // 'B → C' */
export const changeWords = (from: string | null, to: string): string =>
  from === null || from === to ? to : `${from} → ${to}`;

/** Office and number of the record that a point comes from, as it is quoted. */
export const sourceWords = ({ sourceOrg, sourceNo }: Pick<FactRef, 'sourceOrg' | 'sourceNo'>): string =>
  [sourceOrg, sourceNo].filter((part) => part !== '').join('　') || '来源未登记';

/** Whose record it is and who answered for it, where that is not the subject and this office. */
export const originWords = ({ via, office }: Pick<FactRef, 'via' | 'office'>): string =>
  [via ? `来自${via}` : '', office ? `采信自${office}` : ''].filter(Boolean).join('　');

/** A record of the what-if page that exists nowhere: there is nothing to open. */
export const isSupposed = ({ factId }: Pick<FactRef, 'factId'>): boolean => factId.startsWith('~');
