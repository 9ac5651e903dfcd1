import type { ProofJudgement, ProofWay, ReminderWay } from '#shared/domain/rectification/proof';

/** Tables of an order, its items and re-checks, and of what hangs on it; part of `schema.ts`. */

export type RectificationProofTable = {
  id: string;
  rectification_id: string;
  submitted_on: string;
  submitted_by: string;
  way: ProofWay;
  item_ids: string;
  note: string;
  judgement: ProofJudgement | null;
  judged_by: string | null;
  judged_officer: string | null;
  judged_on: string | null;
  reason: string;
  created_at: string;
};
export type RectificationReminderTable = {
  id: string;
  rectification_id: string;
  on_date: string;
  way: ReminderWay;
  whom: string;
  text: string;
  officer_id: string;
  officer: string;
  created_at: string;
};

export type RectificationTable = {
  id: string;
  no: string;
  subject_id: string;
  inspection_id: string | null;
  ordered_on: string;
  behaviour: string;
  violated: string;
  basis: string;
  contact: string;
  contact_phone: string;
  delivered_on: string | null;
  received_by: string | null;
  state: 'ordered' | 'closed' | 'escalated' | 'cancelled';
  state_on: string | null;
  state_reason: string | null;
  officers: string;
  created_at: string;
};
export type RectificationItemTable = {
  id: string;
  rectification_id: string;
  seq: number;
  finding_id: string | null;
  problem: string;
  requirement: string;
  term: string;
  due_on: string;
  due_steps: string;
  due_estimated: number;
  extended_to: string | null;
  extended_on: string | null;
  extended_reason: string | null;
  state: 'open' | 'corrected' | 'uncorrected';
  correction: string;
};
export type RecheckTable = {
  id: string;
  rectification_id: string;
  checked_on: string;
  officer1_id: string;
  officer2_id: string;
  officers: string;
  results: string;
  conclusion: string;
  created_at: string;
};
