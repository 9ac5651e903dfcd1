import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { WebContents } from 'electron';
import type { PrintFrame } from '#shared/ipc/print';
import { AppError } from '#shared/kernel/errors';
import { printCss } from './print-frame';

/** Puts the frame around the pages for as long as `run` takes. */
async function framed<T>(contents: WebContents, frame: PrintFrame, run: () => Promise<T>): Promise<T> {
  const key = await contents.insertCSS(printCss(frame));
  try {
    return await run();
  } finally {
    if (!contents.isDestroyed()) await contents.removeInsertedCSS(key);
  }
}

/**
 * Opens the system's print dialog on the page that is shown.
 *
 * @returns false when the officer left the dialog
 * @throws AppError `bad_state` when there is no printer or it refused
 */
export function printPage(contents: WebContents, frame: PrintFrame): Promise<boolean> {
  return framed(contents, frame, () => {
    return new Promise<boolean>((settle, refuse) => {
      contents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (done, reason) => {
        if (done) settle(true);
        else if (/cancel/i.test(reason)) settle(false);
        else
          refuse(new AppError('bad_state', '没有打印成功，请检查是否装有打印机；也可以先导出 PDF，再用其他程序打印。'));
      });
    });
  });
}

/**
 * Prints the page that is shown into a file beside `target`, whole and flushed to the disk. Whoever enters it in the
 * register moves it into place.
 *
 * @throws AppError `bad_file` or `disk_full` when the place cannot be written
 */
export async function stagePdf(contents: WebContents, frame: PrintFrame, target: string): Promise<string> {
  const bytes = await framed(contents, frame, () =>
    contents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true }),
  );
  const staged = join(dirname(target), `.${basename(target)}.${process.pid}-${Date.now().toString(36)}.new`);
  try {
    const file = openSync(staged, 'wx');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return staged;
  } catch (error) {
    rmSync(staged, { force: true });
    throw writeFailure(error);
  }
}

function writeFailure(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new AppError('disk_full', '磁盘空间不足，PDF 没有写成，请清理空间或换一个磁盘后重试。');
  if (['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOENT', 'ENOTDIR'].includes(code))
    return new AppError('bad_file', '无法写入保存位置，请检查文件夹是否还在、是否有写入权限，或者换一个位置。');
  return error;
}
