import type { DishonestyClass, Regime } from '#shared/domain/dishonesty/codes';
import type { Dishonesty } from '#shared/domain/dishonesty/dishonesty';
import type { RepairPack } from '#shared/domain/repair/repair-pack';
import { previousTerm, type RepairTerms, repairTerms, selectRegime } from '#shared/domain/repair/terms';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from './dialect';
import type { DishonestyTable } from './schema-repair';

export const toDishonesty = (row: DishonestyTable): Dishonesty => ({
  id: row.id,
  subjectId: row.subject_id,
  factId: row.fact_id,
  actCode: row.act_code,
  regime: row.regime as Regime,
  class: row.class as DishonestyClass,
  documentNo: row.document_no,
  authority: row.authority,
  decidedOn: row.decided_on,
  actSummary: row.act_summary,
  penalty: row.penalty,
  publishedOn: row.published_on,
  state: row.state,
  stateOn: row.state_on,
});

/**
 * Terms of a record among the other records of its subject: one that was still running may push the end back.
 *
 * @throws AppError `bad_pack` when the pack has no rule for the class
 */
export function termsAmong(pack: RepairPack, record: Dishonesty, ofSubject: readonly Dishonesty[]): RepairTerms {
  const earlier = ofSubject.filter(
    (other) => other.id !== record.id && other.regime === record.regime && stoodOn(other, record.decidedOn),
  );
  return repairTerms(pack, { ...record, previous: previousTerm(pack, record.decidedOn, earlier) });
}

function stoodOn({ state, stateOn }: Dishonesty, on: string): boolean {
  if (state === 'withdrawn') return false;
  return state !== 'repaired' || stateOn === null || stateOn > on;
}

/** Terms under today's rules, or null when no pack covers the regime or the class. */
export function termsToday(
  regimes: readonly RepairPack[],
  record: Dishonesty,
  ofSubject: readonly Dishonesty[],
  today: IsoDate,
): RepairTerms | null {
  try {
    return termsAmong(selectRegime(regimes, record, today), record, ofSubject);
  } catch (error) {
    // a record without rules is still a record: the list shows it without dates
    if (error instanceof AppError && error.code === 'bad_pack') return null;
    throw error;
  }
}

/** All records of every subject that has an active one: their terms depend on each other. */
export const listDishonestyBesideActive = (db: ReadDb) =>
  db
    .selectFrom('dishonesty')
    .selectAll()
    .where('subject_id', 'in', (eb) => eb.selectFrom('dishonesty').select('subject_id').where('state', '=', 'active'))
    .orderBy('decided_on')
    .execute();
