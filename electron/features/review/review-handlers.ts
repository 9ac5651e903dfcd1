import type { reviewRoutes } from '#shared/ipc/review';
import { insertAttachment, storeAttachment } from '../../db/attachment';
import type { Handlers, ReadContext } from '../../ipc/context';
import { requireEntered } from './load-review';
import {
  closeDisposal,
  correctResult,
  enterResult,
  publishResults,
  returnResult,
  withdrawResult,
} from './review-service';
import { countTabs, type ReviewDay, viewReview, viewReviews } from './view-review';

const note = (id: string, summary: string) => ({ object: `inspection:${id}`, summary });
const dayOf = ({ clock, packs }: ReadContext): ReviewDay => ({
  today: clock.today(),
  calendar: packs.calendar(),
  pack: packs.review(),
});

export const reviewHandlers: Handlers<typeof reviewRoutes> = {
  'review.list': (input, context) => viewReviews(context.db, input, dayOf(context)),
  'review.count': async (_input, context) => ({ counts: await countTabs(context.db, dayOf(context)) }),
  'review.get': ({ inspectionId }, context) => viewReview(context.db, inspectionId, dayOf(context)),
  'review.enter': (input, { packs, write }) =>
    write(note(input.inspectionId, '录入检查结果'), async (tx, sharpen) => {
      sharpen({ summary: `录入 ${await enterResult(tx, packs, input)} 的检查结果，送第二人审核` });
      return { id: input.inspectionId };
    }),
  'review.return': (input, { write }) =>
    write(note(input.inspectionId, '退回检查结果'), async (tx, sharpen) => {
      sharpen({ summary: `退回 ${await returnResult(tx, input)} 的检查结果，共 ${input.marks.length} 处` });
      return { id: input.inspectionId };
    }),
  'review.publish': (input, { write }) =>
    write(note(input.inspectionIds[0] ?? '', '公示检查结果'), async (tx, sharpen) => {
      const numbers = await publishResults(tx, input);
      const named = numbers.slice(0, 3).join('、');
      const more = numbers.length > 3 ? `等 ${numbers.length} 件` : '';
      sharpen({ summary: `审核并公示检查结果 ${named}${more}：${input.where}` });
      return { published: numbers.length };
    }),
  'review.correct': (input, { write }) =>
    write(note(input.inspectionId, '更正公示的检查结果'), async (tx, sharpen) => {
      sharpen({ summary: `更正 ${await correctResult(tx, input)} 公示的检查结果：${input.reason}` });
      return { id: input.inspectionId };
    }),
  'review.withdraw': (input, { write }) =>
    write(note(input.inspectionId, '撤回公示的检查结果'), async (tx, sharpen) => {
      sharpen({ summary: `撤回 ${await withdrawResult(tx, input)} 公示的检查结果：${input.reason}` });
      return { id: input.inspectionId };
    }),
  'review.attach': async ({ inspectionId, file, note: remark }, { db, store, files, write }) => {
    const { no, reviewId } = await requireEntered(db, inspectionId);
    const stored = await storeAttachment(store.dir, files.read(file));
    return write(note(inspectionId, `${no} 的检查结果上传附件 ${stored.fileName}`), (tx) =>
      insertAttachment(tx, { table: 'result_review', id: reviewId }, stored, remark),
    );
  },
  'review.close': (input, { write }) =>
    write(note(input.inspectionId, '登记后续处置完结'), async (tx, sharpen) => {
      sharpen({ summary: `${await closeDisposal(tx, input)} 的后续处置于 ${input.on} 完结` });
      return { id: input.inspectionId };
    }),
};
