import type { PackRow } from './pack-words';

export type Shown = 'used' | 'national' | 'local' | 'office' | 'draft' | 'all';

const NATIONAL = '全国';

/** Which packs a chip of the list shows. A pack may stand under several. */
export const shows: Record<Shown, (pack: PackRow) => boolean> = {
  used: ({ inForceFor }) => inForceFor.length > 0,
  national: ({ place, state }) => state === 'ready' && place === NATIONAL,
  local: ({ place, state, origin }) => state === 'ready' && place !== NATIONAL && origin !== 'office',
  office: ({ state, origin }) => state === 'ready' && origin === 'office',
  draft: ({ state }) => state === 'draft',
  all: () => true,
};

export const shownLabels: Record<Shown, string> = {
  all: '全部',
  used: '在用',
  national: '国家',
  local: '地方',
  office: '本局',
  draft: '草稿',
};

export const chipsOf = (packs: readonly PackRow[] | undefined) =>
  (Object.keys(shownLabels) as Shown[]).map((value) => ({
    value,
    label: shownLabels[value],
    count: packs?.filter(shows[value]).length,
  }));
