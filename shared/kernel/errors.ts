/** What kind of refusal this is; pages and the command line choose their reaction by it. */
export type ErrorCode =
  | 'bad_input'
  | 'not_found'
  | 'conflict'
  | 'forbidden'
  | 'bad_file'
  | 'bad_pack'
  | 'bad_state'
  | 'store_newer'
  | 'store_locked'
  | 'store_damaged'
  | 'store_readonly'
  | 'disk_full'
  | 'cancelled'
  | 'internal';

/** One thing that is wrong with one field; `path` is dotted (`items.0.dueOn`). */
export type FieldProblem = { readonly path: string; readonly message: string };

/**
 * A refusal that an officer can understand and act on. `message` is one plain Chinese sentence that says
 * what is wrong and what to do. Anything else that is thrown is a bug.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: readonly FieldProblem[] = [],
  ) {
    super(message);
  }
}

/** The error half of every reply, plain JSON. */
export type ErrorBody = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: readonly FieldProblem[];
};
