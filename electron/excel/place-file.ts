import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
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

/** @throws AppError `bad_file` when a folder bears the name or the file is open in another program */
export function placeFile(staged: string, target: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw new AppError('bad_file', '保存位置上已有同名的文件夹，请换一个文件名。');
  try {
    renameSync(staged, target);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EACCES', 'EPERM', 'EBUSY', 'ETXTBSY', 'EROFS'].includes(code))
      throw new AppError(
        'bad_file',
        `无法替换“${basename(target)}”：没有写入权限，或该文件正在 Excel 中打开，请关闭它或换一个文件名后重试。`,
      );
    throw error;
  }
}

/** Removes a file that must not remain; one that is not there is fine. */
export function withdrawFile(path: string): void {
  if (existsSync(path)) rmSync(path, { force: true });
}
