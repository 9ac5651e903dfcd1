import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract';
import type { ErrorBody, ErrorCode, FieldProblem } from '#shared/kernel/errors';
import { bridge } from './bridge';

/** A refusal as the engine worded it: `message` can be shown as it is. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly details: readonly FieldProblem[];
  constructor(body: ErrorBody) {
    super(body.message);
    this.code = body.code;
    this.details = body.details;
  }
}

/**
 * Asks one route and waits for its answer. Pages rather use `useRoute`, `useAction` and `useJob`.
 *
 * @throws ApiError
 * @example const { items } = await call('subject.search', { query: '重庆' });
 */
export async function call<N extends RouteName>(
  name: N,
  input: RouteInput<N>,
  options?: { readonly jobId?: string },
): Promise<RouteOutput<N>> {
  const reply = await bridge.invoke(name, input, options);
  if (!reply.ok) throw new ApiError(reply.error);
  return reply.value as RouteOutput<N>;
}

export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new ApiError({ code: 'internal', message: `页面出现意外错误：${text}`, details: [] });
}
