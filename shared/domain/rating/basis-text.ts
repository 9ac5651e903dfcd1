import type { BasisEntry, RatingPack } from './pack';

/** @example basisText(entry) // '《专利代理管理办法》第四十条' */
function basisText(entry: BasisEntry): string {
  const number = entry.number === null ? '' : `（${entry.number}）`;
  return `${entry.document}${number}${entry.article}`;
}

/** The texts of the cited entries, in the order of the citation. */
export function basisTexts(pack: RatingPack, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const entry = pack.bases.find((basis) => basis.id === id);
    return entry === undefined ? [] : [basisText(entry)];
  });
}
