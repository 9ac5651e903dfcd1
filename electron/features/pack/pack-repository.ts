import type { ReadDb } from '../../db/dialect';

/** Decisions about packs with the names of who made them, the newest first. */
const activations = (db: ReadDb) =>
  db
    .selectFrom('pack_activation')
    .leftJoin('officer as proposer', 'proposer.id', 'pack_activation.officer_id')
    .leftJoin('officer as decider', 'decider.id', 'pack_activation.decided_by')
    .selectAll('pack_activation')
    .select(['proposer.name as proposer_name', 'decider.name as decider_name'])
    .where('pack_activation.kind', '=', 'rating');

export type ActivationRow = Awaited<ReturnType<typeof listActivations>>[number];

export const listActivations = (db: ReadDb) =>
  activations(db).orderBy('pack_activation.created_at', 'desc').orderBy('pack_activation.id', 'desc').execute();

export const findActivation = (db: ReadDb, id: string) =>
  activations(db).where('pack_activation.id', '=', id).executeTakeFirst();

/** What was proposed or approved to begin on that day. */
export const listBeginningOn = (db: ReadDb, from: string) =>
  db
    .selectFrom('pack_activation')
    .select(['id', 'pack_id', 'version', 'sha256', 'subject_kinds', 'state'])
    .where('kind', '=', 'rating')
    .where('from_date', '=', from)
    .where('state', '<>', 'rejected')
    .execute();
