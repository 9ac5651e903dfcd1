import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useShortcut } from './ime';
import { KeyHint } from './text';

type PictureToggleProps = { readonly asTable: boolean; readonly onChange: (asTable: boolean) => void };

/** Every picture has its table one key away. One a page: the key belongs to it. */
export function PictureToggle({ asTable, onChange }: PictureToggleProps) {
  useShortcut('t', () => onChange(!asTable));
  const Icon = asTable ? IconChartBar : IconTable;
  return (
    <Button
      variant="subtle"
      size="xs"
      aria-pressed={asTable}
      leftSection={<Icon size={15} stroke={1.5} />}
      rightSection={<KeyHint keys="T" />}
      onClick={() => onChange(!asTable)}
    >
      {asTable ? '显示为图' : '显示为表'}
    </Button>
  );
}
