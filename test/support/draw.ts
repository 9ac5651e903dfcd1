import type { RouteInput } from '#shared/ipc/contract';
import { createSubject, type Office, openOffice } from './office';

export const PLAN_INPUT = { year: 2026, packId: 'beijing-practice', startOn: '2026-11-24' };

/** What two people typed alike, and who stood by. */
export const PUBLIC_VALUE = {
  publicValue: '3 5 1 6',
  publicValueAgain: '3 5 1 6',
  typedBy: '张示例',
  typedAgainBy: '王见证',
  witnesses: '王见证',
};

export async function officeWithAgencies(
  count = 12,
  options: Parameters<typeof openOffice>[0] = {},
  from = 0,
): Promise<Office> {
  const office = await openOffice(options);
  await addAgencies(office, count, from);
  return office;
}

export async function addAgencies(office: Office, count: number, from = 0): Promise<void> {
  for (let i = from; i < from + count; i++)
    await createSubject(office, `云州第${i}示例专利代理事务所`, { agencyCode: `${33100 + i}` });
}

/** Freezes the list; the answer holds what a draw from it is called with. */
export async function announce(office: Office, change: Partial<RouteInput<'plan.freeze'>> = {}) {
  const { freezeId } = await office.call('plan.freeze', { ...PLAN_INPUT, title: '年度抽查', ...change });
  return { freezeId, draw: { freezeId, ...PUBLIC_VALUE } };
}

export const visitsOf = async (office: Office, planId: string) =>
  (await office.call('plan.list-visits', { planId, limit: 1000 })).rows;
