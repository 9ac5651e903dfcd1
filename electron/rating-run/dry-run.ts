import type { PackSource } from '#shared/domain/rating/choose-pack';
import { type CompiledPack, compilePack } from '#shared/domain/rating/compile';
import { type MoveCause, moveCauses, type RatingBasis } from '#shared/domain/rating/move-cause';
import { readInput } from '#shared/domain/rating/stored-input';
import type { IsoDate } from '#shared/kernel/dates';
import { formatPoints } from '#shared/kernel/decimal';
import type { ReadDb } from '../db/dialect';
import { preparePack } from './prepare-packs';
import { gatherFacts, type RatedRow, type Reading, streamSubjects, toRatingSubject } from './rating-run-repository';

/** Somebody whose approved grade the pack would change. */
export type Mover = {
  readonly subjectId: string;
  readonly subjectName: string;
  readonly subjectKind: string;
  readonly from: string;
  readonly to: string;
  readonly fromScoreThousandths: number;
  readonly scoreThousandths: number;
  readonly causes: readonly MoveCause[];
};

export type DryRun = {
  readonly asOf: IsoDate;
  /** How many the pack rates, and how many of these have no approved grade now. */
  readonly rated: number;
  readonly unrated: number;
  readonly moved: readonly Mover[];
  readonly matrix: readonly { readonly from: string | null; readonly to: string; readonly count: number }[];
};

type Request = {
  readonly store: Reading;
  readonly source: PackSource;
  readonly kinds: readonly string[];
  readonly asOf: IsoDate;
  /** Every pack at hand: those that made the present grades are among them. */
  readonly sources: readonly PackSource[];
  readonly progress: (label: string, done: number, total: number | null) => void;
};

/**
 * Rates everybody of these kinds by a pack and says whose approved grade it would change; nothing is written. What
 * changed besides the rules since that grade was given is a cause of its own, so that the parts add up. All figures
 * belong to one moment of the store.
 */
export async function dryRun(request: Request): Promise<DryRun> {
  const { reader } = request.store;
  const own = !reader.inTransaction;
  if (own) reader.exec('begin');
  try {
    return await run(request);
  } finally {
    if (own) reader.exec('commit');
  }
}

async function run({ store, source, kinds, asOf, sources, progress }: Request): Promise<DryRun> {
  const prepared = preparePack(source, asOf);
  const before = presentBasis(store.db, sources);
  const wanted = new Set(kinds);
  const total = await countOfKinds(store.db, kinds);
  const counts = new Map<string | null, Map<string, number>>();
  const moved: Mover[] = [];
  let [rated, unrated] = [0, 0];
  const factsFor = await gatherFacts(store);
  try {
    for (const row of streamSubjects(store)) {
      if (!wanted.has(row.kind)) continue;
      const now = { subject: toRatingSubject(row), facts: factsFor(row.id) };
      const score = prepared.rater.score(now.subject, now.facts);
      const from = row.current_grade;
      rated += 1;
      if (from === null) unrated += 1;
      else if (from !== score.gradeCode) {
        const after = { ...now, compiled: prepared.compiled, asOf };
        moved.push(moverOf(row, score, await before(row), after));
      }
      const line = counts.get(from) ?? new Map<string, number>();
      counts.set(from, line.set(score.gradeCode, (line.get(score.gradeCode) ?? 0) + 1));
      if (rated % 200 === 0) progress('试算', rated, total);
    }
  } finally {
    factsFor.close();
  }
  progress('试算', rated, total);
  return { asOf, rated, unrated, moved, matrix: matrixOf(counts, source) };
}

async function countOfKinds(db: ReadDb, kinds: readonly string[]): Promise<number> {
  const { n } = await db
    .selectFrom('subject')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('withdrawn_at', 'is', null)
    .where('kind', 'in', [...kinds])
    .executeTakeFirstOrThrow();
  return n;
}

/** What the approved rating of a subject was made of; null when its pack is no longer at hand. */
function presentBasis(db: ReadDb, sources: readonly PackSource[]) {
  const compiled = new Map<string, CompiledPack>();
  return async ({ rating_id, current_as_of }: RatedRow): Promise<RatingBasis | null> => {
    if (rating_id === null || current_as_of === null) return null;
    const stored = await db
      .selectFrom('rating')
      .select(['input', 'pack_sha256'])
      .where('id', '=', rating_id)
      .executeTakeFirstOrThrow();
    const source = sources.find(({ sha256 }) => sha256 === stored.pack_sha256);
    if (source === undefined) return null;
    const pack = compiled.get(source.sha256) ?? compilePack(source.value);
    compiled.set(source.sha256, pack);
    const { subject, facts } = readInput(stored.input);
    return { compiled: pack, subject, facts, asOf: current_as_of };
  };
}

function moverOf(
  row: RatedRow,
  { scoreThousandths, gradeCode }: { readonly scoreThousandths: number; readonly gradeCode: string },
  before: RatingBasis | null,
  after: RatingBasis,
): Mover {
  const [from, fromScore] = [row.current_grade ?? '', row.current_score ?? 0];
  return {
    subjectId: row.id,
    subjectName: row.name,
    subjectKind: row.kind,
    from,
    to: gradeCode,
    fromScoreThousandths: fromScore,
    scoreThousandths,
    causes:
      before === null
        ? [
            {
              kind: 'pack',
              deltaThousandths: scoreThousandths - fromScore,
              fromGrade: from,
              toGrade: gradeCode,
              sentence: `作出现评价的规则包不在本机，无法分列原因，得分由 ${formatPoints(fromScore)} 变为 ${formatPoints(scoreThousandths)}`,
            },
          ]
        : moveCauses(before, after),
  };
}

/** Rows and columns in the order of the pack's grades; grades it does not know follow, the unrated come last. */
function matrixOf(
  counts: ReadonlyMap<string | null, ReadonlyMap<string, number>>,
  { value: pack }: PackSource,
): DryRun['matrix'] {
  const order = pack.grades.map(({ code }) => code);
  const rank = (code: string | null) => {
    if (code === null) return order.length + 1;
    const index = order.indexOf(code);
    return index < 0 ? order.length : index;
  };
  const compare = (a: string | null, b: string | null) => rank(a) - rank(b) || ((a ?? '') < (b ?? '') ? -1 : 1);
  return [...counts.entries()]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([from, line]) =>
      [...line.entries()].sort(([a], [b]) => compare(a, b)).map(([to, count]) => ({ from, to, count })),
    );
}
