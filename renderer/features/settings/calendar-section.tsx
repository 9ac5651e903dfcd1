import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { EmptyState, QueryError } from '../../components/state-panels';
import { CalendarImport } from './calendar-import';
import css from './sections.module.css';

type Year = RouteOutput<'calendar.list-years'>['rows'][number];

const columns: readonly Column<Year>[] = [
  { key: 'year', header: '年份', width: 72, text: ({ year }) => String(year) },
  { key: 'workdays', header: '工作日', width: 72, align: 'right', text: ({ workdays }) => `${workdays} 天` },
  { key: 'offDays', header: '放假', width: 64, align: 'right', text: ({ offDays }) => `${offDays} 天` },
  { key: 'makeupDays', header: '调休上班', width: 84, align: 'right', text: ({ makeupDays }) => `${makeupDays} 天` },
  { key: 'source', header: '依据', width: 236, grow: true, text: ({ source }) => source },
  {
    key: 'origin',
    header: '来源',
    width: 128,
    text: ({ origin }) => (origin === 'imported' ? '本机导入' : '随程序提供'),
    render: ({ origin }) => (
      <StatePill
        label={origin === 'imported' ? '本机导入' : '随程序提供'}
        tone={origin === 'imported' ? 'done' : 'off'}
      />
    ),
  },
  { key: 'importedOn', header: '导入日期', width: 104, text: ({ importedOn }) => importedOn ?? '' },
  {
    key: 'people',
    header: '经办、复核',
    width: 130,
    text: ({ officer, confirmedBy }) => (officer ? `${officer}、${confirmedBy}` : ''),
  },
];

/** The years of the working-day calendar; terms in years that are not here are only estimated. */
export function CalendarSection() {
  const today = useToday();
  const { data, error } = useRoute('calendar.list-years', {});
  const [importing, setImporting] = useState(false);
  if (error) return <QueryError error={error} />;
  const next = Number(today.slice(0, 4)) + 1;
  const hasNext = data?.rows.some(({ year }) => year === next) ?? true;
  return (
    <div className={css.fill}>
      <div className={css.bar}>
        <h2>节假日</h2>
        <Button leftSection={<IconCalendarPlus size={16} stroke={1.5} />} onClick={() => setImporting(true)}>
          导入年份
        </Button>
      </div>
      <p className={css.hint}>
        {hasNext
          ? '工作日期限按下列年份计算；没有列出的年份只按周六、周日推算。'
          : `${next} 年节假日安排尚未导入，有关期限为推算。国务院办公厅通知公布后请及时导入。`}
      </p>
      <DataTable
        name="calendar-years"
        label="节假日"
        unit="年"
        columns={columns}
        rows={data?.rows}
        rowKey={({ year }) => String(year)}
        asOf={today}
        empty={<EmptyState icon={IconCalendarPlus} sentence="没有节假日安排，所有期限均为推算。" />}
      />
      {importing ? <CalendarImport year={next} onClose={() => setImporting(false)} /> : null}
    </div>
  );
}
