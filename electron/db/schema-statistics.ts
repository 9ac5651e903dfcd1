/** Tables of frozen months, corrections and files for other platforms; part of `schema.ts`. */

export type MonthFreezeTable = {
  id: string;
  month: string;
  frozen_at: string;
  frozen_by: string;
  confirmed_by: string;
  definitions_id: string;
  definitions_version: number;
  definitions: string;
  audit_seq: number;
  audit_hash: string;
  row_count: number;
  content_sha256: string;
  previous_sha256: string | null;
};
export type MonthFigureTable = {
  id: string;
  freeze_id: string;
  figure: string;
  dimension: string;
  key: string;
  value: number;
};
export type MonthRowTable = {
  id: string;
  freeze_id: string;
  source: string;
  record_id: string;
  figures: string;
  content: string;
  sha256: string;
};
export type MonthCorrectionTable = {
  id: string;
  freeze_id: string;
  reported_in: string;
  source: string;
  record_id: string;
  change: 'added' | 'removed' | 'changed';
  before: string | null;
  after: string | null;
  figures: string;
};
export type ExchangeMappingTable = {
  id: string;
  target: string;
  version: number;
  title: string;
  content: string;
  sha256: string;
  state: 'ready' | 'discarded';
  officer_id: string | null;
  created_at: string;
};
export type SendOutTable = {
  id: string;
  target: string;
  mapping_version: number;
  mapping_sha256: string;
  title: string;
  from_on: string;
  to_on: string;
  only_changes: number;
  file_name: string;
  sha256: string;
  row_count: number;
  refused_count: number;
  receipt_no: string | null;
  receipt_on: string | null;
  officer_id: string | null;
  created_at: string;
};
export type SendOutRowTable = {
  id: string;
  send_out_id: string;
  target: string;
  record_id: string;
  sha256: string;
};
/** Derived: kept by triggers, outside the audit chain. */
export type StatCountTable = {
  source: string;
  month: string;
  kind: string;
  stratum: string;
  plan_id: string;
  result: string;
  disposition: string;
  n: number;
};
