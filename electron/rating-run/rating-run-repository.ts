import { sql } from 'kysely';
import type { RatingSubject } from '#shared/domain/rating/condition';
import type { RatingFact, Relation } from '#shared/domain/rating/fact';
import type { ReadDb } from '../db/dialect';
import type { Store } from '../db/open-store';
import { streamRows } from '../db/stream';

const RATED_COLUMNS = ['subject.id', 'subject.kind', 'subject.status', 'subject.tags', 'subject.name'] as const;
const FACT_COLUMNS = [
  'fact.id',
  'fact.subject_id',
  'fact.item_code',
  'fact.occurred_on',
  'fact.valid_from',
  'fact.valid_to',
  'fact.state',
  'fact.state_on',
  'fact.fields',
  'fact.source_org',
  'fact.source_no',
  'fact.origin_office',
  'fact.adopted_on',
] as const;

/** A subject as the rating reads it, with the approved rating it has now. */
export const ratedSubjects = (db: ReadDb) =>
  db
    .selectFrom('subject')
    .leftJoin('current_rating', 'current_rating.subject_id', 'subject.id')
    .leftJoin('rating', 'rating.id', 'current_rating.rating_id')
    .select([
      ...RATED_COLUMNS,
      'current_rating.rating_id',
      'current_rating.grade_code as current_grade',
      'current_rating.score as current_score',
      'current_rating.as_of as current_as_of',
      'current_rating.next_change_on',
      'rating.pack_sha256',
      'rating.pack_id',
      'rating.input as current_input',
    ])
    .where('subject.withdrawn_at', 'is', null);

export type RatedRow = Awaited<ReturnType<typeof findRatedSubject>> & {};

export const findRatedSubject = (db: ReadDb, id: string) =>
  ratedSubjects(db).where('subject.id', '=', id).executeTakeFirst();

/** The reading side of a store. */
export type Reading = Pick<Store, 'db' | 'reader'>;

/** Every live subject, by id. */
export const streamSubjects = (store: Reading) =>
  streamRows(store, ratedSubjects(store.db).orderBy('subject.id').compile());

/** Every fact, in the same order as the subjects, so that one pass joins them. */
export const streamFacts = (store: Reading) =>
  streamRows(
    store,
    store.db
      .selectFrom('fact')
      .select([...FACT_COLUMNS])
      .orderBy('fact.subject_id')
      .compile(),
  );

const listFacts = (db: ReadDb, subjectId: string) =>
  db
    .selectFrom('fact')
    .select([...FACT_COLUMNS])
    .where('subject_id', '=', subjectId)
    .execute();

/**
 * Facts of agents and branches, each with the head office or agency it may count at: the parent, and the parent of a
 * branch whose agent it is.
 */
const relatedFacts = (db: ReadDb) =>
  db
    .selectFrom('fact')
    .innerJoin('subject', 'subject.id', 'fact.subject_id')
    .innerJoin('subject as parent', 'parent.id', 'subject.parent_id')
    .where('subject.withdrawn_at', 'is', null)
    .where('subject.kind', 'in', ['agent', 'agency_branch'])
    .select([
      ...FACT_COLUMNS,
      'subject.kind as via_kind',
      'subject.name as via_name',
      'parent.id as parent_id',
      sql<string | null>`case when parent.kind = 'agency_branch' then parent.parent_id end`.as('head_id'),
    ]);

export type FactRow = Awaited<ReturnType<typeof listFacts>>[number];
type RelatedRow = Awaited<ReturnType<ReturnType<typeof relatedFacts>['execute']>>[number];

export function toRatingFact(row: FactRow): RatingFact {
  return {
    id: row.id,
    itemCode: row.item_code,
    occurredOn: row.occurred_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    state: row.state,
    repairedOn: row.state_on,
    fields: JSON.parse(row.fields),
    sourceOrg: row.source_org,
    sourceNo: row.source_no,
    ...(row.origin_office === null ? {} : { origin: { office: row.origin_office, adoptedOn: row.adopted_on } }),
  };
}

const RELATION: Readonly<Record<string, Relation>> = { agent: 'agents', agency_branch: 'branches' };

const toRelatedFact = (row: RelatedRow): RatingFact => ({
  ...toRatingFact(row),
  via: { relation: RELATION[row.via_kind] ?? 'agents', subjectId: row.subject_id, name: row.via_name },
});

export const toRatingSubject = (row: { id: string; kind: string; status: string; tags: string }): RatingSubject => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  tags: JSON.parse(row.tags),
});

/** The facts of one subject and, behind them, those of its agents and branches. */
export async function factsOf(db: ReadDb, subjectId: string): Promise<RatingFact[]> {
  const related = await relatedFacts(db)
    // branches that name each other as head office are each their own head at two removes
    .where('subject.id', '<>', subjectId)
    .where((eb) =>
      eb.or([
        eb('parent.id', '=', subjectId),
        eb.and([eb('parent.kind', '=', 'agency_branch'), eb('parent.parent_id', '=', subjectId)]),
      ]),
    )
    .execute();
  return [...(await listFacts(db, subjectId)).map(toRatingFact), ...related.map(toRelatedFact)];
}

export type FactsFor = ((subjectId: string) => RatingFact[]) & {
  /** Ends the walk: a connection with an open one can neither commit nor close. */
  readonly close: () => void;
};

/** Joins every fact to its subject in one pass: ask for subjects in the order of their ids. */
export async function gatherFacts(store: Reading): Promise<FactsFor> {
  const byHead = new Map<string, RatingFact[]>();
  for (const row of await relatedFacts(store.db).execute()) {
    for (const head of new Set([row.parent_id, row.head_id])) {
      if (head === null || head === row.subject_id) continue;
      const known = byHead.get(head);
      if (known) known.push(toRelatedFact(row));
      else byHead.set(head, [toRelatedFact(row)]);
    }
  }
  const rows = streamFacts(store);
  let next = rows.next();
  const factsFor = (subjectId: string): RatingFact[] => {
    const own: RatingFact[] = [];
    while (!next.done && next.value.subject_id <= subjectId) {
      if (next.value.subject_id === subjectId) own.push(toRatingFact(next.value));
      next = rows.next();
    }
    const related = byHead.get(subjectId);
    return related === undefined ? own : [...own, ...related];
  };
  return Object.assign(factsFor, { close: () => void rows.return(undefined) });
}

export async function countSubjects(db: ReadDb): Promise<number> {
  const { n } = await db
    .selectFrom('subject')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}
