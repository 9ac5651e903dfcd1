import type { RouteInput } from '#shared/ipc/contract';
import { addDays, type IsoDate } from '#shared/kernel/dates';
import { groupRows } from '../../db/group-rows';
import { actor } from './story-office';
import type { StoryTools } from './story-tools';

/** The officers before this place carry the avoidances of the story. */
const FIRST_FREE = 4;
const SPAN = 60;
const AGENCIES = 5;
const MOST_VISITS = 4;

/** A campaign with visits arranged by hand: two on the spot, one at the desk, one above the cap, and two made one. */
export async function tellPlan({ call, today, step }: StoryTools): Promise<void> {
  const { officers } = await call('officer.list', { activeOnly: true });
  const by = actor(officers);
  const days = await workingDays({ call, today });
  const [first, last] = [days[0], days.at(-1)];
  const [officer1, officer2] = officers
    .slice(FIRST_FREE)
    .filter(({ leaves }) => leaves.every(({ from, to }) => to < (first ?? '') || from > (last ?? '')));
  const confirming = officers[1];
  const agencies = first ? await unvisited({ call, days }) : [];
  const [one, two, desk, busy, merged] = agencies;
  if (!first || !last || !officer1 || !officer2 || !confirming || !one || !two || !desk || !busy || !merged)
    throw new Error('the sample office has too few days, officers or agencies for a campaign');
  const dayNo = (at: number): IsoDate => days[Math.min(at, days.length - 1)] ?? last;

  const { id: campaignId } = await call(
    'plan.save-campaign',
    {
      title: '专利代理行业“蓝天”专项整治行动',
      basis: '示例文件〔2026〕1号',
      fromOn: today,
      toOn: last,
      description: '重点检查代理非正常专利申请、挂证和无资质代理。',
    },
    by,
  );
  step('登记专项行动', 1);

  type Change = Partial<RouteInput<'plan.arrange'>>;
  const arrange = async (subjectId: string, date: IsoDate, change: Change = {}): Promise<string> => {
    const input = { subjectId, date, kind: 'special', officer1Id: officer1.id, officer2Id: officer2.id } as const;
    return (await call('plan.arrange', { ...input, campaignId, cause: 'campaign', ...change }, by)).id;
  };
  await arrange(one, dayNo(0));
  await arrange(two, dayNo(1));
  await arrange(desk, dayNo(1), { kind: 'desk_review' });
  step('安排专项检查', 3);

  const lead = await arrange(merged, dayNo(2));
  const other = await arrange(merged, dayNo(4), { kind: 'key', campaignId: null, cause: 'key_supervision' });
  await call('plan.merge-tasks', { leadId: lead, ids: [other] }, by);
  step('合并同月检查', 1);

  const overDay = dayNo(7);
  for (let at = 0; at < MOST_VISITS; at += 1) {
    const { cap } = await call('plan.check-visit', { subjectId: busy, date: overDay }, by);
    if (cap.over) break;
    await arrange(busy, dayNo(at + 3), { kind: 'key', campaignId: null, cause: 'key_supervision' });
  }
  const causeNote = '12315 平台转办，反映代理非正常专利申请';
  await arrange(busy, overDay, { campaignId: null, cause: 'complaint', causeNote, secondOfficerId: confirming.id });
  step('超年度上限的检查（已由第二人确认）', 1);
}

/** Working days of one month, not too near its end: visits of one month can be merged. */
async function workingDays({ call, today }: Pick<StoryTools, 'call' | 'today'>): Promise<readonly IsoDate[]> {
  const { days } = await call('plan.list-calendar', { from: addDays(today, 2), to: addDays(today, SPAN) });
  const byMonth = groupRows(
    days.filter(({ working }) => working).map(({ date }) => date),
    (date) => date.slice(0, 7),
  );
  return [...byMonth.values()].find((ofMonth) => ofMonth.length > 8) ?? [];
}

/** Agencies in business that nobody visits this year, as many as the story needs. */
async function unvisited({ call, days }: Pick<StoryTools, 'call'> & { days: readonly IsoDate[] }): Promise<string[]> {
  const { rows } = await call('subject.list', { kinds: ['patent_agency'], limit: 200 });
  const found: string[] = [];
  for (const { id, status } of rows) {
    if (found.length === AGENCIES) break;
    if (status !== 'active') continue;
    const { cap, sameMonth } = await call('plan.check-visit', { subjectId: id, date: days.at(-1) ?? '' });
    if (cap.visits.length === 0 && sameMonth.length === 0) found.push(id);
  }
  return found;
}
