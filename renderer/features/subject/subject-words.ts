import type { RouteOutput } from '#shared/ipc/contract';
import type { StateTone } from '../../components/pill';

export type SubjectRow = RouteOutput<'subject.list'>['rows'][number];
export type SubjectFile = RouteOutput<'subject.get'>;
export type StoryEntry = SubjectFile['timeline'][number];
export type FactRecord = RouteOutput<'fact.list'>['rows'][number];
export type CatalogueItem = RouteOutput<'fact.list-catalogue'>['items'][number];

type Lane = StoryEntry['lane'];
/** The three parts of supervision. */
export const laneLabels: Record<Lane, string> = { before: '事前', during: '事中', after: '事后' };
export const lanes: readonly Lane[] = ['before', 'during', 'after'];

const STATUS_TONES: Readonly<Record<string, StateTone>> = {
  active: 'done',
  suspended: 'warn',
  cancelled: 'off',
  revoked: 'grave',
  moved_out: 'off',
};
export const statusTone = (status: string): StateTone => STATUS_TONES[status] ?? 'off';

/** The code by which the subject is known. */
export const codeOf = ({ uscc, agencyCode }: Pick<SubjectRow, 'uscc' | 'agencyCode'>): string =>
  uscc ?? agencyCode ?? '';

/** 整改 2 · 失信 1, or nothing. */
export const openWords = ({ openRectifications, activeDishonesty }: SubjectRow): string =>
  [openRectifications > 0 ? `整改 ${openRectifications}` : '', activeDishonesty > 0 ? `失信 ${activeDishonesty}` : '']
    .filter(Boolean)
    .join(' · ');

/** Where an entry of the story is kept; null when it is shown on the subject's own page. */
export function entryPath(entry: Pick<StoryEntry, 'noun' | 'id'>, subjectId: string): string | null {
  switch (entry.noun) {
    case 'inspection':
      return `/inspections/${entry.id}`;
    case 'visit':
      return `/inspections/new?visit=${entry.id}`;
    case 'rectification':
      return `/rectifications/${entry.id}`;
    case 'rating':
      return `/ratings/${entry.id}`;
    case 'dishonesty':
      return `/dishonesty/${entry.id}`;
    case 'repair':
      return `/repairs/${entry.id}`;
    case 'fact':
      return `/subjects/${subjectId}?tab=facts`;
    case 'plan':
      return `/plans/${entry.id}`;
    default:
      return null;
  }
}
