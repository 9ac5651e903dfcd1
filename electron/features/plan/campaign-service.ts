import { resultCodes, resultLabels } from '#shared/domain/inspection/result-codes';
import { kindText } from '#shared/domain/plan/inspection-kinds';
import { taskStateLabels } from '#shared/domain/plan/task';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import {
  countByKind,
  countByResult,
  countByState,
  countFindings,
  countOrders,
  countSubjects,
  findCampaign,
  listCampaignPlans,
  listCampaigns,
} from '../../db/campaign-rows';
import type { ReadDb } from '../../db/dialect';
import type { WriteTx } from '../../db/write-tx';
import { getPlan } from './plan-service';

type Row = RouteOutput<'plan.list-campaigns'>['campaigns'][number];
export type CampaignFile = RouteOutput<'plan.get-campaign'>;

export async function viewCampaigns(db: ReadDb): Promise<Row[]> {
  return Promise.all((await listCampaigns(db)).map((row) => viewRow(db, row)));
}

async function viewRow(db: ReadDb, row: Awaited<ReturnType<typeof listCampaigns>>[number]): Promise<Row> {
  const states = await countByState(db, row.id);
  const plans = await listCampaignPlans(db, row.id);
  return {
    id: row.id,
    title: row.title,
    basis: row.basis,
    fromOn: row.from_on,
    toOn: row.to_on,
    description: row.description,
    state: row.state,
    closedOn: row.closed_on,
    conclusion: row.conclusion,
    plans: plans.length,
    tasks: sum(states),
    inspected: sum(states.filter(({ state }) => state === 'inspected')),
  };
}

const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((total, { n }) => total + n, 0);

export async function getCampaign(db: ReadDb, id: string) {
  const campaign = await findCampaign(db, id);
  if (!campaign) throw new AppError('not_found', '没有找到这次专项行动，请刷新列表后重试。');
  return campaign;
}

/** The campaign with its figures; every split sums up to the whole beside it. */
export async function viewCampaign(db: ReadDb, id: string): Promise<CampaignFile> {
  const row = await getCampaign(db, id);
  const states = await countByState(db, id);
  const orders = await countOrders(db, id);
  const plans = await listCampaignPlans(db, id);
  return {
    ...(await viewRow(db, row)),
    planList: plans.map((plan) => ({ ...plan, tasks: plan.tasks ?? 0, inspected: plan.inspected ?? 0 })),
    arranged: states.reduce((total, { arranged }) => total + arranged, 0),
    byState: states.map(({ state, n }) => ({ code: state, label: taskStateLabels[state], n })),
    byKind: (await countByKind(db, id)).map(({ kind, n }) => ({ code: kind, label: kindText(kind), n })),
    byResult: (await countByResult(db, id)).map(({ result, n }) => {
      const code = resultCodes.find((known) => known === result);
      return { code: result ?? '', label: code ? resultLabels[code] : '未登记结果', n };
    }),
    findings: (await countFindings(db, id)).n,
    orders: sum(orders),
    ordersClosed: sum(orders.filter(({ state }) => state === 'closed')),
    subjects: (await countSubjects(db, id)).n,
  };
}

/** @throws AppError `bad_state` for a closed campaign, `bad_input` for a day outside of it */
export async function requireOpenCampaign(db: ReadDb, id: string, on: IsoDate | null): Promise<void> {
  const campaign = await getCampaign(db, id);
  if (campaign.state === 'closed')
    throw new AppError('bad_state', `专项行动《${campaign.title}》已经结束，不能再列入检查。`);
  if (on !== null && (on < campaign.from_on || on > campaign.to_on))
    throw new AppError(
      'bad_input',
      `专项行动《${campaign.title}》自 ${campaign.from_on} 至 ${campaign.to_on}，检查日期不在其间，请改选一天。`,
      [{ path: 'date', message: '不在专项行动期间' }],
    );
}

export async function saveCampaign(tx: WriteTx, input: ParsedInput<'plan.save-campaign'>): Promise<string> {
  if (input.toOn < input.fromOn)
    throw new AppError('bad_input', '结束日期早于开始日期，请核对。', [{ path: 'toOn', message: '早于开始日期' }]);
  const values = {
    title: input.title,
    basis: input.basis,
    from_on: input.fromOn,
    to_on: input.toOn,
    description: input.description,
  };
  if (input.id !== undefined) {
    await requireOpenCampaign(tx.db, input.id, null);
    tx.update('campaign', input.id, values);
    return input.id;
  }
  const id = tx.newId();
  tx.insert('campaign', {
    id,
    ...values,
    state: 'open',
    closed_on: null,
    conclusion: null,
    officer_id: tx.actor.id,
    created_at: tx.now,
  });
  return id;
}

/** A campaign ends with a conclusion; tasks still open are said, not dropped. */
export async function closeCampaign(
  tx: WriteTx,
  { id, conclusion }: ParsedInput<'plan.close-campaign'>,
): Promise<string> {
  await requireOpenCampaign(tx.db, id, null);
  const open = sum((await countByState(tx.db, id)).filter(({ state }) => state === 'planned'));
  if (open > 0)
    throw new AppError('bad_state', `这次专项行动还有 ${open} 项检查没有办理，请先办结或取消，再结束专项行动。`);
  tx.update('campaign', id, { state: 'closed', closed_on: tx.today, conclusion });
  return (await getCampaign(tx.db, id)).title;
}

export async function assignCampaign(
  tx: WriteTx,
  { planId, campaignId }: ParsedInput<'plan.assign-campaign'>,
): Promise<string> {
  const plan = await getPlan(tx.db, planId);
  if (plan.state === 'void') throw new AppError('bad_state', '这次抽取已经作废，不能列入专项行动。');
  if (campaignId === plan.campaignId)
    throw new AppError(
      'bad_state',
      campaignId === null ? '这次抽取没有列入专项行动。' : '这次抽取已经列入该专项行动。',
    );
  for (const one of [campaignId, plan.campaignId]) if (one !== null) await requireOpenCampaign(tx.db, one, null);
  tx.update('plan', planId, { campaign_id: campaignId });
  return plan.title;
}
