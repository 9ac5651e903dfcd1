import type { ReadDb } from '../../db/dialect';

export const listMappings = (db: ReadDb) =>
  db.selectFrom('exchange_mapping').selectAll().where('state', '=', 'ready').orderBy('version').execute();

const sentRows = (db: ReadDb) =>
  db
    .selectFrom('send_out')
    .leftJoin('officer', 'officer.id', 'send_out.officer_id')
    .select([
      'send_out.id',
      'send_out.target',
      'send_out.title',
      'send_out.mapping_version as mappingVersion',
      'send_out.from_on as from',
      'send_out.to_on as to',
      'send_out.only_changes as onlyChangesFlag',
      'send_out.file_name as fileName',
      'send_out.sha256',
      'send_out.row_count as rows',
      'send_out.refused_count as refused',
      'send_out.receipt_no as receiptNo',
      'send_out.receipt_on as receiptOn',
      'officer.name as officerName',
      'send_out.created_at as createdAt',
    ])
    .orderBy('send_out.created_at', 'desc')
    .orderBy('send_out.id', 'desc');

const viewed = <T extends { onlyChangesFlag: number }>({ onlyChangesFlag, ...row }: T) => ({
  ...row,
  onlyChanges: onlyChangesFlag === 1,
});

export async function listSent(db: ReadDb, { offset, limit }: { readonly offset: number; readonly limit: number }) {
  return (await sentRows(db).limit(limit).offset(offset).execute()).map(viewed);
}

export async function countSent(db: ReadDb): Promise<number> {
  const { n } = await db
    .selectFrom('send_out')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export async function findLastSent(db: ReadDb, target: string) {
  const row = await sentRows(db).where('send_out.target', '=', target).limit(1).executeTakeFirst();
  return row && viewed(row);
}

export async function findSent(db: ReadDb, id: string) {
  const row = await sentRows(db).where('send_out.id', '=', id).executeTakeFirst();
  return row && viewed(row);
}
