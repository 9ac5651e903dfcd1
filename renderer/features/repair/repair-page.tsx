import { Button, Tabs } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { MonthExport } from '../../components/month-export';
import { Page, PageHeader } from '../../components/page';
import { ReadyPanel } from './ready-panel';
import { RecordsPanel } from './records-panel';
import css from './repair.module.css';
import { RepairsPanel } from './repairs-panel';

const TABS = ['records', 'ready', 'repairs'] as const;
type Tab = (typeof TABS)[number];

/** Records of dishonesty, what may be repaired, and the repairs in hand. */
export function RepairPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const tab: Tab = TABS.find((value) => value === params.get('tab')) ?? 'records';
  const ready = useRoute('repair.list-ready', {}).data?.rows.length;
  const labels: Record<Tab, string> = {
    records: '失信记录',
    ready: ready ? `可修复和即将可修复（${ready}）` : '可修复和即将可修复',
    repairs: '修复办理',
  };
  return (
    <Page kind="list">
      <PageHeader
        title="失信与修复"
        purpose="失信行为的认定记录、可以修复的时间和修复的办理。"
        actions={
          <>
            <MonthExport report="repair-ledger" label="导出修复台账" />
            <Button
              leftSection={<IconFilePlus size={16} stroke={1.5} />}
              onClick={() => navigate('/repairs/records/new')}
            >
              登记失信记录
            </Button>
          </>
        }
      />
      <Tabs value={tab} onChange={(value) => setParams(value && value !== 'records' ? { tab: value } : {})}>
        <Tabs.List aria-label="失信与修复">
          {TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {labels[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div className={css.panel} role="tabpanel" aria-label={labels[tab]}>
        {tab === 'records' ? <RecordsPanel /> : null}
        {tab === 'ready' ? <ReadyPanel /> : null}
        {tab === 'repairs' ? <RepairsPanel /> : null}
      </div>
    </Page>
  );
}
