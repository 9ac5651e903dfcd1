export type DepartureProblem = {
  /** `block` must be dealt with before the visit is finished; `warn` is only shown. */
  readonly level: 'block' | 'warn';
  readonly code: string;
  readonly field: string;
  readonly itemCode: string | null;
  readonly message: string;
};

export const block = (
  code: string,
  field: string,
  message: string,
  itemCode: string | null = null,
): DepartureProblem => ({ level: 'block', code, field, itemCode, message });

export const warn = (
  code: string,
  field: string,
  message: string,
  itemCode: string | null = null,
): DepartureProblem => ({ ...block(code, field, message, itemCode), level: 'warn' });
