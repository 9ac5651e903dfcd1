import * as z from 'zod';
import type { Calendar } from '#shared/domain/calendar/calendar';
import type { DispositionCode, ResultCode } from '#shared/domain/inspection/result-codes';
import { dispositionCodes, resultCodes } from '#shared/domain/inspection/result-codes';
import { dueOf } from '#shared/domain/rectification/term';
import { type Inspected, type Mark, markFields, type ResultReview } from '#shared/domain/review/review';
import type { ReviewPack } from '#shared/domain/review/review-pack';
import { addDays, type IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { findReview, type ReviewRecord } from './review-repository';

const marksColumn = z.array(z.object({ field: z.enum(markFields), text: z.string() }));
const code = z.enum(resultCodes);
const disposition = z.enum(dispositionCodes);

/** The codes that count: those entered, before that those found on site. */
export const codesOf = (row: {
  result_code: string | null;
  disposition_code: string | null;
  found_result: string | null;
  found_disposition: string | null;
}): { resultCode: ResultCode; dispositionCode: DispositionCode } => ({
  resultCode: code.parse(row.result_code ?? row.found_result),
  dispositionCode: disposition.parse(row.disposition_code ?? row.found_disposition),
});

export const endedOn = (row: { ended_at: string | null; started_at: string }): IsoDate =>
  (row.ended_at ?? row.started_at).slice(0, 10);

export type LoadedReview = {
  readonly row: ReviewRecord;
  readonly review: ResultReview | null;
  readonly inspected: Inspected;
};

/** @throws AppError `not_found`, `bad_state` while the inspection is still running */
export async function loadReview(db: ReadDb, inspectionId: string): Promise<LoadedReview> {
  const row = await findReview(db, inspectionId);
  if (!row) throw new AppError('not_found', '没有找到这次检查，或者检查还没有办结；办结后才能录入结果。');
  if (row.found_result === null)
    throw new AppError('bad_state', `${row.no} 已中止检查，没有检查结果，不用录入和公示。`);
  const inspected = { no: row.no, endedOn: endedOn(row), officerIds: [row.officer1_id, row.officer2_id] };
  if (row.state === null || row.entered_by === null || row.entered_on === null) return { row, review: null, inspected };
  const review: ResultReview = {
    ...codesOf(row),
    summary: row.summary ?? '',
    state: row.state,
    enteredBy: row.entered_by,
    enteredOn: row.entered_on,
    reviewedBy: row.reviewed_by,
    reviewedOn: row.reviewed_on,
    marks: readMarks(row.marks),
    publishedOn: row.published_on,
    publishedWhere: row.published_where,
    withdrawnOn: row.withdrawn_on,
    withdrawnReason: row.withdrawn_reason,
    disposalClosedOn: row.disposal_closed_on,
    disposalNote: row.disposal_note ?? '',
  };
  return { row, review, inspected };
}

/** @throws AppError `not_found`, `bad_state` while nobody has entered the result */
export async function requireEntered(db: ReadDb, inspectionId: string): Promise<{ no: string; reviewId: string }> {
  const { row } = await loadReview(db, inspectionId);
  if (row.review_id === null)
    throw new AppError('bad_state', `${row.no} 的结果还没有录入，请先录入检查结果，再上传附件。`);
  return { no: row.no, reviewId: row.review_id };
}

export const readMarks = (text: string | null): Mark[] => marksColumn.parse(JSON.parse(text ?? '[]'));

/** The last day for making public the result of an inspection that ended on a day. */
export const publishDue = (ended: IsoDate, pack: ReviewPack, calendar: Calendar) =>
  dueOf(ended, pack.publish.term, calendar);

/** The last day on which an inspection may have ended whose result ought to be public by now. */
export function lateSince(today: IsoDate, pack: ReviewPack, calendar: Calendar): IsoDate {
  let day = addDays(today, -1);
  while (publishDue(day, pack, calendar).date >= today) day = addDays(day, -1);
  return day;
}
