import { join } from 'node:path';
import { app } from 'electron';
import { createEngineHost } from './engine-host';
import { createGrants } from './grants';
import { log } from './log';
import { installMenu } from './menu';
import { forgetPastedTables } from './paste-table';
import { nativeBinding, resourcesDir, settlePaths, storeDir, viewDir } from './paths';
import { declareAppScheme, serveApp } from './protocol';
import { enableSandbox, lockSession } from './security';
import { registerShellIpc } from './shell-ipc';
import { removeViewed } from './stored-file';
import { createWindow, focusWindow } from './window';

settlePaths();
declareAppScheme();
enableSandbox();
app.commandLine.appendSwitch('lang', 'zh-CN');

// A second start shows the first window: two programs must not write to one store.
if (!app.requestSingleInstanceLock()) app.exit(0);
else main();

function main(): void {
  const engine = createEngineHost({
    engineArguments: () => ({
      storeDir: storeDir(),
      resourcesDir: resourcesDir(),
      nativeBinding: nativeBinding(),
      packaged: app.isPackaged,
    }),
    greeting: () => grants.messages(),
  });
  const grants = createGrants(engine.grant);

  process.on('uncaughtException', (error) => log(`shell: ${error.stack ?? error.message}`));
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void engine.stop().finally(() => {
      closed = true;
      forgetPastedTables();
      // Not before this event is over: a quit within it is ignored.
      setImmediate(() => app.quit());
    });
  });

  void app.whenReady().then(() => {
    serveApp(join(import.meta.dirname, '../renderer'), storeDir);
    void removeViewed(viewDir());
    lockSession();
    registerShellIpc(grants, engine);
    installMenu();
    // The engine opens the store while the page loads.
    engine.start();
    createWindow();
  });
}
