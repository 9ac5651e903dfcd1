import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { FormDrawer } from '../../components/form-drawer';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { kindOf, originWords } from './task-words';

/** Members of the incentive list: planned visits on the spot that may become desk reviews. */
export function DeskFirstForm({ onClose }: { readonly onClose: () => void }) {
  const today = useToday();
  const year = Number(today.slice(0, 4));
  const found = useRoute('plan.list-desk-first', { from: `${year}-01-01`, to: `${year + 1}-12-31` });
  const [left, setLeft] = useState<readonly string[]>([]);
  const rows = found.data?.rows ?? [];
  const ids = rows.map(({ task }) => task.id).filter((id) => !left.includes(id));
  const change = useAction('plan.make-desk-review', {
    done: ({ changed }) => `${changed} 户改为书面检查`,
    onDone: onClose,
  });
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="守信激励：书面检查优先"
      intro={rows[0]?.reason ?? '列入守信激励名单或企业信用风险分类为 A 类的，先以书面检查方式进行。'}
      submit={`改为书面检查（${ids.length} 户）`}
      busy={change.busy}
      error={change.error}
      onSubmit={() => {
        if (ids.length > 0) void change.run({ ids });
      }}
    >
      {found.error ? <QueryError error={found.error} /> : null}
      {found.data === undefined && !found.error ? <Loading label="正在查找" /> : null}
      {found.data && rows.length === 0 ? <EmptyState sentence="待检查的任务中没有守信激励对象的现场检查。" /> : null}
      {rows.map(({ task }) => (
        <Checkbox
          key={task.id}
          checked={!left.includes(task.id)}
          label={`${task.date}　${task.subjectName}　${kindOf(task)}`}
          description={originWords(task)}
          onChange={({ currentTarget }) =>
            setLeft(currentTarget.checked ? left.filter((id) => id !== task.id) : [...left, task.id])
          }
        />
      ))}
      {found.data?.more ? <p>只列出前 200 户，办理后会继续列出。</p> : null}
    </FormDrawer>
  );
}
