import { AppError } from '#shared/kernel/errors';
import type { ColumnSpec } from './column-spec';
import { aliasKeys, headerForms } from './header-text';
import { columnLetter } from './import-cell';

export type MatchConfidence = 'exact' | 'similar' | 'manual';

export type FileColumn = { readonly column: number; readonly columnLetter: string; readonly header: string };

export type MappedColumn = FileColumn & {
  readonly key: string;
  readonly label: string;
  readonly confidence: MatchConfidence;
};

/** Which column of the file feeds which field. Plain JSON, so a page can show and store it. */
export type ColumnMapping = {
  readonly columns: readonly MappedColumn[];
  readonly unmapped: readonly FileColumn[];
  readonly missingRequired: readonly { readonly key: string; readonly label: string }[];
  /** Further columns that claim a field which already has one; their cells are not read. */
  readonly duplicates: readonly {
    readonly key: string;
    readonly label: string;
    readonly ignored: readonly FileColumn[];
  }[];
};

/** The officer's own choice: column index (0 = A) → field key, or null for "do not import". */
export type MappingOverrides = Readonly<Record<number, string | null>>;

/**
 * Finds the field of every header: the officer's choice first, then exact names, then similar ones, left to
 * right. The first column of a field wins; later ones are reported as duplicates.
 *
 * @throws AppError bad_input when an override names an unknown field or column, or one field twice
 * @example mapColumns(['企业名称', '统一社会信用代码'], subjectColumns).columns[1]?.key // 'uscc'
 */
export function mapColumns(
  headerCells: readonly string[],
  specs: readonly ColumnSpec[],
  overrides: MappingOverrides = {},
): ColumnMapping {
  checkOverrides(headerCells, specs, overrides);
  const byAlias = aliasIndex(specs);
  const chosen: (Match | null)[] = headerCells.map((_, index) => {
    const key = overrides[index];
    return key == null ? null : { key, confidence: 'manual' };
  });
  const extra = new Map<string, number[]>();
  const taken = new Set(chosen.flatMap((match) => (match ? [match.key] : [])));
  for (const confidence of ['exact', 'similar'] as const) {
    headerCells.forEach((header, index) => {
      if (chosen[index] || overrides[index] === null) return;
      if ([...extra.values()].some((columns) => columns.includes(index))) return;
      const key = headerForms(header)
        [confidence].map((form) => byAlias.get(form))
        .find((found) => found !== undefined);
      if (key === undefined) return;
      if (taken.has(key)) {
        if (confidence === 'exact') extra.set(key, [...(extra.get(key) ?? []), index]);
        return;
      }
      taken.add(key);
      chosen[index] = { key, confidence };
    });
  }
  return describe(headerCells, specs, chosen, extra);
}

/** Alias form → field key; a form claimed by two fields belongs to the first. */
export function aliasIndex(specs: readonly ColumnSpec[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const spec of specs) {
    for (const form of aliasKeys(spec.label, spec.aliases)) if (!index.has(form)) index.set(form, spec.key);
  }
  return index;
}

type Match = { readonly key: string; readonly confidence: MatchConfidence };

function describe(
  headerCells: readonly string[],
  specs: readonly ColumnSpec[],
  chosen: readonly (Match | null)[],
  extra: ReadonlyMap<string, readonly number[]>,
): ColumnMapping {
  const labels = new Map(specs.map((spec) => [spec.key, spec.label]));
  const fileColumn = (index: number): FileColumn => ({
    column: index,
    columnLetter: columnLetter(index),
    header: headerCells[index] ?? '',
  });
  const duplicateColumns = new Set([...extra.values()].flat());
  const columns: MappedColumn[] = [];
  const unmapped: FileColumn[] = [];
  chosen.forEach((match, index) => {
    if (match) columns.push({ ...fileColumn(index), ...match, label: labels.get(match.key) ?? match.key });
    else if (!duplicateColumns.has(index) && (headerCells[index] ?? '').trim() !== '') unmapped.push(fileColumn(index));
  });
  const mapped = new Set(columns.map(({ key }) => key));
  return {
    columns,
    unmapped,
    missingRequired: specs
      .filter((spec) => spec.required && !mapped.has(spec.key))
      .map(({ key, label }) => ({ key, label })),
    duplicates: [...extra].map(([key, indexes]) => ({
      key,
      label: labels.get(key) ?? key,
      ignored: indexes.map(fileColumn),
    })),
  };
}

function checkOverrides(
  headerCells: readonly string[],
  specs: readonly ColumnSpec[],
  overrides: MappingOverrides,
): void {
  const known = new Map(specs.map((spec) => [spec.key, spec.label]));
  const seen = new Map<string, number>();
  for (const [position, key] of Object.entries(overrides)) {
    const index = Number(position);
    if (!Number.isInteger(index) || index < 0 || index >= headerCells.length) {
      throw new AppError('bad_input', `指定的第 ${index + 1} 列在文件中不存在，请重新选择列。`);
    }
    if (key === null) continue;
    const label = known.get(key);
    if (label === undefined) throw new AppError('bad_input', `没有名为“${key}”的字段，请重新选择字段。`);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const letters = `${columnLetter(earlier)} 列和 ${columnLetter(index)} 列`;
      throw new AppError('bad_input', `${letters}都指定为“${label}”，请只保留一列。`);
    }
    seen.set(key, index);
  }
}
