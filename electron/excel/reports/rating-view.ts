import { negativeItems } from '#shared/domain/catalogue/catalogue';
import { basisTexts } from '#shared/domain/rating/basis-text';
import type { CompiledPack } from '#shared/domain/rating/compile';
import { type Explanation, explain } from '#shared/domain/rating/explain';
import type { RatingPack } from '#shared/domain/rating/pack';
import type { RatingResult } from '#shared/domain/rating/rate';
import { type Relief, reliefs } from '#shared/domain/rating/reliefs';
import type { RatedInput } from '#shared/domain/rating/stored-input';
import { maskFacts, maskTrace, type RatingCopy, ratingCopies } from '#shared/domain/rating/subject-copy';
import { type TraceFact, traceLines } from '#shared/domain/rating/trace';
import { invariant } from '#shared/kernel/assert';
import { formatPoints } from '#shared/kernel/decimal';
import { AppError } from '#shared/kernel/errors';
import { groupRows } from '../../db/group-rows';
import { repairTermsOf } from '../../rating-run/repair-terms';
import type { ReportContext, ReportParams } from './definition';

/** A rating, stored or simulated, with the sentences a paper says about it. */
export type RatingView = {
  readonly pack: RatingPack;
  readonly result: RatingResult;
  readonly why: Explanation;
  readonly reliefs: readonly Relief[];
  /** The records behind the score, by id. */
  readonly facts: ReadonlyMap<string, TraceFact>;
  /** Old or missing sources put a bar over the rating. */
  readonly barred: boolean;
};

type Rated = { readonly compiled: CompiledPack; readonly input: RatedInput; readonly result: RatingResult };

/**
 * Words a rating for a paper. For the firm's copy the sources of other offices are covered before anything is said.
 *
 * @example const view = await viewRating(rated, 'subject', context); view.why.headline
 */
export async function viewRating(
  { compiled, input, result }: Rated,
  copy: RatingCopy,
  { db, packs, today }: Pick<ReportContext, 'db' | 'packs' | 'today'>,
): Promise<RatingView> {
  const shown = copy === 'office' ? result : { ...result, trace: maskTrace(result.trace) };
  const facts = copy === 'office' ? input.facts : maskFacts(input.facts);
  const why = explain(compiled.pack, shown, packs.catalogue());
  invariant((why.lines.at(-1)?.running ?? 0) === result.scoreThousandths, 'the lines add up to the score');
  return {
    pack: compiled.pack,
    result: shown,
    why,
    reliefs: reliefs(
      { compiled, subject: input.subject, facts, result: shown, isNegative: negativeItems(packs.catalogue()) },
      await repairTermsOf(db, packs, result.subjectId, today),
      today,
    ),
    facts: new Map(traceLines(shown.trace.nodes).flatMap((node) => node.facts.map((fact) => [fact.id, fact]))),
    barred: result.trace.stale.length > 0,
  };
}

/** @throws AppError `bad_input` */
export function readCopy(params: ReportParams): RatingCopy {
  const value = params['copy']?.trim() || 'office';
  const copy = ratingCopies.find((one) => one === value);
  if (copy) return copy;
  throw new AppError('bad_input', `联别“${value}”无效，请填写 office（存档联）或 subject（送达主体联）。`, [
    { path: 'copy', message: '应为 office 或 subject' },
  ]);
}

/** Where a record came from: whose it is, the organisation, the number, and the office it was adopted from. */
export function sourceText({ sourceOrg, sourceNo, via, office }: TraceFact): string {
  const source = [sourceOrg, sourceNo].filter((text) => text !== '').join(' ') || '（无文号）';
  const whose = via === undefined ? '' : `“${via}”的记录，`;
  const adopted = office === undefined || sourceOrg.startsWith(office) ? '' : `（采信自${office}）`;
  return `${whose}${source}${adopted}`;
}

/** @example effectText(-5000) // '扣 5 分' */
export const effectText = (points: number): string =>
  points === 0 ? '' : `${points < 0 ? '扣' : '加'} ${formatPoints(Math.abs(points))} 分`;

/** @example factText(fact) // '2026-03-02 国家知识产权局 国知代通〔2026〕18号，扣 5 分' */
export const factText = (fact: TraceFact): string =>
  [`${fact.occurredOn} ${sourceText(fact)}`, effectText(fact.points)].filter((text) => text !== '').join('，');

type Measure = { readonly text: string; readonly basis: readonly string[]; readonly verified: boolean };

/** Measures in one text, those of one basis together with it. */
export function measuresText(pack: RatingPack, measures: readonly Measure[]): string {
  const byBasis = groupRows(measures, ({ basis, verified }) => `${verified}|${basisTexts(pack, basis).join('；')}`);
  return [...byBasis.values()]
    .map((list) => {
      const [first] = list;
      const grounds = first ? basisTexts(pack, first.basis).join('；') : '';
      const mark = first?.verified === false ? '，未经官方文本核实' : '';
      return `${list.map(({ text }) => text).join('；')}${grounds === '' ? '' : `（${grounds}${mark}）`}`;
    })
    .join('\n');
}
