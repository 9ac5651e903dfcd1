import type { DispositionCode, ResultCode } from '../inspection/result-codes';
import type { LetterKind, LetterState } from '../letter/letter';
import { letterKindLabels } from '../letter/letter';

export type OpenEnd = {
  readonly code: 'order' | 'order_open' | 'transfer' | 'copy' | 'letter_unsent' | 'letter_reply' | 'listing';
  readonly text: string;
  /** The record to open; null when it has to be made first. */
  readonly target: { readonly noun: 'rectification' | 'letter'; readonly id: string } | null;
  /** Only offered: it does not keep the disposal open. */
  readonly optional: boolean;
};

export type Followed = {
  readonly orders: readonly { readonly id: string; readonly no: string; readonly state: string }[];
  readonly letters: readonly {
    readonly id: string;
    readonly no: string;
    readonly kind: LetterKind;
    readonly state: LetterState;
  }[];
};

/**
 * What a disposition asks for and is not done yet: an order and its end, a letter, its dispatch and its reply.
 *
 * @returns in the order in which they are to be done; empty when nothing is open
 * @example openEnds({ resultCode: '5', dispositionCode: 'order_correction' }, { orders: [], letters: [] })[0]?.code // 'order'
 */
export function openEnds(
  { resultCode, dispositionCode }: { readonly resultCode: ResultCode; readonly dispositionCode: DispositionCode },
  { orders, letters }: Followed,
): readonly OpenEnd[] {
  const ends: OpenEnd[] = [];
  const must = (code: OpenEnd['code'], text: string, target: OpenEnd['target'] = null) =>
    ends.push({ code, text, target, optional: false });
  if (dispositionCode === 'order_correction' && orders.length === 0) must('order', '尚未开具责令改正通知书');
  for (const order of orders)
    if (order.state === 'ordered')
      must('order_open', `${order.no} 还没有办结`, { noun: 'rectification', id: order.id });
  const wanted: LetterKind | null =
    dispositionCode === 'case_clue' ? 'transfer' : dispositionCode === 'copy_to_other' ? 'copy' : null;
  if (wanted && !letters.some(({ kind }) => kind === wanted))
    must(wanted === 'transfer' ? 'transfer' : 'copy', `尚未制作${letterKindLabels[wanted]}`);
  for (const letter of letters) {
    const target = { noun: 'letter', id: letter.id } as const;
    if (letter.state === 'draft') must('letter_unsent', `${letter.no} 还没有发出`, target);
    if (letter.state === 'sent') must('letter_reply', `${letter.no} 还没有回复`, target);
  }
  // 无法联系 → 拟列入经营异常名录, as the provincial system has it
  if (resultCode === '6' && !letters.some(({ kind }) => kind === 'copy'))
    ends.push({
      code: 'listing',
      text: '通过登记的住所无法联系：可以抄告登记机关，建议列入经营异常名录',
      target: null,
      optional: true,
    });
  return ends;
}
