import { unverifiedRules } from '#shared/domain/rating/explain';
import type { ratingRoutes } from '#shared/ipc/rating';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { Handlers } from '../../ipc/context';
import { loadPackChoice, ratingPacks } from '../../packs/rating-packs';
import { preparePacks } from '../../rating-run/prepare-packs';
import { countSubjects, factsOf, findRatedSubject, toRatingSubject } from '../../rating-run/rating-run-repository';
import { rateAll } from './rate-all';
import { countCurrent, findRating, gradeDistribution, listCurrent, listHistory } from './rating-repository';
import { explainStored, storeRating, viewGrade } from './rating-service';

/** What is not known yet cannot be rated; such a rating would stay the current one until its day comes. */
function referenceDay(asOf: IsoDate | undefined, today: IsoDate): IsoDate {
  if (asOf !== undefined && asOf > today)
    throw new AppError('bad_input', `评价基准日不能晚于今天（${today}），请改正。`, [
      { path: 'asOf', message: '日期晚于今天' },
    ]);
  return asOf ?? today;
}

export const ratingHandlers: Handlers<typeof ratingRoutes> = {
  'rating.list-packs': async (_input, { db, packs }) => ({
    packs: (await ratingPacks(db, packs)).map(({ value: pack }) => ({
      id: pack.id,
      version: pack.version,
      title: pack.title,
      status: pack.status,
      subjectKinds: [...pack.subjectKinds],
      grades: pack.grades.map(viewGrade),
      unverified: unverifiedRules(pack).length,
    })),
  }),
  'rating.list': async (input, { db }) => {
    const distribution = await gradeDistribution(db);
    const rated = distribution.reduce((sum, entry) => sum + entry.count, 0);
    return {
      rows: await listCurrent(db, input),
      total: await countCurrent(db, input),
      distribution,
      unrated: Math.max(0, (await countSubjects(db)) - rated),
    };
  },
  'rating.history': async ({ subjectId }, { db }) => ({ rows: await listHistory(db, subjectId) }),
  'rating.explain': async ({ ratingId }, { db, packs }) => {
    const stored = await findRating(db, ratingId);
    if (!stored) throw new AppError('not_found', '没有找到这次评价，请刷新列表后重试。');
    return explainStored(stored, await ratingPacks(db, packs), packs.catalogue());
  },
  'rating.rate-subject': async ({ subjectId, asOf }, { db, clock, packs, write }) => {
    const subject = await findRatedSubject(db, subjectId);
    if (!subject) throw new AppError('not_found', '没有找到这个监管对象，可能已随导入撤回。');
    const on = referenceDay(asOf, clock.today());
    const prepared = preparePacks(await loadPackChoice(db, packs), on)(subject.kind);
    if (!prepared) throw new AppError('bad_state', `${subject.name} 这类主体在 ${on} 没有生效的评价规则包，无法评价。`);
    const input = { subject: toRatingSubject(subject), facts: await factsOf(db, subjectId) };
    const result = prepared.rateOne(input.subject, input.facts);
    return write(
      { object: `subject:${subjectId}`, summary: `评价 ${subject.name}：${result.gradeCode}（基准日 ${on}）` },
      (tx) => ({
        ratingId: storeRating(tx, prepared, input, result, null),
        gradeCode: result.gradeCode,
        scoreThousandths: result.scoreThousandths,
      }),
    );
  },
  'rating.rate-all': (input, context) => rateAll(referenceDay(input.asOf, context.clock.today()), context),
};
