import { type IsoDate, isIsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReportParams } from './definition';

/** @throws AppError `bad_input` */
export function requireParam(params: ReportParams, key: string, label: string): string {
  const value = params[key]?.trim() ?? '';
  if (value === '')
    throw new AppError('bad_input', `请指定${label}（参数 ${key}）。`, [{ path: key, message: '不能为空' }]);
  return value;
}

/** `2026-10` → its first day and the first day of the month after. @throws AppError `bad_input` */
export function requireMonth(value: string): string {
  if (!/^20\d{2}-\d{2}$/.test(value) || !isIsoDate(`${value}-01`))
    throw new AppError('bad_input', `月份“${value}”无效，请按 2026-10 的格式填写。`, [
      { path: 'month', message: '格式应为 2026-10' },
    ]);
  return value;
}

/** @throws AppError `bad_input` */
export function requireYear(value: string): string {
  if (!/^20\d{2}$/.test(value))
    throw new AppError('bad_input', `年度“${value}”无效，请填写四位年份，例如 2026。`, [
      { path: 'year', message: '格式应为 2026' },
    ]);
  return value;
}

/** @throws AppError `bad_input` */
export function requireDate(value: string, key: string, label: string): IsoDate {
  if (!isIsoDate(value))
    throw new AppError('bad_input', `${label}“${value}”无效，请按 2026-10-31 的格式填写。`, [
      { path: key, message: '格式应为 2026-10-31' },
    ]);
  return value;
}

/** A name that every desktop accepts, from parts; empty parts are left out. */
export function fileNameOf(...parts: readonly string[]): string {
  const clean = parts
    .map((part) => part.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => (part.length > 40 ? `${part.slice(0, 40)}…` : part));
  return `${clean.join('_')}.xlsx`;
}
