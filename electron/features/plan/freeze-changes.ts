import { linesOf, readFrozenList } from '#shared/domain/plan/frozen-list';
import { freezePlan, previewPlan } from '#shared/domain/plan/plan';
import { AppError } from '#shared/kernel/errors';
import type { GatheredPlan } from './gather-plan';

export type FreezeChanges = {
  readonly sentences: readonly string[];
  /** Candidates of the frozen list who would not be candidates today. */
  readonly gone: ReadonlySet<string>;
  /** Of these, the ones whom another draw of the year has taken in the meantime. */
  readonly takenElsewhere: readonly string[];
};

/** Says what has become different since the list was frozen. The frozen list counts all the same: that is its point. */
export function changesSince(listText: string, nonceSha256: string, now: GatheredPlan): FreezeChanges {
  try {
    const then = readFrozenList(listText);
    const candidates = new Map(previewPlan(now).population.candidates.map(({ code, stratum }) => [code, stratum]));
    const planned = new Set(
      now.subjects.filter(({ flags }) => flags.includes('planned_this_year')).map(({ code }) => code),
    );
    const gone = then.population.candidates.filter(({ code }) => !candidates.has(code)).map(({ code }) => code);
    const moved = then.population.candidates.filter(({ code, stratum }) => {
      const present = candidates.get(code);
      return present !== undefined && present !== stratum;
    });
    const added = candidates.size - (then.population.candidates.length - gone.length);
    const sentences: string[] = [];
    if (gone.length + moved.length + added > 0)
      sentences.push(
        `冻结后候选名录有变化：新增 ${added} 户、减少 ${gone.length} 户、改层 ${moved.length} 户。抽取仍以冻结的名录为准。`,
      );
    const names = changedOfficers(listText, then.officers, now);
    if (names.length > 0)
      sentences.push(`冻结后执法人员情况有变化：${names.join('、')}。抽取仍以冻结的人员名单为准，检查前请核对。`);
    if (rulesDiffer(listText, nonceSha256, now))
      sentences.push('冻结后抽样规则或工作日历有变化。抽取仍以冻结时的规则和日期为准。');
    return { sentences, gone: new Set(gone), takenElsewhere: gone.filter((code) => planned.has(code)) };
  } catch (error) {
    // a list that can no longer be made today is still a list; what hinders it today is worth knowing
    if (error instanceof AppError)
      return { sentences: [`按现在的情况不能再冻结同样的名录：${error.message}`], gone: new Set(), takenElsewhere: [] };
    throw error;
  }
}

/** Avoidances are compared by the codes of the frozen list only, as they stand in it. */
function changedOfficers(
  listText: string,
  then: readonly { readonly id: string; readonly name: string }[],
  now: GatheredPlan,
): string[] {
  const list = readFrozenList(listText);
  const codes = new Set(list.population.candidates.map(({ code }) => code));
  const plain = (one: (typeof list.officers)[number]) =>
    JSON.stringify([
      one.name,
      one.certificateUntil,
      one.leaves.map(({ from, to }) => `${from}~${to}`).sort(),
      [...new Set(one.busy)].sort(),
      [...one.skills].sort(),
      one.avoids.filter((code) => codes.has(code)).sort(),
    ]);
  const [before, after] = [list.officers, now.officers].map((all) => new Map(all.map((one) => [one.id, plain(one)])));
  const changed = then.filter(({ id }) => before?.get(id) !== after?.get(id)).map(({ name }) => name);
  const added = now.officers.filter(({ id }) => !before?.has(id)).map(({ name }) => name);
  return [...changed, ...added];
}

function rulesDiffer(listText: string, nonceSha256: string, now: GatheredPlan): boolean {
  // without candidates or quotas there is no list to compare, and the sentence above has said so
  const preview = previewPlan(now);
  if (preview.population.candidates.length === 0 || preview.total === 0) return false;
  const today = freezePlan(now, nonceSha256).listText;
  return ['rule', 'days'].some((kind) => linesOf(today, kind) !== linesOf(listText, kind));
}
