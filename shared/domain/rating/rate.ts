import { daysBetween, type IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { type CompiledPack, compilePack } from './compile';
import type { RatingSubject } from './condition';
import type { RatingFact } from './fact';
import type { RatingInput, RatingPack } from './pack';
import type { Evaluation, Score } from './rater';
import { type StaleSource, type Trace, toTraceFact, toTraceVeto, traceNodes } from './trace';

/** A rating as it is stored: plain data, and equal inputs give equal bytes of `canonicalJson`. */
export type RatingResult = Score & {
  readonly packId: string;
  readonly packVersion: number;
  readonly subjectId: string;
  readonly asOf: IsoDate;
  readonly trace: Trace;
};

/**
 * Rates one subject at a day.
 *
 * @param pack a parsed pack, or a compiled one when many subjects are rated
 * @param input the subject, its confirmed facts in any order, and the reference date; facts after it do not count
 * @returns score in thousandths of a point, grade after vetoes, and the trace whose lines add up to the score
 * @throws AppError `bad_input` when the pack is not for this kind of subject, a fact is passed twice, or a
 *   field that should be a number is not one
 * @example rate(pack, { subject, facts: [], asOf: '2026-11-23' }).gradeCode // 'A'
 */
export function rate(pack: RatingPack | CompiledPack, input: RatingInput): RatingResult {
  const compiled = 'gradeHighs' in pack ? pack : compilePack(pack);
  return ratingAt(compiled, input.asOf)(input.subject, input.facts);
}

/**
 * `rate` for many subjects at one day: windows and conditions are prepared once.
 *
 * @example
 * const rateOne = ratingAt(compilePack(pack), '2026-11-23');
 * const results = gathered.map(({ subject, facts }) => rateOne(subject, facts));
 */
export function ratingAt(
  compiled: CompiledPack,
  asOf: IsoDate,
): (subject: RatingSubject, facts: readonly RatingFact[]) => RatingResult {
  const rater = compiled.at(asOf);
  const { pack } = compiled;
  return (subject, facts) => {
    if (!pack.subjectKinds.includes(subject.kind)) {
      throw new AppError('bad_input', `“${pack.title}”不适用于这类主体，请换用对应的规则包`);
    }
    const found = rater.evaluate(subject, facts);
    return {
      packId: pack.id,
      packVersion: pack.version,
      subjectId: subject.id,
      asOf,
      scoreThousandths: found.scoreThousandths,
      gradeCode: found.gradeCode,
      trace: {
        nodes: traceNodes(compiled, found, subject),
        vetoes: found.vetoes.map(({ veto, facts: behind }) =>
          toTraceVeto(
            pack,
            veto,
            behind.map((fact) => toTraceFact(fact, 0, null)),
          ),
        ),
        bandGradeCode: found.bandGradeCode,
        stale: staleSources(pack, found),
      },
    };
  };
}

/** What the score and the grade would be without one fact: everything counted, also floors, caps and vetoes. */
type Removal = Score & { readonly factId: string; readonly changeThousandths: number };

/**
 * The exact change each fact makes, by rating again without it.
 *
 * @example factRemovals(compiled, input) // [{ factId: 'f1', changeThousandths: 20000, gradeCode: 'A', … }]
 */
export function factRemovals(compiled: CompiledPack, input: RatingInput): Removal[] {
  const rater = compiled.at(input.asOf);
  const { standing, scoreThousandths } = rater.evaluate(input.subject, input.facts);
  return standing.map((fact: RatingFact) => {
    const without = rater.score(
      input.subject,
      standing.filter((one) => one !== fact),
    );
    return { factId: fact.id, changeThousandths: without.scoreThousandths - scoreThousandths, ...without };
  });
}

function staleSources(pack: RatingPack, found: Evaluation): StaleSource[] {
  return pack.dataAgeLimits.flatMap((limit) => {
    const latest = found.standing.findLast((fact) => fact.itemCode === limit.item && fact.via === undefined);
    const ageDays = latest === undefined ? null : daysBetween(latest.occurredOn, found.asOf);
    const stale = ageDays === null ? limit.required : ageDays > limit.maxDays;
    if (!stale) return [];
    return [{ itemCode: limit.item, latestOn: latest?.occurredOn ?? null, ageDays, maxDays: limit.maxDays }];
  });
}
