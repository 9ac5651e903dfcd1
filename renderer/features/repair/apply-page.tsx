import { Button } from '@mantine/core';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Page, PageHeader } from '../../components/page';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { ApplyForm } from './apply-form';

/** `/repairs/new?record=ID`: takes in an application for one record of dishonesty. */
export function ApplyPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const recordId = params.get('record');
  const record = useRoute('dishonesty.get', { id: recordId ?? '' }, { enabled: recordId !== null });
  return (
    <Page>
      <PageHeader
        title="受理修复申请"
        purpose={record.data ? `${record.data.subjectName}　${record.data.documentNo}` : '从一条失信记录开始。'}
        back={
          recordId
            ? { to: `/repairs/records/${recordId}`, label: '失信记录' }
            : { to: '/repairs?tab=ready', label: '可修复的记录' }
        }
      />
      {recordId === null ? (
        <EmptyState
          sentence="请先选定要修复的失信记录。"
          action={
            <Button component={Link} to="/repairs?tab=ready">
              查看可修复的记录
            </Button>
          }
        />
      ) : null}
      {record.error ? <QueryError error={record.error} /> : null}
      {recordId !== null && record.isPending ? <Loading /> : null}
      {record.data ? (
        <ApplyForm record={record.data} onApplied={(id) => navigate(`/repairs/${id}`, { replace: true })} />
      ) : null}
    </Page>
  );
}
