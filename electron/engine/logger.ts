import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Logger = {
  readonly info: (message: string) => void;
  /** Writes a bug down with its stack; returns the number an officer can read aloud. */
  readonly incident: (where: string, error: unknown) => string;
};

const MAX_BYTES = 2_000_000;

/** One file beside the store, rotated once; ids instead of personal data. */
export function createLogger(dir: string, now: () => string): Logger {
  const folder = join(dir, 'logs');
  const file = join(folder, 'engine.log');
  let count = 0;
  const write = (line: string) => {
    mkdirSync(folder, { recursive: true });
    if (existsSync(file) && statSync(file).size > MAX_BYTES) renameSync(file, join(folder, 'engine.old.log'));
    appendFileSync(file, `${now()} ${line}\n`);
  };
  return {
    info: write,
    incident: (where, error) => {
      count += 1;
      const number = `${now().replace(/\D/g, '').slice(2, 14)}-${count}`;
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      try {
        write(`incident ${number} in ${where}: ${stack}`);
      } catch {
        // a full disk must not hide the incident itself
        process.stderr.write(`incident ${number} in ${where}: ${stack}\n`);
      }
      return number;
    },
  };
}
