import { formatBasis } from '#shared/domain/basis/basis';
import { pairProblems } from '#shared/domain/inspection/officer-pair';
import { inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { isOnSiteKind, type VisitCapPack } from '#shared/domain/plan/visit-cap';
import { visitCauses } from '#shared/domain/plan/visit-cause';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { getOfficersOnDuty } from '../../db/officers-on-duty';
import { findCapException, findDeskFirst, listOnSiteVisits } from '../../db/visit-cap';
import {
  countTasks,
  listDeskFirst,
  listSameMonth,
  listTaskIds,
  listTaskOfficers,
  listTasks,
  type TaskFilter,
} from './task-repository';

export type Task = RouteOutput<'plan.list-tasks'>['rows'][number];

/** The tasks of these ids in their order, with the officers by name. */
export async function viewTasks(db: ReadDb, ids: readonly string[]): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await listTasks(db, ids)).map((row) => [row.id, row]));
  const officerIds = [...rows.values()].flatMap(({ officer1, officer2 }) => [officer1, officer2]);
  const officers = new Map(
    (await listTaskOfficers(db, [...new Set(officerIds.filter((id) => id !== null))])).map((one) => [one.id, one]),
  );
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const { officer1, officer2, kind, cause, overCap, ...rest } = row;
    return {
      ...rest,
      kind: inspectionKinds.find((code) => code === kind) ?? 'double_random',
      cause: visitCauses.find((code) => code === cause) ?? null,
      officers: [officer1, officer2].flatMap((one) => officers.get(one ?? '') ?? []),
      overCap: overCap === 1,
    };
  });
}

export async function viewTaskPage(
  db: ReadDb,
  input: ParsedInput<'plan.list-tasks'>,
): Promise<RouteOutput<'plan.list-tasks'>> {
  const filter: TaskFilter & { offset: number; limit: number } = input;
  return { rows: await viewTasks(db, await listTaskIds(db, filter)), total: await countTasks(db, filter) };
}

export async function getTask(db: ReadDb, id: string): Promise<Task> {
  const [task] = await viewTasks(db, [id]);
  if (!task) throw new AppError('not_found', '没有找到这次检查任务，请刷新后重试。');
  return task;
}

/** Everything that a form shows beside a visit before it is arranged or begun. */
export async function checkVisit(
  db: ReadDb,
  pack: VisitCapPack,
  input: ParsedInput<'plan.check-visit'>,
): Promise<RouteOutput<'plan.check-visit'>> {
  const { subjectId, date, kind, cause, officerIds, visitId, step } = input;
  const year = Number(date.slice(0, 4));
  const visits = await listOnSiteVisits(db, pack, {
    subjectId,
    year,
    planned: step === 'arrange',
    exceptVisitId: visitId,
  });
  const month = date.slice(0, 7);
  const same = await listTaskIds(db, {
    subjectId,
    state: 'planned',
    from: `${month}-01`,
    to: `${month}-31`,
    offset: 0,
    limit: 20,
  });
  return {
    cap: {
      cap: pack.cap,
      year,
      visits: [...visits],
      over: visits.length >= pack.cap,
      exceptionCauses: [...pack.exceptionCauses],
      counting: pack.counting,
      basis: formatBasis(pack.basis),
      verified: pack.verified,
    },
    passed: visitId !== undefined && (await findCapException(db, visitId)) !== undefined,
    onSite: isOnSiteKind(pack, kind),
    deskFirst: isOnSiteKind(pack, kind) ? await findDeskFirst(db, pack, subjectId, cause) : null,
    problems: await officerProblems(db, officerIds, subjectId, date),
    sameMonth: (
      await viewTasks(
        db,
        same.filter((id) => id !== visitId),
      )
    ).filter(({ mergedInto }) => mergedInto === null),
  };
}

async function officerProblems(db: ReadDb, ids: readonly string[], subjectId: string, on: IsoDate): Promise<string[]> {
  if (ids.length === 0) return [];
  try {
    return pairProblems(await getOfficersOnDuty(db, ids, { subjectId, on }), on).map(({ message }) => message);
  } catch (error) {
    // what arranging would refuse is said beforehand, in the same words
    if (error instanceof AppError) return [error.message];
    throw error;
  }
}

const MOST_GROUPS = 200;

export async function viewSameMonth(
  db: ReadDb,
  { from, to }: ParsedInput<'plan.list-same-month'>,
): Promise<RouteOutput<'plan.list-same-month'>> {
  const found = await listSameMonth(db, from, to, MOST_GROUPS + 1);
  const groups = await Promise.all(
    found.slice(0, MOST_GROUPS).map(async ({ subjectId, month, ids }) => {
      const tasks = (await viewTasks(db, ids.split(','))).sort((a, b) => (a.date < b.date ? -1 : 1));
      return { subjectId, subjectName: tasks[0]?.subjectName ?? '', month, tasks };
    }),
  );
  return { groups, more: found.length > MOST_GROUPS };
}

const MOST_PROPOSALS = 200;

export async function viewDeskFirst(
  db: ReadDb,
  pack: VisitCapPack,
  { from, to }: ParsedInput<'plan.list-desk-first'>,
): Promise<RouteOutput<'plan.list-desk-first'>> {
  const { gradePacks, grades, tags, unlessCauses, reason } = pack.deskReviewFirst;
  const found = await listDeskFirst(db, {
    gradePacks,
    grades,
    tags,
    unlessCauses,
    deskKinds: pack.notOnSiteKinds,
    from,
    to,
    limit: MOST_PROPOSALS + 1,
  });
  const ids = found.slice(0, MOST_PROPOSALS).map(({ id }) => id);
  return {
    rows: (await viewTasks(db, ids)).map((task) => ({ task, reason })),
    more: found.length > MOST_PROPOSALS,
  };
}

/** The rule in the words of the domain, for one task. */
export const deskReason = async (db: ReadDb, pack: VisitCapPack, task: Task): Promise<string | null> =>
  findDeskFirst(db, pack, task.subjectId, task.cause);
