import { useEffect, useRef, useState } from 'react';
import type { RatingPack } from '#shared/domain/rating/pack';
import { type ApiError, call, toApiError } from '../../api/client';
import type { Check, Tried } from './pack-words';

export type Live<T> = {
  readonly value: T | null;
  readonly error: ApiError | null;
  /** The answer belongs to the pack as it was a moment ago. */
  readonly stale: boolean;
};

/** Asks again a moment after each change; an answer that was overtaken is dropped. */
function useLive<T>(pack: RatingPack, ask: ((pack: RatingPack) => Promise<T>) | null, pause: number, key: string) {
  const [state, setState] = useState<{ of: RatingPack; key: string } & Omit<Live<T>, 'stale'>>();
  const asking = useRef(ask);
  asking.current = ask;
  const enabled = ask !== null;
  useEffect(() => {
    if (!enabled) return;
    let dropped = false;
    const timer = setTimeout(async () => {
      try {
        const value = await asking.current?.(pack);
        if (!dropped && value !== undefined) setState({ of: pack, key, value, error: null });
      } catch (thrown) {
        if (!dropped) setState({ of: pack, key, value: null, error: toApiError(thrown) });
      }
    }, pause);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [pack, key, enabled, pause]);
  const same = state?.key === key ? state : undefined;
  return { value: same?.value ?? null, error: same?.error ?? null, stale: same?.of !== pack } satisfies Live<T>;
}

/** Live validation. */
export const useLiveCheck = (pack: RatingPack): Live<Check> =>
  useLive(pack, (content) => call('pack.check', { content }), 350, '');

/** Live effect on one subject; waits while there are problems, because a broken pack rates nobody. */
export function useLiveTry(pack: RatingPack, subjectId: string | null, sound: boolean): Live<Tried> {
  const ask = subjectId === null || !sound ? null : (content: RatingPack) => call('pack.try', { content, subjectId });
  return useLive(pack, ask, 500, subjectId ?? '');
}
