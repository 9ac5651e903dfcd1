import type * as z from 'zod';

/** read: answers; write: one audited transaction; job: long work with progress that can be cancelled. */
export type RouteKind = 'read' | 'write' | 'job';

/** `any`: whoever opened the store. `officer`: the acting officer must be set. */
export type Permission = 'any' | 'officer';

export type Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, K extends RouteKind = RouteKind> = {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  readonly permission: Permission;
  /** Nouns whose cached answers are stale after a success. */
  readonly changes: readonly string[];
  /** A job that writes for its whole length; other writes wait for it. */
  readonly bulk: boolean;
};

/**
 * Declares one entry of the contract.
 *
 * @example
 * 'subject.get': route({ kind: 'read', input: z.object({ id: z.string() }), output: subjectFile })
 */
export function route<I extends z.ZodType, O extends z.ZodType, K extends RouteKind>(
  spec: Pick<Route<I, O, K>, 'kind' | 'input' | 'output'> & Partial<Pick<Route, 'permission' | 'changes' | 'bulk'>>,
): Route<I, O, K> {
  return { permission: spec.kind === 'read' ? 'any' : 'officer', changes: [], bulk: false, ...spec };
}
