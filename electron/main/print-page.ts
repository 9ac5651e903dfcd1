import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { PrintFrame } from '#shared/ipc/print';
import { AppError } from '#shared/kernel/errors';
import { pdfTemplates, printLines } from './print-frame';

/** Millimetres; the frame around the pages stands in the margins above and below. */
const MARGINS = { top: 20, bottom: 21, left: 15, right: 15 } as const;
const MM_PER_INCH = 25.4;

/** The margins of a page show the window's own ground: white for as long as it is printed. */
async function onWhite<T>(win: BrowserWindow, run: () => Promise<T>): Promise<T> {
  const ground = win.getBackgroundColor();
  win.setBackgroundColor('#ffffff');
  try {
    return await run();
  } finally {
    if (!win.isDestroyed()) win.setBackgroundColor(ground);
  }
}

/**
 * Opens the system's print dialog on the page that is shown.
 *
 * @returns false when the officer left the dialog
 * @throws AppError `bad_state` when there is no printer or it refused
 */
export function printPage(win: BrowserWindow, frame: PrintFrame): Promise<boolean> {
  const options = { silent: false, printBackground: true, pageSize: 'A4', ...printLines(frame) } as const;
  return onWhite(win, () => {
    return new Promise<boolean>((settle, refuse) => {
      win.webContents.print(options, (done, reason) => {
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
export async function stagePdf(win: BrowserWindow, frame: PrintFrame, target: string): Promise<string> {
  const inches = Object.fromEntries(Object.entries(MARGINS).map(([side, mm]) => [side, mm / MM_PER_INCH]));
  const bytes = await onWhite(win, () =>
    win.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      margins: inches,
      displayHeaderFooter: true,
      generateTaggedPDF: true,
      ...pdfTemplates(frame),
    }),
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
