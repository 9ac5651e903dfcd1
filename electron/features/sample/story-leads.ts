import { actor } from './story-office';
import type { StoryTools } from './story-tools';

/** The officers before this place carry the avoidances of the story. */
const FIRST_HANDLER = 4;

/** Two filing lists, what was found in them, and a lead in every state. */
export async function tellLeads({ call, file, step }: StoryTools): Promise<void> {
  const { officers } = await call('officer.list', { activeOnly: true });
  const by = actor(officers);
  const patents = await call(
    'filing.run-import',
    { kind: 'abnormal_patent', file: file('非正常专利申请通报名单.xlsx') },
    by,
  );
  step('导入非正常专利申请通报名单', patents.inserted);
  const marks = await call('filing.run-import', { kind: 'trademark', file: file('商标申请清单.csv') }, by);
  step('导入商标申请清单', marks.inserted);
  const found = await call('lead.scan', {}, by);
  step('筛查出预警线索', found.inserted);

  const { rows } = await call('lead.list', { states: ['new'], limit: 1000 }, by);
  const onFile = rows.filter((row) => row.subjectId !== null && row.partyRole === 'applicant');
  const hoarding = onFile.find((row) => row.ruleId === 'hoarding');
  const resource = onFile.find((row) => row.ruleId === 'public-resources');
  const others = onFile.filter((row) => row !== hoarding && row !== resource).slice(0, 4);
  const [first, second] = officers.slice(FIRST_HANDLER, FIRST_HANDLER + 2);
  if (!hoarding || !resource || !first || !second) throw new Error('the sample lists give too few leads');
  await call('lead.assign', { ids: [hoarding.id, resource.id], officerId: first.id }, by);
  await call('lead.assign', { ids: others.map(({ id }) => id), officerId: second.id }, by);
  step('分派线索', others.length + 2);
  await call(
    'lead.confirm',
    {
      id: hoarding.id,
      evidence: '调取申请档案并约谈负责人，当事人不能说明使用意图，也没有与所报类别相应的经营活动。',
    },
    { officerId: first.id },
  );
  step('核实线索', 1);
  await call(
    'lead.close',
    { ids: [resource.id], reason: 'corrected', note: '约谈后已撤回申请，提交了撤回回执' },
    { officerId: first.id },
  );
  step('关闭线索', 1);
}
