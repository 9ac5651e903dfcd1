import type { RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { WriteContext } from '../../ipc/context';
import { loadPackChoice } from '../../packs/rating-packs';
import { preparePacks } from '../../rating-run/prepare-packs';
import { factsOf, findRatedSubject } from '../../rating-run/rating-run-repository';
import { insertRun, subjectRater } from './rate-all';
import { findRating } from './rating-repository';
import { listOpenRuns } from './run-repository';

/** Rates one subject and proposes the result; one that waits already is overtaken. */
export async function rateOne(
  { subjectId, asOf }: { readonly subjectId: string; readonly asOf: IsoDate },
  { db, packs, write }: WriteContext,
): Promise<RouteOutput<'rating.rate-subject'>> {
  const subject = await findRatedSubject(db, subjectId);
  if (!subject) throw new AppError('not_found', '没有找到这个监管对象，可能已随导入撤回。');
  const choice = await loadPackChoice(db, packs);
  const packFor = preparePacks(choice, asOf);
  const pack = packFor(subject.kind);
  if (!pack) throw new AppError('bad_state', `${subject.name} 这类主体在 ${asOf} 没有生效的评价规则包，无法评价。`);
  return write({ object: `subject:${subjectId}`, summary: `评价 ${subject.name}` }, async (tx, sharpen) => {
    for (const { id } of await listOpenRuns(tx.db, subjectId))
      tx.update('rating_batch', id, { state: 'superseded', decided_on: tx.today, reason: '已有更新的评价' });
    const run = await insertRun(tx, { mode: 'single', asOf, packs: { [subject.kind]: pack.source.sha256 } });
    const rater = subjectRater(tx, { packs, choice, packFor, asOf, runId: run.id, always: true });
    const ratingId = await rater.rate(subject, await factsOf(tx.db, subjectId));
    const rating = ratingId === null ? undefined : await findRating(tx.db, ratingId);
    if (ratingId === null || !rating) throw new Error(`${subjectId} was not rated`);
    const { counts } = rater;
    tx.update('rating_batch', run.id, {
      checked: counts.checked,
      rated: counts.rated,
      first_rated: counts.firstRated,
      moved: counts.moved,
    });
    sharpen({ summary: `评价 ${subject.name}：${rating.gradeCode}（基准日 ${asOf}），待审定` });
    return { ratingId, batchId: run.id, gradeCode: rating.gradeCode, scoreThousandths: rating.scoreThousandths };
  });
}
