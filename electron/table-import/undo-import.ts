import * as z from 'zod';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../db/dialect';
import { rowHash } from '../db/row-hash';
import type { WriteTx } from '../db/write-tx';
import type { JobContext } from '../ipc/context';
import {
  findBatch,
  findImportSeq,
  listChanges,
  listDependents,
  listInsertedFacts,
  listInsertedSubjects,
  listMergedFacts,
  listMergedSubjects,
  listTouched,
} from './import-repository';

type Undone = { readonly withdrawn: number; readonly restored: number };

const LISTED = 3;

/**
 * Takes a whole import back: what it brought is withdrawn, what it merged into is as it was before. Refused when
 * somebody has built on it since; ratings are no obstacle, they keep the facts they were made from.
 */
export async function undoImport(batchId: string, { write, progress }: JobContext): Promise<Undone> {
  return write({ object: `import:${batchId}`, summary: '撤销导入' }, async (tx, sharpen) => {
    const batch = await findBatch(tx.db, batchId);
    if (!batch) throw new AppError('not_found', '没有找到这次导入，请刷新后重试。');
    if (batch.state === 'undone')
      throw new AppError('bad_state', `这次导入（${batch.file_name}）已于 ${(batch.undone_at ?? '').slice(0, 10)} 撤销，不能再次撤销。`);
    progress('核对导入后的变动', 0, null);
    refuseBlocked([...(await listDependents(tx.db, batchId)), ...(await listChangedSince(tx.db, batchId))]);
    const withdrawn = await withdrawInserted(tx, batchId, progress);
    const restored = (await restoreMerged(tx, batchId, 'subject')) + (await restoreMerged(tx, batchId, 'fact'));
    tx.update('import_batch', batchId, { state: 'undone', undone_at: tx.now });
    sharpen({ summary: `撤销导入“${batch.file_name}”：撤回 ${withdrawn} 条，恢复 ${restored} 条` });
    return { withdrawn, restored };
  });
}

function refuseBlocked(blockers: readonly { readonly name: string; readonly what: string }[]): void {
  if (blockers.length === 0) return;
  const listed = blockers.slice(0, LISTED).map(({ name, what }) => `“${name}”${what === '' ? '又被修改' : `有${what}`}`);
  const more = blockers.length > LISTED ? `等 ${blockers.length} 处` : '';
  throw new AppError('conflict', `不能撤销：导入之后${listed.join('，')}${more}。请先撤销或处理这些记录，再撤销导入。`);
}

/** Rows that no longer look as the import left them, by the fingerprints of its audit entry. */
async function listChangedSince(db: ReadDb, batchId: string) {
  const seq = await findImportSeq(db, batchId);
  const changed: { name: string; what: string }[] = [];
  const left = async (table: 'subject' | 'fact') =>
    new Map((await listTouched(db, seq, table)).map(({ record_id, hash }) => [record_id, Buffer.from(hash)]));
  const subjects = await left('subject');
  for (const row of [...(await listInsertedSubjects(db, batchId)), ...(await listMergedSubjects(db, batchId))])
    if (!subjects.get(row.id)?.equals(rowHash('subject', row))) changed.push({ name: row.name, what: '' });
  const facts = await left('fact');
  for (const row of [...(await listInsertedFacts(db, batchId)), ...(await listMergedFacts(db, batchId))])
    if (!facts.get(row.id)?.equals(rowHash('fact', row))) changed.push({ name: row.source_no || row.summary.slice(0, 30), what: '' });
  return changed;
}

async function withdrawInserted(tx: WriteTx, batchId: string, progress: JobContext['progress']): Promise<number> {
  const facts = await listInsertedFacts(tx.db, batchId);
  const subjects = await listInsertedSubjects(tx.db, batchId);
  const total = facts.length + subjects.length;
  let done = 0;
  const step = () => {
    done += 1;
    if (done % 500 === 0) progress('撤销导入', done, total);
  };
  for (const { id } of facts) {
    tx.update('fact', id, { state: 'withdrawn', state_on: tx.today, state_reason: '随导入撤销' });
    step();
  }
  for (const { id } of subjects) {
    tx.update('subject', id, { withdrawn_at: tx.now });
    step();
  }
  return total;
}

const storedRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

async function restoreMerged(tx: WriteTx, batchId: string, table: 'subject' | 'fact'): Promise<number> {
  const changes = await listChanges(tx.db, batchId, table);
  for (const { record_id, before } of changes) {
    const { id: _id, ...row } = storedRow.parse(JSON.parse(before));
    tx.update(table, record_id, row);
  }
  return changes.length;
}
