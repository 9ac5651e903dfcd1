import { ratingAt } from '#shared/domain/rating/rate';
import { maskFacts, type RatingCopy } from '#shared/domain/rating/subject-copy';
import { lookAhead, type Supposition, suppose, turnsBetween } from '#shared/domain/rating/suppose';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../db/dialect';
import type { Packs } from '../packs/packs';
import { loadPackChoice } from '../packs/rating-packs';
import { preparePacks } from './prepare-packs';
import { factsOf, findRatedSubject, toRatingSubject } from './rating-run-repository';

type Question = {
  readonly subjectId: string;
  readonly on: IsoDate;
  readonly suppositions: readonly Supposition[];
  /** Whose eyes it is for: the firm does not see where other offices' records came from. */
  readonly copy?: RatingCopy;
};

/**
 * What the rating would be on a day under suppositions, by the pack in force on that day. Stores nothing.
 *
 * @throws AppError `not_found` for an unknown subject or record, `bad_state` without a pack, `bad_input`
 */
export async function simulateRating(
  { subjectId, on, suppositions, copy = 'office' }: Question,
  { db, packs }: { readonly db: ReadDb; readonly packs: Packs },
) {
  const row = await findRatedSubject(db, subjectId);
  if (!row) throw new AppError('not_found', '没有找到这个监管对象，可能已随导入撤回。');
  const prepared = preparePacks(await loadPackChoice(db, packs), on)(row.kind);
  if (!prepared) throw new AppError('bad_state', `${row.name} 这类主体在 ${on} 没有生效的评价规则包，无法模拟。`);
  const { compiled } = prepared;
  const subject = toRatingSubject(row);
  const known = await factsOf(db, subjectId);
  const facts = copy === 'subject' ? maskFacts(known) : known;
  const supposed = suppose(facts, suppositions, packs.catalogue());
  return {
    row,
    compiled,
    sha256: prepared.source.sha256,
    subject,
    facts,
    supposed,
    result: ratingAt(compiled, on)(subject, supposed),
    /** The same day without any supposition. */
    plain: compiled.at(on).score(subject, facts),
    current:
      row.current_grade === null || row.current_as_of === null
        ? null
        : { gradeCode: row.current_grade, scoreThousandths: row.current_score ?? 0, asOf: row.current_as_of },
    turns: turnsBetween(compiled, subject, supposed, on, lookAhead(on)),
  };
}
