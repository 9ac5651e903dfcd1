import { skipReasonLabels } from '#shared/domain/plan/assign-officers';
import { FIRST_METHOD } from '#shared/domain/plan/draw';
import { DRAW_METHOD } from '#shared/domain/plan/draw-frozen';
import type { PlanStratum } from '#shared/domain/plan/plan';
import { verifyDraw } from '#shared/domain/plan/verify-draw';
import { verifyFrozen } from '#shared/domain/plan/verify-frozen';
import { drawnPair } from '#shared/domain/plan/visit-change';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { groupRows } from '../../db/group-rows';
import { listPlanChanges, parsePlace } from '../../db/visit-change';
import { listAttention } from './attention';
import { subjectIdsOf } from './draw-service';
import { findFreeze } from './freeze-repository';
import { getFreezeRecord } from './freeze-service';
import { findPlan, listDrawnVisits, listOfficerNames, listPlans, listVisits } from './plan-repository';
import { parseExclusions, parseProblems, parseSeedParts, parseSkips, viewStrata } from './plan-view';

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

export async function viewPlan(db: ReadDb, id: string, today: IsoDate): Promise<RouteOutput<'plan.get'>> {
  const plan = await getPlan(db, id);
  const { strata, exclusions, seed_parts, seed, algorithm, problems, freeze_id, void_by, void_second, void_at } = plan;
  const { pack: _pack, population_sha256: _hash, officer_id: _officer, ...summary } = plan;
  const freeze = freeze_id === null ? undefined : await findFreeze(db, freeze_id);
  const names = new Map((await listOfficerNames(db)).map((officer) => [officer.id, officer.name]));
  return {
    ...viewSummary(summary),
    strata: viewStrata(strata),
    exclusions: parseExclusions(exclusions),
    seedParts: parseSeedParts(seed_parts),
    seed,
    algorithm,
    problems: parseProblems(problems),
    attention: plan.state === 'drawn' ? await listAttention(db, id, today) : [],
    freeze: freeze
      ? {
          id: freeze.id,
          createdAt: freeze.createdAt,
          listSm3: freeze.listSm3,
          officersSha256: freeze.officersSha256,
          nonceSha256: freeze.nonceSha256,
          officers: freeze.officers,
        }
      : null,
    voided:
      void_at === null
        ? null
        : { by: names.get(void_by ?? '') ?? '', second: names.get(void_second ?? '') ?? '', at: void_at },
  };
}

export async function viewVisits(
  db: ReadDb,
  input: ParsedInput<'plan.list-visits'>,
): Promise<RouteOutput<'plan.list-visits'>['rows']> {
  const names = new Map((await listOfficerNames(db)).map((officer) => [officer.id, officer]));
  return (await listVisits(db, input)).map((row) => ({
    id: row.id,
    planId: input.planId,
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
    skips: parseSkips(row.skips).map(({ officerId, date, days = 1, reason }) => ({
      officerName: names.get(officerId)?.name ?? officerId,
      reason: `${date}${days > 1 ? ` 起 ${days} 天` : ''} ${skipReasonLabels[reason]}`,
    })),
    state: row.state,
    inspectionId: row.inspection_id,
  }));
}

/** Draws again from what is stored and compares every pick, and since method 2 every pair and skip. */
export async function checkPlan(db: ReadDb, id: string): Promise<RouteOutput<'plan.verify'>> {
  const plan = await getPlan(db, id);
  const differs = (difference: string) => ({ ok: false, message: `复算不一致：${difference}` });
  const { publicValue, officeNonce } = parseSeedParts(plan.seed_parts);
  const seedParts = { publicValue, officeNonce };
  const rows = await listDrawnVisits(db, id);
  if (plan.freeze_id === null) {
    const result = verifyDraw({
      algorithm: plan.algorithm,
      populationText: plan.population,
      populationSha256: plan.population_sha256,
      quotas: (JSON.parse(plan.strata) as PlanStratum[]).map(({ id: stratum, count }) => ({ stratum, count })),
      seedParts,
      seed: plan.seed,
      picks: rows.map(({ code, stratum, rank, draw_key }) => ({ code, stratum, rank, key: draw_key })),
    });
    return result.ok
      ? {
          ok: true,
          message: `复算一致：候选 ${result.candidates} 个，抽中 ${result.picks} 个（第 ${FIRST_METHOD} 版方法，不含人员）`,
        }
      : differs(result.firstDifference);
  }
  if (plan.algorithm !== DRAW_METHOD)
    return differs(`抽取方法版本 ${plan.algorithm} 不是本程序所知的版本，请用更新的程序核验`);
  const freeze = await getFreezeRecord(db, plan.freeze_id);
  const changes = groupRows(await listPlanChanges(db, id), ({ visit_id }) => visit_id);
  const drawn = new Map<string, ReturnType<typeof drawnPair>>();
  for (const row of rows) {
    const pair = drawnPair(
      { officer1Id: row.officer1_id, officer2Id: row.officer2_id },
      (changes.get(row.id) ?? []).map(({ before, after }) => ({
        before: parsePlace(before),
        after: parsePlace(after),
      })),
    );
    if (!pair.ok) return differs(`${row.code} 现在的检查人员与换人记录接不上`);
    drawn.set(row.id, pair);
  }
  const result = verifyFrozen({
    listText: freeze.list,
    listSha256: freeze.list_sha256,
    listSm3: freeze.list_sm3,
    nonceSha256: freeze.nonce_sha256,
    seedParts,
    seed: plan.seed,
    resultText: freeze.result ?? '',
    visits: rows.map((row) => ({
      code: row.code,
      stratum: row.stratum,
      rank: row.rank,
      key: row.draw_key,
      batchNo: row.batch_no,
      date: row.date,
      ...pairOf(drawn.get(row.id)),
      skips: parseSkips(row.skips),
    })),
  });
  if (!result.ok) return differs(result.firstDifference);
  const ids = subjectIdsOf(freeze);
  const other = rows.find((row) => ids.get(row.code) !== row.subject_id);
  if (other) return differs(`检查安排中 ${other.code} 指向了另一个主体`);
  const exchanged = rows.filter((row) => {
    const pair = pairOf(drawn.get(row.id));
    return pair.officer1Id !== row.officer1_id || pair.officer2Id !== row.officer2_id;
  }).length;
  const moved = result.moved > 0 ? `，其中 ${result.moved} 户抽取后改过日期` : '';
  const replaced = exchanged > 0 ? `，${exchanged} 户抽取后换过人员（见变更记录）` : '';
  return {
    ok: true,
    message: `复算一致：候选 ${result.candidates} 个，抽中 ${result.picks} 个，检查人员和跳过情况也一致${moved}${replaced}`,
  };
}

const pairOf = (pair: ReturnType<typeof drawnPair> | undefined) =>
  pair?.ok ? { officer1Id: pair.officer1Id, officer2Id: pair.officer2Id } : { officer1Id: null, officer2Id: null };
