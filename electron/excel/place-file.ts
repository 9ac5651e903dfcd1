import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/kernel/errors';

/** A name in the same folder, so that the last step is a rename, which happens whole or not at all. */
export function stagedPath(target: string): string {
  for (let attempt = 0; ; attempt++) {
    const path = join(dirname(target), `.${basename(target)}.${process.pid}-${attempt}.new`);
    if (!existsSync(path)) return path;
  }
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

export type Placed = {
  /** Takes the new file away and puts back what it replaced. */
  readonly undo: () => void;
  readonly keep: () => void;
};

/**
 * Moves a finished file into place. What it replaces is kept beside it until the caller keeps the new one or takes
 * it back.
 *
 * @throws AppError `bad_file` when a folder bears the name or the file is open in another program
 */
export function placeFile(staged: string, target: string): Placed {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw new AppError('bad_file', '保存位置上已有同名的文件夹，请换一个文件名。');
  const replaced = existsSync(target) ? stagedPath(target) : null;
  try {
    if (replaced) copyFileSync(target, replaced);
    renameSync(staged, target);
  } catch (error) {
    if (replaced) withdrawFile(replaced);
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EACCES', 'EPERM', 'EBUSY', 'ETXTBSY', 'EROFS'].includes(code))
      throw new AppError(
        'bad_file',
        `无法替换“${basename(target)}”：没有写入权限，或该文件正在 Excel 中打开，请关闭它或换一个文件名后重试。`,
      );
    throw error;
  }
  return {
    keep: () => {
      if (replaced) withdrawFile(replaced);
    },
    undo: () => (replaced ? renameSync(replaced, target) : withdrawFile(target)),
  };
}

/** Removes a file that must not remain; one that is not there is fine. */
export function withdrawFile(path: string): void {
  if (existsSync(path)) rmSync(path, { force: true });
}
