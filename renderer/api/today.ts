import type { IsoDate } from '#shared/kernel/dates';
import { useRoute } from './queries';

const two = (value: number): string => String(value).padStart(2, '0');

/** The day on the office's calendar, from the engine as soon as it has told it. */
export function useToday(): IsoDate {
  return useRoute('today.get', {}).data?.date ?? localNow().slice(0, 10);
}

/** The office's wall clock to the minute, `2026-11-23T14:05`. */
export function localNow(): string {
  const at = new Date();
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
