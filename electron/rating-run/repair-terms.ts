import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../db/dialect';
import { termsToday, toDishonesty } from '../db/dishonesty-row';
import type { Packs } from '../packs/packs';

/** From which day each record of a subject that was determined as dishonest may be repaired, under today's rules. */
export async function repairTermsOf(
  db: ReadDb,
  packs: Packs,
  subjectId: string,
  today: IsoDate,
): Promise<(factId: string) => IsoDate | null | undefined> {
  const rows = await db
    .selectFrom('dishonesty')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('decided_on')
    .execute();
  const records = rows.map(toDishonesty);
  const byFact = new Map<string, IsoDate | null>();
  for (const record of records) {
    if (record.factId === null || record.state !== 'active') continue;
    const terms = termsToday(packs.repairRegimes(), record, records, today);
    if (terms !== null) byFact.set(record.factId, terms.earliestOn);
  }
  return (factId) => byFact.get(factId);
}
