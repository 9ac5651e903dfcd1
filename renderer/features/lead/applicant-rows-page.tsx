import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { type Handling, handlingLabels, handlings } from '#shared/domain/filing/codes';
import { formatRate } from '#shared/domain/filing/filing';
import { useListRows } from '../../api/list-rows';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { thousands } from '../../components/words';
import { recordedText } from './applicant-page';
import { filingColumns } from './filing-columns';
import { HandlingForm, type HandlingTarget } from './handling-form';
import { type ApplicantRow, registerPath, rowsPath } from './lead-words';

/** `/leads/applicants/rows?applicant=…`: the notified applications of one applicant. */
export function ApplicantRowsPage() {
  const applicant = useSearchParams()[0].get('applicant') ?? '';
  const found = useRoute('filing.list-applicants', { applicant, limit: 1 });
  const [row] = found.data?.rows ?? [];
  if (row) return <Rows row={row} />;
  return (
    <Page>
      <PageHeader title="申请人" back={{ to: '/leads/applicants', label: '申请人统计' }} />
      {found.error ? <QueryError error={found.error} /> : null}
      {found.isPending ? <Loading /> : null}
      {found.data ? (
        <EmptyState
          sentence="没有这个申请人的通报记录，可能已随导入撤销。"
          action={
            <Button variant="default" component={Link} to="/leads/applicants">
              返回申请人统计
            </Button>
          }
        />
      ) : null}
    </Page>
  );
}

function Rows({ row }: { readonly row: ApplicantRow }) {
  const today = useToday();
  const [chip, setChip] = useState<Handling | 'all'>('all');
  const [target, setTarget] = useState<HandlingTarget | null>(null);
  const record = useAction('filing.record-fact', { done: () => '已登记为信用信息，重新评价后计入' });
  const list = useListRows('filing.list', {
    kind: 'abnormal_patent',
    applicant: row.applicant,
    ...(chip === 'all' ? {} : { handling: chip }),
  });
  const open = row.notified - row.explained - row.withdrawn;
  const counts: Record<Handling | 'all', number> = {
    all: row.notified,
    notified: open,
    explained: row.explained,
    withdrawn: row.withdrawn,
  };
  return (
    <Page kind="list">
      <PageHeader
        title={row.name}
        back={{ to: '/leads/applicants', label: '申请人统计' }}
        purpose={`被通报 ${thousands(row.notified)} 件，已撤回 ${thousands(row.withdrawn)} 件，撤回率 ${formatRate(row.ratePerMille)}　计入评价：${recordedText(row)}`}
        actions={
          <>
            {row.withdrawn < row.notified ? (
              <Button variant="default" onClick={() => setTarget({ applicant: row.applicant })}>
                登记全部处理情况
              </Button>
            ) : null}
            {row.subjectId ? (
              <Button
                disabled={row.recorded?.current === true}
                loading={record.busy}
                leftSection={<IconChartBar size={16} stroke={1.5} />}
                onClick={() => void record.run({ applicant: row.applicant })}
              >
                {row.recorded ? '更新评价用统计' : '计入评价'}
              </Button>
            ) : (
              <Button component={Link} to={registerPath(row.name, row.code, rowsPath(row.applicant))}>
                登记为监管对象
              </Button>
            )}
          </>
        }
      />
      <DataTable
        name="applicant-rows"
        label="被通报的申请"
        unit="件"
        columns={list.columns(filingColumns('abnormal_patent', []))}
        rows={list.rows}
        rowKey={({ id }) => id}
        asOf={today}
        chips={
          <FilterChips<Handling | 'all'>
            label="处理情况"
            value={chip}
            onChange={setChip}
            chips={(['all', ...handlings] as const).map((value) => ({
              value,
              label: value === 'all' ? '全部' : handlingLabels[value],
              count: counts[value],
            }))}
          />
        }
        bulk={(rows, clear) => (
          <>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setTarget({ ids: rows.map(({ id }) => id) });
                clear();
              }}
            >
              登记处理情况
            </Button>
          </>
        )}
        empty={<EmptyState sentence="没有这样的申请。" />}
      />
      {target ? <HandlingForm target={target} onClose={() => setTarget(null)} /> : null}
    </Page>
  );
}
