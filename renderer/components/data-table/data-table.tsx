// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table rows for what is out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active row
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useId, useRef, useState } from 'react';
import { copyRows } from '../clipboard';
import { useShortcut } from '../ime';
import { Loading, QueryError } from '../state-panels';
import { useRemembered } from '../view-memory';
import { thousands } from '../words';
import css from './data-table.module.css';
import { useRowSource } from './row-source';
import { BulkBar, Footer, Toolbar } from './table-bars';
import { TableHeader } from './table-header';
import type { Column, DataTableProps, Sort } from './table-types';
import { useColumns } from './use-columns';
import { useGridKeys } from './use-grid-keys';
import { useSelection } from './use-selection';

const ROW = 36;
const HEADER = 36;

/** The list of every list page; see `Column` and `DataTableProps`. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, columns, rowKey, onOpen, onPeek, bulk, unit = '条', filter, maxHeight } = props;
  const id = useId();
  const [ownSort, setOwnSort] = useRemembered<Sort | null>(`${name}:sort`, null);
  const sort = props.sort === undefined ? ownSort : props.sort;
  const source = useRowSource(props.rows, columns, sort);
  const look = useColumns(name, columns, bulk !== undefined);
  const selection = useSelection(rowKey);
  const [said, setSaid] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);

  const virtual = useVirtualizer({
    count: source.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: HEADER,
    paddingStart: HEADER,
    // the last rows stay in sight above the bar of bulk actions
    paddingEnd: selection.rows.length > 0 ? 72 : 0,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = source;
  useEffect(() => show(first, last), [show, first, last]);
  useScrollMemory(name, scroller, source.total > 0);

  const copy = async (all: boolean) => {
    const active = source.rowAt(keys.active);
    const chosen = selection.rows.length > 0 ? selection.rows : active ? [active] : [];
    const rows = all ? await source.all() : chosen;
    copyRows([look.visible.map((c) => c.header), ...rows.map((row) => look.visible.map((c) => c.text(row)))]);
    setSaid(`已复制 ${thousands(rows.length)} ${unit}，可粘贴到 Excel`);
  };
  const onRow = (index: number, act: ((row: Row) => void) | undefined) => {
    const row = source.rowAt(index);
    if (row !== undefined) act?.(row);
  };
  const selectAll = async () => {
    if (bulk) selection.set(selection.rows.length === source.total ? [] : await source.all());
  };
  const keys = useGridKeys({
    total: source.total,
    perPage: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2),
    scrollTo: (index) => virtual.scrollToIndex(index),
    onMove: (index) => props.peeking && onRow(index, onPeek),
    onOpen: (index) => onRow(index, onOpen),
    onSelect: (index) => bulk && onRow(index, selection.toggle),
    onSelectAll: () => void selectAll(),
    onCopy: () => void copy(false),
  });
  useShortcut('/', () => filterInput.current?.focus(), filter !== undefined);

  const nothing = source.total === 0 && !source.loading && !source.error;
  const rowId = (index: number) => `${id}-${index}`;
  const sizes = { '--columns': look.template, '--least': `${look.minWidth}px` } as CSSProperties;
  const least = nothing ? 220 : source.total === 0 ? 120 : 0;
  // inside a section the height is that of the rows, with room for a scroll bar below them
  const height = maxHeight ? { maxHeight, minHeight: least } : undefined;

  return (
    <div className={`${css.table} ${maxHeight ? css.inner : ''}`}>
      {maxHeight && !filter && !props.chips ? null : (
        <Toolbar
          columns={columns}
          look={look}
          chips={props.chips}
          filter={filter}
          filterRef={filterInput}
          onLeaveFilter={() => scroller.current?.focus()}
          onCopyAll={() => void copy(true)}
        />
      )}
      <div className={css.frame}>
        <div
          ref={scroller}
          className={css.scroller}
          style={height ? { ...sizes, ...height } : sizes}
          role="grid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={source.total + 1}
          aria-multiselectable={bulk !== undefined}
          aria-activedescendant={source.total > 0 ? rowId(keys.active) : undefined}
          onKeyDown={keys.onKeyDown}
        >
          <div className={css.sheet} style={{ height: Math.max(virtual.getTotalSize(), HEADER) }}>
            <TableHeader
              look={look}
              sort={sort}
              onSort={props.onSort ?? setOwnSort}
              selection={
                bulk
                  ? {
                      checked: source.total > 0 && selection.rows.length === source.total,
                      some: selection.rows.length > 0,
                      onToggle: () => void selectAll(),
                    }
                  : null
              }
            />
            {items.map(({ index, start }) => {
              const row = source.rowAt(index);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself has the keys
                <div
                  key={index}
                  id={rowId(index)}
                  role="row"
                  tabIndex={-1}
                  aria-rowindex={index + 2}
                  aria-selected={row !== undefined && selection.has(row)}
                  className={`${css.row} ${css.line} ${index === keys.active ? css.active : ''}`}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => {
                    keys.setActive(index);
                    onRow(index, onPeek);
                  }}
                  onDoubleClick={() => onRow(index, onOpen)}
                >
                  {bulk ? (
                    <div className={`${css.cell} ${css.check}`} role="gridcell">
                      {row === undefined ? null : (
                        <Checkbox
                          size="xs"
                          tabIndex={-1}
                          aria-label="选择"
                          checked={selection.has(row)}
                          onClick={(event) => event.stopPropagation()}
                          onChange={() => selection.toggle(row)}
                        />
                      )}
                    </div>
                  ) : null}
                  {look.visible.map((column, at) => (
                    <Cell key={column.key} column={column} row={row} frozen={at === 0} />
                  ))}
                </div>
              );
            })}
          </div>
          {source.loading ? <Loading /> : null}
          {source.error ? (
            <div className={css.problem}>
              <QueryError error={source.error} />
            </div>
          ) : null}
          {nothing ? (
            <div className={css.nothing}>{filter?.value ? (props.emptyFiltered ?? props.empty) : props.empty}</div>
          ) : null}
        </div>
        {bulk && selection.rows.length > 0 ? (
          <BulkBar count={selection.rows.length} unit={unit} onClear={selection.clear}>
            {bulk(selection.rows, selection.clear)}
          </BulkBar>
        ) : null}
      </div>
      {maxHeight ? null : <Footer total={source.total} unit={unit} asOf={props.asOf} said={said} />}
    </div>
  );
}

type CellProps<Row> = { readonly column: Column<Row>; readonly row: Row | undefined; readonly frozen: boolean };

function Cell<Row>({ column, row, frozen }: CellProps<Row>) {
  const text = row === undefined ? '' : column.text(row);
  return (
    <div
      className={`${css.cell} ${css[column.align ?? 'left']} ${frozen ? css.frozen : ''}`}
      role="gridcell"
      tabIndex={-1}
    >
      {row === undefined ? (
        <span className={css.waiting} />
      ) : (
        <span className={css.clip} title={text}>
          {column.render ? column.render(row) : text}
        </span>
      )}
    </div>
  );
}

/** The list opens where it was left. */
function useScrollMemory(name: string, scroller: React.RefObject<HTMLDivElement | null>, filled: boolean): void {
  const [place, setPlace] = useRemembered(`${name}:place`, 0);
  const restored = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    if (!element || !filled || restored.current) return;
    restored.current = true;
    element.scrollTop = place;
  }, [scroller, filled, place]);
  useEffect(() => {
    const element = scroller.current;
    return () => {
      if (element) setPlace(element.scrollTop);
    };
  }, [scroller, setPlace]);
}
