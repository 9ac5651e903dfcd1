/** Tables of draws and of the visits they make; part of `schema.ts`. */

export type PlanTable = {
  id: string;
  year: number;
  title: string;
  pack_id: string;
  pack_version: number;
  pack: string;
  strata: string;
  exclusions: string;
  population: string;
  population_sha256: string;
  seed_parts: string;
  seed: string;
  algorithm: number;
  problems: string;
  state: 'drawn' | 'void';
  void_reason: string | null;
  officer_id: string | null;
  created_at: string;
  /** null for draws of method 1. */
  freeze_id: string | null;
  void_by: string | null;
  void_second: string | null;
  void_at: string | null;
  campaign_id: string | null;
};
/** `list` is the announced text; everything that is not in it is for showing, or waits for the draw. */
export type PlanFreezeTable = {
  id: string;
  year: number;
  title: string;
  pack_id: string;
  pack_version: number;
  pack: string;
  scope: 'year' | 'batch';
  batch_no: number | null;
  start_on: string;
  officer_ids: string;
  strata: string;
  batches: string;
  exclusions: string;
  subject_ids: string;
  list: string;
  list_sha256: string;
  list_sm3: string;
  officers_sha256: string;
  population_size: number;
  total: number;
  officer_count: number;
  nonce: string;
  nonce_sha256: string;
  problems: string;
  state: 'frozen' | 'drawn' | 'discarded';
  discard_reason: string | null;
  plan_id: string | null;
  result: string | null;
  officer_id: string | null;
  created_at: string;
};
/** `plan_id` null: arranged by hand, with rank 0 and an empty key. */
export type VisitTable = {
  id: string;
  plan_id: string | null;
  subject_id: string;
  code: string;
  stratum: string;
  rank: number;
  draw_key: string;
  batch_no: number;
  date: string;
  officer1_id: string | null;
  officer2_id: string | null;
  skips: string;
  state: 'planned' | 'inspected' | 'cancelled';
  inspection_id: string | null;
  /** null for visits drawn by programs before version 50: their stratum tells it. */
  kind: string | null;
  kind_reason: string | null;
  campaign_id: string | null;
  cause: string | null;
  cause_note: string | null;
  second_officer_id: string | null;
  merged_into: string | null;
  checklist_id: string | null;
  cancel_reason: string | null;
  officer_id: string | null;
  created_at: string | null;
};
export type CampaignTable = {
  id: string;
  title: string;
  basis: string;
  from_on: string;
  to_on: string;
  description: string;
  state: 'open' | 'closed';
  closed_on: string | null;
  conclusion: string | null;
  officer_id: string | null;
  created_at: string;
};
export type CapExceptionTable = {
  id: string;
  subject_id: string;
  year: number;
  visit_id: string | null;
  inspection_id: string | null;
  pack_id: string;
  pack_version: number;
  cap: number;
  counted: number;
  cause: string;
  cause_note: string;
  officer_id: string | null;
  second_officer_id: string;
  created_at: string;
};
