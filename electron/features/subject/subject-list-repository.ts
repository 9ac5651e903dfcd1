import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { classifyQuery, type QueryKind, type SearchQuery } from '#shared/domain/subject/classify-query';
import type { ParsedInput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';

type Filter = Pick<ParsedInput<'subject.list'>, 'query' | 'kinds' | 'grades' | 'status' | 'tag'>;
type Page = Pick<ParsedInput<'subject.list'>, 'sort' | 'descending' | 'offset' | 'limit'> & {
  /** Every grade code, best first. */
  readonly gradeOrder: readonly string[];
};

/** Shorter ends of a code fit too many. */
const SHORTEST_TAIL = 3;

/** A condition of its own index, and the order in which that index gives the best first. */
type Match = { readonly where: RawBuilder<SqlBool>; readonly order: RawBuilder<unknown> };

const byName = sql`subject.name`;
const only = (where: RawBuilder<SqlBool>, order: RawBuilder<unknown> = byName): Match => ({ where, order });

/** Everything that begins with `start`; unlike LIKE this uses the index. `{` follows z, every digit and letter. */
function begins(column: 'initials' | 'initials_alt' | 'pinyin' | 'agency_code', start: string): Match {
  const ref = sql.ref(`subject.${column}`);
  return { where: sql<SqlBool>`(${ref} >= ${start} and ${ref} < ${`${start}{`})`, order: ref };
}

/**
 * Reads one narrow index from end to end instead of the wide table: what stands in the middle of a text can only be
 * found by looking at all of them.
 */
const scan = (index: string, column: string, covered: RawBuilder<SqlBool>, most: number): Match =>
  only(sql<SqlBool>`subject.rowid in (select each.rowid from subject as each indexed by ${sql.ref(index)}
    where each.withdrawn_at is null and ${covered} order by ${sql.ref(`each.${column}`)} limit ${most})`);

/** Of a scan no more than `most` are taken; all without it. */
function matchesOf(kind: QueryKind, { code, pinyin, name }: SearchQuery, most = -1): readonly Match[] {
  switch (kind) {
    case 'uscc':
      return [only(sql<SqlBool>`subject.uscc = ${code}`)];
    case 'id_number':
      return [only(sql<SqlBool>`subject.id_number = ${code}`)];
    case 'agency_code':
      return [begins('agency_code', code)];
    case 'cert_no':
      return [only(sql<SqlBool>`subject.agent_cert_no = ${code}`)];
    case 'phone':
      return [only(sql<SqlBool>`instr(subject.phone, ${code}) > 0`)];
    case 'code_tail':
      if (code.length < SHORTEST_TAIL) return [];
      return code.length < 6
        ? [
            scan(
              'subject_uscc',
              'uscc',
              sql`each.uscc is not null and substr(each.uscc, ${-code.length}) = ${code}`,
              most,
            ),
          ]
        : [
            only(
              sql<SqlBool>`(substr(subject.uscc, -6) = ${code.slice(-6)} and substr(subject.uscc, ${-code.length}) = ${code})`,
            ),
          ];
    case 'pinyin':
      return [begins('initials', pinyin), begins('initials_alt', pinyin), begins('pinyin', pinyin)];
    case 'name':
      return [
        scan('subject_name', 'name', sql`instr(${comparable('name', name)}, ${name}) > 0`, most),
        scan(
          'subject_former_names',
          'former_names',
          sql`each.former_names <> '[]' and instr(${comparable('former_names', name)}, ${name}) > 0`,
          most,
        ),
      ];
  }
}

/** The stored text in the form of `normaliseName`, as far as what is searched for can tell the difference. */
function comparable(column: 'name' | 'former_names', name: string): RawBuilder<string> {
  let text = sql<string>`upper(${sql.ref(`each.${column}`)})`;
  if (/[()]/.test(name)) text = sql<string>`replace(replace(${text}, '（', '('), '）', ')')`;
  if (name.includes('有限公司')) text = sql<string>`replace(${text}, '有限责任公司', '有限公司')`;
  return text;
}

function matches(query: string): RawBuilder<SqlBool> | null {
  const classified = classifyQuery(query);
  if (classified.kinds.length === 0) return null;
  const parts = classified.kinds.flatMap((kind) => matchesOf(kind, classified).map(({ where }) => where));
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
export async function listSubjects(
  db: ReadDb,
  { kinds, sort, descending, gradeOrder, offset, limit, ...filter }: Filter & Page,
) {
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
        const rank =
          ranks.length === 0
            ? sql`0`
            : sql`case current_rating.grade_code ${sql.join(ranks, sql` `)} else ${sql.lit(ranks.length)} end`;
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
  for (const match of classified.kinds.flatMap((kind) => matchesOf(kind, classified, limit))) {
    if (found.size >= limit) break;
    for (const hit of await hits(db, match, limit)) if (found.size < limit) found.set(hit.id, hit);
  }
  return [...found.values()];
}

type Hit = Awaited<ReturnType<typeof hits>>[number];

const hits = (db: ReadDb, { where, order }: Match, limit: number) =>
  db
    .selectFrom('subject')
    .leftJoin('current_rating', 'current_rating.subject_id', 'subject.id')
    .select([
      'subject.id',
      'subject.name',
      'subject.kind',
      'subject.uscc',
      'subject.agency_code',
      'subject.agent_cert_no',
      'current_rating.grade_code',
    ])
    .where('subject.withdrawn_at', 'is', null)
    .where(where)
    .orderBy(order)
    .limit(limit)
    .execute();
