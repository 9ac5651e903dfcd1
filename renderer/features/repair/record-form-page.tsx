import { useNavigate, useSearchParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Page, PageHeader } from '../../components/page';
import { Loading, QueryError } from '../../components/state-panels';
import { RecordForm } from './record-form';

/** `/repairs/records/new`, also with `?subject=ID&fact=ID`. */
export function RecordFormPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const subjectId = params.get('subject');
  const subject = useRoute('subject.get', { id: subjectId ?? '' }, { enabled: subjectId !== null });
  const waiting = subjectId !== null && subject.isPending;
  return (
    <Page>
      <PageHeader
        title="登记失信记录"
        purpose="依据生效的认定文书登记。失信行为从清单中选择，不自行填写。"
        back={{ to: '/repairs', label: '失信与修复' }}
      />
      {subject.error ? <QueryError error={subject.error} /> : null}
      {waiting ? <Loading /> : null}
      {!waiting && !subject.error ? (
        <RecordForm
          subject={subject.data ?? null}
          factId={params.get('fact')}
          onSaved={(id) => navigate(`/repairs/records/${id}`, { replace: true })}
        />
      ) : null}
    </Page>
  );
}
