import { formatZh, type IsoDate, weekday } from '#shared/kernel/dates';

/** @example thousands(1448) // '1,448' */
export const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** @example monthDay('2026-12-01') // '12月1日' */
export const monthDay = (date: IsoDate): string => formatZh(date).slice(5);

/** @example weekdayZh('2026-11-23') // '星期一' */
export const weekdayZh = (date: IsoDate): string => `星期${'一二三四五六日'.charAt(weekday(date) - 1)}`;

export type DueTone = 'overdue' | 'today' | 'soon' | 'later';

/**
 * A term in words. `left` counts whole units after today; negative is overdue.
 *
 * @example dueWords('2026-12-01', 3, '个工作日') // { words: '还剩 3 个工作日（12月1日）', tone: 'soon' }
 */
export function dueWords(dueOn: IsoDate, left: number, unit = '个工作日'): { words: string; tone: DueTone } {
  if (left < 0) return { words: `已逾期 ${-left} ${unit}（${monthDay(dueOn)}）`, tone: 'overdue' };
  if (left === 0) return { words: `今天到期（${monthDay(dueOn)}）`, tone: 'today' };
  return { words: `还剩 ${left} ${unit}（${monthDay(dueOn)}）`, tone: left <= 3 ? 'soon' : 'later' };
}

/** @example fileSize(1536000) // '1.5 MB' */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} 字节`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Time left in the words of a person waiting. */
export function secondsWords(seconds: number): string {
  if (seconds < 60) return `约剩 ${Math.max(1, seconds)} 秒`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `约剩 ${minutes} 分钟` : `约剩 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
}

/** Local clock of an instant. @example clock('2026-11-23T06:03:21.000Z') // '14:03:21' in China */
export function clock(instant: string): string {
  return new Date(instant).toLocaleTimeString('zh-CN', { hour12: false });
}

/** @example moment('2026-11-23T06:03:21.000Z') // '2026-11-23 14:03' in China */
export function moment(instant: string): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Groups of four, to be read aloud. */
export const groupsOfFour = (text: string): readonly string[] => text.match(/.{1,4}/g) ?? [];
