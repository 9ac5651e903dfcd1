import type { RouteOutput } from '#shared/ipc/contract';

export type Desk = RouteOutput<'evidence.list'>;
export type EvidenceItem = Desk['items'][number];
export type EvidenceCopy = EvidenceItem['copies'][number];
export type DeskOwner = { readonly table: Desk['record']['table']; readonly id: string };

/** Where the window finds a stored picture; only pictures are given out. */
export const pictureUrl = (sha256: string): string => `/evidence/${sha256}`;

/** `2026-11-20 09:08:07（+08:00）`. */
export function takenText({ takenAt, takenOffset }: Pick<EvidenceItem, 'takenAt' | 'takenOffset'>): string {
  if (takenAt === null) return '';
  return `${takenAt.replace('T', ' ')}（${takenOffset === null ? '相机时钟，未记时区' : takenOffset}）`;
}

export const isWarned = (item: EvidenceItem): boolean => item.warnings.some((warning) => warning.level === 'warn');

/** What a thumbnail says under its number. */
export const shortTime = (item: EvidenceItem): string =>
  (item.takenAt ?? item.obtainedAt).slice(0, 16).replace('T', ' ');
