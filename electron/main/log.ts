import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

const LIMIT = 1_000_000;

export const logsDir = (): string => join(app.getPath('userData'), 'logs');

/** One line in userData/logs/shell.log; the file before it is kept as shell.1.log. Holds no personal data. */
export function log(text: string): void {
  const file = join(logsDir(), 'shell.log');
  try {
    mkdirSync(logsDir(), { recursive: true });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT)
      renameSync(file, join(logsDir(), 'shell.1.log'));
    appendFileSync(file, `${new Date().toISOString()} ${text.trimEnd()}\n`);
  } catch {
    // A full or read-only disk must not stop the window, which is what tells the officer about it.
    process.stderr.write(`${text}\n`);
  }
}
