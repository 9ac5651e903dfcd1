import { maskIdNumber } from '#shared/domain/subject/id-number';
import { PRACTICE_MARK } from '../paper/page';
import { type ListColumn, type ListValue, writeList } from '../write/list-writer';
import type { Issue, ReportContext } from './definition';

/** A row as the store gives it. */
export type Row = Readonly<Record<string, string | number | null>>;

export const column = (header: string, width: number, kind: ListColumn['kind'] = 'text', wrap = false): ListColumn => ({
  header,
  width,
  kind,
  wrap,
});

export const label = (labels: Readonly<Record<string, string>>, code: string | number | null | undefined): string =>
  code === null || code === undefined ? '' : (labels[String(code)] ?? String(code));

/** The code that names it; of a person the masked number. */
export const identity = (row: Row): string =>
  String(row['uscc'] ?? (row['id_number'] ? maskIdNumber(String(row['id_number'])) : ''));
export const value = (row: Row, key: string): ListValue => row[key] ?? null;
export const score = (row: Row): ListValue => (typeof row['score'] === 'number' ? row['score'] / 1000 : null);

type ListSpec = {
  readonly sheetName: string;
  readonly title: string;
  readonly columns: readonly ListColumn[];
  readonly rows: () => Iterable<Row>;
  readonly cells: (row: Row) => readonly ListValue[];
  readonly expected?: number;
};

/** Writes a register with the list writer; rows stream through. */
export async function writeRegister(
  path: string,
  spec: ListSpec,
  context: ReportContext,
  issue: Issue,
): Promise<number> {
  const { frame } = issue;
  const note = [
    context.practice ? PRACTICE_MARK : '',
    context.office.name,
    frame.asOf,
    frame.chain,
    '证件号码和联系电话已按规定遮盖',
  ];
  const result = await writeList(path, {
    sheetName: spec.sheetName,
    title: spec.title,
    headerNote: note.filter((text) => text !== '').join('　'),
    columns: spec.columns,
    rows: mapped(spec.rows(), spec.cells),
    ...(spec.expected === undefined ? {} : { expectedRows: spec.expected }),
    onProgress: (rows) => issue.progress('写入名册', rows, spec.expected ?? null),
    isCancelled: issue.isCancelled,
  });
  return result.rows;
}

function* mapped(rows: Iterable<Row>, cells: (row: Row) => readonly ListValue[]): Generator<readonly ListValue[]> {
  for (const row of rows) yield cells(row);
}
