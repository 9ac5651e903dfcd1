import { Button, SegmentedControl } from '@mantine/core';
import { DatePickerInput, MonthPickerInput, YearPickerInput } from '@mantine/dates';
import { IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useExportDocument } from '../../api/export-document';
import { useToday } from '../../api/today';
import { JobProgress } from '../../components/job-progress';
import css from './report.module.css';
import type { Report } from './report-words';

type Period = 'month' | 'year';

/** Exports a ledger or a list; the period is chosen beside the button. */
export function ReportExport({ report }: { readonly report: Report }) {
  const today = useToday();
  const { run, busy, job } = useExportDocument();
  const periods = report.params
    .map(({ type }) => type)
    .filter((type): type is Period => type === 'month' || type === 'year');
  const [chosen, setChosen] = useState<Period | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const period = chosen ?? periods[0] ?? null;
  const date = picked ?? today;
  const key = report.params.find(({ type }) => type === period)?.key;
  const days = report.params.filter(({ type }) => type === 'date');
  const [chosenDays, setDays] = useState<Readonly<Record<string, string>>>({});
  // the first day proposed is that of this year, the last one is today
  const dayOf = (dayKey: string, at: number): string =>
    chosenDays[dayKey] ?? (at === 0 && days.length > 1 ? `${today.slice(0, 4)}-01-01` : today);
  const params = {
    ...(key && period ? { [key]: date.slice(0, period === 'month' ? 7 : 4) } : {}),
    ...Object.fromEntries(days.map((param, at) => [param.key, dayOf(param.key, at)])),
  };
  const change = (next: string | null) => next && setPicked(next);
  return (
    <div className={css.act}>
      {periods.length > 1 ? (
        <SegmentedControl
          aria-label={`${report.title}的期间`}
          data={[
            { value: 'month', label: '按月' },
            { value: 'year', label: '按年' },
          ]}
          value={period ?? 'month'}
          onChange={(next) => setChosen(next as Period)}
        />
      ) : null}
      {period === 'month' ? (
        <MonthPickerInput
          aria-label={`${report.title}的月份`}
          w={128}
          valueFormat="YYYY年M月"
          value={`${date.slice(0, 7)}-01`}
          maxDate={today}
          onChange={change}
        />
      ) : null}
      {period === 'year' ? (
        <YearPickerInput
          aria-label={`${report.title}的年度`}
          w={128}
          valueFormat="YYYY年"
          value={`${date.slice(0, 4)}-01-01`}
          maxDate={today}
          onChange={change}
        />
      ) : null}
      {days.map((param, at) => (
        <DatePickerInput
          key={param.key}
          aria-label={`${report.title}的${param.label}`}
          w={128}
          valueFormat="YYYY-MM-DD"
          value={dayOf(param.key, at)}
          maxDate={today}
          onChange={(next) => next && setDays({ ...chosenDays, [param.key]: next })}
        />
      ))}
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconTableExport size={16} stroke={1.5} />}
        aria-label={`导出${report.title}`}
        onClick={() => void run(report.id, params)}
      >
        导出…
      </Button>
      {job.state.phase === 'running' ? (
        <div className={css.progress}>
          <JobProgress job={job} label={`正在导出${report.title}`} kept="没有生成文件，也没有占用文号。" />
        </div>
      ) : null}
    </div>
  );
}
