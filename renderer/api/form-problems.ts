import type { ApiError } from './client';

/** The part of Mantine's form that is needed. */
export type ProblemTarget = { readonly setErrors: (errors: Record<string, string>) => void };

/** Field path → sentence. Mantine uses the same dotted paths as the engine. */
export function problemsByField(error: ApiError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.details) if (path !== '') errors[path] ??= message;
  return errors;
}

/** Puts each problem at its field and moves to the first one; false when there was none to put. */
export function showProblems(form: ProblemTarget, error: ApiError): boolean {
  const errors = problemsByField(error);
  if (Object.keys(errors).length === 0) return false;
  mark(form, errors);
  return true;
}

function mark(form: ProblemTarget, errors: Record<string, string>): void {
  form.setErrors(errors);
  // After the page has painted the messages, so that the field exists and is marked.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

/**
 * Marks what was left blank before anything is sent; true when nothing was.
 *
 * @example if (!requireFields(form, { subjectId: [subject, '请选择检查对象'] })) return;
 */
export function requireFields(
  form: ProblemTarget,
  fields: Readonly<Record<string, readonly [value: unknown, message: string]>>,
): boolean {
  const blank = Object.entries(fields).filter(
    ([, [value]]) => value === null || value === undefined || (typeof value === 'string' && value.trim() === ''),
  );
  if (blank.length === 0) return true;
  mark(form, Object.fromEntries(blank.map(([path, [, message]]) => [path, message])));
  return false;
}
