import * as z from 'zod';
import { hashList } from '#shared/domain/plan/frozen-list';
import { freezePlan } from '#shared/domain/plan/plan';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { sha256Hex } from '#shared/kernel/sha256';
import type { ReadDb } from '../../db/dialect';
import type { WriteTx } from '../../db/write-tx';
import type { ReadContext } from '../../ipc/context';
import { changesSince } from './freeze-changes';
import { findFreeze, findFreezeRecord, findLatestMoment, listFreezes } from './freeze-repository';
import { type GatheredPlan, gatherPlan } from './gather-plan';
import { parseExclusions, parseProblems, viewExclusions, viewProblems, viewStrata } from './plan-view';

const batchesColumn = z.array(z.number());
const officerIdsColumn = z.array(z.string());

/** Writes down the list, its hashes and the commitment to the nonce; from here on only chance is open. */
export async function storeFreeze(
  tx: WriteTx,
  input: ParsedInput<'plan.freeze'>,
  gathered: GatheredPlan,
  nonce: string,
): Promise<RouteOutput<'plan.freeze'>> {
  const nonceSha256 = sha256Hex(nonce);
  const frozen = freezePlan(gathered, nonceSha256);
  const hashes = hashList(frozen.listText);
  const latest = await findLatestMoment(tx.db);
  const clock = latest !== null && tx.now < latest ? [CLOCK_BEHIND] : [];
  const id = tx.newId();
  tx.insert('plan_freeze', {
    id,
    year: input.year,
    title: input.title,
    pack_id: gathered.pack.id,
    pack_version: gathered.pack.version,
    pack: JSON.stringify(gathered.pack),
    scope: input.scope,
    batch_no: gathered.series?.batchNo ?? null,
    start_on: input.startOn,
    officer_ids: JSON.stringify(input.officerIds),
    strata: JSON.stringify(frozen.strata),
    batches: JSON.stringify(frozen.spread.batches),
    exclusions: JSON.stringify(viewExclusions(frozen, gathered.names)),
    subject_ids: frozen.subjectIds.join('\n'),
    list: frozen.listText,
    list_sha256: hashes.sha256,
    list_sm3: hashes.sm3,
    officers_sha256: hashes.officersSha256,
    population_size: frozen.population.candidates.length,
    total: frozen.total,
    officer_count: gathered.officers.length,
    nonce,
    nonce_sha256: nonceSha256,
    problems: JSON.stringify([...clock, ...viewProblems(frozen.problems, gathered.names)]),
    state: 'frozen',
    discard_reason: null,
    plan_id: null,
    result: null,
    officer_id: tx.actor.id,
    created_at: tx.now,
  });
  return { freezeId: id, listSha256: hashes.sha256, listSm3: hashes.sm3 };
}

const CLOCK_BEHIND = '电脑时间早于上一次冻结或抽取的时间，请核对电脑的日期和时间。';

export const viewFreezes = async (db: ReadDb): Promise<RouteOutput<'plan.list-freezes'>['freezes']> =>
  await listFreezes(db);

export async function viewFreeze(
  id: string,
  context: Pick<ReadContext, 'db' | 'packs'>,
): Promise<RouteOutput<'plan.get-freeze'>> {
  const found = await findFreeze(context.db, id);
  if (!found) throw new AppError('not_found', NO_FREEZE);
  const { strata, batches, exclusions, problems, ...summary } = found;
  const stale = summary.state === 'frozen' ? await findChanges(await getFreezeRecord(context.db, id), context) : null;
  return {
    ...summary,
    strata: viewStrata(strata),
    batches: batchesColumn.parse(JSON.parse(batches)),
    exclusions: parseExclusions(exclusions),
    problems: parseProblems(problems),
    changes: [...(stale?.sentences ?? [])],
  };
}

const NO_FREEZE = '没有找到这份冻结的名录，请刷新后重试。';

export type FreezeRecord = NonNullable<Awaited<ReturnType<typeof findFreezeRecord>>>;

export async function getFreezeRecord(db: ReadDb, id: string): Promise<FreezeRecord> {
  const freeze = await findFreezeRecord(db, id);
  if (!freeze) throw new AppError('not_found', NO_FREEZE);
  return freeze;
}

/** What the same rules would freeze today, beside what was frozen. */
export async function findChanges(freeze: FreezeRecord, context: Pick<ReadContext, 'db' | 'packs'>) {
  const officerIds = officerIdsColumn.parse(JSON.parse(freeze.officer_ids));
  const wanted = {
    year: freeze.year,
    packId: freeze.pack_id,
    startOn: freeze.start_on,
    scope: freeze.scope,
    officerIds,
  };
  return changesSince(freeze.list, freeze.nonce_sha256, await gatherPlan(wanted, context));
}

/** Puts a list away that shall not be drawn from; it stays listed. */
export async function discardFreeze(tx: WriteTx, { id, reason }: ParsedInput<'plan.discard-freeze'>): Promise<string> {
  const freeze = await getFreezeRecord(tx.db, id);
  if (freeze.state !== 'frozen')
    throw new AppError(
      'bad_state',
      freeze.state === 'drawn'
        ? '这份名录已经抽取，不能停用；抽取有误的，请作废抽取。'
        : '这份名录已经停用，不用再办。',
    );
  tx.update('plan_freeze', id, { state: 'discarded', discard_reason: reason });
  return freeze.title;
}
