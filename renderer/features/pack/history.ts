/** The past of a draft, for taking a step back. */
export type History<T> = {
  readonly now: T;
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** What the last step was about; typing on in the same field is one step. */
  readonly subject: string;
};

const DEPTH = 100;

export const begin = <T>(now: T): History<T> => ({ now, past: [], future: [], subject: '' });

/**
 * @param subject names the field; a structural edit gives '' and is always a step of its own
 * @example record(history, next, 'nodes.0.name')
 */
export function record<T>(history: History<T>, now: T, subject: string): History<T> {
  if (now === history.now) return history;
  const isSameField = subject !== '' && subject === history.subject;
  const past = isSameField ? history.past : [...history.past, history.now].slice(-DEPTH);
  return { now, past, future: [], subject };
}

export function stepBack<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { now: before, past: history.past.slice(0, -1), future: [history.now, ...history.future], subject: '' };
}

export function stepForward<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { now: next, past: [...history.past, history.now], future, subject: '' };
}
