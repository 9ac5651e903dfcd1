import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconColumns3, IconCopy, IconSearch, IconX } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { KeyHint } from '../text';
import { thousands } from '../words';
import css from './data-table.module.css';
import type { Column, DataTableProps } from './table-types';
import type { ColumnLook } from './use-columns';

type ToolbarProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly look: ColumnLook<Row>;
  readonly chips: ReactNode;
  readonly filter: DataTableProps<Row>['filter'];
  readonly filterRef: RefObject<HTMLInputElement | null>;
  readonly onLeaveFilter: () => void;
  readonly onCopyAll: () => void;
};

export function Toolbar<Row>({ columns, look, chips, filter, filterRef, onLeaveFilter, onCopyAll }: ToolbarProps<Row>) {
  return (
    <div className={css.toolbar}>
      <div className={css.chips}>{chips}</div>
      <div className={css.tools}>
        {filter ? (
          <TextInput
            ref={filterRef}
            className={css.filter ?? ''}
            aria-label="筛选"
            placeholder={filter.placeholder}
            value={filter.value}
            leftSection={<IconSearch size={15} stroke={1.5} />}
            rightSection={filter.value ? <ClearButton onClick={() => filter.onChange('')} /> : <KeyHint keys="/" />}
            onChange={(event) => filter.onChange(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') filter.value ? filter.onChange('') : onLeaveFilter();
              else if (event.key === 'ArrowDown' || event.key === 'Enter') onLeaveFilter();
              else return;
              event.preventDefault();
            }}
          />
        ) : null}
        <Tooltip label="复制全部到剪贴板，可粘贴到 Excel">
          <Button variant="default" leftSection={<IconCopy size={15} stroke={1.5} />} onClick={onCopyAll}>
            复制
          </Button>
        </Tooltip>
        <Menu closeOnItemClick={false}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconColumns3 size={15} stroke={1.5} />}>
              列
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {columns.slice(1).map((column) => (
              <Menu.CheckboxItem key={column.key} checked={look.isShown(column)} onChange={() => look.toggle(column)}>
                {column.header}
              </Menu.CheckboxItem>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={look.reset}>恢复默认的列和列宽</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}

function ClearButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <ActionIcon size="sm" aria-label="清除筛选" onClick={onClick}>
      <IconX size={14} stroke={1.5} />
    </ActionIcon>
  );
}

type BulkBarProps = {
  readonly count: number;
  readonly unit: string;
  readonly onClear: () => void;
  readonly children: ReactNode;
};

export function BulkBar({ count, unit, onClear, children }: BulkBarProps) {
  return (
    <section className={css.bulk} aria-label="对选中的行">
      <span>
        已选 <strong>{thousands(count)}</strong> {unit}
      </span>
      {children}
      <Button variant="subtle" onClick={onClear}>
        取消选择
      </Button>
    </section>
  );
}

type FooterProps = {
  readonly total: number;
  readonly unit: string;
  readonly asOf: string | null | undefined;
  readonly said: string;
};

export function Footer({ total, unit, asOf, said }: FooterProps) {
  return (
    <div className={css.footer}>
      <span>
        共 {thousands(total)} {unit}
      </span>
      {asOf ? <span>数据截至 {asOf}</span> : null}
      <span className={css.said} role="status">
        {said || '↑↓ 移动　Enter 打开　Ctrl+C 复制'}
      </span>
    </div>
  );
}
