/** A moment on the office's wall clock, `YYYY-MM-DDTHH:mm`; text order is time order. */
export type LocalTime = string;

export type VisitTime = {
  readonly officerIds: readonly string[];
  readonly startedAt: LocalTime;
  /** Null while the visit still runs. */
  readonly endedAt: LocalTime | null;
};

/** A visit without an end is taken to last to the end of its day: it must not block the days after. */
function endOf(visit: VisitTime): LocalTime {
  return visit.endedAt ?? `${visit.startedAt.slice(0, 10)}T24:00`;
}

/**
 * Do two visits claim the same officer at the same time? Back to back (one ends when the other begins) is allowed.
 *
 * @returns the common span and who is in both, or null
 * @example overlap(morning, noon) // null
 */
export function overlap(
  a: VisitTime,
  b: VisitTime,
): { readonly officerId: string; readonly from: LocalTime; readonly to: LocalTime } | null {
  const officerId = a.officerIds.find((id) => b.officerIds.includes(id));
  if (officerId === undefined) return null;
  const from = a.startedAt > b.startedAt ? a.startedAt : b.startedAt;
  const to = endOf(a) < endOf(b) ? endOf(a) : endOf(b);
  return from < to ? { officerId, from, to } : null;
}
