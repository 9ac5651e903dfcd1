import * as z from 'zod';
import { isIsoDate } from '#shared/kernel/dates';

/** A calendar day that exists. */
export const isoDate = z.string().refine(isIsoDate, '日期无效，请按 2026-11-23 的格式填写一个真实存在的日期');

export const id = z.string().min(1, '请选择').max(64);

/** Free text of at most `max` characters. */
export const text = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`);

/** Text that must not be blank. */
export const requiredText = (max: number) => text(max).min(1, '不能为空');

export const page = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200),
});

/** A handle for a file the user chose in a dialog; the page never sees a path. */
export const fileToken = z.string().min(1).max(4096);

export const officerRef = z.object({ id: z.string(), name: z.string(), certificateNo: z.string() });
export type OfficerRef = z.output<typeof officerRef>;

export const attachment = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
  note: z.string(),
  createdAt: z.string(),
});

export const done = z.object({ id: z.string() });

/** A moment on the office's wall clock, `2026-11-23T14:05`. */
export const localTime = z
  .string()
  .refine(
    (value) => /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isIsoDate(value.slice(0, 10)),
    '时间无效，请按 2026-11-23T14:05 的格式填写',
  );

/** An officer as written into a record, with the end of the certificate on that day. */
export const officerOnDuty = officerRef.extend({ certificateUntil: z.string().nullable() });
