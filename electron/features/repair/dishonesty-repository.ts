import { sql } from 'kysely';
import type { DishonestyState } from '#shared/domain/dishonesty/codes';
import type { ReadDb } from '../../db/dialect';
import { subjectMatches } from '../../db/subject-match';

/** An application that is neither decided nor ended. */
export const RUNNING_STATES = ['applied', 'verified', 'opined'] as const;

export type DishonestyFilter = {
  readonly query?: string | undefined;
  readonly state?: DishonestyState | undefined;
  readonly subjectId?: string | undefined;
};

const filtered = (db: ReadDb, { query, state, subjectId }: DishonestyFilter) => {
  let found = db.selectFrom('dishonesty').innerJoin('subject', 'subject.id', 'dishonesty.subject_id');
  if (state) found = found.where('dishonesty.state', '=', state);
  if (subjectId) found = found.where('dishonesty.subject_id', '=', subjectId);
  if (query) {
    const matches = subjectMatches(query);
    found = found.where((eb) => eb.or([matches, eb(sql<number>`instr(dishonesty.document_no, ${query})`, '>', 0)]));
  }
  return found;
};

const rows = (db: ReadDb, filter: DishonestyFilter) =>
  filtered(db, filter)
    .selectAll('dishonesty')
    .select(['subject.name as subject_name', 'subject.uscc as subject_uscc'])
    .select((eb) =>
      eb
        .selectFrom('repair')
        .whereRef('repair.subject_id', '=', 'dishonesty.subject_id')
        .whereRef('repair.dishonesty_id', '=', 'dishonesty.id')
        .where('repair.state', 'in', RUNNING_STATES)
        .select('repair.id')
        .limit(1)
        .as('repair_id'),
    );

export type DishonestyRow = Awaited<ReturnType<typeof listDishonesty>>[number];

/** Without a page: every record that matches; their number is that of an office's determinations, not of its subjects. */
export const listDishonesty = (db: ReadDb, filter: DishonestyFilter, page?: { offset: number; limit: number }) =>
  rows(db, filter)
    .orderBy('dishonesty.decided_on', 'desc')
    .orderBy('dishonesty.id', 'desc')
    .$if(page !== undefined, (query) => query.offset(page?.offset ?? 0).limit(page?.limit ?? 0))
    .execute();

export async function countDishonesty(db: ReadDb, filter: DishonestyFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const findDishonesty = (db: ReadDb, id: string) =>
  rows(db, {}).where('dishonesty.id', '=', id).executeTakeFirst();

export const listDishonestyOf = (db: ReadDb, subjectIds: readonly string[]) =>
  db.selectFrom('dishonesty').selectAll().where('subject_id', 'in', subjectIds).orderBy('decided_on').execute();

export const listRepairsOf = (db: ReadDb, { id, subject_id }: { id: string; subject_id: string }) =>
  db
    .selectFrom('repair')
    .select(['id', 'no', 'applied_on as appliedOn', 'state'])
    .where('subject_id', '=', subject_id)
    .where('dishonesty_id', '=', id)
    .orderBy('applied_on')
    .orderBy('id')
    .execute();

export const findLinkedFact = (db: ReadDb, id: string) =>
  db.selectFrom('fact').select(['id', 'subject_id', 'state']).where('id', '=', id).executeTakeFirst();
