import { join } from 'node:path';
import { app } from 'electron';

export const APP_NAME = '知信办案台';

/** Must run before the single-instance lock, which lives in the user data folder. */
export function settlePaths(): void {
  app.setName(APP_NAME);
  // A plain ASCII folder: the name on the title bar may change, the data must not move.
  app.setPath('userData', process.env['ZHIXIN_USER_DATA'] ?? join(app.getPath('appData'), 'zhixin'));
  app.setPath('sessionData', join(app.getPath('userData'), 'session'));
}

export const storeDir = (): string => process.env['ZHIXIN_STORE'] ?? join(app.getPath('userData'), 'store');

/** Copies of evidence that other programs show; emptied at each start. */
export const viewDir = (): string => join(app.getPath('userData'), 'viewing');

export const resourcesDir = (): string => join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources');

/** Only a development build may be pointed at another SQLite addon. */
export const nativeBinding = (): string | null => (app.isPackaged ? null : (process.env['APP_SQLITE_BINDING'] ?? null));

/** The development server's address, never honoured by a packaged build. */
export const devServer = (): string | null => (app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null));
