import { useNavigate } from 'react-router-dom';
import type { GrantedFile } from '#shared/ipc/shell';
import { useAction } from '../api/queries';
import { usePaste } from './ime';

let waiting: GrantedFile | null = null;

/** What was pasted on a list page and waits for its import page; each is taken once. */
export function takePasted(): GrantedFile | null {
  const file = waiting;
  waiting = null;
  return file;
}

/**
 * Ctrl+V on a list: the copied block of a spreadsheet goes to the list's import, which shows what it would do before
 * anything is written.
 *
 * @example usePasteToImport('/subjects/import');
 */
export function usePasteToImport(path: string): void {
  const navigate = useNavigate();
  const paste = useAction('shell.paste-table', {
    onDone: (file) => {
      waiting = file;
      navigate(path);
    },
  });
  usePaste(() => void paste.run({}));
}

/** The same where the import is a drawer of the page. */
export function usePasteHere(open: () => void, enabled: boolean): void {
  const paste = useAction('shell.paste-table', {
    onDone: (file) => {
      waiting = file;
      open();
    },
  });
  usePaste(() => void paste.run({}), enabled);
}
