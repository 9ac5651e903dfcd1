import type { PackChoice } from '#shared/domain/rating/choose-pack';
import { inputText, type RatedInput } from '#shared/domain/rating/stored-input';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { invariant } from '#shared/kernel/assert';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { RatingBatchTable } from '../../db/schema-rating';
import type { WriteTx } from '../../db/write-tx';
import type { JobContext } from '../../ipc/context';
import { keepPack, loadPackChoice } from '../../packs/rating-packs';
import { type PreparedPack, preparePacks } from '../../rating-run/prepare-packs';
import {
  countSubjects,
  factsOf,
  findRatedSubject,
  gatherFacts,
  type RatedRow,
  streamSubjects,
  toRatingSubject,
} from '../../rating-run/rating-run-repository';
import { causesOfMove } from './causes';
import {
  changedSince,
  dueByTime,
  findLastRun,
  findStandingOn,
  headsOf,
  lastAuditSeq,
  listKinds,
  listOpenRuns,
  MOST_MOVES,
  overtakenLate,
  subjectsOfKinds,
} from './run-repository';
import { storeRating } from './store-rating';

type RunResult = RouteOutput<'rating.rate-all'>;
type PackFor = (kind: string) => PreparedPack | null;

/** Beyond so many subjects one pass over everything is quicker than asking for each. */
const MOST_SINGLY = 5000;

/** Rates everybody, or only those whose result can have changed, in one transaction that proposes one run. */
export async function rateAll(
  { mode, asOf }: { readonly mode: ParsedInput<'rating.rate-all'>['mode']; readonly asOf: IsoDate },
  context: JobContext,
): Promise<RunResult> {
  const { db, packs, write } = context;
  const choice = await loadPackChoice(db, packs);
  const packFor = preparePacks(choice, asOf);
  const object = 'rating:all';
  return write({ object, summary: `按 ${asOf} 评价全部主体` }, async (tx, sharpen) => {
    const scope = mode === 'full' ? null : await changedSubjects(tx.db, packFor, asOf);
    const run = await openRun(tx, { mode, asOf, packFor });
    const total = scope === null ? await countSubjects(tx.db) : scope.size;
    const rater = subjectRater(tx, { ...context, choice, packFor, asOf, runId: run.id });
    context.progress('信用评价', 0, total);
    for await (const { row, facts } of candidates(context, scope)) {
      await rater.rate(row, facts);
      if (rater.counts.checked % 200 === 0) context.progress('信用评价', rater.counts.checked, total);
    }
    context.progress('信用评价', total, total);
    const { counts, moved } = rater;
    // nothing moved and nothing new: there is nothing to approve, only the day up to which it was looked at
    const settled = counts.rated === 0;
    tx.update('rating_batch', run.id, {
      checked: counts.checked,
      rated: counts.rated,
      first_rated: counts.firstRated,
      moved: counts.moved,
      without_pack: counts.withoutPack,
      ...(settled ? { state: 'approved' as const, decided_on: tx.today, reason: '没有变化，无需审定' } : {}),
    });
    sharpen({
      object: `rating_batch:${run.id}`,
      summary: `按 ${asOf} 评价${mode === 'full' ? '全部' : '有变化的'}主体：核对 ${counts.checked} 户，重新定级 ${counts.rated} 户，首次评价 ${counts.firstRated} 户，等级变动 ${counts.moved} 户，无适用规则包 ${counts.withoutPack} 户`,
    });
    return { batchId: run.id, ...counts, unchanged: counts.checked - counts.rated - counts.withoutPack, moved };
  });
}

/** Everybody whose result can be another one than in the last approved run; each reason errs on the safe side. */
async function changedSubjects(db: ReadDb, packFor: PackFor, asOf: IsoDate): Promise<ReadonlySet<string>> {
  const last = await findLastRun(db);
  if (!last) throw new AppError('bad_state', '还没有经过审定的评价，不能只评有变化的主体。请先评价全部主体。');
  if (asOf < last.as_of)
    throw new AppError(
      'bad_input',
      `基准日早于最近一次审定的评价（${last.as_of}），不能只评有变化的主体。请改用较晚的基准日，或评价全部主体。`,
      [{ path: 'asOf', message: `应当不早于 ${last.as_of}` }],
    );
  const before = JSON.parse(last.packs) as Readonly<Record<string, string>>;
  const changed = await changedSince(db, last.covered_seq);
  const kinds = (await listKinds(db)).filter((kind) => packFor(kind)?.source.sha256 !== before[kind]);
  return new Set([
    ...changed,
    ...(await headsOf(db, changed)),
    ...(await overtakenLate(db, last.covered_seq)),
    ...(await dueByTime(db, asOf)),
    ...(await subjectsOfKinds(db, kinds)),
  ]);
}

type Run = { readonly mode: 'full' | 'incremental'; readonly asOf: IsoDate; readonly packFor: PackFor };

async function openRun(tx: WriteTx, { mode, asOf, packFor }: Run): Promise<{ readonly id: string }> {
  for (const { id } of await listOpenRuns(tx.db, null))
    tx.update('rating_batch', id, { state: 'superseded', decided_on: tx.today, reason: '已有更新的评价' });
  const used = (await listKinds(tx.db)).sort().flatMap((kind) => {
    const pack = packFor(kind);
    return pack === null ? [] : [[kind, pack.source.sha256] as const];
  });
  return insertRun(tx, { mode, asOf, packs: Object.fromEntries(used) });
}

/** A proposed run without figures yet. */
export async function insertRun(
  tx: WriteTx,
  run: Pick<RatingBatchTable, 'mode'> & { readonly asOf: IsoDate; readonly packs: Readonly<Record<string, string>> },
): Promise<{ readonly id: string }> {
  const id = tx.newId();
  tx.insert('rating_batch', {
    id,
    mode: run.mode,
    as_of: run.asOf,
    covered_seq: await lastAuditSeq(tx.db),
    packs: JSON.stringify(run.packs),
    checked: 0,
    rated: 0,
    first_rated: 0,
    moved: 0,
    without_pack: 0,
    state: 'proposed',
    officer_id: tx.actor.id,
    created_at: tx.now,
    decided_by: null,
    decided_on: null,
    reason: '',
    published_on: null,
    published_where: null,
    unpublished_on: null,
    unpublished_reason: null,
  });
  return { id };
}

type Candidate = { readonly row: RatedRow; readonly facts: RatedInput['facts'] };

async function* candidates({ store, db }: JobContext, scope: ReadonlySet<string> | null): AsyncGenerator<Candidate> {
  if (scope !== null && scope.size <= MOST_SINGLY) {
    for (const id of [...scope].sort()) {
      const row = await findRatedSubject(db, id);
      if (row) yield { row, facts: await factsOf(db, id) };
    }
    return;
  }
  const factsFor = await gatherFacts(store);
  try {
    for (const row of streamSubjects(store)) {
      const facts = factsFor(row.id);
      if (scope === null || scope.has(row.id)) yield { row, facts };
    }
  } finally {
    factsFor.close();
  }
}

type Rating = Pick<JobContext, 'packs'> & {
  readonly choice: PackChoice;
  readonly packFor: PackFor;
  readonly asOf: IsoDate;
  readonly runId: string;
  /** Store a rating even when it is the same as the one of now: somebody asked for it. */
  readonly always?: boolean;
};

/** Rates one subject after the other into a run and counts what became of them. */
export function subjectRater(tx: WriteTx, { packs, choice, packFor, asOf, runId, always = false }: Rating) {
  const counts = { checked: 0, rated: 0, firstRated: 0, moved: 0, withoutPack: 0 };
  const moved: RunResult['moved'] = [];
  const kept = new Set<string>();
  const rate = async (subject: RatedRow, facts: RatedInput['facts']): Promise<string | null> => {
    counts.checked += 1;
    const row = await asRatedBy(tx.db, subject, asOf);
    const prepared = packFor(row.kind);
    if (prepared === null) {
      counts.withoutPack += 1;
      return null;
    }
    const input = { subject: toRatingSubject(row), facts };
    if (!always && standsStill(row, prepared, asOf, input)) return null;
    if (!kept.has(prepared.source.sha256)) {
      await keepPack(tx, packs, prepared.source);
      kept.add(prepared.source.sha256);
    }
    const result = prepared.rateOne(input.subject, input.facts);
    const ratingId = storeRating(tx, prepared, input, result, runId);
    counts.rated += 1;
    if (row.current_grade === null) {
      counts.firstRated += 1;
      return ratingId;
    }
    if (row.current_grade === result.gradeCode && row.pack_id === result.packId) return ratingId;
    counts.moved += 1;
    const causes = causesOfMove({ row, input, prepared, asOf, choice });
    tx.insert('rating_move', {
      id: tx.newId(),
      batch_id: runId,
      rating_id: ratingId,
      subject_id: row.id,
      from_grade: row.current_grade,
      to_grade: result.gradeCode,
      from_score: row.current_score ?? 0,
      to_score: result.scoreThousandths,
      causes: JSON.stringify(causes),
    });
    if (moved.length < MOST_MOVES)
      moved.push({
        subjectId: row.id,
        subjectName: row.name,
        subjectKind: row.kind,
        from: row.current_grade,
        to: result.gradeCode,
        fromScoreThousandths: row.current_score,
        scoreThousandths: result.scoreThousandths,
        causes,
      });
    return ratingId;
  };
  return { rate, counts, moved };
}

/** A look back compares with the rating of that day: the one of now, of a later day, is no "before" of it. */
async function asRatedBy(db: ReadDb, row: RatedRow, asOf: IsoDate): Promise<RatedRow> {
  if (row.current_as_of === null || row.current_as_of <= asOf) return row;
  return { ...row, ...((await findStandingOn(db, row.id, asOf)) ?? NOT_RATED) };
}

const NOT_RATED = {
  rating_id: null,
  current_grade: null,
  current_score: null,
  current_as_of: null,
  next_change_on: null,
  pack_sha256: null,
  pack_id: null,
  current_input: null,
};

/**
 * The rating of now was made of the same input by the same pack, and time has not reached the day on which it may
 * change: it is the same rating. The score is worked out all the same, so that a mistake here cannot stay unseen.
 */
function standsStill(row: RatedRow, prepared: PreparedPack, asOf: IsoDate, input: RatedInput): boolean {
  const { pack_sha256, current_as_of, next_change_on, current_input } = row;
  if (pack_sha256 !== prepared.source.sha256 || current_as_of === null || next_change_on === null) return false;
  if (asOf < current_as_of || asOf >= next_change_on || current_input !== inputText(input)) return false;
  const { gradeCode, scoreThousandths } = prepared.rater.score(input.subject, input.facts);
  invariant(
    gradeCode === row.current_grade && scoreThousandths === row.current_score,
    `the rating of ${row.id} changed although nothing in it did`,
  );
  return true;
}
