import * as z from 'zod';
import { printFrame } from './print';
import { route } from './route';

/** A file that an officer chose. The page knows its token, never its path. */
export const grantedFile = z.object({ token: z.string(), name: z.string(), size: z.number().int().nonnegative() });
export type GrantedFile = z.output<typeof grantedFile>;

export const fileFilter = z.object({ name: z.string(), extensions: z.array(z.string().regex(/^[a-z0-9]+$/)).min(1) });
export type FileFilter = z.output<typeof fileFilter>;

const token = z.object({ token: z.string().min(1) });
const nothing = z.object({});

/** The window's own doors: dialogs, the desktop and zoom. Answered by the shell, not by the engine. */
export const shellRoutes = {
  'shell.pick-open': route({
    kind: 'read',
    input: z.object({ title: z.string(), filters: z.array(fileFilter), multiple: z.boolean().default(false) }),
    output: z.object({ files: z.array(grantedFile) }),
  }),
  /** The table that was copied in a spreadsheet, as a file to import; the text never passes through the page. */
  'shell.paste-table': route({ kind: 'read', input: nothing, output: grantedFile }),
  'shell.pick-save': route({
    kind: 'read',
    input: z.object({
      title: z.string(),
      defaultName: z.string().min(1).max(200),
      extension: z.string().regex(/^[a-z0-9]+$/),
    }),
    output: z.object({ token: z.string(), name: z.string() }).nullable(),
  }),
  /** Opens the folder that holds the file, with the file selected. */
  'shell.show-item': route({ kind: 'read', input: token, output: nothing }),
  /** Opens the file with the program that the desktop uses for it. */
  'shell.open-item': route({ kind: 'read', input: token, output: nothing }),
  /** Opens a read-only copy of a stored file with the program that the desktop uses for it. */
  'shell.open-stored': route({
    kind: 'read',
    input: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), fileName: z.string().min(1).max(255) }),
    output: nothing,
  }),
  /** The system's print dialog on the page that is shown; `printed` false when it was left. */
  'shell.print-page': route({
    kind: 'read',
    input: z.object({ frame: printFrame }),
    output: z.object({ printed: z.boolean() }),
  }),
  /**
   * Asks for a place and prints the page that is shown into a PDF beside it. `report.file-pdf` then enters it in the
   * register and moves it into place: no PDF leaves the program unregistered. Null when the dialog was left.
   */
  'shell.save-pdf': route({
    kind: 'read',
    input: z.object({ defaultName: z.string().min(1).max(200), frame: printFrame }),
    output: z.object({ staged: z.string(), target: z.string(), name: z.string() }).nullable(),
  }),
  'shell.show-store': route({ kind: 'read', input: nothing, output: nothing }),
  'shell.info': route({
    kind: 'read',
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      platform: z.string(),
      zoomPercent: z.number().int(),
    }),
  }),
  'shell.set-zoom': route({
    kind: 'read',
    input: z.object({ percent: z.number().int().min(80).max(200) }),
    output: nothing,
  }),
  'shell.restart-engine': route({ kind: 'read', input: nothing, output: nothing }),
};
