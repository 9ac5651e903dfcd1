import { Button, Popover } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useExportDocument } from '../api/export-document';
import { useToday } from '../api/today';
import css from './form-drawer.module.css';

type MonthExportProps = {
  /** Id of a ledger that is told the month. */
  readonly report: string;
  /** 导出整改台账 */
  readonly label: string;
};

/** A ledger of one month; this month is proposed. */
export function MonthExport({ report, label }: MonthExportProps) {
  const today = useToday();
  const [opened, setOpened] = useState(false);
  const [month, setMonth] = useState<string | null>(null);
  const { run, busy } = useExportDocument();
  const chosen = (month ?? today).slice(0, 7);
  const start = () => {
    setOpened(false);
    void run(report, { month: chosen });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus width={260}>
      <Popover.Target>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconTableExport size={16} stroke={1.5} />}
          onClick={() => setOpened(!opened)}
        >
          {label}…
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={css.form}>
          <MonthPickerInput
            label="月份"
            valueFormat="YYYY年M月"
            value={`${chosen}-01`}
            maxDate={today}
            popoverProps={{ withinPortal: false }}
            onChange={(value) => setMonth(value)}
          />
          <Button onClick={start}>{label}</Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
