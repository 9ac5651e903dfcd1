import type { LeadTable } from './schema-warning';
import type { WriteTx } from './write-tx';

/** What a finding says; the rest of a lead is what officers do with it. */
export type LeadContent = Omit<
  LeadTable,
  | 'id'
  | 'state'
  | 'state_on'
  | 'assigned_to'
  | 'evidence'
  | 'close_reason'
  | 'note'
  | 'fact_id'
  | 'withdrawn_at'
  | 'created_at'
>;

export type LeadOutcome = 'inserted' | 'updated' | 'unchanged';

/**
 * Brings one finding into the store under its key. A lead that officers work on stays as they found it; one that was
 * withdrawn with its list comes back as new.
 */
export function putLead(tx: WriteTx, stored: LeadTable | undefined, content: LeadContent): LeadOutcome {
  if (!stored) {
    tx.insert('lead', {
      id: tx.newId(),
      ...content,
      state: 'new',
      state_on: null,
      assigned_to: null,
      evidence: '',
      close_reason: null,
      note: '',
      fact_id: null,
      withdrawn_at: null,
      created_at: tx.now,
    });
    return 'inserted';
  }
  if (stored.state !== 'new') return 'unchanged';
  const next = { ...content, withdrawn_at: null };
  const changed = (Object.keys(next) as (keyof typeof next)[]).some((column) => next[column] !== stored[column]);
  if (!changed) return 'unchanged';
  tx.update('lead', stored.id, next);
  return stored.withdrawn_at === null ? 'updated' : 'inserted';
}
