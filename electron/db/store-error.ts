import { AppError } from '#shared/kernel/errors';

const SENTENCES: readonly [prefix: string, code: AppError['code'], message: string][] = [
  ['SQLITE_FULL', 'disk_full', '磁盘已满，本次操作没有保存，原有数据未受影响。请清理磁盘空间后重试。'],
  ['SQLITE_READONLY', 'store_readonly', '存储文件夹是只读的，无法保存。请检查文件夹权限，或把存储移到可写的磁盘。'],
  ['SQLITE_CANTOPEN', 'store_readonly', '无法打开存储文件，可能没有读写权限或文件夹不存在。请检查存储文件夹。'],
  ['SQLITE_PERM', 'store_readonly', '没有读写存储文件的权限。请联系本机管理员授予权限。'],
  ['SQLITE_BUSY', 'store_locked', '存储正在被另一个程序使用。请关闭其他窗口或命令后重试。'],
  ['SQLITE_LOCKED', 'store_locked', '存储正在被另一个程序使用。请关闭其他窗口或命令后重试。'],
  ['SQLITE_CORRUPT', 'store_damaged', '存储文件已损坏，程序未作任何改动。请从备份恢复，并保留原文件备查。'],
  ['SQLITE_NOTADB', 'store_damaged', '存储文件不是知信办案台的数据库或已损坏，程序未作任何改动。请从备份恢复。'],
  ['SQLITE_IOERR', 'store_damaged', '读写存储文件时磁盘出错，本次操作没有保存。请检查磁盘后重试，必要时从备份恢复。'],
];

/** Turns what SQLite or the file system throws into a refusal an officer understands; leaves the rest as it is. */
export function storeError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOSPC') return new AppError('disk_full', SENTENCES[0]?.[2] ?? '');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new AppError('store_readonly', SENTENCES[1]?.[2] ?? '');
  const known = SENTENCES.find(([prefix]) => code.startsWith(prefix));
  return known ? new AppError(known[1], known[2]) : error;
}
