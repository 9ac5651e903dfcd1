import { actor } from './story-office';
import type { StoryTools } from './story-tools';

/** Of the orders that still run, one firm hands in papers that are short and is reminded; another waits for the judgement. */
export async function tellProofs({ call, today, step }: StoryTools): Promise<void> {
  const { officers } = await call('officer.list', { activeOnly: true });
  const by = actor(officers);
  const { rows } = await call('rectification.list', { state: 'ordered', limit: 2 }, by);
  let [proofs, reminders] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const file = await call('rectification.get', { id: row.id }, by);
    const [officer] = file.officers;
    const open = file.items.filter((item) => item.state !== 'corrected');
    const [first] = open;
    if (!officer || !first) continue;
    const on = today < first.dueOn ? today : first.dueOn;
    const { proofId } = await call(
      'rectification.submit-proof',
      {
        ...{ id: row.id, submittedOn: on, submittedBy: '示例负责人', way: index === 0 ? 'online' : 'in_person' },
        ...{ itemIds: open.map((item) => item.id), note: '改正情况说明一份，制度文本一份，照片四张' },
      },
      by,
    );
    proofs += 1;
    if (index > 0) continue;
    const officerId = officer.id;
    await call(
      'rectification.judge-proof',
      {
        ...{ id: row.id, proofId, judgement: 'insufficient', on, officerId },
        reason: '照片看不清公示内容，请补交清晰照片和拍摄日期',
      },
      by,
    );
    await call(
      'rectification.remind',
      {
        ...{ id: row.id, on: today, way: 'phone', whom: '示例负责人', officerId },
        text: '请在三日内补交材料，逾期未改正的将依法处理。',
      },
      by,
    );
    reminders += 1;
  }
  step('登记整改材料', proofs);
  step('催告', reminders);
}
