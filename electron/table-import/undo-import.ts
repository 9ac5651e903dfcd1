import * as z from 'zod';
import { AppError } from '#shared/kernel/errors';
import { rowHash } from '../db/row-hash';
import type { WriteTx } from '../db/write-tx';
import type { JobContext } from '../ipc/context';
import {
  findBatch,
  findImportSeq,
  type ImportedTable,
  listDependents,
  listInserted,
  streamChanges,
  streamFacts,
  streamFilings,
  streamSubjects,
  streamTouched,
} from './import-repository';

type Blocker = { readonly name: string; readonly what: string };
type Undone = { readonly withdrawn: number; readonly restored: number };

const LISTED = 3;
const TABLES = ['subject', 'fact', 'filing'] as const;

/**
 * Takes a whole import back: what it brought is withdrawn, what it merged into is as it was before. Refused when
 * somebody has built on it since; ratings are no obstacle, they keep the facts they were made from.
 */
export async function undoImport(batchId: string, context: JobContext): Promise<Undone> {
  const { write, progress, store } = context;
  return write({ object: `import:${batchId}`, summary: '撤销导入' }, async (tx, sharpen) => {
    const batch = await findBatch(tx.db, batchId);
    if (!batch) throw new AppError('not_found', '没有找到这次导入，请刷新后重试。');
    if (batch.state === 'undone')
      throw new AppError(
        'bad_state',
        `这次导入（${batch.file_name}）已于 ${(batch.undone_at ?? '').slice(0, 10)} 撤销，不能再次撤销。`,
      );
    progress('核对导入后的变动', 0, null);
    refuseBlocked([...(await listDependents(tx.db, batchId)), ...(await listChangedSince(context, batchId))]);
    const withdrawn = await withdrawInserted(tx, batchId, progress);
    const restored = TABLES.reduce((sum, table) => sum + restoreMerged(tx, store, batchId, table), 0);
    tx.update('import_batch', batchId, { state: 'undone', undone_at: tx.now });
    sharpen({ summary: `撤销导入“${batch.file_name}”：撤回 ${withdrawn} 条，恢复 ${restored} 条` });
    return { withdrawn, restored };
  });
}

function refuseBlocked(blockers: readonly Blocker[]): void {
  if (blockers.length === 0) return;
  const listed = blockers
    .slice(0, LISTED)
    .map(({ name, what }) => `“${name}”${what === '' ? '又被修改' : `有${what}`}`);
  const more = blockers.length > LISTED ? `等 ${blockers.length} 处` : '';
  throw new AppError('conflict', `不能撤销：导入之后${listed.join('，')}${more}。请先撤销或处理这些记录，再撤销导入。`);
}

/** Rows that no longer look as the import left them, by the fingerprints of its audit entry. */
async function listChangedSince({ db, store }: JobContext, batchId: string): Promise<Blocker[]> {
  const seq = await findImportSeq(db, batchId);
  const changed: Blocker[] = [];
  const subjects = fingerprints(store, seq, 'subject');
  for (const row of streamSubjects(store, batchId))
    if (subjects.get(row.id) !== textOf(rowHash('subject', row))) changed.push({ name: row.name, what: '' });
  const facts = fingerprints(store, seq, 'fact');
  for (const row of streamFacts(store, batchId))
    if (facts.get(row.id) !== textOf(rowHash('fact', row)))
      changed.push({ name: row.source_no || row.summary.slice(0, 30), what: '' });
  const filings = fingerprints(store, seq, 'filing');
  for (const row of streamFilings(store, batchId))
    if (filings.get(row.id) !== textOf(rowHash('filing', row))) changed.push({ name: row.number, what: '' });
  return changed;
}

/** One short text a row: a million buffers would not fit. */
const textOf = (hash: Uint8Array) => Buffer.from(hash).toString('latin1');

/** The last one counts: a row of the file may have been merged into an earlier one. */
function fingerprints(store: JobContext['store'], seq: number, table: ImportedTable): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { record_id, hash } of streamTouched(store, seq, table)) known.set(record_id, textOf(hash));
  return known;
}

async function withdrawInserted(tx: WriteTx, batchId: string, progress: JobContext['progress']): Promise<number> {
  const { facts, subjects, filings, leads } = await listInserted(tx.db, batchId);
  const total = facts.length + subjects.length + filings.length;
  let done = 0;
  const step = () => {
    done += 1;
    if (done % 500 === 0) progress('撤销导入', done, total);
  };
  for (const id of facts) {
    tx.update('fact', id, { state: 'withdrawn', state_on: tx.today, state_reason: '随导入撤销' });
    step();
  }
  for (const id of leads) tx.update('lead', id, { withdrawn_at: tx.now });
  for (const id of filings) {
    tx.update('filing', id, { withdrawn_at: tx.now });
    step();
  }
  for (const id of subjects) {
    tx.update('subject', id, { withdrawn_at: tx.now });
    step();
  }
  return total;
}

const storedRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

function restoreMerged(tx: WriteTx, store: JobContext['store'], batchId: string, table: ImportedTable): number {
  let restored = 0;
  for (const { record_id, before } of streamChanges(store, batchId, table)) {
    const { id: _id, ...row } = storedRow.parse(JSON.parse(before));
    tx.update(table, record_id, row);
    restored += 1;
  }
  return restored;
}
