import type { VisitTable } from './schema-plan';

/** What only visits arranged by hand, merged or turned into a desk review have; a plain drawn visit has none of it. */
export const DRAWN_ONLY = {
  kind: null,
  kind_reason: null,
  campaign_id: null,
  cause: null,
  cause_note: null,
  second_officer_id: null,
  merged_into: null,
  checklist_id: null,
  cancel_reason: null,
  officer_id: null,
  created_at: null,
} as const satisfies Partial<VisitTable>;
