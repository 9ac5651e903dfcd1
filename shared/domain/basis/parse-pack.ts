import type * as z from 'zod';
import { AppError } from '../../kernel/errors';

/**
 * Checks a rule pack against its schema. A pack that is not understood is refused whole: half a legal rule is worse
 * than none.
 *
 * @throws AppError `bad_pack` that names the pack and every wrong place
 * @example parsePack(repairPack, JSON.parse(text), 'samr-107.v1.json')
 */
export function parsePack<S extends z.ZodType>(schema: S, json: unknown, name: string): z.output<S> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const first = details[0];
  throw new AppError(
    'bad_pack',
    `规则包“${name}”有 ${details.length} 处不符合格式，未启用。请更换正确的文件，第一处在 ${first?.path || '文件开头'}。`,
    details,
  );
}
