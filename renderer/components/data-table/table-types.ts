import type { ReactNode } from 'react';
import type { RowPages } from '../../api/pages';

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  /** Pixels at 100 %; the officer may change it. */
  readonly width: number;
  /** Takes a share of the width that is left. */
  readonly grow?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  /** What copying, sorting and a screen reader see. */
  readonly text: (row: Row) => string;
  /** What is shown, when it is more than the text. */
  readonly render?: (row: Row) => ReactNode;
  /** Sortable. A list in memory is sorted by the table: `true` by the text, or by a function. A list in pages
   * is sorted by the engine: give `true` and use `sort`/`onSort`. */
  readonly sort?: true | ((a: Row, b: Row) => number);
  /** Hidden until it is chosen. */
  readonly hidden?: boolean;
};

export type Sort = { readonly key: string; readonly descending: boolean };

export type DataTableProps<Row> = {
  /** Remembers widths, columns, sort and place under this name. */
  readonly name: string;
  /** What the list holds, for screen readers: 监管对象. */
  readonly label: string;
  /** The first column stays in sight. */
  readonly columns: readonly Column<Row>[];
  /** A list in memory (`undefined` while loading) or the pages of a route. */
  readonly rows: readonly Row[] | undefined | RowPages<Row>;
  readonly rowKey: (row: Row) => string;
  /** Enter and double click. */
  readonly onOpen?: (row: Row) => void;
  /** Click, and moving while `peeking`. */
  readonly onPeek?: (row: Row) => void;
  readonly peeking?: boolean;
  /** With it rows can be selected: buttons for the selected rows. */
  readonly bulk?: (rows: readonly Row[], clear: () => void) => ReactNode;
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort | null) => void;
  readonly filter?: {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly placeholder: string;
  };
  /** Filter chips, above the table at the left. */
  readonly chips?: ReactNode;
  readonly empty: ReactNode;
  /** Instead of `empty`, when a filter hides everything. */
  readonly emptyFiltered?: ReactNode;
  /** `数据截至` in the footer. */
  readonly asOf?: string | null;
  /** 户, 条, 件. */
  readonly unit?: string;
  /** Takes the height of its content, at most this many pixels: for tables inside a section. */
  readonly maxHeight?: number;
};
