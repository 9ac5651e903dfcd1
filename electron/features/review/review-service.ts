import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { openEnds } from '#shared/domain/review/open-ends';
import { markFieldLabels, type PublicResult, type ResultReview, type ReviewAction } from '#shared/domain/review/review';
import { transition } from '#shared/domain/review/transition';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { getOfficerOnDuty } from '../../db/officers-on-duty';
import type { WriteTx } from '../../db/write-tx';
import type { Packs } from '../../packs/packs';
import { type LoadedReview, loadReview, publishDue } from './load-review';
import { listLettersOf, listOrders } from './review-repository';

type Note = {
  readonly text: string;
  readonly second?: string;
  readonly before?: PublicResult;
  readonly after?: PublicResult;
};

/** Somebody has to answer for what is entered: the acting officer, who must be known. */
export function requireActor(tx: WriteTx): string {
  if (tx.actor.id === null)
    throw new AppError('bad_state', '请先在右上角选择当前经办人，再办理。', [
      { path: 'officerId', message: '没有经办人' },
    ]);
  return tx.actor.id;
}

const publicResult = ({ resultCode, dispositionCode, summary }: PublicResult): PublicResult => ({
  resultCode,
  dispositionCode,
  summary,
});

export async function enterResult(tx: WriteTx, packs: Packs, input: ParsedInput<'review.enter'>): Promise<string> {
  const loaded = await loadReview(tx.db, input.inspectionId);
  const entered = publicResult(input);
  const next = transition(
    loaded.review,
    { type: 'enter', by: requireActor(tx), ...entered },
    loaded.inspected,
    tx.today,
  );
  const pack = packs.review();
  const due = publishDue(loaded.inspected.endedOn, pack, packs.calendar());
  const { row } = loaded;
  const columns = {
    ...columnsOf(next),
    due_on: due.date,
    due_steps: JSON.stringify(due.steps),
    due_estimated: due.estimated ? 1 : 0,
    pack_version: pack.version,
  };
  const id = row.review_id ?? tx.newId();
  if (row.review_id) tx.update('result_review', id, columns);
  else {
    tx.insert('result_review', {
      id,
      inspection_id: row.id,
      subject_id: row.subject_id,
      ...columns,
      created_at: tx.now,
    });
    tx.update('inspection', row.id, { review_id: id });
  }
  story(tx, id, 'enter', tx.actor.id, { text: words(entered), after: entered });
  return row.no;
}

export async function returnResult(tx: WriteTx, input: ParsedInput<'review.return'>): Promise<string> {
  const loaded = await loadReview(tx.db, input.inspectionId);
  await getOfficerOnDuty(tx.db, input.officerId, { subjectId: loaded.row.subject_id, on: tx.today });
  const { marks } = input;
  step(tx, loaded, { type: 'return', by: input.officerId, marks }, input.officerId, {
    text: marks.map(({ field, text }) => `${markFieldLabels[field]}：${text}`).join('；'),
  });
  return loaded.row.no;
}

/** Approves and makes public; all of them or none. */
export async function publishResults(tx: WriteTx, input: ParsedInput<'review.publish'>): Promise<string[]> {
  const ids = [...new Set(input.inspectionIds)];
  const numbers: string[] = [];
  for (const id of ids) {
    const loaded = await loadReview(tx.db, id);
    await getOfficerOnDuty(tx.db, input.officerId, { subjectId: loaded.row.subject_id, on: tx.today });
    const action: ReviewAction = { type: 'publish', by: input.officerId, on: input.on, where: input.where };
    try {
      step(tx, loaded, action, input.officerId, { text: `${input.where}，${input.on}` });
    } catch (error) {
      if (!(error instanceof AppError) || ids.length === 1) throw error;
      throw new AppError(
        error.code,
        `${loaded.row.no}（${loaded.row.subject_name}）不能公示，其余也没有公示：${error.message}`,
        error.details,
      );
    }
    numbers.push(loaded.row.no);
  }
  return numbers;
}

export async function correctResult(tx: WriteTx, input: ParsedInput<'review.correct'>): Promise<string> {
  const loaded = await loadReview(tx.db, input.inspectionId);
  const { secondOfficerId: second, reason } = input;
  await getOfficerOnDuty(tx.db, second, { subjectId: loaded.row.subject_id, on: tx.today });
  const after = publicResult(input);
  const by = requireActor(tx);
  const action: ReviewAction = { type: 'correct', by, second, reason, ...after };
  const before = loaded.review ? { before: publicResult(loaded.review) } : {};
  step(tx, loaded, action, by, { text: reason, second, after, ...before });
  return loaded.row.no;
}

export async function withdrawResult(tx: WriteTx, input: ParsedInput<'review.withdraw'>): Promise<string> {
  const loaded = await loadReview(tx.db, input.inspectionId);
  const { secondOfficerId: second, reason, on } = input;
  await getOfficerOnDuty(tx.db, second, { subjectId: loaded.row.subject_id, on: tx.today });
  const by = requireActor(tx);
  step(tx, loaded, { type: 'withdraw', by, second, on, reason }, by, { text: reason, second });
  return loaded.row.no;
}

export async function closeDisposal(tx: WriteTx, input: ParsedInput<'review.close'>): Promise<string> {
  const loaded = await loadReview(tx.db, input.inspectionId);
  const { row, review } = loaded;
  const followed = { orders: await listOrders(tx.db, row), letters: await listLettersOf(tx.db, row.id) };
  const ends = review ? openEnds(review, followed).filter(({ optional }) => !optional) : [];
  const { on, note } = input;
  const action: ReviewAction = { type: 'close', on, note, openEnds: ends.map(({ text }) => text) };
  step(tx, loaded, action, tx.actor.id, { text: note });
  return row.no;
}

/** One step of a result and its line in the story. */
function step(tx: WriteTx, loaded: LoadedReview, action: ReviewAction, officerId: string | null, note: Note): void {
  const next = transition(loaded.review, action, loaded.inspected, tx.today);
  const id = loaded.row.review_id ?? '';
  tx.update('result_review', id, columnsOf(next));
  story(tx, id, action.type, officerId, note);
}

const columnsOf = (review: ResultReview) => ({
  state: review.state,
  result_code: review.resultCode,
  disposition_code: review.dispositionCode,
  summary: review.summary,
  entered_by: review.enteredBy,
  entered_on: review.enteredOn,
  reviewed_by: review.reviewedBy,
  reviewed_on: review.reviewedOn,
  marks: JSON.stringify(review.marks),
  published_on: review.publishedOn,
  published_where: review.publishedWhere,
  withdrawn_on: review.withdrawnOn,
  withdrawn_reason: review.withdrawnReason,
  disposal_closed_on: review.disposalClosedOn,
  disposal_note: review.disposalNote,
});

function story(
  tx: WriteTx,
  reviewId: string,
  action: ReviewAction['type'],
  officerId: string | null,
  { text, second, before, after }: Note,
): void {
  tx.insert('result_review_step', {
    id: tx.newId(),
    review_id: reviewId,
    action,
    on_date: tx.today,
    officer_id: officerId,
    second_officer_id: second ?? null,
    text,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
    created_at: tx.now,
  });
}

const words = ({ resultCode, dispositionCode }: PublicResult): string =>
  `${resultLabels[resultCode]}；${dispositionLabels[dispositionCode]}`;
