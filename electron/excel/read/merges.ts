import type { Cell, ReadOptions, Row } from './table';
import { streamEntry, type ZipEntry, type ZipFile } from './zip';

/** Columns from 0, rows from 1, ends included. */
type MergedRange = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

const maxRanges = 10_000;
const overlap = 256;
const mergeTag =
  /<(?:[\w.-]+:)?mergeCell\s[^>]*?ref\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})["'][^>]*>/g;

/** Merged ranges that begin at or above `lastRow`. They stand behind the rows, so the whole sheet passes by. */
export async function readMerges(
  zip: ZipFile,
  entry: ZipEntry,
  lastRow: number,
  options: Pick<ReadOptions, 'isCancelled'>,
): Promise<readonly MergedRange[]> {
  const ranges: MergedRange[] = [];
  let behindData = false;
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of streamEntry(zip, entry, { isCancelled: options.isCancelled })) {
    let bytes = Buffer.concat([rest, piece]);
    if (!behindData) {
      const at = closingAt(bytes);
      behindData = at >= 0;
      if (behindData) bytes = bytes.subarray(at);
    }
    if (!behindData) {
      rest = bytes.subarray(Math.max(0, bytes.length - overlap));
      continue;
    }
    const text = bytes.toString('latin1');
    let done = Math.max(0, bytes.length - overlap);
    for (const match of text.matchAll(mergeTag)) {
      const range = {
        left: column(match[1]),
        top: Number(match[2]),
        right: column(match[3]),
        bottom: Number(match[4]),
      };
      if (range.top <= lastRow && ranges.length < maxRanges) ranges.push(range);
      done = Math.max(done, match.index + match[0].length);
    }
    rest = bytes.subarray(done);
  }
  return ranges;
}

/** Where `</sheetData>` stands, with or without a prefix; not the opening tag. */
function closingAt(bytes: Buffer): number {
  let at = bytes.indexOf('sheetData>');
  while (at >= 0 && !/<\/(?:[\w.-]+:)?$/.test(bytes.toString('latin1', Math.max(0, at - 64), at)))
    at = bytes.indexOf('sheetData>', at + 1);
  return at;
}

function column(letters = ''): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 0x40;
  return index - 1;
}

/** Repeats the value of each merged cell over its range. */
export function spreadMerges(rows: readonly Row[], ranges: readonly MergedRange[]): readonly Row[] {
  const wide = new Map<number, Cell[]>(rows.map((row) => [row.number, [...row.cells]]));
  for (const { top, left, bottom, right } of ranges) {
    const value = wide.get(top)?.[left] ?? null;
    if (value === null || right - left >= 16_384) continue;
    for (const row of rows) {
      const cells = row.number >= top && row.number <= bottom ? wide.get(row.number) : undefined;
      if (!cells) continue;
      while (cells.length < left) cells.push(null);
      for (let index = left; index <= right; index++) cells[index] = value;
    }
  }
  return rows.map((row) => ({ number: row.number, cells: wide.get(row.number) ?? row.cells }));
}
