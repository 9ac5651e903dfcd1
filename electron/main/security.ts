import { join } from 'node:path';
import { app, type IpcMainInvokeEvent, session, type WebContents, type WebPreferences } from 'electron';
import { devServer } from './paths';
import { APP_ORIGIN } from './protocol';

/** Every security setting of the window stands in this file. */
export const webPreferences = (): WebPreferences => ({
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
});

export function enableSandbox(): void {
  // Under --no-sandbox (root in a container) this call would end every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

const pageOrigin = (): string => {
  const dev = devServer();
  return dev ? new URL(dev).origin : APP_ORIGIN;
};

/** The program is offline: nothing but its own files may be requested, no permission is ever given. */
export function lockSession(): void {
  const dev = devServer();
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, _permission, allow) => allow(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest((details, done) => {
    const allowed =
      /^(app|devtools|data|blob):/.test(details.url) ||
      (dev !== null && /^(http|ws):\/\/localhost[:/]/.test(details.url));
    done({ cancel: !allowed });
  });
}

export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Only the main frame of our own window, showing our own page, may ask for anything. */
export function isOurPage(event: IpcMainInvokeEvent, contents: WebContents | null): boolean {
  const frame = event.senderFrame;
  if (!frame || !contents || contents.isDestroyed()) return false;
  return (
    event.sender === contents && frame === contents.mainFrame && new URL(frame.url).href.startsWith(`${pageOrigin()}/`)
  );
}
