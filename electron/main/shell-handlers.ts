import { mkdirSync } from 'node:fs';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type * as z from 'zod';
import type { shellRoutes } from '#shared/ipc/shell';
import { AppError } from '#shared/kernel/errors';
import type { EngineHost } from './engine-host';
import type { Grants } from './grants';
import { keepPastedTable } from './paste-table';
import { storeDir, viewDir } from './paths';
import { printPage, stagePdf } from './print-page';
import { copyForViewing } from './stored-file';
import { currentWindow, setZoom, zoomPercent } from './window';

type Routes = typeof shellRoutes;
/** Closed and complete: a missing or an extra handler does not compile. */
export type ShellHandlers = {
  readonly [N in keyof Routes]: (
    input: z.output<Routes[N]['input']>,
  ) => Promise<z.output<Routes[N]['output']>> | z.output<Routes[N]['output']>;
};

export function shellHandlers(grants: Grants, engine: EngineHost): ShellHandlers {
  const pathOf = (token: string): string => {
    const path = grants.pathOf(token);
    if (!path) throw new AppError('not_found', '没有找到这个文件的位置，请重新选择文件。');
    return path;
  };
  const open = async (path: string): Promise<Record<string, never>> => {
    const problem = await shell.openPath(path);
    if (problem)
      throw new AppError('not_found', '打不开这个文件，请到文件夹中查看它是否还在，或是否装有能打开它的程序。');
    return {};
  };

  return {
    'shell.pick-open': async ({ title, filters, multiple }) => {
      const win = currentWindow();
      if (!win) return { files: [] };
      const picked = await dialog.showOpenDialog(win, {
        title,
        filters,
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return { files: picked.canceled ? [] : await Promise.all(picked.filePaths.map(grants.toRead)) };
    },
    'shell.paste-table': async () => grants.toRead(await keepPastedTable()),
    'shell.pick-save': async (input) => {
      const path = await pickSave(input);
      return path === null ? null : grants.toWrite(path);
    },
    'shell.print-page': async ({ frame }) => ({ printed: await printPage(windowShown(), frame) }),
    'shell.save-pdf': async ({ defaultName, frame }) => {
      const path = await pickSave({ title: '导出 PDF', defaultName, extension: 'pdf' });
      if (path === null) return null;
      const staged = await stagePdf(windowShown(), frame, path);
      const target = await grants.toWrite(path);
      // to write, for the engine moves it away
      return { staged: (await grants.toWrite(staged)).token, target: target.token, name: target.name };
    },
    'shell.show-item': ({ token }) => {
      shell.showItemInFolder(pathOf(token));
      return {};
    },
    'shell.open-item': ({ token }) => open(pathOf(token)),
    'shell.open-stored': async (file) => open(await copyForViewing(viewDir(), storeDir(), file)),
    'shell.show-store': () => {
      mkdirSync(storeDir(), { recursive: true });
      return open(storeDir());
    },
    'shell.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      platform: process.platform,
      zoomPercent: zoomPercent(),
    }),
    'shell.set-zoom': ({ percent }) => {
      setZoom(percent);
      return {};
    },
    'shell.restart-engine': () => {
      engine.start();
      return {};
    },
  };
}

type SaveQuestion = { readonly title: string; readonly defaultName: string; readonly extension: string };

/** Asks where to save; null when the dialog was left. */
async function pickSave({ title, defaultName, extension }: SaveQuestion): Promise<string | null> {
  const win = currentWindow();
  if (!win) return null;
  const picked = await dialog.showSaveDialog(win, {
    title,
    defaultPath: safeName(defaultName, extension),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (picked.canceled || !picked.filePath) return null;
  const lower = picked.filePath.toLowerCase();
  return lower.endsWith(`.${extension}`) ? picked.filePath : `${picked.filePath}.${extension}`;
}

function windowShown(): BrowserWindow {
  const win = currentWindow();
  if (!win) throw new AppError('bad_state', '窗口已经关闭，没有可以打印的页面。');
  return win;
}

/** A file name that Windows takes as well, with its extension. */
function safeName(name: string, extension: string): string {
  const clean = name.replace(/[\\/:*?"<>|]/g, '_').trim();
  return clean.toLowerCase().endsWith(`.${extension}`) ? clean : `${clean}.${extension}`;
}
