import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, clipboard } from 'electron';
import { pastedTable } from '#shared/domain/table-import/pasted-table';

let folder: string | null = null;
let count = 0;

/**
 * Writes the table on the clipboard into a file of its own, so that pasting goes the way of every import. It may hold
 * personal data: the one before goes when the next one comes, the last one when the program ends.
 *
 * @throws AppError `bad_input` when there is no table on the clipboard
 */
export async function keepPastedTable(): Promise<string> {
  const text = pastedTable(await clipboard.readText());
  forgetPastedTables();
  folder ??= mkdtempSync(join(app.getPath('temp'), 'zhixin-paste-'));
  mkdirSync(folder, { recursive: true });
  count += 1;
  const path = join(folder, `从表格粘贴的内容 ${count}.tsv`);
  writeFileSync(path, `\ufeff${text}`, { mode: 0o600 });
  return path;
}

export function forgetPastedTables(): void {
  if (folder) rmSync(folder, { recursive: true, force: true });
}
