import { Button } from '@mantine/core';
import { IconFileExport, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { formatRate } from '#shared/domain/filing/filing';
import { useExportDocument } from '../../api/export-document';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Facts } from '../../components/facts';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { usePasteToImport } from '../../components/paste-to-import';
import { PeekDrawer } from '../../components/peek-drawer';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { thousands } from '../../components/words';
import css from './lead.module.css';
import { type ApplicantRow, rowsPath } from './lead-words';

const figure = (key: 'notified' | 'explained' | 'withdrawn', header: string): Column<ApplicantRow> => ({
  key,
  header,
  width: 92,
  align: 'right',
  text: (row) => thousands(row[key]),
  sort: (a, b) => a[key] - b[key],
});

const columns: readonly Column<ApplicantRow>[] = [
  { key: 'name', header: '申请人', width: 280, grow: true, sort: true, text: (row) => row.name },
  figure('notified', '被通报'),
  figure('explained', '已说明'),
  figure('withdrawn', '已撤回'),
  {
    key: 'rate',
    header: '撤回率',
    width: 92,
    align: 'right',
    text: (row) => formatRate(row.ratePerMille),
    sort: (a, b) => (a.ratePerMille ?? -1) - (b.ratePerMille ?? -1),
  },
  { key: 'last', header: '最近通报', width: 104, sort: true, text: (row) => row.lastNotifiedOn },
  { key: 'recorded', header: '计入评价', width: 104, sort: true, text: (row) => recordedText(row) },
  { key: 'code', header: '统一社会信用代码', width: 176, text: (row) => row.code ?? '', hidden: true },
  { key: 'first', header: '最早通报', width: 104, sort: true, text: (row) => row.firstNotifiedOn, hidden: true },
];

export function recordedText({ recorded, subjectId }: Pick<ApplicantRow, 'recorded' | 'subjectId'>): string {
  if (recorded) return recorded.current ? '已计入' : '待更新';
  return subjectId ? '未计入' : '未登记主体';
}

/** Who was notified of how many applications, and what became of them; every figure opens its rows. */
export function ApplicantPage() {
  const navigate = useNavigate();
  usePasteToImport('/leads/import');
  const today = useToday();
  const [chip, setChip] = useRemembered<'all' | 'open'>('applicant:chip', 'all');
  const [query, setQuery] = useRemembered('applicant:query', '');
  const [peeked, setPeeked] = useState<ApplicantRow | null>(null);
  const document = useExportDocument();
  const filter = { openOnly: chip === 'open', ...(query.trim() ? { query: query.trim() } : {}) };
  const list = useListRows('filing.list-applicants', filter);
  const sums = useRoute('filing.list-applicants', { ...filter, limit: 1 }, { keepPrevious: true }).data?.sums;
  return (
    <Page kind="list">
      <PageHeader
        title="申请人统计"
        back={{ to: '/leads', label: '预警' }}
        purpose={
          sums ? (
            <span className={css.sums}>
              <Sum label="被通报" value={`${thousands(sums.notified)} 件`} />
              <Sum label="已说明" value={`${thousands(sums.explained)} 件`} />
              <Sum label="已撤回" value={`${thousands(sums.withdrawn)} 件`} />
              <Sum label="撤回率" value={formatRate(sums.ratePerMille)} />
              <span>撤回率 = 已撤回 ÷ 被通报</span>
            </span>
          ) : (
            '撤回率 = 已撤回 ÷ 被通报。'
          )
        }
        actions={
          <Button
            variant="default"
            loading={document.busy}
            leftSection={<IconFileExport size={16} stroke={1.5} />}
            onClick={() => void document.run('filing-applicants')}
          >
            导出统计表
          </Button>
        }
      />
      <DataTable
        name="filing-applicants"
        label="申请人"
        unit="户"
        columns={list.columns(columns)}
        rows={list.rows}
        rowKey={(row) => row.applicant}
        asOf={today}
        onOpen={(row) => navigate(rowsPath(row.applicant))}
        onPeek={setPeeked}
        peeking={peeked !== null}
        filter={{ value: query, onChange: setQuery, placeholder: '申请人名称、代码' }}
        chips={
          <FilterChips
            label="范围"
            value={chip}
            onChange={setChip}
            chips={[
              { value: 'all', label: '全部' },
              { value: 'open', label: '有未处理的' },
            ]}
          />
        }
        empty={
          <EmptyState
            sentence={chip === 'open' ? '没有尚未处理的申请。' : '还没有非正常专利申请通报名单。'}
            action={
              chip === 'open' ? undefined : (
                <Button
                  variant="default"
                  component={Link}
                  to="/leads/import"
                  leftSection={<IconTableImport size={16} stroke={1.5} />}
                >
                  导入名单
                </Button>
              )
            }
          />
        }
        emptyFiltered={<EmptyState sentence="没有符合条件的申请人，请放宽筛选。" />}
      />
      {peeked ? <Peek row={peeked} onClose={() => setPeeked(null)} /> : null}
    </Page>
  );
}

const Sum = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <span>
    {label}
    <strong>{value}</strong>
  </span>
);

function Peek({ row, onClose }: { readonly row: ApplicantRow; readonly onClose: () => void }) {
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={row.name}
      actions={
        <Button variant="default" component={Link} to={rowsPath(row.applicant)}>
          查看全部申请
        </Button>
      }
    >
      <Facts
        columns={2}
        items={[
          { label: '被通报', value: `${thousands(row.notified)} 件` },
          { label: '已说明', value: `${thousands(row.explained)} 件` },
          { label: '已撤回', value: `${thousands(row.withdrawn)} 件` },
          { label: '撤回率', value: formatRate(row.ratePerMille) },
          { label: '最早通报', value: row.firstNotifiedOn },
          { label: '最近通报', value: row.lastNotifiedOn },
          { label: '统一社会信用代码', value: row.code, wide: true },
          {
            label: '计入评价',
            value: recordedText(row),
            wide: true,
            source: row.recorded
              ? `登记时 ${thousands(row.recorded.applications)} 件，已撤回 ${thousands(row.recorded.withdrawn)} 件`
              : undefined,
          },
        ]}
      />
    </PeekDrawer>
  );
}
