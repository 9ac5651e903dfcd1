import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { classifyQuery, type QueryKind, type SearchQuery } from '#shared/domain/subject/classify-query';
import type { ParsedInput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import { contains } from './subject-repository';

type Filter = Pick<ParsedInput<'subject.list'>, 'query' | 'kinds' | 'grades' | 'status' | 'tag'>;
type Page = Pick<ParsedInput<'subject.list'>, 'sort' | 'descending' | 'offset' | 'limit'> & {
  /** Every grade code, best first. */
  readonly gradeOrder: readonly string[];
};

const col = {
  name: sql<string>`subject.name`,
  formerNames: sql<string>`subject.former_names`,
  phone: sql<string | null>`subject.phone`,
};

/** Everything that begins with `start`; unlike LIKE this uses the index. `{` follows z, every digit and letter. */
const begins = (column: 'initials' | 'initials_alt' | 'pinyin' | 'agency_code', start: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.ref(`subject.${column}`)} >= ${start} and ${sql.ref(`subject.${column}`)} < ${`${start}{`})`;

/** Shorter ends of a code fit too many. */
const SHORTEST_TAIL = 3;

function matchOf(kind: QueryKind, { code, pinyin, name }: SearchQuery): RawBuilder<SqlBool> | null {
  switch (kind) {
    case 'uscc':
      return sql<SqlBool>`subject.uscc = ${code}`;
    case 'id_number':
      return sql<SqlBool>`subject.id_number = ${code}`;
    case 'agency_code':
      return begins('agency_code', code);
    case 'cert_no':
      return sql<SqlBool>`subject.agent_cert_no = ${code}`;
    case 'phone':
      return contains(col.phone, code);
    case 'code_tail':
      if (code.length < SHORTEST_TAIL) return null;
      return code.length < 6
        ? sql<SqlBool>`substr(subject.uscc, ${-code.length}) = ${code}`
        : sql<SqlBool>`(substr(subject.uscc, -6) = ${code.slice(-6)} and substr(subject.uscc, ${-code.length}) = ${code})`;
    case 'pinyin':
      return sql<SqlBool>`(${begins('initials', pinyin)} or ${begins('initials_alt', pinyin)} or ${begins('pinyin', pinyin)})`;
    case 'name':
      return sql<SqlBool>`(${contains(comparableName(name), name)} or ${contains(col.formerNames, name)})`;
  }
}

/** The stored name in the form of `normaliseName`, as far as the text that is searched for can tell the difference. */
function comparableName(name: string): RawBuilder<string> {
  let column = col.name;
  if (/[()]/.test(name)) column = sql<string>`replace(replace(${column}, '（', '('), '）', ')')`;
  if (name.includes('有限公司')) column = sql<string>`replace(${column}, '有限责任公司', '有限公司')`;
  return column;
}

function matches(query: string): RawBuilder<SqlBool> | null {
  const classified = classifyQuery(query);
  if (classified.kinds.length === 0) return null;
  const parts = classified.kinds.flatMap((kind) => matchOf(kind, classified) ?? []);
  return parts.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
}

function filtered(db: ReadDb, { query, grades, status, tag }: Omit<Filter, 'kinds'>) {
  let found = db.selectFrom('subject').where('subject.withdrawn_at', 'is', null);
  const match = matches(query);
  if (match) found = found.where(match);
  if (status) found = found.where('subject.status', '=', status);
  if (tag) found = found.where(sql<SqlBool>`exists (select 1 from json_each(subject.tags) where value = ${tag})`);
  if (grades.length > 0)
    found = found.where('subject.id', 'in', (eb) =>
      eb.selectFrom('current_rating').select('current_rating.subject_id').where('grade_code', 'in', grades),
    );
  return found;
}

const lastInspected = sql<string | null>`(select substr(max(inspection.started_at), 1, 10) from inspection
  where inspection.subject_id = subject.id and inspection.state = 'finished')`;
const openRectifications = sql<number>`(select count(*) from rectification
  where rectification.subject_id = subject.id and rectification.state = 'ordered')`;
const activeDishonesty = sql<number>`(select count(*) from dishonesty
  where dishonesty.subject_id = subject.id and dishonesty.state = 'active')`;

const rowsOf = (db: ReadDb) =>
  db
    .selectFrom('subject')
    .leftJoin('current_rating', 'current_rating.subject_id', 'subject.id')
    .select([
      'subject.id',
      'subject.kind',
      'subject.name',
      'subject.uscc',
      'subject.agency_code',
      'subject.district',
      'subject.status',
      'subject.tags',
      'current_rating.grade_code',
      'current_rating.score',
      'current_rating.as_of',
      lastInspected.as('last_inspected'),
      openRectifications.as('open_rectifications'),
      activeDishonesty.as('active_dishonesty'),
    ]);

export type ListedSubject = Awaited<ReturnType<typeof findListed>>;

export const findListed = (db: ReadDb, id: string) => rowsOf(db).where('subject.id', '=', id).executeTakeFirstOrThrow();

/** One page: its ids first, by the index that fits, then what is shown of those few. */
export async function listSubjects(db: ReadDb, { kinds, sort, descending, gradeOrder, offset, limit, ...filter }: Filter & Page) {
  const direction = descending ? sql`desc` : sql`asc`;
  let found = filtered(db, filter);
  if (kinds.length > 0) found = found.where('subject.kind', 'in', kinds);
  const rated = () => found.leftJoin('current_rating', 'current_rating.subject_id', 'subject.id');
  const ordered = () => {
    switch (sort) {
      case 'name':
        return found.orderBy(sql`subject.name ${direction}, subject.id ${direction}`);
      case 'score':
        return rated().orderBy(sql`current_rating.score is null, current_rating.score ${direction}, subject.name`);
      case 'grade': {
        const ranks = gradeOrder.map((code, rank) => sql`when ${code} then ${sql.lit(rank)}`);
        const rank = ranks.length === 0 ? sql`0` : sql`case current_rating.grade_code ${sql.join(ranks, sql` `)} else ${sql.lit(ranks.length)} end`;
        return rated().orderBy(sql`current_rating.grade_code is null, ${rank} ${direction}, subject.name`);
      }
      case 'last_inspected':
        return found
          .leftJoin(
            (eb) =>
              eb
                .selectFrom('inspection')
                .select((of) => ['subject_id', of.fn.max('started_at').as('last')])
                .where('state', '=', 'finished')
                .groupBy('subject_id')
                .as('visited'),
            (join) => join.onRef('visited.subject_id', '=', 'subject.id'),
          )
          .orderBy(sql`visited.last is null, visited.last ${direction}, subject.name`);
    }
  };
  const ids = (await ordered().select('subject.id').offset(offset).limit(limit).execute()).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = new Map((await rowsOf(db).where('subject.id', 'in', ids).execute()).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** How many there are of each kind, whatever kinds are chosen. */
export const countByKind = (db: ReadDb, filter: Omit<Filter, 'kinds'>) =>
  filtered(db, filter)
    .select((eb) => ['subject.kind', eb.fn.countAll<number>().as('count')])
    .groupBy('subject.kind')
    .execute();

/** The likeliest meanings first, each by its own index, until there are enough. */
export async function searchSubjects(db: ReadDb, query: string, limit: number) {
  const classified = classifyQuery(query);
  const found = new Map<string, Hit>();
  for (const kind of classified.kinds) {
    const match = found.size < limit ? matchOf(kind, classified) : null;
    if (!match) continue;
    for (const hit of await hits(db, match, limit)) if (found.size < limit) found.set(hit.id, found.get(hit.id) ?? hit);
  }
  return [...found.values()];
}

type Hit = Awaited<ReturnType<typeof hits>>[number];

const hits = (db: ReadDb, match: RawBuilder<SqlBool>, limit: number) =>
  db
    .selectFrom('subject')
    .leftJoin('current_rating', 'current_rating.subject_id', 'subject.id')
    .select(['subject.id', 'subject.name', 'subject.kind', 'subject.uscc', 'subject.agency_code', 'subject.agent_cert_no', 'current_rating.grade_code'])
    .where('subject.withdrawn_at', 'is', null)
    .where(match)
    .orderBy(sql`length(subject.name)`)
    .orderBy('subject.name')
    .limit(limit)
    .execute();
