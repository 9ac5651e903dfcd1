import * as z from 'zod';
import type { Proof, Reminder } from '#shared/domain/rectification/proof';
import { officerOnDuty } from '#shared/ipc/fields';
import type { ReadDb } from './dialect';
import type { RectificationProofTable, RectificationReminderTable } from './schema-rectification';

const idsColumn = z.array(z.string());

export type ProofsOf = { readonly proofs: readonly Proof[]; readonly reminders: readonly Reminder[] };
export const NO_PROOFS: ProofsOf = { proofs: [], reminders: [] };

const toProof = (row: RectificationProofTable): Proof => ({
  id: row.id,
  submittedOn: row.submitted_on,
  submittedBy: row.submitted_by,
  way: row.way,
  itemIds: idsColumn.parse(JSON.parse(row.item_ids)),
  note: row.note,
  judgement: row.judgement,
  judgedBy: row.judged_officer === null ? null : officerOnDuty.parse(JSON.parse(row.judged_officer)),
  judgedOn: row.judged_on,
  reason: row.reason,
});

const toReminder = (row: RectificationReminderTable): Reminder => ({
  id: row.id,
  on: row.on_date,
  way: row.way,
  whom: row.whom,
  text: row.text,
  officer: officerOnDuty.parse(JSON.parse(row.officer)),
});

/** Proofs and reminders by order, oldest first. The page and the documents both need them. */
export async function listProofs(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, ProofsOf>> {
  const found = new Map<string, { proofs: Proof[]; reminders: Reminder[] }>();
  const entry = (id: string) => {
    const one = found.get(id) ?? { proofs: [], reminders: [] };
    found.set(id, one);
    return one;
  };
  for (let from = 0; from < ids.length; from += IDS_A_QUERY) {
    const some = ids.slice(from, from + IDS_A_QUERY);
    const proofs = await db
      .selectFrom('rectification_proof')
      .selectAll()
      .where('rectification_id', 'in', some)
      .orderBy('submitted_on')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    for (const row of proofs) entry(row.rectification_id).proofs.push(toProof(row));
    const reminders = await db
      .selectFrom('rectification_reminder')
      .selectAll()
      .where('rectification_id', 'in', some)
      .orderBy('on_date')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    for (const row of reminders) entry(row.rectification_id).reminders.push(toReminder(row));
  }
  return found;
}

/** SQLite takes only so many values in one statement. */
const IDS_A_QUERY = 500;
