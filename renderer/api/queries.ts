import { keepPreviousData, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract';
import { type ApiError, call, toApiError } from './client';
import { type ProblemTarget, showProblems } from './form-problems';
import { toastDone, toastError } from './toast';

/** [noun, route, input]: a change of the noun drops every answer under it. */
export const routeKey = <N extends RouteName>(name: N, input: RouteInput<N>) => [nounOf(name), name, input] as const;

const nounOf = (name: string): string => name.slice(0, name.indexOf('.'));

/**
 * The cached answer of a reading route, kept true by the engine's announcements.
 *
 * @example const file = useRoute('subject.get', { id });
 */
export function useRoute<N extends RouteName>(
  name: N,
  input: RouteInput<N>,
  options: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): UseQueryResult<RouteOutput<N>, ApiError> {
  const result = useQuery<RouteOutput<N>, ApiError>({
    queryKey: routeKey(name, input),
    queryFn: () => call(name, input).catch((error) => Promise.reject(toApiError(error))),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
  return result as UseQueryResult<RouteOutput<N>, ApiError>;
}

type ActionOptions<N extends RouteName> = {
  /** Problems with fields are shown at the fields of this form, the rest as a toast. */
  readonly form?: ProblemTarget;
  /** What to say afterwards, e.g. `() => '已保存'`. */
  readonly done?: (output: RouteOutput<N>, input: RouteInput<N>) => string;
  readonly onDone?: (output: RouteOutput<N>, input: RouteInput<N>) => void;
};

export type Action<N extends RouteName> = {
  /** Runs it; answers `undefined` when it was refused (the refusal has been shown). */
  readonly run: (input: RouteInput<N>) => Promise<RouteOutput<N> | undefined>;
  readonly busy: boolean;
  readonly error: ApiError | null;
};

/**
 * A writing route as a button uses it: busy, refused or done, and said so.
 *
 * @example const save = useAction('officer.save', { form, done: () => '已保存执法人员' });
 */
export function useAction<N extends RouteName>(name: N, options: ActionOptions<N> = {}): Action<N> {
  const mutation = useMutation<RouteOutput<N>, ApiError, RouteInput<N>>({
    mutationFn: (input) => call(name, input).catch((error) => Promise.reject(toApiError(error))),
    onSuccess: (output, input) => {
      if (options.done) toastDone(options.done(output, input));
      options.onDone?.(output, input);
    },
    onError: (error) => {
      if (error.code === 'cancelled') return;
      if (!options.form || !showProblems(options.form, error)) toastError(error);
    },
  });
  return {
    run: (input) => mutation.mutateAsync(input).catch(() => undefined),
    busy: mutation.isPending,
    error: mutation.error,
  };
}
