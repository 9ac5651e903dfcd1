/** Tables of ratings and of the rule packs that make them; part of `schema.ts`. */

export type RatingTable = {
  id: string;
  subject_id: string;
  pack_id: string;
  pack_version: number;
  pack_sha256: string;
  as_of: string;
  score: number;
  grade_code: string;
  input: string;
  trace: string;
  batch_id: string | null;
  officer_id: string | null;
  created_at: string;
  /** The first day on which time alone may change the result; null when it never does. */
  next_change_on: string | null;
};
export type CurrentRatingTable = {
  subject_id: string;
  rating_id: string;
  grade_code: string;
  score: number;
  as_of: string;
  next_change_on: string | null;
};
export type RatingBatchTable = {
  id: string;
  mode: 'full' | 'incremental' | 'single';
  as_of: string;
  covered_seq: number;
  packs: string;
  checked: number;
  rated: number;
  first_rated: number;
  moved: number;
  without_pack: number;
  state: 'proposed' | 'approved' | 'rejected' | 'superseded';
  officer_id: string | null;
  created_at: string;
  decided_by: string | null;
  decided_on: string | null;
  reason: string;
  published_on: string | null;
  published_where: string | null;
  unpublished_on: string | null;
  unpublished_reason: string | null;
};
export type RatingMoveTable = {
  id: string;
  batch_id: string;
  rating_id: string;
  subject_id: string;
  from_grade: string;
  to_grade: string;
  from_score: number;
  to_score: number;
  causes: string;
};
export type RulePackTable = {
  id: string;
  kind: 'rating' | 'warning';
  pack_id: string;
  version: number;
  title: string;
  sha256: string;
  content: string;
  origin: 'shipped' | 'office' | 'imported';
  state: 'draft' | 'ready' | 'discarded';
  officer_id: string | null;
  created_at: string;
  changed_at: string;
};
export type PackActivationTable = {
  id: string;
  kind: 'rating' | 'warning';
  pack_id: string;
  version: number;
  sha256: string;
  subject_kinds: string;
  from_date: string;
  until_date: string | null;
  note: string;
  dry_run: string;
  state: 'proposed' | 'approved' | 'rejected';
  officer_id: string | null;
  created_at: string;
  decided_by: string | null;
  decided_on: string | null;
  reason: string;
};
