import type { ProofJudgement, ProofWay, ReminderWay } from '#shared/domain/rectification/proof';

/** Tables of what hangs on an order besides its items and re-checks; part of `schema.ts`. */

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
