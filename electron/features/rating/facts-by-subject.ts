import type { RatingFact } from '#shared/domain/rating/fact';
import type { FactRow } from './rating-repository';
import { toRatingFact } from './rating-service';

/** Joins facts to subjects in one pass: both come ordered by the subject's id. */
export function parsedFactsBySubject(rows: Iterator<FactRow>) {
  let next = rows.next();
  return {
    of: (subjectId: string): RatingFact[] => {
      const own: RatingFact[] = [];
      while (!next.done && next.value.subject_id <= subjectId) {
        if (next.value.subject_id === subjectId) own.push(toRatingFact(next.value));
        next = rows.next();
      }
      return own;
    },
  };
}
