import type { CalendarYearTable } from './schema-calendar';
import type { EvidenceTable, ScanTable } from './schema-evidence';
import type {
  CheckNoticeTable,
  InterviewLineTable,
  InterviewTable,
  NumberBlockTable,
  ReservedNumberTable,
} from './schema-papers';
import type { CampaignTable, CapExceptionTable, PlanFreezeTable, PlanTable, VisitTable } from './schema-plan';
import type { ProposalTable } from './schema-proposal';
import type {
  CurrentRatingTable,
  PackActivationTable,
  RatingBatchTable,
  RatingMoveTable,
  RatingTable,
  RulePackTable,
} from './schema-rating';
import type {
  RecheckTable,
  RectificationItemTable,
  RectificationProofTable,
  RectificationReminderTable,
  RectificationTable,
} from './schema-rectification';
import type { DishonestyTable, RepairTable } from './schema-repair';
import type { LetterTable, ResultReviewStepTable, ResultReviewTable } from './schema-review';
import type {
  AnswerHistoryTable,
  ItemPhotoTable,
  PhraseTable,
  SignatureTable,
  SiteColumns,
  VisitRouteTable,
} from './schema-site';
import type {
  ExchangeMappingTable,
  MonthCorrectionTable,
  MonthFigureTable,
  MonthFreezeTable,
  MonthRowTable,
  SendOutRowTable,
  SendOutTable,
  StatCountTable,
} from './schema-statistics';
import type { VisitChangeTable } from './schema-visit-change';
import type { FilingTable, LeadStepTable, LeadTable } from './schema-warning';

/** Kysely's view of the store; `schema.sql` beside it is the snapshot that a test compares with a migrated store. */

export type SettingTable = {
  id: string;
  value: string;
};
export type OfficerTable = {
  id: string;
  name: string;
  certificate_no: string;
  certificate_until: string | null;
  station: string;
  position: string;
  skills: string;
  leaves: string;
  active: number;
  created_at: string;
};
export type ImportBatchTable = {
  id: string;
  noun: string;
  file_name: string;
  file_sha256: string;
  started_at: string;
  officer_id: string | null;
  mapping: string;
  inserted: number;
  merged: number;
  unchanged: number;
  failed: number;
  state: 'done' | 'undone';
  undone_at: string | null;
};
export type ImportChangeTable = {
  id: string;
  batch_id: string;
  table_name: string;
  record_id: string;
  before: string;
};
export type ImportProblemTable = {
  id: string;
  batch_id: string;
  row_number: number;
  cells: string;
  problems: string;
};
export type SubjectTable = {
  id: string;
  kind: string;
  name: string;
  former_names: string;
  uscc: string | null;
  no_uscc_reason: string | null;
  old_registration_no: string | null;
  id_number: string | null;
  agency_code: string | null;
  agent_cert_no: string | null;
  legal_person: string | null;
  address: string | null;
  district: string | null;
  phone: string | null;
  email: string | null;
  industry: string | null;
  established_on: string | null;
  status: string;
  tags: string;
  note: string | null;
  parent_id: string | null;
  parent_name: string | null;
  parent_uscc: string | null;
  initials: string;
  initials_alt: string | null;
  pinyin: string;
  import_id: string | null;
  withdrawn_at: string | null;
  created_at: string;
};
/** Who looked at personal data in full, of whom and why. */
export type QueryLogTable = {
  id: string;
  subject_id: string;
  purpose: string;
  fields: string;
  officer_id: string | null;
  created_at: string;
};
export type AvoidanceTable = {
  id: string;
  officer_id: string;
  subject_id: string;
  reason: string;
  ended_on: string | null;
  created_at: string;
};
export type FactTable = {
  id: string;
  subject_id: string;
  item_code: string;
  source_org: string;
  source_no: string;
  occurred_on: string;
  valid_from: string;
  valid_to: string | null;
  summary: string;
  fields: string;
  state: 'active' | 'withdrawn' | 'repaired';
  state_on: string | null;
  state_reason: string | null;
  import_id: string | null;
  created_at: string;
  origin_office: string | null;
  adopted_on: string | null;
  adopted_reason: string | null;
};
export type InspectionTable = SiteColumns & {
  id: string;
  no: string;
  subject_id: string;
  visit_id: string | null;
  kind: string;
  method: string;
  checklist_id: string;
  checklist_version: number;
  checklist: string;
  officer1_id: string;
  officer2_id: string;
  officers: string;
  place: string;
  started_at: string;
  ended_at: string | null;
  scan_no: string | null;
  rights_told: number;
  avoidance_asked: string | null;
  party_present: string | null;
  scene: string;
  statement: string;
  result_code: string | null;
  disposition_code: string | null;
  state: 'open' | 'finished';
  finished_at: string | null;
  created_at: string;
  /** null while the result is not entered. */
  review_id: string | null;
};
export type AnswerTable = {
  id: string;
  inspection_id: string;
  item_code: string;
  answer: 'compliant' | 'problem' | 'not_applicable' | 'not_checked';
  reason: string;
  note: string;
  answered_at: string;
  asked: 'not_asked' | 'reopened' | null;
  asked_because: string | null;
};
export type FindingTable = {
  id: string;
  inspection_id: string;
  subject_id: string;
  item_code: string | null;
  clause: string;
  facts: string;
  severity: 'minor' | 'general' | 'serious';
  state: 'open' | 'withdrawn';
  created_at: string;
};
export type AttachmentTable = {
  id: string;
  owner_table: string;
  owner_id: string;
  file_name: string;
  media_type: string;
  size: number;
  sha256: string;
  note: string;
  officer_id: string | null;
  created_at: string;
};
export type DocumentSeriesTable = {
  id: string;
  last_no: number;
};
export type IssuedDocumentTable = {
  id: string;
  report: string;
  no: string;
  owner_table: string;
  owner_id: string;
  file_name: string;
  sha256: string;
  officer_id: string | null;
  created_at: string;
};
export type AuditEntryTable = {
  seq: number;
  at: string;
  officer_id: string | null;
  officer_name: string;
  route: string;
  object: string;
  summary: string;
  changes: string;
  row_count: number;
  digest: string;
  prev_hash: string;
  hash: string;
};
export type AuditRowTable = {
  id: number;
  seq: number;
  table_name: string;
  record_id: string;
  hash: Uint8Array;
};
export type Schema = {
  setting: SettingTable;
  calendar_year: CalendarYearTable;
  officer: OfficerTable;
  import_batch: ImportBatchTable;
  import_change: ImportChangeTable;
  import_problem: ImportProblemTable;
  subject: SubjectTable;
  query_log: QueryLogTable;
  avoidance: AvoidanceTable;
  fact: FactTable;
  plan: PlanTable;
  plan_freeze: PlanFreezeTable;
  inspection: InspectionTable;
  answer: AnswerTable;
  answer_history: AnswerHistoryTable;
  item_photo: ItemPhotoTable;
  signature: SignatureTable;
  phrase: PhraseTable;
  visit_route: VisitRouteTable;
  finding: FindingTable;
  result_review: ResultReviewTable;
  result_review_step: ResultReviewStepTable;
  letter: LetterTable;
  attachment: AttachmentTable;
  evidence: EvidenceTable;
  scan: ScanTable;
  visit: VisitTable;
  campaign: CampaignTable;
  cap_exception: CapExceptionTable;
  visit_change: VisitChangeTable;
  rectification: RectificationTable;
  rectification_item: RectificationItemTable;
  recheck: RecheckTable;
  rectification_proof: RectificationProofTable;
  rectification_reminder: RectificationReminderTable;
  proposal: ProposalTable;
  rating: RatingTable;
  rating_batch: RatingBatchTable;
  rating_move: RatingMoveTable;
  rule_pack: RulePackTable;
  pack_activation: PackActivationTable;
  current_rating: CurrentRatingTable;
  dishonesty: DishonestyTable;
  repair: RepairTable;
  filing: FilingTable;
  lead: LeadTable;
  lead_step: LeadStepTable;
  document_series: DocumentSeriesTable;
  check_notice: CheckNoticeTable;
  interview: InterviewTable;
  interview_line: InterviewLineTable;
  number_block: NumberBlockTable;
  reserved_number: ReservedNumberTable;
  issued_document: IssuedDocumentTable;
  month_freeze: MonthFreezeTable;
  month_figure: MonthFigureTable;
  month_row: MonthRowTable;
  month_correction: MonthCorrectionTable;
  exchange_mapping: ExchangeMappingTable;
  send_out: SendOutTable;
  send_out_row: SendOutRowTable;
  stat_count: StatCountTable;
  audit_entry: AuditEntryTable;
  audit_row: AuditRowTable;
};
/** Tables whose rows are written by services; each has a text `id` and is covered by the audit chain. */
export type RecordTable = Exclude<keyof Schema, 'current_rating' | 'stat_count' | 'audit_entry' | 'audit_row'>;
