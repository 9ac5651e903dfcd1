import type { IsoDate } from './dates';

/** Where "now" comes from. Injected everywhere, so that a test or the sample year can set it. */
export type Clock = {
  /** ISO 8601 in UTC with milliseconds, e.g. `2026-11-23T06:03:21.000Z`. */
  readonly now: () => string;
  /** The office's calendar day. */
  readonly today: () => IsoDate;
};
