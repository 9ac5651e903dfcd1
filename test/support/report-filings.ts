import type { FilingTable, LeadTable } from '../../electron/db/schema-warning';
import type { WriteTx } from '../../electron/db/write-tx';

export const PERSON = '11010519491231002X';
const CREATED = '2026-06-01T02:00:00.000Z';

export const filingRow = (id: string, change: Partial<FilingTable> = {}): FilingTable => ({
  id,
  kind: 'abnormal_patent',
  number: `2024100000${id}.0`,
  title: '一种示例装置',
  applicant_name: '示例申请人',
  applicant_key: '示例申请人',
  applicant_code: PERSON,
  agency: null,
  filed_on: '2024-05-06',
  notified_on: '2026-03-02',
  handling: 'notified',
  handled_on: null,
  classes: '[]',
  assignee: null,
  assigned_on: null,
  decision_kind: null,
  decision_no: null,
  decided_on: null,
  remark: '',
  source: '',
  source_no: '',
  import_id: null,
  withdrawn_at: null,
  created_at: CREATED,
  ...change,
});

export const leadRow = (id: string, change: Partial<LeadTable> = {}): LeadTable => ({
  id,
  key: id.padEnd(64, '0'),
  source: 'rule',
  source_name: '示例规则包',
  pack_id: 'test-pack',
  pack_version: 1,
  rule_id: 'r',
  rule_name: '一年内被通报五件',
  dimension: '非正常专利申请',
  stream: 'r',
  item_code: 'abnormal_filing',
  bases: '[]',
  verified: 0,
  party_role: 'applicant',
  party_key: PERSON,
  party_name: '示例申请人',
  party_code: PERSON,
  subject_id: null,
  from_date: '2026-03-02',
  to_date: '2026-03-02',
  why: '2026-03-02 一天内被通报非正常专利申请 3 件。',
  figures: '{}',
  filings: '[]',
  filing_count: 3,
  state: 'new',
  state_on: null,
  assigned_to: null,
  evidence: '',
  close_reason: null,
  note: '',
  fact_id: null,
  import_id: null,
  withdrawn_at: null,
  created_at: CREATED,
  ...change,
});

/** Three notified applications of a person, two of them withdrawn; one of a firm; one that was taken back. */
export function insertFilings(tx: WriteTx): void {
  tx.insert('filing', filingRow('1'));
  tx.insert('filing', filingRow('2', { handling: 'withdrawn', handled_on: '2026-04-01' }));
  tx.insert('filing', filingRow('3', { handling: 'withdrawn', handled_on: '2026-04-01' }));
  tx.insert('filing', filingRow('4', { applicant_name: '示例公司', applicant_key: '示例公司', applicant_code: null }));
  tx.insert('filing', filingRow('5', { withdrawn_at: CREATED }));
  tx.insert('lead', leadRow('a1'));
  tx.insert('lead', leadRow('a2', { withdrawn_at: CREATED }));
}
