import { type SqlBool, sql } from 'kysely';
import type { ParsedInput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';

type Filter = Omit<ParsedInput<'letter.list'>, 'offset' | 'limit'>;

const joined = (db: ReadDb) =>
  db
    .selectFrom('letter')
    .innerJoin('subject', 'subject.id', 'letter.subject_id')
    .innerJoin('officer', 'officer.id', 'letter.written_by')
    .leftJoin('inspection', 'inspection.id', 'letter.inspection_id')
    .selectAll('letter')
    .select([
      'subject.name as subject_name',
      'inspection.no as inspection_no',
      'officer.name as officer_name',
      'officer.certificate_no as officer_certificate',
    ]);

const filtered = (db: ReadDb, { states, overdueOnly, query = '', inspectionId, subjectId }: Filter, today: IsoDate) =>
  joined(db)
    .$if(states.length > 0, (found) => found.where('letter.state', 'in', states))
    .$if(overdueOnly, (found) => found.where('letter.state', '=', 'sent').where('letter.reply_due_on', '<', today))
    .$if(inspectionId !== undefined, (found) => found.where('letter.inspection_id', '=', inspectionId ?? ''))
    .$if(subjectId !== undefined, (found) => found.where('letter.subject_id', '=', subjectId ?? ''))
    .$if(query.trim() !== '', (found) =>
      found.where(
        sql<SqlBool>`instr(letter.no || char(10) || letter.to_unit || char(10) || letter.title || char(10) || subject.name, ${query.trim()}) > 0`,
      ),
    );

/** Those that wait for an answer first, by the day it is due. */
export const listLetters = (db: ReadDb, { offset, limit, ...filter }: ParsedInput<'letter.list'>, today: IsoDate) =>
  filtered(db, filter, today)
    .orderBy(sql`case letter.state when 'draft' then 0 when 'sent' then 1 else 2 end`)
    .orderBy(sql`coalesce(letter.reply_due_on, '9999')`)
    .orderBy('letter.written_on', 'desc')
    .orderBy('letter.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();

export async function countLetters(db: ReadDb, filter: Filter, today: IsoDate): Promise<number> {
  const { n } = await db
    .selectFrom(filtered(db, filter, today).as('found'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const countByState = (db: ReadDb) =>
  db
    .selectFrom('letter')
    .select((eb) => ['state', eb.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();

export const findLetter = (db: ReadDb, id: string) => joined(db).where('letter.id', '=', id).executeTakeFirst();

export type LetterRecord = NonNullable<Awaited<ReturnType<typeof findLetter>>>;

/** What a letter about an inspection tells of it. */
export const findInspected = (db: ReadDb, id: string) =>
  db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .select([
      'inspection.id',
      'inspection.no',
      'inspection.subject_id',
      'inspection.started_at',
      'inspection.place',
      'inspection.officers',
      'inspection.state',
      'subject.name as subject_name',
      'subject.uscc',
      'subject.address',
      'subject.legal_person',
    ])
    .where('inspection.id', '=', id)
    .executeTakeFirst();

export const listFacts = (db: ReadDb, inspectionId: string) =>
  db
    .selectFrom('finding')
    .select(['facts', 'clause'])
    .where('inspection_id', '=', inspectionId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();

export const countEvidence = async (db: ReadDb, inspectionId: string): Promise<number> =>
  (
    await db
      .selectFrom('attachment')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('owner_table', '=', 'inspection')
      .where('owner_id', '=', inspectionId)
      .executeTakeFirstOrThrow()
  ).n;
