import * as z from 'zod';
import type { LoadedPack } from './load-packs';

export type PackSummary = {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly title: string;
  readonly place: string;
  readonly status: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  /** How many of its rules nobody has checked against the original text. */
  readonly unverified: number;
  readonly file: string;
  readonly sha256: string;
};

/** What every kind of pack has at its head. */
const head = z.looseObject({
  id: z.string(),
  version: z.number(),
  title: z.string().default(''),
  place: z.string().default('全国'),
  status: z.string().default('official'),
  effectiveFrom: z.string().nullable().default(null),
  effectiveTo: z.string().nullable().default(null),
});

export function describePack(kind: string, pack: LoadedPack<unknown>): PackSummary {
  const { id, version, title, place, status, effectiveFrom, effectiveTo } = head.parse(pack.value);
  const unverified = countUnverified(pack.value);
  return {
    id,
    kind,
    version,
    title: title || id,
    place,
    status,
    effectiveFrom,
    effectiveTo,
    unverified,
    file: pack.file,
    sha256: pack.sha256,
  };
}

function countUnverified(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countUnverified(item), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'verified' && item === false ? 1 : countUnverified(item)),
    0,
  );
}
