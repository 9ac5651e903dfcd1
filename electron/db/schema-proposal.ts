import type { ProposalState } from '#shared/domain/rectification/escalation';

/** Proposals to pass an order on; part of `schema.ts`. */

export type ProposalTable = {
  id: string;
  rectification_id: string;
  rule: string;
  cause: string;
  label: string;
  why: string;
  basis: string;
  verified: number;
  pack_version: number;
  proposed_by: string;
  proposed_on: string;
  state: ProposalState;
  decided_by: string | null;
  decided_on: string | null;
  reason: string | null;
  created_at: string;
};
