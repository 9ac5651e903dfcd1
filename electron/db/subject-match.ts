import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from './dialect';

/**
 * Does the joined `subject` answer to what was typed: part of the name, the first letters of its pinyin initials, part
 * of the code? No pattern characters are read out of the text.
 */
export function subjectMatches(query: string): RawBuilder<SqlBool> {
  const text = query.trim();
  const letters = text.toLowerCase();
  return sql<SqlBool>`(instr(subject.name, ${text}) > 0
    or instr(coalesce(subject.uscc, ''), ${text.toUpperCase()}) > 0
    or substr(subject.initials, 1, ${letters.length}) = ${letters})`;
}

/** @throws AppError `not_found` for an unknown subject, `bad_state` for one that was taken back */
export async function getActiveSubject(db: ReadDb, id: string) {
  const subject = await db
    .selectFrom('subject')
    .select(['id', 'name', 'kind', 'withdrawn_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!subject) throw new AppError('not_found', '没有找到这个监管对象，请重新选择。');
  if (subject.withdrawn_at)
    throw new AppError('bad_state', `监管对象“${subject.name}”已随导入撤销，不能办理。请重新登记或选择其他对象。`);
  return subject;
}
