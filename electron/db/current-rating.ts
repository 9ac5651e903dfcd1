/**
 * Of approved ratings of one subject the one with the latest reference day is current; of the same day the one that saw
 * more of the records, by the last audit entry its run had seen. Ids tell the time of the computer, and a clock that was
 * set back would let an older rating win.
 */
export const ratingRank = (rating: string, run: string): string =>
  `${rating}.as_of, coalesce(${run}.covered_seq, 0), ${rating}.id`;

/** Orders approved ratings so that the last one of a subject is its current one. */
export const RATING_ORDER = ratingRank('rating', 'rating_batch');

/** Ratings that take the place of the current one of their subject once approved; add `and rating.… = ?` to it. */
export const OVERTAKING_RATINGS = `
  select rating.id, rating.subject_id, rating.grade_code, rating.score, rating.as_of, rating.next_change_on
  from rating
  left join rating_batch on rating_batch.id = rating.batch_id
  left join current_rating on current_rating.subject_id = rating.subject_id
  left join rating as standing on standing.id = current_rating.rating_id
  left join rating_batch as standing_batch on standing_batch.id = standing.batch_id
  where (standing.id is null or (${RATING_ORDER}) > (${ratingRank('standing', 'standing_batch')}))`;
