import { sql } from 'kysely';
import type { ParsedInput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import type { Store } from '../../db/open-store';
import { prepareAll, prepareGet } from '../../db/prepared';
import type { FactTable, SubjectTable } from '../../db/schema';
import { subjectMatches } from '../../db/subject-match';

type Filter = Pick<ParsedInput<'fact.list'>, 'subjectId' | 'itemCode' | 'query'>;

/** Facts of live subjects; those of an import that was taken back were never true. */
function filtered(db: ReadDb, { subjectId, itemCode, query }: Filter) {
  let found = db
    .selectFrom('fact')
    .innerJoin('subject', 'subject.id', 'fact.subject_id')
    .leftJoin('import_batch', 'import_batch.id', 'fact.import_id')
    .where('subject.withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('import_batch.state', 'is', null), eb('import_batch.state', '=', 'done')]));
  if (subjectId) found = found.where('fact.subject_id', '=', subjectId);
  if (itemCode) found = found.where('fact.item_code', '=', itemCode);
  const text = query?.trim();
  if (text) {
    const matches = subjectMatches(text);
    const inText = sql<number>`instr(fact.source_no || char(10) || fact.source_org || char(10) || fact.summary, ${text})`;
    found = found.where((eb) => eb.or([matches, eb(inText, '>', 0)]));
  }
  return found;
}

export const listFacts = (db: ReadDb, filter: Filter & { offset: number; limit: number }) =>
  filtered(db, filter)
    .selectAll('fact')
    .select('subject.name as subject_name')
    .orderBy('fact.occurred_on', 'desc')
    .orderBy('fact.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();

export type ListedFact = Awaited<ReturnType<typeof listFacts>>[number];

export async function countFacts(db: ReadDb, filter: Filter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export type PartyRow = Pick<SubjectTable, 'id' | 'kind' | 'uscc' | 'name'>;

/** Lookups of a penalty import, prepared once. A run asks the writing connection, which sees what it has just created. */
export function preparePartyQueries(store: Store, on: 'reader' | 'writer') {
  const by = (column: 'uscc' | 'id_number' | 'name') =>
    prepareAll<PartyRow>(
      store,
      on,
      store.db
        .selectFrom('subject')
        .select(['id', 'kind', 'uscc', 'name'])
        .where('withdrawn_at', 'is', null)
        .where(column, '=', '')
        .limit(20)
        .compile(),
    );
  const [byUscc, byIdNumber, byName] = [by('uscc'), by('id_number'), by('name')];
  return {
    byUscc: (uscc: string) => byUscc(uscc, 20),
    byIdNumber: (idNumber: string) => byIdNumber(idNumber, 20),
    byName: (name: string) => byName(name, 20),
  };
}

/** The penalty of one subject under one document number, under whichever item it was filed. */
export function prepareFindPenalty(store: Store, on: 'reader' | 'writer', itemCodes: readonly string[]) {
  const query = store.db
    .selectFrom('fact')
    .selectAll()
    .where('subject_id', '=', '')
    .where('source_no', '=', '')
    .where('state', '<>', 'withdrawn')
    .where('item_code', 'in', itemCodes)
    .orderBy('id')
    .limit(1)
    .compile();
  const get = prepareGet<FactTable>(store, on, query);
  return (subjectId: string, sourceNo: string) => get(subjectId, sourceNo, 'withdrawn', ...itemCodes, 1);
}

/**
 * What may be the record of a row of a list: facts of that subject and item with its day or its number. Another office's
 * record counts only once it is adopted, so it does not stand for one of this office.
 */
export function prepareFindListed(store: Store, on: 'reader' | 'writer') {
  const query = store.db
    .selectFrom('fact')
    .selectAll()
    .where('subject_id', '=', '')
    .where('item_code', '=', '')
    .where('state', '<>', 'withdrawn')
    .where((eb) => eb.or([eb('origin_office', 'is', null), eb('adopted_on', 'is not', null)]))
    .where((eb) => eb.or([eb('occurred_on', '=', ''), eb('source_no', '=', '')]))
    .orderBy('id')
    .limit(100)
    .compile();
  const all = prepareAll<FactTable>(store, on, query);
  // no number is no match: nothing equals null
  return (subjectId: string, itemCode: string, { occurredOn, sourceNo }: { occurredOn: string; sourceNo: string }) =>
    all(subjectId, itemCode, 'withdrawn', occurredOn, sourceNo === '' ? null : sourceNo, 100);
}
