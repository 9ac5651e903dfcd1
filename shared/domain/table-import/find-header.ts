import type { ColumnSpec } from './column-spec';
import { headerForms } from './header-text';
import { cellText, type ImportRow } from './import-cell';
import { aliasIndex } from './map-columns';

/** Titles, notes and units stand above a header; nobody puts more than this many lines of them. */
export const HEADER_SEARCH_ROWS = 30;

export type FoundHeader = {
  /** 0-based row of the (upper) header line. */
  readonly rowIndex: number;
  /** 2 when the header has two lines; data begin at rowIndex + rowCount. */
  readonly rowCount: 1 | 2;
  /** One text a column; the lines of a two-line header are joined with a line break. */
  readonly headerCells: readonly string[];
};

/**
 * Finds the header among the first rows by counting the fields it would map. A line of group titles above
 * (merged cells, which a reader shows as one text followed by empty cells) is joined when that maps more fields.
 *
 * @returns null when no row names at least two fields (or the only one there is)
 * @example findHeader([['某局监管对象表'], ['名称', '信用代码']], subjectColumns)?.rowIndex // 1
 */
export function findHeader(rows: readonly ImportRow[], specs: readonly ColumnSpec[]): FoundHeader | null {
  const index = aliasIndex(specs);
  const required = new Set(specs.filter((spec) => spec.required).map((spec) => spec.key));
  const enough = Math.min(2, specs.length);
  let best: FoundHeader | null = null;
  let bestScore = 0;
  const offer = (candidate: FoundHeader): void => {
    const keys = matchedKeys(candidate.headerCells, index);
    if (keys.size < enough) return;
    let score = 0;
    for (const [key, points] of keys) score += points + (required.has(key) ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  };
  const searched = Math.min(rows.length, HEADER_SEARCH_ROWS);
  for (let rowIndex = 0; rowIndex < searched; rowIndex++) {
    const line = (rows[rowIndex] ?? []).map(cellText);
    offer({ rowIndex, rowCount: 1, headerCells: line });
    const below = rowIndex + 1 < searched ? rows[rowIndex + 1] : undefined;
    if (below && line.some((text) => text !== '')) {
      offer({ rowIndex, rowCount: 2, headerCells: joinLines(line, below.map(cellText)) });
    }
  }
  return best;
}

/** Fields named by these texts with their weight; an exact name outweighs one found through its lower line. */
function matchedKeys(headerCells: readonly string[], index: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const text of headerCells) {
    if (text === '' || text.length > 100) continue;
    const { exact, similar } = headerForms(text);
    const byName = firstKey(exact, index);
    const key = byName ?? firstKey(similar, index);
    if (key !== undefined) keys.set(key, Math.max(keys.get(key) ?? 0, byName === undefined ? 3 : 4));
  }
  return keys;
}

function firstKey(forms: readonly string[], index: ReadonlyMap<string, string>): string | undefined {
  return forms.map((form) => index.get(form)).find((key) => key !== undefined);
}

/** An upper cell reaches to the right over empty cells as long as the lower line has its own titles there. */
function joinLines(upper: readonly string[], lower: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let group = '';
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const own = upper[column] ?? '';
    const under = lower[column] ?? '';
    if (own !== '') group = under === '' ? '' : own;
    else if (under === '') group = '';
    joined.push([own || group, under].filter((text) => text !== '').join('\n'));
  }
  return joined;
}
