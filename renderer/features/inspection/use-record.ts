import { useCallback, useRef, useState } from 'react';
import type { RouteInput } from '#shared/ipc/contract';
import { call, toApiError } from '../../api/client';
import type { SaveState } from '../../components/save-state';

export type RecordPatch = Omit<RouteInput<'inspection.update-record'>, 'id'>;
export type RecordField = keyof RecordPatch;

export type RecordSaver = {
  readonly save: (patch: RecordPatch) => void;
  readonly stateOf: (field: RecordField) => SaveState;
};

/** The fields of the site record, each written when it is left and marked when it is safe. */
export function useRecordSaver(id: string): RecordSaver {
  const [states, setStates] = useState<Readonly<Partial<Record<RecordField, SaveState>>>>({});
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const save = useCallback(
    (patch: RecordPatch) => {
      const mark = (state: SaveState) =>
        setStates((old) => ({
          ...old,
          ...Object.fromEntries(Object.keys(patch).map((field) => [field, state])),
        }));
      mark({ phase: 'saving' });
      queue.current = queue.current
        .then(() => call('inspection.update-record', { id, ...patch }))
        .then(() => mark({ phase: 'saved', at: new Date().toISOString() }))
        .catch((thrown) => mark({ phase: 'failed', message: toApiError(thrown).message }));
    },
    [id],
  );
  return { save, stateOf: (field) => states[field] ?? { phase: 'none' } };
}
