import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
export const shots = join(root, 'test-results', 'screens');
export const samples = join(root, 'resources', 'samples');

export type RunningApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  readonly store: string;
  /** What the page's console said; must stay empty. */
  readonly noise: readonly string[];
  /** A full screenshot under a name, kept for the README and for looking. */
  readonly shot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Start = { readonly command: string; readonly args: string[]; readonly env: Record<string, string> };

/** How the program is started on these folders. */
export function launchArguments({ folder, store }: { readonly folder: string; readonly store: string }): Start {
  const command = process.env['ELECTRON_EXEC_PATH'];
  if (!command) throw new Error('run through scripts/electron-runtime (npm run test:e2e)');
  const own = { ZHIXIN_USER_DATA: join(folder, 'user'), ZHIXIN_STORE: store };
  return { command, args: [root, '--lang=zh-CN'], env: { ...(process.env as Record<string, string>), ...own } };
}

/** The built program in a real Electron, in folders of its own. */
export async function launch(options: { folder?: string; store?: string } = {}): Promise<RunningApp> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'zhixin-e2e-'));
  const store = options.store ?? join(folder, 'store');
  mkdirSync(shots, { recursive: true });
  const { command, args, env } = launchArguments({ folder, store });
  const app = await _electron.launch({ executablePath: command, args, cwd: root, env });
  const noise: string[] = [];
  const page = await app.firstWindow();
  page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`pageerror: ${error.message}`));
  page.setDefaultTimeout(15_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  return {
    app,
    page,
    folder,
    store,
    noise,
    shot: async (name) => {
      await page.screenshot({ path: join(shots, `${name}.png`) });
    },
    close: async () => {
      await app.close();
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Answers the next save dialogs with a path in this folder, under the proposed name. */
export async function answerSaveDialogs(app: ElectronApplication, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await app.evaluate(({ dialog }, target) => {
    const answer = (_window: unknown, options: unknown) => {
      const { defaultPath = 'file.xlsx' } = (options ?? _window) as { defaultPath?: string };
      const name = defaultPath.split(/[\\/]/).at(-1) ?? 'file.xlsx';
      return Promise.resolve({ canceled: false, filePath: `${target}/${name}` });
    };
    dialog.showSaveDialog = answer as typeof dialog.showSaveDialog;
  }, folder);
}

/** Answers the next open dialog with one file. */
export async function answerOpenDialog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = (() =>
      Promise.resolve({ canceled: false, filePaths: [path] })) as typeof dialog.showOpenDialog;
  }, file);
}
