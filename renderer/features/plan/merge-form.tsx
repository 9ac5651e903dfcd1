import { Button, Drawer, Radio } from '@mantine/core';
import { useState } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import css from './plan.module.css';
import { officerWords } from './plan-words';
import { kindOf, originWords } from './task-words';

type Group = RouteOutput<'plan.list-same-month'>['groups'][number];

/** "One visit": subjects with several tasks in a month, each merged by one click on the visit that leads. */
export function MergeForm({ onClose }: { readonly onClose: () => void }) {
  const today = useToday();
  const found = useRoute('plan.list-same-month', {
    from: `${today.slice(0, 7)}-01`,
    to: `${Number(today.slice(0, 4)) + 1}-12-31`,
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      title="进一次门：同月检查合并"
      position="right"
      size={720}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <div className={css.stack}>
        <p>
          同一对象同一个月内有几项检查的，可以合并为一次：日期和人员以选定的一次为准，其余各项由同一次检查一并办结。检查开始前可以撤销。
        </p>
        {found.error ? <QueryError error={found.error} /> : null}
        {found.data === undefined && !found.error ? <Loading label="正在查找同月的检查" /> : null}
        {found.data?.groups.length === 0 ? <EmptyState sentence="没有同一对象同月的多项检查，不用合并。" /> : null}
        {found.data?.groups.map((group) => (
          <MergeGroup key={`${group.subjectId} ${group.month}`} group={group} />
        ))}
        {found.data?.more ? <p>只列出前 200 户，合并后会继续列出。</p> : null}
      </div>
    </Drawer>
  );
}

function MergeGroup({ group: { subjectName, month, tasks } }: { readonly group: Group }) {
  const [lead, setLead] = useState(tasks.find(({ officers }) => officers.length > 1)?.id ?? tasks[0]?.id ?? '');
  const merge = useAction('plan.merge-tasks', { done: () => `${subjectName} ${tasks.length} 项检查已合并为一次` });
  return (
    <section aria-label={`${subjectName} ${month}`} className={css.stack}>
      <Radio.Group label={`${subjectName}　${month}　${tasks.length} 项，以哪一次为准`} value={lead} onChange={setLead}>
        {tasks.map((task) => (
          <Radio
            key={task.id}
            value={task.id}
            mt={8}
            label={`${task.date}　${kindOf(task)}　${officerWords(task)}`}
            description={originWords(task)}
          />
        ))}
      </Radio.Group>
      <div>
        <Button
          variant="default"
          loading={merge.busy}
          onClick={() => void merge.run({ leadId: lead, ids: tasks.map(({ id }) => id).filter((id) => id !== lead) })}
        >
          合并为一次检查
        </Button>
      </div>
    </section>
  );
}
