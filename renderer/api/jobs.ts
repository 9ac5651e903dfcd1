import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobProgress } from '#shared/ipc/channels';
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract';
import { bridge } from './bridge';
import { type ApiError, call, toApiError } from './client';

export type JobState<N extends RouteName> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly progress: JobProgress | null; readonly cancelling: boolean }
  | { readonly phase: 'done'; readonly output: RouteOutput<N> }
  | { readonly phase: 'cancelled' }
  | { readonly phase: 'failed'; readonly error: ApiError };

export type Job<N extends RouteName> = {
  readonly state: JobState<N>;
  readonly run: (input: RouteInput<N>) => Promise<RouteOutput<N> | undefined>;
  readonly cancel: () => void;
  /** Back to the beginning, e.g. to choose another file. */
  readonly reset: () => void;
};

/**
 * Long work with rows done, time left and cancel; show its state with `<JobProgress job={job} />`.
 * It goes on when the page is left: the result is in the store, the page only stops watching.
 *
 * @example const rateAll = useJob('rating.rate-all');
 */
export function useJob<N extends RouteName>(name: N): Job<N> {
  const [state, setState] = useState<JobState<N>>({ phase: 'idle' });
  const current = useRef<string | null>(null);

  useEffect(
    () =>
      bridge.on('job.progress', (progress) => {
        if (progress.jobId !== current.current) return;
        setState((old) => (old.phase === 'running' ? { ...old, progress } : old));
      }),
    [],
  );

  const run = useCallback(
    async (input: RouteInput<N>) => {
      const jobId = crypto.randomUUID();
      current.current = jobId;
      setState({ phase: 'running', progress: null, cancelling: false });
      const settle = (next: JobState<N>) => {
        if (current.current === jobId) setState(next);
      };
      try {
        const output = await call(name, input, { jobId });
        settle({ phase: 'done', output });
        return output;
      } catch (thrown) {
        const error = toApiError(thrown);
        settle(error.code === 'cancelled' ? { phase: 'cancelled' } : { phase: 'failed', error });
        return undefined;
      }
    },
    [name],
  );

  const cancel = useCallback(() => {
    const jobId = current.current;
    if (!jobId) return;
    setState((old) => (old.phase === 'running' ? { ...old, cancelling: true } : old));
    // The job itself answers `cancelled`; when it had just ended there is nothing left to stop.
    void call('job.cancel', { jobId }).catch(() => undefined);
  }, []);

  const reset = useCallback(() => {
    current.current = null;
    setState({ phase: 'idle' });
  }, []);

  return { state, run, cancel, reset };
}
