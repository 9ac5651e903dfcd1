import * as z from 'zod';
import type { OfficerSkip } from '#shared/domain/plan/assign-officers';
import { skipReasonLabels } from '#shared/domain/plan/assign-officers';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { buildPlan, type PlanPreview, type PlanStratum } from '#shared/domain/plan/plan';
import { verifyDraw } from '#shared/domain/plan/verify-draw';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { WriteTx } from '../../db/write-tx';
import type { GatheredPlan } from './gather-plan';
import { findPlan, listOfficerNames, listPicks, listPlans, listVisits } from './plan-repository';

const skipsColumn = z.array(
  z.object({
    officerId: z.string(),
    date: z.string(),
    reason: z.enum(['avoidance', 'certificate_expired', 'leave', 'full', 'other_pair']),
  }),
) satisfies z.ZodType<readonly OfficerSkip[]>;
const seedPartsColumn = z.object({ publicValue: z.string(), officeNonce: z.string(), witnesses: z.string() });
const exclusionsColumn = z.array(z.object({ code: z.string(), name: z.string(), reason: z.string() }));
const problemsColumn = z.array(z.string());

type StratumView = RouteOutput<'plan.preview'>['strata'][number];

const viewStratum = (stratum: PlanStratum): StratumView => ({
  id: stratum.id,
  label: stratum.label,
  base: stratum.base,
  ratio: stratum.ratio,
  quotient: stratum.quotient,
  count: stratum.count,
  work: stratum.work,
  inspectionKind: inspectionKindLabels[stratum.inspectionKind],
  basis: stratum.basis,
  verified: stratum.verified,
});

const viewProblems = (preview: Pick<PlanPreview, 'problems'>, names: ReadonlyMap<string, string>) =>
  preview.problems.map(({ code, message }) => (code ? `${names.get(code) ?? code}：${message}` : message));

const viewExclusions = (preview: PlanPreview, names: ReadonlyMap<string, string>) =>
  preview.exclusions.map(({ code, reason }) => ({ code, name: names.get(code) ?? code, reason }));

export function viewPreview(preview: PlanPreview, gathered: GatheredPlan): RouteOutput<'plan.preview'> {
  return {
    strata: preview.strata.map(viewStratum),
    exclusions: viewExclusions(preview, gathered.names),
    total: preview.total,
    populationSize: preview.population.candidates.length,
    populationSha256: preview.population.sha256,
    batches: [...preview.spread.batches],
    officers: gathered.officers.length,
    problems: viewProblems(preview, gathered.names),
  };
}

/** Draws, and stores everything that is needed to draw again. */
export function storePlan(
  tx: WriteTx,
  input: ParsedInput<'plan.draw'>,
  gathered: GatheredPlan,
  officeNonce: string,
): RouteOutput<'plan.draw'> {
  const seedParts = { publicValue: input.publicValue, officeNonce };
  const plan = buildPlan({ ...gathered, seedParts });
  if (plan.population.sha256 !== input.populationSha256)
    throw new AppError(
      'conflict',
      '候选名单在公布之后有变化，本次没有抽取。请重新冻结名单、公布新的校验值，再确定公开值。',
    );
  const planId = tx.newId();
  const problems = viewProblems(plan, gathered.names);
  tx.insert('plan', {
    id: planId,
    year: input.year,
    title: input.title,
    pack_id: gathered.pack.id,
    pack_version: gathered.pack.version,
    pack: JSON.stringify(gathered.pack),
    strata: JSON.stringify(plan.strata),
    exclusions: JSON.stringify(viewExclusions(plan, gathered.names)),
    population: plan.population.text,
    population_sha256: plan.population.sha256,
    seed_parts: JSON.stringify({ ...seedParts, witnesses: input.witnesses }),
    seed: plan.draw.seed,
    algorithm: plan.draw.algorithm,
    problems: JSON.stringify(problems),
    state: 'drawn',
    void_reason: null,
    officer_id: tx.actor.id,
    created_at: tx.now,
  });
  for (const visit of plan.visits)
    tx.insert('visit', {
      id: tx.newId(),
      plan_id: planId,
      subject_id: visit.subjectId,
      code: visit.code,
      stratum: visit.stratum,
      rank: visit.rank,
      draw_key: visit.key,
      batch_no: visit.batchNo,
      date: visit.date,
      officer1_id: visit.officer1Id,
      officer2_id: visit.officer2Id,
      skips: JSON.stringify(visit.skips),
      state: 'planned',
      inspection_id: null,
    });
  return { planId, visits: plan.visits.length, problems };
}

type PlanSummary = RouteOutput<'plan.list'>['plans'][number];

const viewSummary = ({
  population,
  visits,
  inspected,
  ...plan
}: Awaited<ReturnType<typeof listPlans>>[number]): PlanSummary => ({
  ...plan,
  visits: visits ?? 0,
  inspected: inspected ?? 0,
  populationSize: population.split('\n').length - 1,
});

export const viewPlans = async (db: ReadDb): Promise<PlanSummary[]> => (await listPlans(db)).map(viewSummary);

export async function getPlan(db: ReadDb, id: string) {
  const plan = await findPlan(db, id);
  if (!plan) throw new AppError('not_found', '没有找到这份计划，请刷新列表后重试。');
  return plan;
}

export async function viewPlan(db: ReadDb, id: string): Promise<RouteOutput<'plan.get'>> {
  const { strata, exclusions, seed_parts, seed, algorithm, problems, pack: _pack, ...summary } = await getPlan(db, id);
  return {
    ...viewSummary(summary),
    strata: (JSON.parse(strata) as PlanStratum[]).map(viewStratum),
    exclusions: exclusionsColumn.parse(JSON.parse(exclusions)),
    seedParts: seedPartsColumn.parse(JSON.parse(seed_parts)),
    seed,
    algorithm,
    problems: problemsColumn.parse(JSON.parse(problems)),
  };
}

export async function viewVisits(
  db: ReadDb,
  input: ParsedInput<'plan.list-visits'>,
): Promise<RouteOutput<'plan.list-visits'>['rows']> {
  const names = new Map((await listOfficerNames(db)).map((officer) => [officer.id, officer]));
  return (await listVisits(db, input)).map((row) => ({
    id: row.id,
    planId: row.plan_id,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    subjectKind: row.subject_kind,
    code: row.code,
    address: row.address,
    stratum: row.stratum,
    rank: row.rank,
    drawKey: row.draw_key,
    batchNo: row.batch_no,
    date: row.date,
    officers: [row.officer1_id, row.officer2_id].flatMap((id) => names.get(id ?? '') ?? []),
    skips: skipsColumn.parse(JSON.parse(row.skips)).map((skip) => ({
      officerName: names.get(skip.officerId)?.name ?? skip.officerId,
      reason: `${skip.date} ${skipReasonLabels[skip.reason]}`,
    })),
    state: row.state,
    inspectionId: row.inspection_id,
  }));
}

/** Draws again from what is stored and compares every pick. */
export async function checkPlan(db: ReadDb, id: string): Promise<RouteOutput<'plan.verify'>> {
  const plan = await getPlan(db, id);
  const { publicValue, officeNonce } = seedPartsColumn.parse(JSON.parse(plan.seed_parts));
  const result = verifyDraw({
    algorithm: plan.algorithm,
    populationText: plan.population,
    populationSha256: plan.populationSha256,
    quotas: (JSON.parse(plan.strata) as PlanStratum[]).map(({ id: stratum, count }) => ({ stratum, count })),
    seedParts: { publicValue, officeNonce },
    seed: plan.seed,
    picks: await listPicks(db, id),
  });
  return result.ok
    ? { ok: true, message: `复算一致：候选 ${result.candidates} 个，抽中 ${result.picks} 个` }
    : { ok: false, message: `复算不一致：${result.firstDifference}` };
}
