import { lastDay, monthOf, shiftMonth } from '#shared/domain/statistics/month';
import { actor } from './story-office';
import type { StoryTools } from './story-tools';

/** The first months of the year are frozen, so that frozen and open months can be compared; the last ones wait. */
export async function tellStatistics({ call, today, step }: StoryTools): Promise<void> {
  const { officers } = await call('officer.list', { activeOnly: true });
  const by = actor(officers);
  const second = officers.find(({ id }) => id !== by.officerId);
  const { months } = await call('statistics.list-months', {}, by);
  const open = shiftMonth(monthOf(today), -1);
  const past = months.map(({ month }) => month).filter((month) => lastDay(month) < today && month < open);
  if (!second || past.length === 0) return;
  // newest first in the list; months are frozen in their order
  for (const month of past.reverse()) await call('statistics.freeze-month', { month, secondOfficerId: second.id }, by);
  step('冻结以前月份的统计', past.length);
}
