import type { RouteInput, RouteOutput } from '#shared/ipc/contract';
import type { OrderedCase } from './story-checks';
import { actor, rateEverybody } from './story-office';
import type { StoryTools } from './story-tools';

type DishonestyInput = RouteInput<'dishonesty.create'>;
type FactRow = RouteOutput<'fact.list'>['rows'][number];

/** Dishonesty records of every outlook, repairs that end each way, and the rating of today. */
export async function tellCredit(
  { call, today, day, step }: StoryTools,
  ordered: readonly OrderedCase[],
): Promise<void> {
  const { officers } = await call('officer.list', { activeOnly: true });
  const by = actor(officers);
  const { rows: facts } = await call('fact.list', { limit: 1000 }, by);
  const penalties = facts.filter((fact) => fact.itemCode.startsWith('penalty_') && fact.occurredOn < day(-100));
  const filings = facts.filter((fact) => fact.itemCode === 'abnormal_filing');

  const record = async (
    fact: FactRow | undefined,
    input: Pick<DishonestyInput, 'actCode' | 'regime' | 'class' | 'decidedOn'>,
  ) => {
    if (!fact) throw new Error('the sample office has too few facts');
    const { id } = await call(
      'dishonesty.create',
      {
        subjectId: fact.subjectId,
        factId: fact.id,
        documentNo: fact.sourceNo,
        authority: fact.sourceOrg,
        actSummary: fact.summary,
        publishedOn: input.decidedOn,
        ...input,
      },
      by,
    );
    return id;
  };
  const { acts } = await call('dishonesty.list-acts', {}, by);
  const samrActs = acts.filter((act) => act.regimes.includes('samr'));
  /** The act of the list that the penalty's kind of violation names; 其他 when none does. */
  const actOf = (fact: FactRow | undefined) => {
    const violation = String(fact?.fields['violationType'] ?? '');
    const named = samrActs.find((act) => violation !== '' && act.text.includes(violation.slice(0, 8)));
    return (named ?? samrActs.at(-1))?.code ?? '';
  };
  const cnipa = (fact: FactRow | undefined, offset: number) =>
    record(fact, { actCode: 'SX-6-1', regime: 'cnipa', class: 'general', decidedOn: day(offset) });
  const samr = (fact: FactRow | undefined, ofClass: DishonestyInput['class'], offset: number) =>
    record(fact, { actCode: actOf(fact), regime: 'samr', class: ofClass, decidedOn: day(offset) });

  const granted = await cnipa(filings[0], -200);
  const refused = await samr(penalties[0], 'general', -130);
  const running = await samr(penalties[1], 'general', -110);
  await samr(penalties[2], 'general', -80);
  await samr(penalties[3], 'serious', -90);
  await cnipa(filings[1], -168);
  step('登记失信记录', 6);

  await repair({ call, day }, officers, granted, -12, 'grant');
  await repair({ call, day }, officers, refused, -20, 'refuse');
  await repair({ call, day }, officers, running, -4, null);
  step('办理信用修复', 3);

  step('启用规则包', await activatePacks({ call, today }, officers));
  const final = await rateEverybody(call, officers, today);
  step('当前信用评价', final.checked - final.withoutPack);
  step('等级变动', final.moved.length);
  step('整改案件', ordered.length);
}

/** Two practices that do not rate by themselves, put in force by one officer and approved by another. */
async function activatePacks({ call, today }: Pick<StoryTools, 'call' | 'today'>, officers: Officers): Promise<number> {
  const [first, second] = officers;
  if (!first || !second) throw new Error('the sample office has too few officers');
  const wanted = [
    { packId: 'patent-agent-credit', version: 1, subjectKinds: ['agent' as const] },
    { packId: 'trademark-agency-credit-pilot', version: 1, subjectKinds: ['trademark_agency' as const] },
  ];
  for (const pack of wanted) {
    const note = '练习：按试点做法开展评价，样例分值';
    const { id } = await call('pack.propose', { ...pack, from: today, note }, { officerId: first.id });
    await call('pack.decide', { id, officerId: second.id, decision: 'approve' }, { officerId: second.id });
  }
  return wanted.length;
}

type Officers = readonly { readonly id: string; readonly certificateUntil: string | null }[];

async function repair(
  { call, day }: Pick<StoryTools, 'call' | 'day'>,
  officers: Officers,
  dishonestyId: string,
  appliedOffset: number,
  ending: 'grant' | 'refuse' | null,
): Promise<void> {
  const [first, second, third] = officers;
  if (!first || !second || !third) throw new Error('the sample office has too few officers');
  const by = { officerId: first.id };
  const appliedOn = day(appliedOffset);
  const preview = await call('repair.preview', { dishonestyId, on: appliedOn }, by);
  const { id } = await call(
    'repair.apply',
    {
      dishonestyId,
      appliedOn,
      applicant: {
        contact: '示例联系人',
        phone: '0990-5109999',
        statement: '已主动纠正失信行为、消除不良影响，承诺今后守法诚信经营。',
      },
      conditions: preview.conditions.map((condition, index) => ({
        code: condition.code,
        met: !(ending === 'refuse' && index === 1),
        evidence: ending === 'refuse' && index === 1 ? '' : '申请人提交的证明材料，经核对原件无误',
      })),
    },
    by,
  );
  if (!ending) return;
  await call(
    'repair.verify',
    {
      id,
      on: day(appliedOffset + 2),
      officer1Id: first.id,
      officer2Id: second.id,
      method: 'on_site',
      text: '实地核查办公场所和整改材料，与申请内容一致。',
    },
    by,
  );
  await call(
    'repair.opine',
    {
      id,
      on: day(appliedOffset + 3),
      officerId: second.id,
      recommend: ending,
      text: ending === 'grant' ? '符合修复条件，建议准予信用修复。' : '履行义务的证明材料不全，建议不予信用修复。',
    },
    { officerId: second.id },
  );
  await call(
    'repair.decide',
    {
      id,
      on: day(appliedOffset + 5),
      officerId: third.id,
      decision: ending,
      reason: ending === 'grant' ? '' : '未提交已履行义务的证明材料。',
    },
    { officerId: third.id },
  );
  if (ending !== 'grant') return;
  for (const code of ['unpublish', 'stop_sharing', 'lift_measures', 're_rate'] as const)
    await call('repair.follow-up', { id, code, on: day(appliedOffset + 7), note: '已办理' }, by);
}
