import { leadKey } from '#shared/domain/warning/find-leads';
import { putLead } from '../../db/lead-writer';
import type { Store } from '../../db/open-store';
import { createPartySubjectFinder } from '../../db/party-subject';
import { prepareGet } from '../../db/prepared';
import type { LeadTable } from '../../db/schema-warning';
import type { WriteTx } from '../../db/write-tx';
import type { Batch } from '../../table-import/batch';
import type { FilingContent } from './filing-content';
import type { Sink } from './filing-import';

/** Writes the rows of a list; each row of a third party's list is a lead at once, and nothing more than that. */
export function storeSink(tx: WriteTx, batch: Batch, store: Store): Sink {
  const subjectOf = createPartySubjectFinder(store, 'writer');
  const findLead = prepareGet<LeadTable>(
    store,
    'writer',
    store.db.selectFrom('lead').selectAll().where('key', '=', '').compile(),
  );
  return {
    insert: (content) => {
      const id = tx.newId();
      tx.insert('filing', { id, ...content, import_id: batch.id, withdrawn_at: null, created_at: tx.now });
      if (content.kind !== 'third_party') return;
      const lead = thirdPartyLead(content, { filingId: id, importId: batch.id });
      const subject = subjectOf({ name: content.applicant_name, code: content.applicant_code });
      putLead(tx, findLead(lead.key), { ...lead, subject_id: subject?.id ?? null });
    },
    merge: (stored, content) => {
      if (stored.import_id !== batch.id) batch.keepBefore('filing', stored);
      tx.update('filing', stored.id, content);
    },
  };
}

const thirdPartyLead = (content: FilingContent, { filingId, importId }: { filingId: string; importId: string }) => ({
  key: leadKey('third-party', content.source, content.applicant_code ?? content.applicant_key, content.number),
  source: 'third_party' as const,
  source_name: content.source,
  pack_id: '',
  pack_version: 0,
  rule_id: '',
  rule_name: '第三方筛查',
  dimension: '第三方筛查',
  stream: '',
  item_code: '',
  bases: '[]',
  verified: 0,
  party_role: 'applicant' as const,
  party_key: content.applicant_code ?? content.applicant_key,
  party_name: content.applicant_name,
  party_code: content.applicant_code,
  from_date: null,
  to_date: null,
  why: `${content.source}：${content.remark}`,
  figures: '{}',
  filings: JSON.stringify([filingId]),
  filing_count: 1,
  import_id: importId,
});
