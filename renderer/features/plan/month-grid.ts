import { addDays, daysInMonth, type IsoDate, weekday } from '#shared/kernel/dates';

/** The first day of the month that a day lies in. @example monthOf('2026-11-23') // '2026-11-01' */
export const monthOf = (date: IsoDate): IsoDate => `${date.slice(0, 7)}-01`;

/** Weeks from Monday to Sunday; days of other months are null. */
export function monthWeeks(month: IsoDate): readonly (readonly (IsoDate | null)[])[] {
  const first = monthOf(month);
  const lead = weekday(first) - 1;
  const days = daysInMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  return Array.from({ length: Math.ceil((lead + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const at = week * 7 + day - lead;
      return at < 0 || at >= days ? null : addDays(first, at);
    }),
  );
}
