import { DataTable } from '../data-table/data-table';
import type { Column } from '../data-table/table-types';
import css from './import.module.css';
import type { RowProblem } from './import-words';

const fixColumn: Column<RowProblem> = {
  key: 'fix',
  header: '建议改为',
  width: 180,
  text: ({ fix }) => fix ?? '',
  render: ({ fix }) => (fix ? <span className={css.fix}>{fix}</span> : null),
};

const columnsOf = (remarks: boolean): readonly Column<RowProblem>[] => [
  {
    key: 'row',
    header: '行',
    width: 72,
    align: 'right',
    text: ({ rowNumber }) => String(rowNumber),
    sort: (a, b) => a.rowNumber - b.rowNumber,
  },
  {
    key: 'column',
    header: '列',
    width: 160,
    sort: true,
    text: ({ columnLetter, header }) => [columnLetter, header].filter(Boolean).join(' ') || '整行',
  },
  { key: 'value', header: '内容', width: 180, text: ({ value }) => value },
  {
    key: 'message',
    header: remarks ? '说明' : '问题',
    width: 280,
    grow: true,
    sort: true,
    text: ({ message }) => message,
  },
  ...(remarks ? [] : [fixColumn]),
];

type ImportProblemsProps = {
  readonly name: string;
  readonly label: string;
  readonly problems: readonly RowProblem[];
  /** Taken all the same: nothing to correct. */
  readonly remarks?: boolean;
};

/** Row by row what is wrong, where, and what it should probably be. */
export function ImportProblems({ name, label, problems, remarks = false }: ImportProblemsProps) {
  return (
    <DataTable
      name={name}
      label={label}
      columns={columnsOf(remarks)}
      rows={problems}
      rowKey={({ rowNumber, columnLetter, message }) => `${rowNumber} ${columnLetter} ${message}`}
      maxHeight={remarks ? 220 : 400}
      empty={null}
    />
  );
}
