import { describe, expect, it } from 'vitest';
import { monthOf, monthWeeks } from '../../../renderer/features/plan/month-grid';

describe('the grid of the visit calendar', () => {
  it('puts the first of a month under its weekday, also when that is a Sunday', () => {
    expect(monthWeeks('2026-11-23')[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(monthWeeks('2026-06-10')[0]?.[0]).toBe('2026-06-01');
  });

  it('loses no day and shows none twice, in leap years too', () => {
    for (const [month, days] of [
      ['2026-02-01', 28],
      ['2028-02-01', 29],
      ['2026-08-31', 31],
    ] as const) {
      const shown = monthWeeks(month)
        .flat()
        .filter((date) => date !== null);
      expect(new Set(shown).size).toBe(days);
      expect(shown).toHaveLength(days);
      expect(shown.every((date) => monthOf(date) === monthOf(month))).toBe(true);
    }
  });
});
