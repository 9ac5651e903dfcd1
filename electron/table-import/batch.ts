import type { ColumnSpec } from '#shared/domain/table-import/column-spec';
import type { RowProblem } from '#shared/domain/table-import/row-parser';
import type { RecordTable } from '../db/schema';
import { fileSha256 } from '../db/verify';
import type { AuditNote, WriteTx } from '../db/write-tx';
import { cellText, type Row } from '../excel/read/table';
import type { JobContext } from '../ipc/context';
import type { Source } from './open-source';
import type { Tally } from './read-records';

export type ImportNoun = 'subject' | 'fact' | 'filing';

/** One import in the store: what it found, what it changed and what it could not take. */
export type Batch = {
  readonly id: string;
  /** Keeps the row as it was before this import touched it first, so that an undo can put it back. */
  readonly keepBefore: (table: RecordTable, row: { readonly id: string }) => void;
  readonly keepFailed: (row: Row, problems: readonly RowProblem[]) => void;
};

type Request<T> = {
  readonly noun: ImportNoun;
  readonly title: string;
  readonly source: Source<readonly ColumnSpec[]>;
  readonly work: (tx: WriteTx, batch: Batch) => Promise<T & { readonly tally: Tally }>;
};

/** Runs one import in one transaction: all of it or nothing. */
export async function runBatch<T>(context: JobContext, { noun, title, source, work }: Request<T>) {
  const sha256 = await fileSha256(source.file.path);
  const note: AuditNote = { object: `${noun}:`, summary: `${title}：${source.file.name}` };
  return context.write(note, async (tx, sharpen) => {
    const batch = startBatch(tx, { noun, source, sha256 });
    const result = await work(tx, batch);
    const { rows, inserted, merged, unchanged, failed, problems, notes } = result.tally;
    tx.update('import_batch', batch.id, { inserted, merged, unchanged, failed });
    sharpen({
      object: `import:${batch.id}`,
      summary: `${title}“${source.file.name}”：${rows} 行，新增 ${inserted}，合并 ${merged}，无变化 ${unchanged}，有误 ${failed}`,
    });
    return { batchId: batch.id, rows, inserted, merged, unchanged, failed, problems, notes };
  });
}

type Start = Pick<Request<unknown>, 'noun' | 'source'> & { readonly sha256: string };

function startBatch(tx: WriteTx, { noun, source, sha256 }: Start): Batch {
  const id = tx.newId();
  const { sheet, headerRow, headers, mapping } = source;
  const fields = Object.fromEntries(mapping.columns.map(({ key, column }) => [key, column]));
  tx.insert('import_batch', {
    id,
    noun,
    file_name: source.file.name,
    file_sha256: sha256,
    started_at: tx.now,
    officer_id: tx.actor.id,
    mapping: JSON.stringify({ sheet, headerRow, headers, fields }),
    inserted: 0,
    merged: 0,
    unchanged: 0,
    failed: 0,
    state: 'done',
    undone_at: null,
  });
  const kept = new Set<string>();
  return {
    id,
    keepBefore: (table, row) => {
      if (kept.has(row.id)) return;
      kept.add(row.id);
      tx.insert('import_change', {
        id: tx.newId(),
        batch_id: id,
        table_name: table,
        record_id: row.id,
        before: JSON.stringify(row),
      });
    },
    keepFailed: (row, problems) =>
      tx.insert('import_problem', {
        id: tx.newId(),
        batch_id: id,
        row_number: row.number,
        cells: JSON.stringify(
          Array.from({ length: Math.max(headers.length, row.cells.length) }, (_, index) =>
            cellText(row.cells[index] ?? null),
          ),
        ),
        problems: JSON.stringify(problems),
      }),
  };
}
