import { Button } from '@mantine/core';
import { IconFileExport, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { type ReviewTab, reviewTabLabels, reviewTabs } from '#shared/domain/review/review';
import { useExportDocument } from '../../api/export-document';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { PublishForm } from './publish-form';
import { reviewColumns } from './review-columns';
import type { ReviewRow } from './review-words';

const SENTENCES: Record<ReviewTab, string> = {
  unentered: '没有等待录入的检查结果。检查办结后在这里录入。',
  waiting: '没有等待审核的检查结果。',
  returned: '没有被退回的检查结果。',
  published: '还没有公示的检查结果。',
  overdue: '没有逾期未公示的检查结果。',
};

/** The register of results: entered by one, approved by another, public in time. */
export function ReviewPage() {
  const navigate = useNavigate();
  const today = useToday();
  const [tab, setTab] = useRemembered<ReviewTab>('review:tab', 'unentered');
  const [query, setQuery] = useRemembered('review:query', '');
  const [publishing, setPublishing] = useState<readonly ReviewRow[] | null>(null);
  const document = useExportDocument();
  const list = useListRows('review.list', { tab, ...(query.trim() ? { query: query.trim() } : {}) });
  const counts = useRoute('review.count', {}, { keepPrevious: true }).data?.counts;
  return (
    <Page kind="list">
      <PageHeader
        title="检查结果"
        purpose="检查办结后录入结果，由未参加检查的人员审核，按期公示。"
        back={{ to: '/inspections', label: '检查' }}
        actions={
          <>
            <Button variant="default" component={Link} to="/letters" leftSection={<IconMail size={16} stroke={1.5} />}>
              函件
            </Button>
            <Button
              variant="default"
              loading={document.busy}
              leftSection={<IconFileExport size={16} stroke={1.5} />}
              onClick={() => void document.run('inspection-results')}
            >
              导出结果登记表…
            </Button>
          </>
        }
      />
      <DataTable
        name="review"
        label="检查结果"
        unit="件"
        columns={list.columns(reviewColumns)}
        rows={list.rows}
        rowKey={(row) => row.inspectionId}
        asOf={today}
        onOpen={(row) => navigate(`/results/${row.inspectionId}`)}
        filter={{ value: query, onChange: setQuery, placeholder: '检查对象、记录编号' }}
        chips={
          <FilterChips
            label="状态"
            chips={reviewTabs.map((value) => ({ value, label: reviewTabLabels[value], count: counts?.[value] }))}
            value={tab}
            onChange={setTab}
          />
        }
        {...(tab === 'waiting'
          ? {
              bulk: (rows: readonly ReviewRow[]) => (
                <Button size="xs" onClick={() => setPublishing(rows)}>
                  审核通过并公示
                </Button>
              ),
            }
          : {})}
        empty={<EmptyState sentence={SENTENCES[tab]} />}
        emptyFiltered={<EmptyState sentence="没有符合条件的检查结果，请放宽筛选。" />}
      />
      {publishing ? <PublishForm rows={publishing} onClose={() => setPublishing(null)} /> : null}
    </Page>
  );
}
