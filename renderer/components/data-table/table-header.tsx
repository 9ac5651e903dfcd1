// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table rows for what is out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active row
import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import css from './data-table.module.css';
import type { Column, Sort } from './table-types';
import type { ColumnLook } from './use-columns';

type TableHeaderProps<Row> = {
  readonly look: ColumnLook<Row>;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly selection: { readonly checked: boolean; readonly some: boolean; readonly onToggle: () => void } | null;
};

export function TableHeader<Row>({ look, sort, onSort, selection }: TableHeaderProps<Row>) {
  return (
    <div className={`${css.row} ${css.header}`} role="row">
      {selection ? (
        <div className={`${css.cell} ${css.check}`} role="columnheader">
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label="全选"
            checked={selection.checked}
            indeterminate={selection.some && !selection.checked}
            onChange={selection.onToggle}
          />
        </div>
      ) : null}
      {look.visible.map((column, at) => (
        <HeaderCell
          key={column.key}
          column={column}
          frozen={at === 0}
          sort={sort?.key === column.key ? sort : null}
          onSort={onSort}
          onResize={(width) => look.resize(column.key, width)}
        />
      ))}
    </div>
  );
}

type HeaderCellProps<Row> = {
  readonly column: Column<Row>;
  readonly frozen: boolean;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly onResize: (width: number) => void;
};

function HeaderCell<Row>({ column, frozen, sort, onSort, onResize }: HeaderCellProps<Row>) {
  // up, down, and back to the list's own order
  const next = (): Sort | null => {
    if (!sort) return { key: column.key, descending: false };
    return sort.descending ? null : { key: column.key, descending: true };
  };
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
  const spoken = sort ? (sort.descending ? 'descending' : 'ascending') : undefined;
  return (
    <div
      className={`${css.cell} ${css[column.align ?? 'left']} ${frozen ? css.frozen : ''}`}
      role="columnheader"
      tabIndex={-1}
      aria-sort={column.sort ? (spoken ?? 'none') : undefined}
    >
      {column.sort ? (
        <button type="button" className={css.sort} onClick={() => onSort(next())}>
          {column.header}
          {sort ? <Arrow size={13} stroke={2} aria-hidden /> : null}
        </button>
      ) : (
        <span className={css.clip}>{column.header}</span>
      )}
      <span className={css.grip} aria-hidden onPointerDown={(event) => drag(event, onResize)} />
    </div>
  );
}

/** Follows the pointer until it is let go. */
function drag(event: PointerEvent<HTMLElement>, onResize: (width: number) => void): void {
  event.preventDefault();
  const grip = event.currentTarget;
  const start = event.clientX;
  const width = grip.parentElement?.getBoundingClientRect().width ?? 0;
  grip.setPointerCapture(event.pointerId);
  const move = (moved: globalThis.PointerEvent) => onResize(width + moved.clientX - start);
  grip.addEventListener('pointermove', move);
  grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', move), { once: true });
}
