import { actsInForce, type MeasuresPack } from '#shared/domain/dishonesty/acts';
import { createDishonesty, type Dishonesty, transition } from '#shared/domain/dishonesty/dishonesty';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { getActiveSubject } from '../../db/subject-match';
import type { WriteTx } from '../../db/write-tx';
import { findLinkedFact, listDishonestyOf } from './dishonesty-repository';
import { loadDishonesty } from './load-dishonesty';

type CreateInput = ParsedInput<'dishonesty.create'>;

export async function registerDishonesty(
  tx: WriteTx,
  input: CreateInput,
  lists: readonly MeasuresPack[],
): Promise<Dishonesty> {
  const subject = await getActiveSubject(tx.db, input.subjectId);
  if (input.factId) await requireFact(tx.db, input.factId, subject.id);
  await requireNew(tx.db, input);
  const draft = { ...input, factId: input.factId ?? null, publishedOn: input.publishedOn ?? null };
  const record = createDishonesty(tx.newId(), draft, actsInForce(lists, input.decidedOn), tx.today);
  tx.insert('dishonesty', {
    id: record.id,
    subject_id: record.subjectId,
    fact_id: record.factId,
    act_code: record.actCode,
    regime: record.regime,
    class: record.class,
    document_no: record.documentNo,
    authority: record.authority,
    decided_on: record.decidedOn,
    act_summary: record.actSummary,
    penalty: record.penalty,
    published_on: record.publishedOn,
    state: record.state,
    state_on: record.stateOn,
    created_at: tx.now,
  });
  return record;
}

async function requireFact(db: ReadDb, factId: string, subjectId: string): Promise<void> {
  const at = [{ path: 'factId', message: '信用信息不可用' }];
  const fact = await findLinkedFact(db, factId);
  if (fact?.subject_id !== subjectId)
    throw new AppError('not_found', '没有找到所选的信用信息，或者它不属于这个监管对象。请重新选择。', at);
  if (fact.state !== 'active')
    throw new AppError('bad_state', '所选的信用信息已撤销或已修复，不能再据此认定失信。', at);
}

/** One document, one act, one record under each regime. */
async function requireNew(db: ReadDb, { subjectId, regime, actCode, documentNo }: CreateInput): Promise<void> {
  const known = (await listDishonestyOf(db, [subjectId])).find(
    (row) =>
      row.state !== 'withdrawn' && row.regime === regime && row.act_code === actCode && row.document_no === documentNo,
  );
  if (known)
    throw new AppError('conflict', `这份文书（${documentNo}）的同一失信行为已经登记过，请勿重复登记。`, [
      { path: 'documentNo', message: '已登记' },
    ]);
}

export async function withdrawDishonesty(
  tx: WriteTx,
  { id, on, reason }: ParsedInput<'dishonesty.withdraw'>,
): Promise<Dishonesty> {
  const { record } = await loadDishonesty(tx.db, id);
  const next = transition(record, { type: 'withdraw', on, reason }, { today: tx.today });
  tx.update('dishonesty', id, { state: next.state, state_on: next.stateOn });
  return next;
}

/** What a grant does to the record and to the fact behind it, which so leaves the rating. */
export async function markRepaired(tx: WriteTx, record: Dishonesty, on: string, reason: string): Promise<void> {
  const next = transition(record, { type: 'repair', on }, { today: tx.today });
  tx.update('dishonesty', record.id, { state: next.state, state_on: next.stateOn });
  const fact = record.factId ? await findLinkedFact(tx.db, record.factId) : undefined;
  if (fact?.state === 'active') tx.update('fact', fact.id, { state: 'repaired', state_on: on, state_reason: reason });
}
