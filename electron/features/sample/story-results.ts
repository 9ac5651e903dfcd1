import type { LetterKind } from '#shared/domain/letter/letter';
import type { RouteOutput } from '#shared/ipc/contract';
import type { StoryTools } from './story-tools';

type Inspected = RouteOutput<'inspection.list'>['rows'][number];
type Judge = { readonly id: string; readonly certificateUntil: string | null };

/** The officers before this place carry the avoidances of the story. */
const FIRST_REVIEWER = 6;
/** The newest inspections are not entered yet, the next ones wait for the second officer. */
const UNENTERED = 2;
const WAITING = 3;
const PLACES = '国家企业信用信息公示系统';

/** Results from the first entry to the public, one sent back, one corrected, and the letters that followed. */
export async function tellResults(tools: StoryTools): Promise<void> {
  const { call, today, step } = tools;
  const { officers } = await call('officer.list', { activeOnly: true });
  const judges = officers
    .slice(FIRST_REVIEWER)
    .filter(({ certificateUntil }) => !certificateUntil || certificateUntil > today);
  const { rows } = await call('inspection.list', { state: 'finished', limit: 1000 });
  const withResult = rows.filter(({ resultCode }) => resultCode !== null);
  // the oldest one was forgotten: it stands among the late ones
  const entered = withResult.slice(UNENTERED, -1);
  for (const row of entered) await enter(tools, row);
  step('录入检查结果', entered.length);

  const [, , last, ...ready] = entered;
  if (last) await sendBack(tools, last, judges);
  step('退回检查结果', last ? 1 : 0);
  const published = await publish(tools, ready.slice(WAITING - 2), judges);
  step('审核并公示检查结果', published.length);
  step('更正公示的检查结果', await correct(tools, published, judges));
  step('登记后续处置完结', await closeDone(tools, published));
  step('移送、抄告、协助函', await write(tools, published, judges));
}

async function enter({ call }: StoryTools, row: Inspected): Promise<void> {
  const by = { officerId: row.officers[0]?.id ?? '' };
  const { publicResult } = await call('review.get', { inspectionId: row.id }, by);
  await call('review.enter', { inspectionId: row.id, ...publicResult }, by);
}

/** Somebody who neither inspected nor entered. */
function judgeOf(row: Inspected, judges: readonly Judge[]): string {
  const judge = judges.find(({ id }) => row.officers.every((officer) => officer.id !== id));
  if (!judge) throw new Error(`nobody may review ${row.no}`);
  return judge.id;
}

async function sendBack({ call }: StoryTools, row: Inspected, judges: readonly Judge[]): Promise<void> {
  const officerId = judgeOf(row, judges);
  const marks = [{ field: 'summary' as const, text: '公示内容未写明检查的事项，请补充后再报。' }];
  await call('review.return', { inspectionId: row.id, officerId, marks }, { officerId });
}

/** As in an office: each reviewer publishes all that lies on his desk at once. */
async function publish(
  { call, today }: StoryTools,
  rows: readonly Inspected[],
  judges: readonly Judge[],
): Promise<readonly Inspected[]> {
  const desks = new Map<string, Inspected[]>();
  for (const row of rows) {
    const officerId = judgeOf(row, judges);
    desks.set(officerId, [...(desks.get(officerId) ?? []), row]);
  }
  for (const [officerId, desk] of desks)
    await call(
      'review.publish',
      { inspectionIds: desk.map(({ id }) => id), officerId, on: today, where: PLACES },
      { officerId },
    );
  return rows;
}

async function correct(
  { call }: StoryTools,
  published: readonly Inspected[],
  judges: readonly Judge[],
): Promise<number> {
  const row = published.find(({ resultCode }) => resultCode === '1');
  if (!row) return 0;
  const by = { officerId: row.officers[0]?.id ?? '' };
  const { publicResult } = await call('review.get', { inspectionId: row.id }, by);
  const summary = `${publicResult.summary}本次检查的事项为执业许可、人员、制度和业务台账。`;
  const reason = '原公示内容未列明检查事项，经复核补充';
  const changed = { ...publicResult, summary, secondOfficerId: judgeOf(row, judges), reason };
  await call('review.correct', { inspectionId: row.id, ...changed }, by);
  return 1;
}

/** What was ordered and has been corrected is closed on the day of the order's end. */
async function closeDone({ call }: StoryTools, published: readonly Inspected[]): Promise<number> {
  const { rows: orders } = await call('rectification.list', { limit: 1000 });
  let closed = 0;
  for (const row of published) {
    const order = orders.find(({ inspectionId, state }) => inspectionId === row.id && state === 'closed');
    if (!order?.stateOn) continue;
    const by = { officerId: row.officers[0]?.id ?? '' };
    const note = `${order.no} 所列问题均已改正，复查通过`;
    await call('review.close', { inspectionId: row.id, on: order.stateOn, note }, by);
    closed += 1;
  }
  return closed;
}

type Written = {
  readonly kind: LetterKind;
  readonly toUnit: string;
  readonly daysAgo: number;
  readonly how: string;
  readonly reply?: string;
};

const letters: readonly Written[] = [
  {
    ...{ kind: 'transfer', toUnit: '云州市市场监管综合行政执法支队', daysAgo: -24, how: '机要交换' },
    reply: '已收到移送的材料，经核查符合立案条件，已予立案，案件办结后另行反馈。',
  },
  { kind: 'copy', toUnit: '云州市行政审批局', daysAgo: -60, how: '政务办公系统' },
  { kind: 'assist', toUnit: '自治区知识产权局', daysAgo: -2, how: '政务办公系统' },
];

/** One of each kind: answered, overdue and still in time. */
async function write(
  { call, day }: StoryTools,
  published: readonly Inspected[],
  judges: readonly Judge[],
): Promise<number> {
  const bad = published.filter(({ resultCode }) => resultCode !== '1');
  let written = 0;
  for (const { kind, toUnit, daysAgo, how, reply } of letters) {
    const on = day(daysAgo);
    const row = bad.find(({ startedAt }) => startedAt.slice(0, 10) <= on);
    if (!row) continue;
    bad.splice(bad.indexOf(row), 1);
    const officerId = judgeOf(row, judges);
    const by = { officerId };
    const draft = await call('letter.propose', { kind, inspectionId: row.id }, by);
    const { title, content, enclosures, subjectId } = draft;
    const paper = { kind, subjectId, inspectionId: row.id, toUnit, title, content, enclosures };
    const { id } = await call('letter.write', { ...paper, writtenOn: on, officerId }, by);
    const { date } = await call('letter.preview-reply', { kind, on }, by);
    await call('letter.send', { id, on, how, replyDueOn: date }, by);
    if (reply) await call('letter.reply', { id, on: day(daysAgo + 8), reply }, by);
    written += 1;
  }
  return written;
}
