import type { PlanStratum } from '#shared/domain/plan/plan';
import { parsePopulation } from '#shared/domain/plan/population';
import { visitReasons } from '#shared/domain/plan/visit-reasons';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import { subjectIdsOf } from './draw-service';
import { getFreezeRecord } from './freeze-service';
import { findPopulation, listDrawnVisits, listNamesByCode, listSubjectNames } from './plan-repository';
import { getPlan } from './plan-service';
import { parseExclusions } from './plan-view';

type Page = RouteOutput<'plan.list-reasons'>;

/** Why each subject of a draw is visited or is not, a page of it. */
export async function viewReasons(db: ReadDb, input: ParsedInput<'plan.list-reasons'>): Promise<Page> {
  const plan = await getPlan(db, input.planId);
  const exclusions = parseExclusions(plan.exclusions);
  const visits = await listDrawnVisits(db, input.planId);
  const all = visitReasons({
    candidates: parsePopulation((await findPopulation(db, input.planId)) ?? '').candidates,
    exclusions,
    drawn: new Map(visits.map(({ code, rank, batch_no, stratum }) => [code, { rank, batchNo: batch_no, stratum }])),
    strata: JSON.parse(plan.strata) as PlanStratum[],
  });
  const counts = { visited: 0, not_drawn: 0, excluded: 0 };
  for (const { group } of all) counts[group] += 1;
  const ofGroup = input.group ? all.filter(({ group }) => group === input.group) : all;
  const named = await naming(db, plan.freeze_id, visits, new Map(exclusions.map(({ code, name }) => [code, name])));
  const query = input.query?.trim() ?? '';
  const found = query === '' ? ofGroup : await search(ofGroup, query, named);
  const rows = found.slice(input.offset, input.offset + input.limit);
  const names = await named(rows.map(({ code }) => code));
  return {
    rows: rows.map((row) => ({ ...row, ...(names.get(row.code) ?? { subjectId: null, name: row.code }) })),
    total: found.length,
    counts,
  };
}

type Named = ReadonlyMap<string, { readonly subjectId: string | null; readonly name: string }>;
type Naming = (codes: readonly string[]) => Promise<Named>;

async function naming(
  db: ReadDb,
  freezeId: string | null,
  visits: Awaited<ReturnType<typeof listDrawnVisits>>,
  left: ReadonlyMap<string, string>,
): Promise<Naming> {
  const ids = new Map(freezeId === null ? [] : subjectIdsOf(await getFreezeRecord(db, freezeId)));
  for (const { code, subject_id } of visits) ids.set(code, subject_id);
  return async (codes) => {
    const names = await listSubjectNames(
      db,
      codes.flatMap((code) => ids.get(code) ?? []),
    );
    const unknown = codes.filter((code) => !ids.has(code));
    const byCode = new Map((await listNamesByCode(db, unknown)).map((row) => [row.code, row]));
    return new Map(
      codes.map((code) => {
        const subjectId = ids.get(code) ?? byCode.get(code)?.id ?? null;
        const name = names.get(subjectId ?? '') ?? byCode.get(code)?.name ?? left.get(code) ?? code;
        return [code, { subjectId, name }];
      }),
    );
  };
}

async function search<T extends { readonly code: string }>(rows: readonly T[], query: string, named: Naming) {
  const names = await named(rows.map(({ code }) => code));
  return rows.filter(({ code }) => code.includes(query.toUpperCase()) || (names.get(code)?.name ?? '').includes(query));
}
