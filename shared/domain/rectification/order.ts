import { addDays, addMonths, formatZh, type IsoDate } from '../../kernel/dates';
import { AppError, type FieldProblem } from '../../kernel/errors';
import type { Calendar } from '../calendar/deadline';
import { type OfficerOnDuty, pairProblems } from '../inspection/officer-pair';
import type { NoticePack } from './notice-pack';
import type { Rectification, RectificationItem } from './rectification';
import { dueOf, type Term } from './term';

export type OrderDraft = Pick<
  Rectification,
  | 'id'
  | 'no'
  | 'subjectId'
  | 'inspectionId'
  | 'orderedOn'
  | 'violated'
  | 'basis'
  | 'contact'
  | 'contactPhone'
  | 'officers'
> & {
  readonly items: readonly (Pick<RectificationItem, 'id' | 'findingId' | 'problem' | 'requirement'> & {
    readonly term: Term;
  })[];
};

/**
 * A new order with its due dates worked out.
 *
 * @throws AppError `bad_input` without items, basis or two officers who may act on the day, or dated in the future
 * @example orderRectification(draft, { today, calendar }).items[0]?.dueOn
 */
export function orderRectification(
  draft: OrderDraft,
  context: { readonly today: IsoDate; readonly calendar: Calendar },
): Rectification {
  const problems: FieldProblem[] = [...orderProblems(draft, draft.officers, context.today)];
  const first = problems[0];
  if (first) throw new AppError('bad_input', `责令改正通知书还不能制作：${first.message}。`, problems);
  const items = draft.items.map((item, index): RectificationItem => {
    const due = dueOf(draft.orderedOn, item.term, context.calendar);
    return {
      ...item,
      seq: index + 1,
      dueOn: due.date,
      dueSteps: due.steps,
      dueEstimated: due.estimated,
      extendedTo: null,
      extendedOn: null,
      extendedReason: null,
      state: 'open',
      correction: '',
    };
  });
  return {
    ...draft,
    behaviour: behaviourText(draft.items.map((item) => item.problem)),
    deliveredOn: null,
    receivedBy: null,
    state: 'ordered',
    stateOn: null,
    stateReason: null,
    items,
    rechecks: [],
  };
}

function orderProblems(draft: OrderDraft, officers: readonly OfficerOnDuty[], today: IsoDate): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const need = (path: string, text: string, message: string) => {
    if (text.trim() === '') problems.push({ path, message });
  };
  if (draft.items.length === 0) problems.push({ path: 'items', message: '至少要有一项整改内容' });
  draft.items.forEach((item, index) => {
    need(`items.${index}.problem`, item.problem, `第 ${index + 1} 项没有写明问题`);
    need(`items.${index}.requirement`, item.requirement, `第 ${index + 1} 项没有写明整改要求`);
  });
  need('violated', draft.violated, '请写明违反的规定');
  need('basis', draft.basis, '请写明责令改正的依据');
  need('contact', draft.contact, '请填写联系人');
  need('contactPhone', draft.contactPhone, '请填写联系电话');
  if (draft.orderedOn > today) problems.push({ path: 'orderedOn', message: '责令日期不能晚于今天' });
  return [...problems, ...pairProblems(officers, draft.orderedOn)];
}

/** One sentence of what was done. @example behaviourText(['未办理备案。', '年报信息不实']) // '未办理备案；年报信息不实' */
export function behaviourText(problems: readonly string[]): string {
  return problems
    .map((problem) => problem.trim().replace(/[。；;.\s]+$/, ''))
    .filter((problem) => problem !== '')
    .join('；');
}

export type OrderText = {
  readonly behaviour: string;
  readonly violated: string;
  readonly basis: string;
  readonly items: readonly string[];
  /** 救济途径, from the pack; marked in the pack as verified or not. */
  readonly remedy: string;
};

/**
 * The paragraphs of a 责令改正通知书.
 *
 * @example orderText(order, pack).behaviour // '经查，你（单位）存在以下行为：…'
 */
export function orderText(record: Rectification, pack: NoticePack): OrderText {
  const violated = record.violated.trim().replace(/。$/, '');
  return {
    behaviour: `经查，你（单位）存在以下行为：${record.behaviour}。`,
    violated: `上述行为违反了${violated}的规定。`,
    basis: `依据${record.basis.trim().replace(/。$/, '')}，现责令你（单位）按下列要求改正：`,
    items: record.items.map((item) => {
      const requirement = item.requirement.trim().replace(/。$/, '');
      const due = item.extendedTo ?? item.dueOn;
      return `${item.seq}．${requirement}（${item.term.count === 0 ? '立即改正' : `于${formatZh(due)}前改正`}）。`;
    }),
    remedy: pack.remedy.text,
  };
}

/** Last days for review and suit when the order was delivered that day, for the reminder beside the document. */
export function remedyDates(deliveredOn: IsoDate, pack: NoticePack): { reviewUntil: IsoDate; suitUntil: IsoDate } {
  return {
    reviewUntil: addDays(deliveredOn, pack.remedy.reviewDays),
    suitUntil: addMonths(deliveredOn, pack.remedy.suitMonths),
  };
}
