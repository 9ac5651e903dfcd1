import { sql } from 'kysely';
import type { RepairState } from '#shared/domain/repair/repair';
import type { ReadDb } from '../../db/dialect';
import { subjectMatches } from '../../db/subject-match';
import { RUNNING_STATES } from './dishonesty-repository';

export type RepairFilter = {
  readonly query?: string | undefined;
  readonly state?: RepairState | undefined;
  readonly subjectId?: string | undefined;
};

const joined = (db: ReadDb) =>
  db
    .selectFrom('repair')
    .innerJoin('subject', 'subject.id', 'repair.subject_id')
    .innerJoin('dishonesty', 'dishonesty.id', 'repair.dishonesty_id');

const filtered = (db: ReadDb, { query, state, subjectId }: RepairFilter) => {
  let found = joined(db);
  if (state) found = found.where('repair.state', '=', state);
  if (subjectId) found = found.where('repair.subject_id', '=', subjectId);
  if (query) {
    const matches = subjectMatches(query);
    found = found.where((eb) =>
      eb.or([
        matches,
        eb(sql<number>`instr(repair.no, ${query})`, '>', 0),
        eb(sql<number>`instr(dishonesty.document_no, ${query})`, '>', 0),
      ]),
    );
  }
  return found;
};

const BESIDE = [
  'subject.name as subject_name',
  'subject.uscc as subject_uscc',
  'dishonesty.document_no',
  'dishonesty.act_code',
  'dishonesty.regime as dishonesty_regime',
  'dishonesty.class',
  'dishonesty.decided_on',
] as const;

/** What is under way first, then the ended ones, newest first. */
export const listRepairs = (db: ReadDb, filter: RepairFilter & { offset: number; limit: number }) =>
  filtered(db, filter)
    .selectAll('repair')
    .select([...BESIDE])
    .orderBy(sql`repair.state in ('refused', 'closed')`)
    .orderBy('repair.applied_on', 'desc')
    .orderBy('repair.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();

export async function countRepairs(db: ReadDb, filter: RepairFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const findRepair = (db: ReadDb, id: string) =>
  joined(db)
    .selectAll('repair')
    .select([...BESIDE])
    .where('repair.id', '=', id)
    .executeTakeFirst();

export type RepairRow = NonNullable<Awaited<ReturnType<typeof findRepair>>>;

export const findRunningRepair = (db: ReadDb, dishonesty: { id: string; subjectId: string }) =>
  db
    .selectFrom('repair')
    .select(['id', 'no'])
    .where('subject_id', '=', dishonesty.subjectId)
    .where('dishonesty_id', '=', dishonesty.id)
    .where('state', 'in', RUNNING_STATES)
    .executeTakeFirst();
