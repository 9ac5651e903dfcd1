import { DRAW_METHOD, drawFrozen } from '#shared/domain/plan/draw-frozen';
import { readFrozenList } from '#shared/domain/plan/frozen-list';
import type { PlanStratum } from '#shared/domain/plan/plan';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { DRAWN_ONLY } from '../../db/visit-row';
import type { WriteTx } from '../../db/write-tx';
import type { ReadContext } from '../../ipc/context';
import { listDrawnBatches } from './freeze-repository';
import { type FreezeRecord, findChanges, getFreezeRecord } from './freeze-service';
import { listSubjectNames } from './plan-repository';
import { viewProblems } from './plan-view';

export type Drawn = RouteOutput<'plan.draw'> & { readonly title: string };

/** Draws from a frozen list, and stores everything that is needed to draw again. */
export async function storeDraw(
  tx: WriteTx,
  input: ParsedInput<'plan.draw'>,
  packs: ReadContext['packs'],
): Promise<Drawn> {
  checkTypists(input);
  const freeze = await getFreezeRecord(tx.db, input.freezeId);
  await checkFreeze(tx, freeze);
  // read inside the transaction: a draw made at the same moment must already be seen
  const changes = await findChanges(freeze, { db: tx.db, packs });
  if (changes.takenElsewhere.length > 0)
    throw new AppError(
      'conflict',
      `名录中有 ${changes.takenElsewhere.length} 户在冻结之后已被其他抽查计划抽中，本次没有抽取。请停用这份名录，重新冻结并公布。`,
    );

  const seedParts = { publicValue: input.publicValue, officeNonce: freeze.nonce };
  const list = readFrozenList(freeze.list);
  const drawn = drawFrozen(list, freeze.list_sha256, seedParts);
  const ids = subjectIdsOf(freeze);
  const gone = drawn.visits.filter(({ code }) => changes.gone.has(code)).map(({ code }) => code);
  const names = await listSubjectNames(tx.db, [
    ...drawn.problems.flatMap(({ code }) => ids.get(code ?? '') ?? []),
    ...gone.flatMap((code) => ids.get(code) ?? []),
  ]);
  const nameOf = new Map([...ids].flatMap(([code, id]) => (names.has(id) ? [[code, names.get(id) ?? code]] : [])));
  const problems = [
    ...(JSON.parse(freeze.problems) as string[]),
    ...changes.sentences,
    ...(gone.length > 0
      ? [`抽中的 ${gone.map((code) => nameOf.get(code) ?? code).join('、')}在冻结后已不在候选范围，请核实后再检查。`]
      : []),
    ...viewProblems(drawn.problems, nameOf),
  ];
  const planId = tx.newId();
  tx.insert('plan', {
    id: planId,
    year: freeze.year,
    title: freeze.title,
    pack_id: freeze.pack_id,
    pack_version: freeze.pack_version,
    pack: freeze.pack,
    strata: freeze.strata,
    exclusions: freeze.exclusions,
    population: list.population.text,
    population_sha256: list.population.sha256,
    seed_parts: JSON.stringify({
      ...seedParts,
      witnesses: input.witnesses,
      typists: `${input.typedBy}、${input.typedAgainBy}`,
    }),
    seed: drawn.seed,
    algorithm: DRAW_METHOD,
    problems: JSON.stringify(problems),
    state: 'drawn',
    void_reason: null,
    officer_id: tx.actor.id,
    created_at: tx.now,
    freeze_id: freeze.id,
    void_by: null,
    void_second: null,
    void_at: null,
    campaign_id: null,
  });
  const kinds = kindsOf(freeze.strata);
  for (const visit of drawn.visits)
    tx.insert('visit', {
      ...DRAWN_ONLY,
      id: tx.newId(),
      plan_id: planId,
      subject_id: ids.get(visit.code) ?? '',
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
      kind: kinds.get(visit.stratum) ?? null,
      created_at: tx.now,
    });
  tx.update('plan_freeze', freeze.id, { state: 'drawn', plan_id: planId, result: drawn.resultText });
  return { planId, visits: drawn.visits.length, problems, title: freeze.title };
}

const kindsOf = (strata: string): ReadonlyMap<string, string> =>
  new Map((JSON.parse(strata) as PlanStratum[]).map(({ id, inspectionKind }) => [id, inspectionKind]));

function checkTypists({ publicValue, publicValueAgain, typedBy, typedAgainBy }: ParsedInput<'plan.draw'>): void {
  if (typedBy === typedAgainBy)
    throw new AppError('bad_input', '公开随机值须由两个人各输入一遍，请填写两名不同的输入人。', [
      { path: 'typedAgainBy', message: '须是另一个人' },
    ]);
  if (publicValue !== publicValueAgain)
    throw new AppError('bad_input', '两人输入的公开随机值不一致，本次没有抽取，请各自核对后重新输入。', [
      { path: 'publicValueAgain', message: '两人输入的不一致，请各自核对后重新输入' },
    ]);
}

async function checkFreeze(tx: WriteTx, freeze: FreezeRecord): Promise<void> {
  if (freeze.state === 'drawn')
    throw new AppError('conflict', '这份名录已经抽取过，一份名录只能抽取一次。抽取有误的，请作废后重新冻结。');
  if (freeze.state === 'discarded') throw new AppError('bad_state', '这份名录已经停用，请重新冻结名录。');
  if (tx.now < freeze.created_at)
    throw new AppError('bad_state', '电脑时间早于这份名录的冻结时间，本次没有抽取，请先校正电脑的日期和时间。');
  if (freeze.scope === 'year') return;
  const drawn = await listDrawnBatches(tx.db, freeze.year, freeze.pack_id);
  if (drawn.some(({ batchNo }) => batchNo === freeze.batch_no))
    throw new AppError(
      'conflict',
      `${freeze.year} 年第 ${freeze.batch_no} 批已经抽取，本次没有抽取。请停用这份名录，另行冻结下一批。`,
    );
}

/** Subject id of each candidate's code, as it was on the day of the freeze. */
export function subjectIdsOf(freeze: Pick<FreezeRecord, 'list' | 'subject_ids'>): ReadonlyMap<string, string> {
  const ids = freeze.subject_ids.split('\n');
  return new Map(readFrozenList(freeze.list).population.candidates.map(({ code }, index) => [code, ids[index] ?? '']));
}
