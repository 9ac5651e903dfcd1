/** Tables of the work on site; part of `schema.ts`. */

/** Columns of `inspection` that came with the work on site. */
export type SiteColumns = {
  certificates_shown_at: string | null;
  rights_told_at: string | null;
  scanned_at: string | null;
  scan_later: number | null;
  scan_reason: string | null;
  avoidance_ruling: string | null;
  refusal: string | null;
  broken_off: string | null;
};
export type AnswerHistoryTable = {
  id: string;
  inspection_id: string;
  item_code: string;
  answer: 'compliant' | 'problem' | 'not_applicable' | 'not_checked';
  reason: string;
  note: string;
  answered_at: string;
  replaced_because: 'changed' | 'not_asked';
  replaced_at: string;
};
export type ItemPhotoTable = {
  id: string;
  inspection_id: string;
  item_code: string;
  attachment_id: string;
  created_at: string;
};
export type SignatureTable = {
  id: string;
  owner_table: string;
  owner_id: string;
  role: 'party' | 'witness' | 'officer';
  officer_id: string | null;
  name: string;
  state: 'signed' | 'refused';
  way: 'pad' | 'paper' | 'none';
  reason: string;
  witness_name: string;
  witness_unit: string;
  recorded: number;
  at: string;
  text_sha256: string;
  attachment_id: string | null;
  superseded_at: string | null;
  created_at: string;
};
export type PhraseTable = {
  id: string;
  replaces: string | null;
  item_code: string | null;
  field: 'note' | 'facts' | 'scene' | 'statement' | 'reason' | 'any';
  text: string;
  state: 'active' | 'retired';
  officer_id: string | null;
  created_at: string;
};
export type VisitRouteTable = {
  id: string;
  visit_id: string;
  position: number | null;
  taken_at: string | null;
  taken_by: string | null;
};
