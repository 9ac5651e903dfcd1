import { sql } from 'kysely';
import type { ReadDb } from '../../db/dialect';
import { subjectMatches } from '../../db/subject-match';

type Table = 'inspection' | 'rectification' | 'recheck' | 'interview' | 'check_notice';

/** Numbers and subjects of the records that scanned papers belong to. */
const RECORDS = sql<{ table_name: Table; id: string; no: string; subject_id: string; parent: string | null }>`(
  select 'inspection' as table_name, id, no, subject_id, id as parent from inspection
  union all select 'rectification', id, no, subject_id, id from rectification
  union all select 'recheck', recheck.id, rectification.no, rectification.subject_id, rectification.id
    from recheck join rectification on rectification.id = recheck.rectification_id
  union all select 'interview', id, no, subject_id, inspection_id from interview
  union all select 'check_notice', id, coalesce(notice_no, no), subject_id, inspection_id from check_notice
)`;

const records = (db: ReadDb, table: Table) =>
  db
    .selectFrom(RECORDS.as('record'))
    .innerJoin('subject', 'subject.id', 'record.subject_id')
    .where('record.table_name', '=', table)
    .select(['record.id', 'record.no', 'record.parent', 'subject.name as subject_name']);

export const findRecord = (db: ReadDb, table: Table, id: string) =>
  records(db, table).where('record.id', '=', id).executeTakeFirst();

export const searchRecords = (db: ReadDb, table: Table, query: string) =>
  records(db, table)
    .$if(query !== '', (found) =>
      found.where((eb) => eb.or([subjectMatches(query), eb(sql<number>`instr(record.no, ${query})`, '>', 0)])),
    )
    .orderBy('record.id', 'desc')
    .limit(20)
    .execute();

export const findReserved = (db: ReadDb, id: string) =>
  db
    .selectFrom('reserved_number')
    .select(['no', 'state', 'bound_table', 'bound_id'])
    .where('id', '=', id)
    .executeTakeFirst();

const withFile = (db: ReadDb) =>
  db
    .selectFrom('scan')
    .innerJoin('attachment', 'attachment.id', 'scan.attachment_id')
    .selectAll('scan')
    .select(['attachment.file_name', 'attachment.media_type', 'attachment.size']);

export type ScanRow = Awaited<ReturnType<typeof listScans>>[number];
type Filter = { readonly state?: 'waiting' | 'bound' | 'set_aside' | undefined };

export const listScans = (db: ReadDb, { state, offset, limit }: Filter & { offset: number; limit: number }) =>
  withFile(db)
    .$if(state !== undefined, (found) => found.where('scan.state', '=', state ?? 'waiting'))
    .orderBy('scan.created_at', 'desc')
    .orderBy('scan.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();

export async function countScans(db: ReadDb, { state }: Filter): Promise<number> {
  const { n } = await db
    .selectFrom('scan')
    .$if(state !== undefined, (found) => found.where('state', '=', state ?? 'waiting'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const findScan = (db: ReadDb, id: string) => withFile(db).where('scan.id', '=', id).executeTakeFirst();

export const listScansOf = (db: ReadDb, sha256: string) =>
  withFile(db).where('scan.sha256', '=', sha256).orderBy('scan.page').execute();

export const findOwnAttachment = (db: ReadDb, table: string, id: string, sha256: string) =>
  db
    .selectFrom('attachment')
    .select('id')
    .where('owner_table', '=', table)
    .where('owner_id', '=', id)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
