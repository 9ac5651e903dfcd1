const two = (value: number): string => String(value).padStart(2, '0');

/** An instant on the office's wall clock, to the minute: `2026-11-23T14:05`. */
export function localMinute(instant: string): string {
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
