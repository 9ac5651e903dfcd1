import { usePreference } from '../view-memory';
import type { Column } from './table-types';

type Look = { readonly widths: Readonly<Record<string, number>>; readonly shown: Readonly<Record<string, boolean>> };
const FRESH: Look = { widths: {}, shown: {} };
const CHECK = 40;

export type ColumnLook<Row> = {
  readonly visible: readonly Column<Row>[];
  readonly isShown: (column: Column<Row>) => boolean;
  readonly toggle: (column: Column<Row>) => void;
  readonly resize: (key: string, width: number) => void;
  readonly reset: () => void;
  /** For grid-template-columns. */
  readonly template: string;
  readonly minWidth: number;
};

/** Which columns are shown and how wide, remembered under the list's name. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[], selectable: boolean): ColumnLook<Row> {
  const [look, setLook] = usePreference<Look>(`columns:${name}`, FRESH);
  const isShown = (column: Column<Row>) => look.shown[column.key] ?? !column.hidden;
  // The first column names the row and cannot be hidden.
  const visible = columns.filter((column, at) => at === 0 || isShown(column));
  const widthOf = (column: Column<Row>) => look.widths[column.key] ?? column.width;
  const tracks = visible.map((column) => {
    const resized = look.widths[column.key] !== undefined;
    return column.grow && !resized ? `minmax(${column.width}px, 1fr)` : `${widthOf(column)}px`;
  });
  const stretches = tracks.some((track) => track.includes('1fr'));
  return {
    visible,
    isShown,
    toggle: (column) => setLook({ ...look, shown: { ...look.shown, [column.key]: !isShown(column) } }),
    resize: (key, width) =>
      setLook({ ...look, widths: { ...look.widths, [key]: Math.max(56, Math.min(800, Math.round(width))) } }),
    reset: () => setLook(FRESH),
    template: [...(selectable ? [`${CHECK}px`] : []), ...tracks, ...(stretches ? [] : ['1fr'])].join(' '),
    minWidth: visible.reduce((sum, column) => sum + widthOf(column), selectable ? CHECK : 0),
  };
}
