import { useEffect, useRef, useState } from 'react';
import { call, toApiError } from '../../api/client';
import { toastError } from '../../api/toast';
import { type EvidenceItem, pictureUrl } from './evidence-words';
import { MAX_PIXELS, PictureMissing, previewOf } from './picture-tools';

export type PreviewNote = 'missing' | 'too_big';

const waits = (item: EvidenceItem): boolean =>
  item.preview === 'possible' && item.previewSha256 === null && item.withdrawnAt === null;

/**
 * Makes the scaled pictures that are still wanting, one after the other, and hands them to the engine. What cannot be
 * decoded is entered as damaged; a file that is gone or too large is only noted here.
 */
export function usePreviews(items: readonly EvidenceItem[]): ReadonlyMap<string, PreviewNote> {
  const [notes, setNotes] = useState<ReadonlyMap<string, PreviewNote>>(new Map());
  const tried = useRef(new Set<string>());
  const busy = useRef(false);
  const latest = useRef(items);
  latest.current = items;

  useEffect(() => {
    if (busy.current || !items.some((item) => waits(item) && !tried.current.has(item.id))) return;
    busy.current = true;
    const note = (id: string, what: PreviewNote) => setNotes((old) => new Map([...old, [id, what]]));
    const work = async () => {
      for (;;) {
        const item = latest.current.find((one) => waits(one) && !tried.current.has(one.id));
        if (!item) return;
        tried.current.add(item.id);
        if ((item.width ?? 0) * (item.height ?? 0) > MAX_PIXELS) note(item.id, 'too_big');
        else await make(item, note);
      }
    };
    void work()
      .catch((error) => toastError(toApiError(error)))
      .finally(() => {
        busy.current = false;
      });
  }, [items]);
  return notes;
}

async function make(item: EvidenceItem, note: (id: string, what: PreviewNote) => void): Promise<void> {
  let content: string | null = null;
  try {
    content = await previewOf(pictureUrl(item.sha256));
  } catch (error) {
    if (error instanceof PictureMissing) return note(item.id, 'missing');
    // the decoder refused it: the engine enters it as damaged
  }
  await call('evidence.set-preview', { id: item.id, content });
}
