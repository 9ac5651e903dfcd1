import { Button } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Page, PageHeader } from '../../components/page';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { StartForm } from './start-form';
import { useVisit } from './use-visit';

/** `/inspections/new`, also with `?subject=ID&visit=ID`: then everything comes from the plan. */
export function StartPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const subjectId = params.get('subject');
  const planned = useVisit(params.get('visit'));
  const subject = useRoute('subject.get', { id: subjectId ?? '' }, { enabled: subjectId !== null });
  const actor = useRoute('office.get', {});

  const ready = planned !== undefined && !actor.isPending && (subjectId === null || !subject.isPending);
  const started = planned?.visit.inspectionId ?? null;
  return (
    <Page>
      <PageHeader
        title="开始检查"
        purpose={
          planned
            ? `按抽查安排填好，计划日期 ${planned.visit.date}。核对后开始。`
            : '选定对象、检查表和两名执法人员。开始后逐项作答，每一项当场保存。'
        }
        back={{ to: '/inspections', label: '检查' }}
      />
      {!ready ? <Loading /> : null}
      {ready && subject.error ? <QueryError error={subject.error} /> : null}
      {ready && started ? (
        <EmptyState
          sentence="这次抽查安排已经有一次检查。"
          action={<Button onClick={() => navigate(`/inspections/${started}`)}>打开这次检查</Button>}
        />
      ) : null}
      {ready && !subject.error && !started ? (
        <StartForm
          subject={subject.data ?? null}
          planned={planned}
          actorId={actor.data?.actor?.id ?? null}
          onStarted={(id) => navigate(`/inspections/${id}`, { replace: true })}
        />
      ) : null}
    </Page>
  );
}
