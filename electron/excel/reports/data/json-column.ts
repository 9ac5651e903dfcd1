import * as z from 'zod';
import { AppError } from '#shared/kernel/errors';

/**
 * Reads a column that holds JSON. A document is not written from a record that is only half understood.
 *
 * @throws AppError `store_damaged` that names the place
 */
export function jsonColumn<S extends z.ZodType>(schema: S, text: string, what: string): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(what);
    throw error;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw unreadable(what);
  return parsed.data;
}

const unreadable = (what: string) =>
  new AppError('store_damaged', `记录中的“${what}”内容无法识别，文书没有生成。请在“设置”中核验存储，并联系技术支持。`);

const date = z.string();

/** Shapes that several nouns share. */
export const officers = z.array(z.object({ id: z.string(), name: z.string(), certificateNo: z.string() }));
export type PaperOfficer = z.output<typeof officers>[number];
export const steps = z.array(z.object({ date, text: z.string() }));
export type PaperStep = z.output<typeof steps>[number];

/** @example officersText(pair) // '张三（执法证号 33010001）、李四（执法证号 33010002）' */
export function officersText(list: readonly PaperOfficer[]): string {
  return list.map(({ name, certificateNo }) => `${name}（执法证号 ${certificateNo}）`).join('、');
}
