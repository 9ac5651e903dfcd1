import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { FormDrawer } from '../../components/form-drawer';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { DateText } from '../../components/text';
import { MoveForm } from './move-form';
import { officerWords, startPath, visitPill } from './plan-words';
import { ProblemBar } from './problem-bar';
import { kindOf, originWords, type Task } from './task-words';

/** One task: where it comes from, with whom, what it is merged with, and the next step. */
export function TaskPeek({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  const today = useToday();
  const [cancelling, setCancelling] = useState(false);
  const [moving, setMoving] = useState(false);
  const task = useRoute('plan.get-task', { id: id ?? '-' }, { enabled: id !== null }).data;
  const planned = task?.state === 'planned';
  const check = useRoute(
    'plan.check-visit',
    {
      subjectId: task?.subjectId ?? '-',
      date: task?.date ?? today,
      kind: task?.kind ?? null,
      cause: task?.cause ?? null,
      officerIds: task?.officers.map((officer) => officer.id) ?? [],
      visitId: id ?? '-',
    },
    { enabled: planned === true },
  ).data;
  if (id === null || !task) return null;
  const over = check?.onSite === true && check.cap.over && !check.passed;
  return (
    <>
      <PeekDrawer
        open
        onClose={onClose}
        title={task.subjectName}
        badges={<StatePill {...visitPill(task, today)} />}
        actions={<Actions task={task} onCancel={() => setCancelling(true)} onMove={() => setMoving(true)} />}
      >
        <ProblemBar
          label="请注意"
          problems={[
            ...(over
              ? [
                  `${check.cap.year} 年现场检查已安排或完成 ${check.cap.visits.length} 次，达到年度上限 ${check.cap.cap} 次，开始检查时须写明事由并由另一人确认。`,
                ]
              : []),
            ...(planned && check?.deskFirst ? [`${check.deskFirst}。可在任务表“书面优先”中改为书面检查。`] : []),
            ...(planned && task.planId === null ? (check?.problems ?? []) : []),
          ]}
        />
        <Facts
          columns={2}
          items={[
            { label: '检查日期', value: <DateText date={task.date} /> },
            { label: '检查类型', value: kindOf(task) },
            { label: '来源和事由', value: originWords(task), wide: true },
            { label: '专项行动', value: task.campaignTitle, wide: true },
            { label: '执法人员', value: officerWords(task), wide: true },
            { label: '地址', value: task.address, wide: true },
            { label: '改为书面检查的理由', value: task.kindReason, wide: true },
            { label: '取消理由', value: task.cancelReason, wide: true },
            {
              label: '合并',
              value:
                task.mergedInto !== null
                  ? '已并入同月的另一次检查，日期和人员以那一次为准'
                  : task.mergedHere > 0
                    ? `与另 ${task.mergedHere} 项任务合并为这一次检查`
                    : null,
              wide: true,
            },
            { label: '频次', value: task.overCap ? '超过年度上限，已由另一人确认' : null, wide: true },
          ].filter(({ value }) => value !== null)}
        />
      </PeekDrawer>
      {moving ? <MoveForm visit={task} opened onClose={() => setMoving(false)} /> : null}
      {cancelling ? <CancelForm task={task} onClose={() => setCancelling(false)} /> : null}
    </>
  );
}

type ActionsProps = { readonly task: Task; readonly onCancel: () => void; readonly onMove: () => void };

function Actions({ task, onCancel, onMove }: ActionsProps) {
  const unmerge = useAction('plan.unmerge-task', { done: () => '已撤销合并' });
  return (
    <>
      <Button component={Link} to={`/subjects/${task.subjectId}`} variant="default">
        主体档案
      </Button>
      {task.planId !== null ? (
        <Button component={Link} to={`/plans/${task.planId}`} variant="default">
          抽取记录
        </Button>
      ) : null}
      {task.state === 'planned' && task.planId === null ? (
        <Button variant="default" onClick={onCancel}>
          取消任务…
        </Button>
      ) : null}
      {task.mergedInto !== null && task.state === 'planned' ? (
        <Button variant="default" loading={unmerge.busy} onClick={() => void unmerge.run({ id: task.id })}>
          撤销合并
        </Button>
      ) : null}
      {task.state === 'planned' && task.mergedInto === null ? (
        <Button variant="default" onClick={onMove}>
          改期
        </Button>
      ) : null}
      {task.state === 'planned' && task.mergedInto === null ? (
        <Button component={Link} to={startPath(task)}>
          开始检查
        </Button>
      ) : null}
      {task.inspectionId ? (
        <Button component={Link} to={`/inspections/${task.inspectionId}`} variant="default">
          打开检查记录
        </Button>
      ) : null}
    </>
  );
}

function CancelForm({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const form = useForm({ initialValues: { reason: '' } });
  const cancel = useAction('plan.cancel-task', { form, done: () => '已取消检查任务', onDone: onClose });
  const submit = () => {
    if (requireFields(form, { reason: [form.values.reason, '请填写取消理由'] }))
      void cancel.run({ id: task.id, reason: form.values.reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="取消检查任务"
      intro={`${task.subjectName}，${task.date}。取消后任务和理由留在册中，不能恢复；需要时另行安排。`}
      submit="取消任务"
      busy={cancel.busy}
      error={cancel.error}
      onSubmit={submit}
    >
      <Textarea label="取消理由" required autosize minRows={2} maxLength={300} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
