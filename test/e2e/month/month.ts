import type { Hands } from '../hands';
import type { RunningApp } from '../support';

/** What the parts of the month hand on to each other. */
export type Month = {
  readonly running: RunningApp;
  readonly hands: Hands;
  readonly today: string;
  /** `YYYY-MM` of the month before today's. */
  readonly month: string;
  /** A day of that month. */
  readonly day: (date: number) => string;
};

/** Who goes out, and the two who look after them. */
export const [FIRST, SECOND, THIRD, FOURTH] = ['张示例', '李示例', '王示例', '赵示例'] as const;

/** One of the three that were drawn, with the day for which it was arranged. */
export type Drawn = { readonly name: string; readonly plannedOn: string };
