import { letterKindLabels } from '#shared/domain/letter/letter';
import { dueOf } from '#shared/domain/rectification/term';
import type { ReadDb } from '../../db/dialect';
import type { Packs } from '../../packs/packs';
import { type Day, due, of, type TodayItem } from './today-items';

/** Longest waiting first; the rest is on the page of results. */
const MOST = 50;

/** Results to be entered, approved and mended before their day. */
export async function resultItems(db: ReadDb, packs: Packs, day: Day): Promise<TodayItem[]> {
  const pack = packs.review();
  const unentered = await db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .select(['inspection.id', 'inspection.no', 'inspection.ended_at', 'subject_id', 'subject.name as subject_name'])
    .where('inspection.state', '=', 'finished')
    .where('inspection.review_id', 'is', null)
    .where('inspection.result_code', 'is not', null)
    .orderBy('inspection.ended_at')
    .limit(MOST)
    .execute();
  const entered = await db
    .selectFrom('result_review')
    .innerJoin('inspection', 'inspection.id', 'result_review.inspection_id')
    .innerJoin('subject', 'subject.id', 'result_review.subject_id')
    .select([
      'inspection.id',
      'inspection.no',
      'result_review.state',
      'result_review.due_on',
      'result_review.subject_id',
      'subject.name as subject_name',
    ])
    .where('result_review.state', 'in', ['waiting', 'returned'])
    .orderBy('result_review.due_on')
    .limit(MOST)
    .execute();
  return [
    ...unentered.map((row) => ({
      id: row.id,
      noun: 'result' as const,
      title: `检查结果 ${row.no}`,
      ...of(row),
      ...due(dueOf((row.ended_at ?? '').slice(0, 10), pack.publish.term, day.calendar).date, day),
      next: '录入检查结果',
    })),
    ...entered.map((row) => ({
      id: row.id,
      noun: 'result' as const,
      title: `检查结果 ${row.no}`,
      ...of(row),
      ...due(row.due_on, day),
      next: row.state === 'returned' ? '修改并重新提交' : '审核并公示',
    })),
  ];
}

/** Letters that are not sent yet or wait for an answer that has a day. */
export const listOpenLetters = (db: ReadDb) =>
  db
    .selectFrom('letter')
    .innerJoin('subject', 'subject.id', 'letter.subject_id')
    .select([
      'letter.id',
      'letter.no',
      'letter.kind',
      'letter.state',
      'reply_due_on',
      'to_unit',
      'subject_id',
      'subject.name as subject_name',
    ])
    .where('letter.state', 'in', ['draft', 'sent'])
    .orderBy('reply_due_on')
    .limit(MOST)
    .execute();

export const letterItems = (rows: Awaited<ReturnType<typeof listOpenLetters>>, day: Day): TodayItem[] =>
  rows.map((row) => ({
    id: row.id,
    noun: 'letter',
    title: `${letterKindLabels[row.kind]} ${row.no}`,
    ...of(row),
    ...(row.reply_due_on === null
      ? { dueOn: null, remaining: row.state === 'draft' ? '尚未发出' : '未约定回复期限', urgency: 'later' as const }
      : due(row.reply_due_on, day)),
    next: row.state === 'draft' ? '发出函件' : '催办或登记回复',
  }));
