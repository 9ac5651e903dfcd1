import { createContext, useContext } from 'react';
import type { RatingPack } from '#shared/domain/rating/pack';
import type { Catalogue } from './catalogue-fields';
import { getAt, type Path, pathOf } from './json-path';
import { plainMessage } from './pack-place';
import type { Problem } from './pack-words';

export type DraftScope = {
  readonly pack: RatingPack;
  readonly set: (path: Path, value: unknown) => void;
  /** For lists and choices that others hang on: always a step of its own. */
  readonly replace: (path: Path, value: unknown) => void;
  readonly catalogue: Catalogue;
  readonly problems: readonly Problem[];
};

const DraftContext = createContext<DraftScope | null>(null);
export const DraftProvider = DraftContext.Provider;

export function useDraftScope(): DraftScope {
  const scope = useContext(DraftContext);
  if (scope === null) throw new Error('a bound field stands outside the editor');
  return scope;
}

type Bound<T> = {
  readonly value: T | undefined;
  readonly set: (value: unknown) => void;
  readonly replace: (value: unknown) => void;
  /** The first problem at exactly this place. */
  readonly error: string | undefined;
  readonly path: Path;
};

/** One member of the draft, its writer and its problem. */
export function useAt<T>(place: string): Bound<T> {
  const { pack, set, replace, problems } = useDraftScope();
  const path = pathOf(place);
  const problem = problems.find((one) => one.path === place);
  return {
    value: getAt(pack, path) as T | undefined,
    set: (value) => set(path, value),
    replace: (value) => replace(path, value),
    error: problem && plainMessage(problem.message),
    path,
  };
}
