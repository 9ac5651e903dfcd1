import type { ReadDb } from '../../db/dialect';

export const listOrdersOf = (db: ReadDb, inspectionId: string, subjectId: string) =>
  db
    .selectFrom('rectification')
    .innerJoin('subject', 'subject.id', 'rectification.subject_id')
    .selectAll('rectification')
    .select('subject.name as subject_name')
    .where('rectification.subject_id', '=', subjectId)
    .where('rectification.inspection_id', '=', inspectionId)
    .where('rectification.state', '!=', 'cancelled')
    .orderBy('rectification.id')
    .execute();

export const listItemsOf = (db: ReadDb, orderIds: readonly string[]) =>
  db
    .selectFrom('rectification_item')
    .leftJoin('finding', 'finding.id', 'rectification_item.finding_id')
    .select([
      'rectification_item.rectification_id',
      'rectification_item.seq',
      'rectification_item.problem',
      'finding.facts',
      'finding.clause',
      'finding.state as finding_state',
    ])
    .where('rectification_id', 'in', orderIds)
    .orderBy('seq')
    .execute();

export const listRechecksOf = (db: ReadDb, orderIds: readonly string[]) =>
  db
    .selectFrom('recheck')
    .selectAll()
    .where('rectification_id', 'in', orderIds)
    .orderBy('checked_on')
    .orderBy('created_at')
    .execute();

export const listInterviewsOf = (db: ReadDb, inspectionId: string) =>
  db
    .selectFrom('interview')
    .select(['id', 'no', 'person_name', 'state'])
    .where('inspection_id', '=', inspectionId)
    .orderBy('started_at')
    .orderBy('id')
    .execute();

export const countFindings = async (db: ReadDb, inspectionId: string): Promise<number> => {
  const { n } = await db
    .selectFrom('finding')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('inspection_id', '=', inspectionId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return n;
};

/** When each paper of these records was last printed or exported. */
export const listPrints = (db: ReadDb, ownerIds: readonly string[]) =>
  db
    .selectFrom('issued_document')
    .select(['report', 'owner_id', 'created_at'])
    .where('owner_id', 'in', ownerIds)
    .orderBy('created_at')
    .execute();

/** Signed papers that were scanned and bound to these records. */
export const listScans = (db: ReadDb, ownerIds: readonly string[]) =>
  db
    .selectFrom('scan')
    .select(['paper', 'owner_id', 'bound_at'])
    .where('owner_id', 'in', ownerIds)
    .where('state', '=', 'bound')
    .execute();

/** Numbers printed in advance for the visit, or bound to its inspection. */
export const listReservedOf = (db: ReadDb, visitId: string | null, inspectionId: string | null) =>
  db
    .selectFrom('reserved_number')
    .select(['id', 'no', 'noun', 'state', 'void_reason'])
    .where((eb) => eb.or([eb('visit_id', '=', visitId ?? ''), eb('bound_id', '=', inspectionId ?? '')]))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
