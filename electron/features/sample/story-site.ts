import { sampleSignature } from './sample-signature';
import { actor } from './story-office';
import type { StoryTools } from './story-tools';

/** Everybody who has to sign a record of the story signs on the pad. */
export async function signAll(
  { call }: Pick<StoryTools, 'call'>,
  id: string,
  officerId: string,
  at: string,
): Promise<void> {
  const { signings } = await call('inspection.get', { id }, { officerId });
  for (const signing of signings) {
    const name = signing.name || '示例负责人';
    await call(
      'inspection.sign',
      { id, role: signing.role, officerId: signing.officerId, name, way: 'pad', at, picture: sampleSignature(name) },
      { officerId },
    );
  }
}

/** Phrases of the office, the visits that are taken out next, and one inspection that was refused. */
export async function tellSite({ call, today, day, step }: StoryTools): Promise<void> {
  const { officers } = await call('officer.list', { activeOnly: true });
  const by = actor(officers);
  const phrases = [
    { field: 'scene', text: '前台设有收费公示牌，公示内容与备案一致，已拍照留存。' },
    { field: 'statement', text: '{到场人员}表示情况属实，将在期限内改正并书面报告。' },
    { field: 'facts', itemCode: 'PA-13', text: '抽查案卷＿＿件，未见利益冲突检索记录（案卷号：＿＿）。' },
  ] as const;
  for (const phrase of phrases) await call('inspection.save-phrase', phrase, by);
  step('本局常用语', phrases.length);

  const { stops } = await call('inspection.list-outing', { from: today, to: day(31) }, by);
  const next = stops.filter((stop) => stop.date === stops[0]?.date).map((stop) => stop.visitId);
  if (next.length > 0) await call('inspection.take-out', { visitIds: next, out: true }, by);
  step('带出检查任务', next.length);
  step('拒绝检查', await refused({ call, day }));
}

const HALF_PAST_THREE = '15:30';

/** The door stayed shut: no answers, a witness, result 8. */
async function refused({ call, day }: Pick<StoryTools, 'call' | 'day'>): Promise<number> {
  const { rows } = await call('inspection.list', { state: 'finished', limit: 60 });
  const clean = rows.find((row) => row.resultCode === '1' && row.subjectKind === 'patent_agency');
  const [first, second] = clean?.officers ?? [];
  if (!clean || !first || !second) return 0;
  const by = { officerId: first.id };
  const on = day(-20);
  const { checklists } = await call('inspection.list-checklists', { subjectKind: clean.subjectKind, on }, by);
  const { id } = await call(
    'inspection.create',
    {
      ...{ subjectId: clean.subjectId, kind: 'daily', method: 'on_site', checklistId: checklists[0]?.id ?? '' },
      ...{
        officer1Id: first.id,
        officer2Id: second.id,
        startedAt: `${on}T${HALF_PAST_THREE}`,
        place: '当事人办公场所',
      },
    },
    by,
  );
  await call(
    'inspection.record-refusal',
    {
      ...{
        id,
        at: `${on}T15:40`,
        witnessName: '示例见证人丙',
        witnessUnit: '示例物业公司',
        recorded: true,
        told: true,
      },
      facts: '检查人员出示执法证件并说明来意，前台人员称负责人不在，拒绝提供任何材料，并请检查人员离开。',
    },
    by,
  );
  await call('inspection.update-record', { id, scanReason: '当事人未允许进入场所' }, by);
  await signAll({ call }, id, first.id, `${on}T15:50`);
  await call(
    'inspection.finish',
    { id, endedAt: `${on}T15:55`, resultCode: '8', dispositionCode: 'stop_and_feed_back' },
    by,
  );
  return 1;
}
