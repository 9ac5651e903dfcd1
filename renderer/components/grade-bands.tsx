import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../api/queries';

export type RatingPacks = RouteOutput<'rating.list-packs'>['packs'];
type Grade = RatingPacks[number]['grades'][number];

/** The look of a grade, as its pack gives it. */
export type GradeBand = { readonly name: string; readonly symbol: string; readonly color: string };

export type Bands = {
  readonly packs: RatingPacks;
  readonly titleOf: (packId: string) => string;
  /** The look of a grade; without a pack the first one that knows the code. */
  readonly bandOf: (code: string, packId?: string) => GradeBand | undefined;
  /** How a grade is called: as its pack names it, or by its letter. */
  readonly nameOf: (code: string, packId?: string) => string;
};

export const toBand = ({ name, symbol, colour }: Grade): GradeBand => ({ name, symbol, color: colour });

/** @example gradeWords('B') // 'B 级'; a pack may name its grades otherwise */
export const gradeWords = (code: string): string => (/^[A-Z]\+?$/.test(code) ? `${code} 级` : code);

/** One pack an id, of its newest version: older ones stay at hand to explain what they once rated. */
export const newestOf = (packs: RatingPacks): RatingPacks =>
  packs.filter(({ id, version }) => !packs.some((other) => other.id === id && other.version > version));

function bandsOf(all: RatingPacks): Bands {
  const packs = newestOf(all);
  const bandOf: Bands['bandOf'] = (code, packId) => {
    const own = packs.filter(({ id }) => packId === undefined || id === packId);
    const found = own.flatMap(({ grades }) => grades).find((grade) => grade.code === code);
    return found && toBand(found);
  };
  return {
    packs,
    titleOf: (packId) => packs.find(({ id }) => id === packId)?.title ?? packId,
    bandOf,
    nameOf: (code, packId) => bandOf(code, packId)?.name ?? gradeWords(code),
  };
}

const Context = createContext<Bands>(bandsOf([]));

/** Lets every grade below be shown as the packs of this office word and colour it. */
export function GradeBandsProvider({ children }: { readonly children: ReactNode }) {
  const packs = useRoute('rating.list-packs', {}).data?.packs;
  const bands = useMemo(() => bandsOf(packs ?? []), [packs]);
  return <Context.Provider value={bands}>{children}</Context.Provider>;
}

/** Names and symbols of the grades, as the packs word them. */
export const useBands = (): Bands => useContext(Context);
