import type { LetterKind, LetterState } from '#shared/domain/letter/letter';
import type { ReviewAction, ReviewState } from '#shared/domain/review/review';

/** Tables of published results and of letters; part of `schema.ts`. */

export type ResultReviewTable = {
  id: string;
  inspection_id: string;
  subject_id: string;
  state: ReviewState;
  result_code: string;
  disposition_code: string;
  summary: string;
  entered_by: string;
  entered_on: string;
  reviewed_by: string | null;
  reviewed_on: string | null;
  marks: string;
  due_on: string;
  due_steps: string;
  due_estimated: number;
  pack_version: number;
  published_on: string | null;
  published_where: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  disposal_closed_on: string | null;
  disposal_note: string;
  created_at: string;
};
export type ResultReviewStepTable = {
  id: string;
  review_id: string;
  action: ReviewAction['type'];
  on_date: string;
  officer_id: string | null;
  second_officer_id: string | null;
  text: string;
  before: string | null;
  after: string | null;
  created_at: string;
};
export type LetterTable = {
  id: string;
  no: string;
  kind: LetterKind;
  subject_id: string;
  inspection_id: string | null;
  to_unit: string;
  title: string;
  content: string;
  enclosures: string;
  written_on: string;
  written_by: string;
  sent_on: string | null;
  sent_how: string | null;
  reply_due_on: string | null;
  reply_due_steps: string | null;
  reminded_on: string | null;
  replied_on: string | null;
  reply: string | null;
  state: LetterState;
  state_reason: string | null;
  created_at: string;
};
