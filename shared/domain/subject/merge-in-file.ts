import { mergeSubject } from './merge-subject';
import { findSame, type SubjectCodes, subjectKeys } from './same-subject';
import type { SubjectEntry } from './subject-from-row';

export type FileEntry = SubjectEntry & { readonly rowNumber: number };

/** A row that went into an earlier one because both mean the same subject. */
export type RepeatedRow = { readonly rowNumber: number; readonly firstRowNumber: number };

export type FileMerge = {
  /** One entry a subject, in the order of first appearance; `rowNumber` is that of the first row. */
  readonly entries: readonly FileEntry[];
  readonly repeats: readonly RepeatedRow[];
};

/**
 * Unites the rows of one file that mean the same subject, by the rule of `mergeSubject`: the later row wins where
 * it says something. Every united row is reported.
 *
 * @example mergeInFile([{ rowNumber: 2, ...a }, { rowNumber: 9, ...a }]).repeats // [{ rowNumber: 9, firstRowNumber: 2 }]
 */
export function mergeInFile(rows: Iterable<FileEntry>): FileMerge {
  const entries: FileEntry[] = [];
  const repeats: RepeatedRow[] = [];
  const positions = new Map<string, number>();
  const lookup = (key: string): (SubjectCodes & { readonly position: number }) | undefined => {
    const position = positions.get(key);
    const entry = position === undefined ? undefined : entries[position];
    return entry && position !== undefined ? { ...codesOf(entry), position } : undefined;
  };
  for (const row of rows) {
    const position = findSame(row.draft, lookup)?.position ?? entries.length;
    const earlier = entries[position];
    const entry = earlier ? unite(earlier, row) : row;
    if (earlier) repeats.push({ rowNumber: row.rowNumber, firstRowNumber: earlier.rowNumber });
    entries[position] = entry;
    for (const key of subjectKeys(entry.draft)) positions.set(key, position);
  }
  return { entries, repeats };
}

function codesOf({ draft }: FileEntry): SubjectCodes {
  const { kind, uscc, idNumber, agentCertNo, agencyCode } = draft;
  return { kind, uscc, idNumber, agentCertNo, agencyCode };
}

function unite(earlier: FileEntry, later: FileEntry): FileEntry {
  const draft = mergeSubject(earlier.draft, later.change).merged;
  const kind = later.change.kind === null && earlier.change.kind === null ? null : draft.kind;
  return {
    rowNumber: earlier.rowNumber,
    draft,
    change: { ...draft, kind, status: later.change.status ?? earlier.change.status },
  };
}
