import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/kernel/errors';

/** A file being written from front to back; what has been written may be patched. */
export type OutputFile = {
  readonly position: () => number;
  readonly write: (bytes: Uint8Array) => void;
  readonly patch: (bytes: Uint8Array, position: number) => void;
};

/**
 * Writes a file so that `path` holds either what it held before or the whole new file: a temporary file in the same
 * folder, flushed to the disk, then renamed. After any failure or cancellation the temporary file is gone.
 *
 * @throws AppError `disk_full`, or `bad_file` when the place cannot be written; whatever `work` throws
 */
export async function writeWhole<T>(path: string, work: (file: OutputFile) => Promise<T>): Promise<T> {
  let fd: number | undefined;
  let temporary: string | undefined;
  try {
    [fd, temporary] = openTemporary(path);
    const result = await work(outputFile(fd));
    fsyncSync(fd);
    closeSync(fd);
    fd = undefined;
    renameSync(temporary, path);
    temporary = undefined;
    syncFolder(dirname(path));
    return result;
  } catch (error) {
    throw writeFailure(error);
  } finally {
    if (fd !== undefined) closeSync(fd);
    if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}

function openTemporary(path: string): [number, string] {
  for (let attempt = 0; ; attempt++) {
    const name = join(dirname(path), `.${basename(path)}.${process.pid}-${attempt}.part`);
    try {
      return [openSync(name, 'wx'), name];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt >= 100) throw error;
    }
  }
}

function outputFile(fd: number): OutputFile {
  let position = 0;
  const writeAt = (bytes: Uint8Array, at: number) => {
    let done = 0;
    while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
  };
  return {
    position: () => position,
    write: (bytes) => {
      writeAt(bytes, position);
      position += bytes.length;
    },
    patch: writeAt,
  };
}

/** The rename itself must survive a power cut; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function writeFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AppError('disk_full', '磁盘空间不足，文件没有写成，原有文件未受影响，请清理空间或换一个磁盘后重试。');
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('bad_file', '保存位置的文件夹不存在，请重新选择保存位置。');
    case 'EISDIR':
      return new AppError('bad_file', '保存位置上已有同名的文件夹，请换一个文件名。');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return new AppError(
        'bad_file',
        '无法写入保存位置：没有写入权限，或同名文件正在 Excel 中打开，请关闭它或换一个位置后重试。',
      );
    default:
      return error;
  }
}
