import { type SqlBool, sql } from 'kysely';
import type { ReadDb } from '../../db/dialect';
import type { Store } from '../../db/open-store';
import { prepareAll, prepareGet } from '../../db/prepared';
import type { SubjectTable } from '../../db/schema';
import { streamRows } from '../../db/stream';

const CODE_COLUMNS = ['id', 'kind', 'name', 'uscc', 'id_number', 'agent_cert_no', 'agency_code'] as const;
export type SubjectCodeRow = Pick<SubjectTable, (typeof CODE_COLUMNS)[number]>;

const live = (db: ReadDb) => db.selectFrom('subject').where('withdrawn_at', 'is', null);

export const findSubject = (db: ReadDb, id: string) => live(db).selectAll().where('id', '=', id).executeTakeFirst();

/** Everybody who carries one of these codes; names are no key. */
export const findByCodes = (
  db: ReadDb,
  codes: Pick<SubjectTable, 'uscc' | 'id_number' | 'agent_cert_no' | 'agency_code'>,
) =>
  live(db)
    .select(CODE_COLUMNS)
    .where((eb) =>
      eb.or(
        (['uscc', 'id_number', 'agent_cert_no', 'agency_code'] as const).flatMap((column) => {
          const code = codes[column];
          return code === null ? [] : [eb(column, '=', code)];
        }),
      ),
    )
    .execute();

/** The codes of every live subject, one by one. */
export const streamCodes = (store: Store) => streamRows(store, live(store.db).select(CODE_COLUMNS).compile());

export async function countSubjects(db: ReadDb): Promise<number> {
  const { n } = await live(db)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Whole rows by id, for a bulk merge; on the writing connection it sees what this transaction wrote. */
export const prepareFindRow = (store: Store, on: 'reader' | 'writer') =>
  prepareGet<SubjectTable>(store, on, store.db.selectFrom('subject').selectAll().where('id', '=', '').compile());

type Candidate = Pick<SubjectTable, 'id' | 'kind'>;

/** Ways to find a head office or agency, for a bulk import. Two hits mean that it cannot be told apart. */
export function prepareFindParent(store: Store) {
  const organisation = (column: 'uscc' | 'name' | 'agency_code') =>
    prepareAll<Candidate>(
      store,
      'writer',
      live(store.db).select(['id', 'kind']).where(column, '=', '').where('kind', '<>', 'agent').limit(2).compile(),
    );
  const [byUscc, byName, byAgencyCode] = [organisation('uscc'), organisation('name'), organisation('agency_code')];
  return {
    byUscc: (uscc: string) => byUscc(uscc, 'agent', 2),
    byName: (name: string) => byName(name, 'agent', 2),
    byAgencyCode: (code: string) => byAgencyCode(code, 'agent', 2),
  };
}

/** Those who name a head office or agency that was not found so far; the words are those of the partial index. */
const orphans = (db: ReadDb) =>
  live(db).where(
    sql<SqlBool>`parent_id is null and (parent_name is not null or parent_uscc is not null or kind in ('agent', 'agency_branch'))`,
  );

export const listOrphans = (db: ReadDb) => orphans(db).selectAll().execute();

export const listOrphansOf = (db: ReadDb, parent: Pick<SubjectTable, 'uscc' | 'name' | 'agency_code'>) =>
  orphans(db)
    .select('id')
    .where((eb) =>
      eb.or([
        eb('parent_name', '=', parent.name),
        ...(parent.uscc === null ? [] : [eb('parent_uscc', '=', parent.uscc)]),
        ...(parent.agency_code === null || parent.agency_code.length !== 5
          ? []
          : [
              eb.and([
                eb('kind', 'in', ['agent', 'agency_branch']),
                eb(sql`substr(agency_code, 1, 5)`, '=', parent.agency_code),
                eb('parent_name', 'is', null),
                eb('parent_uscc', 'is', null),
              ]),
            ]),
      ]),
    )
    .execute();

export const listChildren = (db: ReadDb, parentId: string) =>
  live(db).select(['id', 'name', 'kind']).where('parent_id', '=', parentId).orderBy('kind').orderBy('name').execute();

export async function findNameAndFile(db: ReadDb, row: Pick<SubjectTable, 'parent_id' | 'import_id'>) {
  const parent = row.parent_id
    ? await live(db).select(['id', 'name']).where('id', '=', row.parent_id).executeTakeFirst()
    : null;
  const batch = row.import_id
    ? await db.selectFrom('import_batch').select('file_name').where('id', '=', row.import_id).executeTakeFirst()
    : null;
  return { parent: parent ?? null, importFile: batch?.file_name ?? null };
}
