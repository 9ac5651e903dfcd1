import { Button, Tabs } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router-dom';
import { Page, PageHeader } from '../../components/page';
import { IssuedTable } from './issued-table';
import css from './report.module.css';
import { ReportList } from './report-list';

/** Everything that can be written to Excel, and the register of what was. */
export function ReportPage() {
  const [params, setParams] = useSearchParams();
  const tab = params.get('tab') === 'issued' ? 'issued' : 'list';
  return (
    <Page kind={tab === 'issued' ? 'list' : 'plain'}>
      <PageHeader
        title="报表"
        purpose="全部 Excel 文书和台账；每份导出都登记文号和校验值。"
        actions={
          <Button component={Link} to="/reports/statistics" leftSection={<IconChartBar size={16} stroke={1.5} />}>
            查看统计
          </Button>
        }
      />
      <Tabs
        className={tab === 'issued' ? (css.fill ?? '') : ''}
        value={tab}
        keepMounted={false}
        onChange={(next) => setParams(next === 'issued' ? { tab: next } : {}, { replace: true })}
      >
        <Tabs.List className={css.tabs ?? ''}>
          <Tabs.Tab value="list">导出</Tabs.Tab>
          <Tabs.Tab value="issued">出具登记</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <ReportList />
        </Tabs.Panel>
        <Tabs.Panel value="issued" className={css.fill ?? ''}>
          <IssuedTable />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
