/** Tables of dishonest acts and their repair; part of `schema.ts`. */

export type DishonestyTable = {
  id: string;
  subject_id: string;
  fact_id: string | null;
  act_code: string;
  regime: string;
  class: string;
  document_no: string;
  authority: string;
  decided_on: string;
  act_summary: string;
  penalty: string;
  published_on: string | null;
  state: 'active' | 'repaired' | 'expired' | 'withdrawn';
  state_on: string | null;
  created_at: string;
};
export type RepairTable = {
  id: string;
  no: string;
  dishonesty_id: string;
  subject_id: string;
  regime: string;
  terms: string;
  applied_on: string;
  applicant: string;
  conditions: string;
  verification: string | null;
  opinion: string | null;
  decision: string | null;
  follow_up: string;
  state: 'applied' | 'verified' | 'opined' | 'granted' | 'refused' | 'closed';
  state_on: string | null;
  officer_id: string | null;
  created_at: string;
};
