import { addDays } from '#shared/kernel/dates';
import type { StoryTools } from './story-tools';

/** Papers of the sample year: two visits ahead with approval, and one questioning after a visit with problems. */
export async function tellPapers(tools: StoryTools): Promise<void> {
  const notices = await applyAhead(tools);
  tools.step('检查审批和通知', notices);
  tools.step('询问笔录', await ask(tools));
}

/** The next visits: one approved with its notice, one that waits for the head of the office. */
async function applyAhead({ call, today }: StoryTools): Promise<number> {
  const { plans } = await call('plan.list', {});
  const drawn = plans.find(({ state }) => state === 'drawn');
  if (!drawn) return 0;
  const { rows } = await call('plan.list-visits', { planId: drawn.id, limit: 1000 });
  const ahead = rows
    .filter((visit) => visit.state === 'planned' && visit.date >= today && visit.officers.length === 2)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, 2);
  const { officers } = await call('officer.list', { activeOnly: true });
  for (const [index, visit] of ahead.entries()) {
    const first = visit.officers[0]?.id ?? '';
    const by = { officerId: first };
    const proposed = await call('paper.propose-notice', { visitId: visit.id }, by);
    const { id } = await call(
      'paper.apply',
      { ...proposed, place: proposed.place || '当事人办公场所', visitId: visit.id },
      by,
    );
    if (index > 0) continue;
    const head = officers.find(
      (officer) =>
        !visit.officers.some((one) => one.id === officer.id) &&
        !officer.avoidances.some((entry) => entry.subjectId === visit.subjectId),
    );
    if (!head) continue;
    await call('paper.decide', { id, officerId: head.id, decision: 'approve', on: today }, { officerId: head.id });
    await call('paper.make-notice', { id, on: today }, by);
  }
  return ahead.length;
}

async function ask({ call, today }: StoryTools): Promise<number> {
  const { rows } = await call('inspection.list', {
    state: 'finished',
    from: addDays(today, -120),
    limit: 100,
  });
  // whoever is still out on an open inspection cannot question at the same time
  const { rows: open } = await call('inspection.list', { state: 'open', limit: 100 });
  const busy = open.flatMap((row) => row.officers.map(({ id }) => `${id}${row.startedAt.slice(0, 10)}`));
  const inspection = rows.find(
    (row) =>
      row.openFindings > 0 &&
      row.endedAt !== null &&
      row.officers.every(({ id }) => !busy.includes(`${id}${row.startedAt.slice(0, 10)}`)),
  );
  const [first, second] = inspection?.officers ?? [];
  if (!inspection || !first || !second || inspection.endedAt === null) return 0;
  const by = { officerId: first.id };
  // nobody else may need these two until the end of the day
  const day = inspection.endedAt.slice(0, 10);
  const { id } = await call(
    'interview.start',
    {
      inspectionId: inspection.id,
      startedAt: `${day}T20:00`,
      place: '当事人办公场所会议室',
      officer1Id: first.id,
      officer2Id: second.id,
      recorderId: second.id,
      personName: '赵虚构',
      personSex: 'male',
      personEmployer: inspection.subjectName,
      personPost: '负责人',
    },
    by,
  );
  for (const [question, answer] of [
    ['请介绍一下你的姓名、职务和在单位负责的工作。', '我叫赵虚构，是负责人，负责全面工作。'],
    ['检查中发现的上述情况是否属实？', '属实。材料是我们提供的，照片是当场拍的。'],
    ['出现上述情况的原因是什么？', '今年人员变动较大，交接时漏办了。'],
    ['你单位采取了哪些改正措施，什么时候可以完成？', '已经指定专人补办，两周内可以完成。'],
  ] as const)
    await call('interview.save-line', { id, question, answer }, by);
  await call('interview.finish', { id, endedAt: `${day}T20:35`, confirmation: '以上笔录我已看过，与我说的一致。' }, by);
  return 1;
}
