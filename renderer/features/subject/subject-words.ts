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

/** Expired counts before the state that was entered: it no longer takes part in the rating. */
export function factState(fact: FactRecord): { readonly label: string; readonly tone: StateTone } {
  const { state, expired } = fact;
  if (state === 'withdrawn') return { label: '已撤回', tone: 'off' };
  if (state === 'repaired') return { label: '已修复', tone: 'done' };
  if (expired) return { label: '已过有效期', tone: 'off' };
  return isReference(fact) ? { label: '仅供参考', tone: 'waiting' } : { label: '有效', tone: 'going' };
}

/** Another office's record that this office has not adopted: it does not count. */
export const isReference = ({ originOffice, adoptedOn }: FactRecord): boolean =>
  originOffice !== null && adoptedOn === null;

/** Where an entry of the story is kept; null when it has no page of its own. */
export function entryPath({ noun, opensId }: Pick<StoryEntry, 'noun' | 'opensId'>, subjectId: string): string | null {
  switch (noun) {
    case 'inspection':
      return `/inspections/${opensId}`;
    case 'review':
      return `/results/${opensId}`;
    case 'letter':
      return `/letters/${opensId}`;
    case 'rectification':
      return `/rectifications/${opensId}`;
    case 'rating':
      return `/ratings/${opensId}`;
    case 'dishonesty':
      return `/repairs/records/${opensId}`;
    case 'repair':
      return `/repairs/${opensId}`;
    case 'plan':
      return `/plans/${opensId}`;
    case 'fact':
      return `/subjects/${subjectId}?tab=facts`;
    default:
      return null;
  }
}
