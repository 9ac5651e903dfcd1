import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { log } from './log';
import { APP_NAME, devServer } from './paths';
import { APP_ORIGIN } from './protocol';
import { lockContents, webPreferences } from './security';
import { onScreen, readWindowState, type WindowState, writeWindowState } from './window-state';

const PAPER = '#FBFAF7';
const file = (): string => join(app.getPath('userData'), 'window.json');

let state: WindowState;
let window: BrowserWindow | null = null;

export const currentWindow = (): BrowserWindow | null => (window && !window.isDestroyed() ? window : null);

export function createWindow(): BrowserWindow {
  state = onScreen(
    readWindowState(file()),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const { maximized, zoomPercent, ...bounds } = state;
  const win = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: APP_NAME,
    backgroundColor: PAPER,
    autoHideMenuBar: true,
    webPreferences: webPreferences(),
  });
  window = win;
  lockContents(win.webContents);
  win.webContents.on('did-finish-load', () => win.webContents.setZoomFactor(state.zoomPercent / 100));
  win.webContents.on('render-process-gone', (_event, details) => {
    log(`page ended: ${details.reason}`);
    if (details.reason !== 'clean-exit') win.webContents.reload();
  });
  win.once('ready-to-show', () => {
    if (maximized) win.maximize();
    win.show();
  });
  win.on('close', () => remember(win));
  win.on('closed', () => {
    window = null;
  });
  state = { ...state, zoomPercent };
  void win.loadURL(devServer() ?? `${APP_ORIGIN}/index.html`);
  return win;
}

function remember(win: BrowserWindow): void {
  const { x, y, width, height } = win.getNormalBounds();
  state = { ...state, x, y, width, height, maximized: win.isMaximized() };
  try {
    writeWindowState(file(), state);
  } catch (error) {
    log(`window state not written: ${String(error)}`);
  }
}

export const zoomPercent = (): number => state.zoomPercent;

/** Sets the interface scale; whole percents between 80 and 200. */
export function setZoom(percent: number): void {
  const win = currentWindow();
  state = { ...state, zoomPercent: Math.min(200, Math.max(80, percent)) };
  win?.webContents.setZoomFactor(state.zoomPercent / 100);
  if (win) remember(win);
}

export function focusWindow(): void {
  const win = currentWindow();
  if (!win) return;
  if (win.isMinimized()) win.restore();
  win.focus();
}
