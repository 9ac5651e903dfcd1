import { AppError, type FieldProblem } from '#shared/kernel/errors';
import { CellNote, type CellParser, CellRefusal, type ColumnSpec, type RecordOf } from './column-spec';
import { aliasKeys, headerKey } from './header-text';
import { cellText, type ImportRow, MAX_CELL_CHARACTERS } from './import-cell';
import type { ColumnMapping } from './map-columns';
import { headerColumn, type SkipReason, skipReason } from './skip-row';

/** One thing wrong with one cell. `column` is 0-based; −1 when the file has no such column. */
export type RowProblem = {
  readonly key: string;
  readonly column: number;
  readonly columnLetter: string;
  readonly header: string;
  /** At most 60 characters, personal data masked. */
  readonly value: string;
  readonly message: string;
  /** The value that would be accepted, when there is one obvious candidate. */
  readonly fix: string | null;
};

export type RowResult<Row> =
  | { readonly kind: 'record'; readonly record: Row; readonly notes: readonly RowProblem[] }
  | { readonly kind: 'problems'; readonly problems: readonly RowProblem[] }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

type CompiledColumn = {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly column: number;
  readonly columnLetter: string;
  readonly header: string;
  readonly parse: CellParser<unknown>;
  readonly mask: ((value: string) => string) | undefined;
};

const NO_NOTES: readonly RowProblem[] = [];

/**
 * Prepares the reading of rows once, so that each row costs only its cells. The returned function never throws.
 *
 * @throws AppError bad_input when a required column is missing, naming it
 * @example compileRowParser(mapping, subjectColumns)(['甲公司', '91330100799655058B']).kind // 'record'
 */
export function compileRowParser<const Specs extends readonly ColumnSpec[]>(
  mapping: ColumnMapping,
  specs: Specs,
): (cells: ImportRow) => RowResult<RecordOf<Specs>> {
  if (mapping.missingRequired.length > 0) {
    const names = mapping.missingRequired.map(({ label }) => `“${label}”`).join('、');
    throw new AppError('bad_input', `文件缺少必需的列${names}，请补上这些列，或在列对应中指定。`);
  }
  const columns = specs.map((spec) => compileColumn(spec, mapping));
  const headerColumns = columns
    .filter(({ column }) => column >= 0)
    .map(({ column, key, header }) => {
      const spec = specs.find((candidate) => candidate.key === key);
      return headerColumn(column, [headerKey(header), ...aliasKeys(spec?.label ?? '', spec?.aliases ?? [])]);
    })
    .sort((a, b) => a.column - b.column);

  // A copy of a complete record keeps its shape; growing one key by key costs as much as the parsing.
  const blank = Object.fromEntries(columns.map(({ key }) => [key, null]));

  return (cells) => {
    const reason = skipReason(cells, headerColumns);
    if (reason !== null) return { kind: 'skipped', reason };
    const record: Record<string, unknown> = { ...blank };
    let problems: RowProblem[] | null = null;
    let notes: RowProblem[] | null = null;
    for (const column of columns) {
      const value = readCell(column, cells);
      if (value instanceof CellRefusal) {
        problems = problems ?? [];
        problems.push(problemAt(column, cells, value.message, value.fix));
      } else if (value instanceof CellNote) {
        notes = notes ?? [];
        notes.push(problemAt(column, cells, value.message, null));
        record[column.key] = value.value;
      } else {
        record[column.key] = value;
      }
    }
    if (problems !== null) return { kind: 'problems', problems };
    // Every spec's parser has filled its own key with its own type.
    return { kind: 'record', record: record as RecordOf<Specs>, notes: notes ?? NO_NOTES };
  };
}

/**
 * Puts the findings of a rule over the whole record (`path` = field key) at their cells, so that they can be
 * reported and handed back like those of single cells.
 *
 * @example locateProblems(checkSubject(draft), mapping, subjectColumns(), cells)
 */
export function locateProblems(
  problems: readonly FieldProblem[],
  mapping: ColumnMapping,
  specs: readonly ColumnSpec[],
  cells: ImportRow,
): readonly RowProblem[] {
  return problems.map(({ path, message }) => {
    const spec = specs.find((candidate) => candidate.key === path);
    const target = spec ? compileColumn(spec, mapping) : null;
    if (target) return problemAt(target, cells, message, null);
    return { key: path, column: -1, columnLetter: '', header: path, value: '', message, fix: null };
  });
}

function compileColumn(spec: ColumnSpec, mapping: ColumnMapping): CompiledColumn {
  const found = mapping.columns.find(({ key }) => key === spec.key);
  const header = found?.header ?? spec.label;
  return {
    key: spec.key,
    label: spec.label,
    required: spec.required,
    column: found?.column ?? -1,
    columnLetter: found?.columnLetter ?? '',
    header,
    parse: spec.parserFor?.(header) ?? spec.parse,
    mask: spec.mask,
  };
}

function readCell(column: CompiledColumn, cells: ImportRow): unknown {
  const cell = column.column < 0 ? null : (cells[column.column] ?? null);
  if (cell === null) return column.required ? emptyRefusal(column) : null;
  const text = cellText(cell);
  if ((typeof cell === 'object' && 'error' in cell) || (text.charCodeAt(0) === 35 && FORMULA_ERROR.test(text))) {
    return new CellRefusal(`这一格的公式出错（${text}），请改成实际内容。`, null);
  }
  if (text === '' || (text.length <= 4 && PLACEHOLDER.test(text))) return column.required ? emptyRefusal(column) : null;
  if (text.length > MAX_CELL_CHARACTERS) {
    return new CellRefusal(
      `这一格有 ${text.length} 个字，超过 ${MAX_CELL_CHARACTERS} 个字的上限，请缩短，或作为附件保存。`,
      null,
    );
  }
  return column.parse(text, cell);
}

/** What people type to say that there is nothing. */
const PLACEHOLDER = /^(?:[/\\—–_-]{1,4}|无|暂无|null|n\/a|nan)$/i;
const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/i;

function emptyRefusal(column: CompiledColumn): CellRefusal {
  return new CellRefusal(`“${column.label}”必须填写，请补上。`, null);
}

function problemAt(column: CompiledColumn, cells: ImportRow, message: string, fix: string | null): RowProblem {
  const text = column.column < 0 ? '' : cellText(cells[column.column]);
  const shown = column.mask ? column.mask(text) : text;
  return {
    key: column.key,
    column: column.column,
    columnLetter: column.columnLetter,
    header: column.header,
    value: shown.length > 60 ? `${shown.slice(0, 60)}…` : shown,
    message,
    fix,
  };
}
