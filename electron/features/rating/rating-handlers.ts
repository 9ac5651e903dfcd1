import { unverifiedRules } from '#shared/domain/rating/explain';
import type { ratingRoutes } from '#shared/ipc/rating';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { Handlers } from '../../ipc/context';
import { ratingPacks } from '../../packs/rating-packs';
import { countSubjects } from '../../rating-run/rating-run-repository';
import { explainRating } from './explain-rating';
import { viewMigration, viewMovedBetween } from './migration';
import { rateAll } from './rate-all';
import { rateOne } from './rate-one';
import { countCurrent, gradeDistribution, listCurrent, listHistory } from './rating-repository';
import { decideRun, publishRun, unpublishRun, viewBatches, viewRun } from './run-service';
import { simulate } from './simulate';
import { viewGrade } from './why-view';

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
  'rating.explain': (input, context) => explainRating(input, context),
  'rating.simulate': (input, context) => simulate(input, context),
  'rating.rate-subject': ({ subjectId, asOf }, context) =>
    rateOne({ subjectId, asOf: referenceDay(asOf, context.clock.today()) }, context),
  'rating.rate-all': ({ mode, asOf }, context) =>
    rateAll({ mode, asOf: referenceDay(asOf, context.clock.today()) }, context),
  'rating.list-batches': (input, { db }) => viewBatches(db, input),
  'rating.get-batch': ({ id }, context) => viewRun(context, id),
  'rating.decide-batch': (input, { write }) =>
    write({ object: `rating_batch:${input.id}`, summary: '审定评价' }, async (tx, sharpen) => {
      const { batch, current } = await decideRun(tx, input);
      const what = `${batch.as_of} 的评价（重新定级 ${batch.rated} 户，等级变动 ${batch.moved} 户）`;
      sharpen({ summary: input.decision === 'approve' ? `审定 ${what}` : `退回 ${what}：${input.reason}` });
      return { id: input.id, current };
    }),
  'rating.publish-batch': (input, { write }) =>
    write({ object: `rating_batch:${input.id}`, summary: `公示评价结果：${input.where}` }, async (tx) => {
      await publishRun(tx, input);
      return { id: input.id };
    }),
  'rating.unpublish-batch': (input, { write }) =>
    write({ object: `rating_batch:${input.id}`, summary: `停止公示评价结果：${input.reason}` }, async (tx) => {
      await unpublishRun(tx, input);
      return { id: input.id };
    }),
  'rating.migration': (input, context) => viewMigration(context, input),
  'rating.list-moved-between': (input, { db }) => viewMovedBetween(db, input),
};
