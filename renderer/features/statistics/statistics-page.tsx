import { ActionIcon, Alert, Button } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconLock, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { monthOf, monthZh, shiftMonth } from '#shared/domain/statistics/month';
import { useExportDocument } from '../../api/export-document';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { PictureToggle } from '../../components/picture-toggle';
import { StatePill } from '../../components/pill';
import { Loading, QueryError } from '../../components/state-panels';
import { CorrectionPanel } from './correction-panel';
import { FigureTable } from './figure-table';
import { FreezeForm } from './freeze-form';
import { FreezePanel } from './freeze-panel';
import { Pictures } from './pictures';
import { PlanTable } from './plan-table';
import { SplitTable } from './split-table';
import css from './statistics.module.css';
import { type Scope, stateLabels } from './statistics-words';

/** The figures of a month, each opening its records; frozen months as they were frozen. */
export function StatisticsPage() {
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const [asTable, setAsTable] = useState(false);
  const [freezing, setFreezing] = useState(false);
  const { run, busy } = useExportDocument();
  const month = params.get('month') ?? shiftMonth(monthOf(today), -1);
  const scope: Scope = params.get('scope') === 'year' ? 'year' : 'month';
  const go = (next: { month?: string; scope?: Scope }) =>
    setParams({ month: next.month ?? month, scope: next.scope ?? scope }, { replace: true });
  const { data, error } = useRoute('statistics.overview', { month, scope }, { keepPrevious: true });
  const frozen = data?.state === 'frozen';
  return (
    <Page>
      <PageHeader
        title="统计"
        purpose="每个数都能点开看到是哪些记录；月份冻结以后不再变动，以后的改动列为更正。"
        back={{ to: '/reports', label: '报表' }}
        badges={data ? <StatePill label={stateLabels[data.state]} tone={frozen ? 'done' : 'waiting'} /> : null}
        actions={
          <>
            <Button component={Link} to="/reports/exchange" variant="default">
              对外报送
            </Button>
            <Button
              variant="default"
              loading={busy}
              leftSection={<IconTableExport size={16} stroke={1.5} />}
              onClick={() => void run('monthly-statistics', { month })}
            >
              导出统计月报…
            </Button>
            {data?.state === 'ready' ? (
              <Button leftSection={<IconLock size={16} stroke={1.5} />} onClick={() => setFreezing(true)}>
                冻结{monthZh(month)}
              </Button>
            ) : null}
          </>
        }
      />
      <div className={css.period}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="上一月"
          onClick={() => go({ month: shiftMonth(month, -1) })}
        >
          <IconChevronLeft size={16} stroke={1.5} />
        </ActionIcon>
        <MonthPickerInput
          aria-label="月份"
          w={140}
          valueFormat="YYYY年M月"
          value={`${month}-01`}
          maxDate={today}
          onChange={(next) => next && go({ month: next.slice(0, 7) })}
        />
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="下一月"
          disabled={month >= monthOf(today)}
          onClick={() => go({ month: shiftMonth(month, 1) })}
        >
          <IconChevronRight size={16} stroke={1.5} />
        </ActionIcon>
        <FilterChips<Scope>
          label="期间"
          value={scope}
          onChange={(next) => go({ scope: next })}
          chips={[
            { value: 'month', label: '本月' },
            { value: 'year', label: '1 月至本月' },
          ]}
        />
        <span className={css.toggle}>
          <PictureToggle asTable={asTable} onChange={setAsTable} />
        </span>
      </div>
      {error ? <QueryError error={error} /> : null}
      {!data && !error ? <Loading label="正在统计" /> : null}
      {data ? (
        <>
          {data.definitions.verified ? null : (
            <Alert color="yellow" icon={<IconAlertTriangle size={18} stroke={1.5} />} title="统计口径未经官方文本核实">
              {data.definitions.note}
            </Alert>
          )}
          <FigureTable overview={data} scope={scope} />
          <CorrectionPanel month={month} frozen={frozen} />
          <Pictures overview={data} asTable={asTable} scope={scope} />
          <SplitTable month={month} scope={scope} />
          <PlanTable year={Number(month.slice(0, 4))} />
          {data.freeze ? <FreezePanel month={month} freeze={data.freeze} /> : null}
        </>
      ) : null}
      <FreezeForm month={month} opened={freezing} onClose={() => setFreezing(false)} />
    </Page>
  );
}
