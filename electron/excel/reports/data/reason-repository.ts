import type { Population } from '#shared/domain/plan/population';
import { type VisitReason, visitReasons } from '#shared/domain/plan/visit-reasons';
import type { ReadDb } from '../../../db/dialect';
import { listCandidateNames } from './freeze-repository';
import { getPlan } from './plan-repository';

type ReasonRow = VisitReason & { readonly name: string };

/** Every subject of a draw with its name, and why it is visited or is not. @throws AppError `not_found` */
export async function listReasons(db: ReadDb, planId: string) {
  const plan = await getPlan(db, planId);
  const names = new Map(plan.exclusions.map(({ code, name }) => [code, name]));
  if (plan.freeze) {
    const known = await listCandidateNames(db, plan.freeze.subjectIds);
    plan.freeze.list.population.candidates.forEach(({ code }, index) => {
      names.set(code, known[index] ?? '');
    });
  } else for (const [code, name] of await namesOfCodes(db, plan.population)) names.set(code, name);
  for (const { code, subjectName } of plan.visits) names.set(code, subjectName);
  const rows = visitReasons({
    candidates: plan.population.candidates,
    exclusions: plan.exclusions,
    drawn: new Map(plan.visits.map(({ code, rank, batchNo, stratum }) => [code, { rank, batchNo, stratum }])),
    strata: plan.strata,
  });
  return { plan, rows: rows.map((row): ReasonRow => ({ ...row, name: names.get(row.code) || row.code })) };
}

/** Draws of the first method kept no ids: their codes name the subjects. */
async function namesOfCodes(db: ReadDb, { candidates }: Population): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const codes = candidates.map(({ code }) => code);
  for (let from = 0; from < codes.length; from += 500) {
    const part = codes.slice(from, from + 500);
    for (const column of ['uscc', 'agency_code', 'id'] as const)
      for (const { code, name } of await db
        .selectFrom('subject')
        .select([`${column} as code`, 'name'])
        .where(column, 'in', part)
        .where('withdrawn_at', 'is', null)
        .execute())
        if (code !== null && !names.has(code)) names.set(code, name);
  }
  return names;
}
