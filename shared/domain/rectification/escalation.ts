import * as z from 'zod';
import type { IsoDate } from '../../kernel/dates';
import { basis, packHead } from '../basis/basis';
import type { Calendar } from '../calendar/calendar';
import { workingDaysBetween } from '../calendar/remaining';
import { effectiveDue, type Rectification } from './rectification';

const rule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]{1,30}$/),
  label: z.string().min(1).max(40),
  when: z.discriminatedUnion('type', [
    /** More than that many working days have passed since the due day. */
    z.strictObject({ type: z.literal('overdue'), workingDays: z.int().min(0).max(365) }),
    /** A re-check found an item not corrected. */
    z.strictObject({ type: z.literal('uncorrected') }),
  ]),
  basis,
  verified: z.boolean(),
});

/** When the program may suggest to pass an order on; it never does so by itself. */
export const escalationPack = packHead
  .extend({ kind: z.literal('escalation'), rules: z.array(rule).max(20) })
  .refine((pack) => new Set(pack.rules.map(({ id }) => id)).size === pack.rules.length, {
    path: ['rules'],
    error: '规则编号重复',
  });
export type EscalationPack = Readonly<z.output<typeof escalationPack>>;
export type EscalationRule = EscalationPack['rules'][number];

export const proposalStates = ['open', 'accepted', 'dismissed'] as const;
export type ProposalState = (typeof proposalStates)[number];

export type EscalationCandidate = {
  readonly rule: EscalationRule;
  readonly why: string;
  /** What gave rise to it; the same cause is not suggested again once it was proposed. */
  readonly cause: string;
};

type Order = Pick<Rectification, 'state' | 'items' | 'rechecks'>;

/**
 * The rules of the pack that an open order meets on a day, leaving out causes that were proposed before.
 *
 * @example escalationCandidates(order, pack, [], '2026-10-20', calendar).map(({ rule }) => rule.id) // ['overdue']
 */
export function escalationCandidates(
  order: Order,
  pack: Pick<EscalationPack, 'rules'>,
  proposed: readonly { readonly rule: string; readonly cause: string }[],
  today: IsoDate,
  calendar: Calendar,
): readonly EscalationCandidate[] {
  if (order.state !== 'ordered') return [];
  return pack.rules
    .flatMap((one) => candidateOf(one, order, today, calendar))
    .filter(({ rule: { id }, cause }) => !proposed.some((entry) => entry.rule === id && entry.cause === cause));
}

function candidateOf(
  one: EscalationRule,
  order: Order,
  today: IsoDate,
  calendar: Calendar,
): readonly EscalationCandidate[] {
  const open = order.items.filter(({ state }) => state !== 'corrected');
  const { when } = one;
  if (when.type === 'uncorrected') {
    const found = open.filter(({ state }) => state === 'uncorrected');
    const last = order.rechecks.at(-1);
    if (found.length === 0 || !last) return [];
    const seqs = found.map(({ seq }) => seq).join('、');
    return [{ rule: one, cause: last.id, why: `${last.checkedOn} 复查，第 ${seqs} 项未整改` }];
  }
  const late = open
    .filter((item) => effectiveDue(item) < today)
    .map((item) => ({ item, days: workingDaysBetween(effectiveDue(item), today, calendar).days }))
    .filter(({ days }) => days > when.workingDays);
  if (late.length === 0) return [];
  const cause = late.map(({ item }) => `${item.id}@${effectiveDue(item)}`).join(' ');
  const each = late.map(({ item, days }) => `第 ${item.seq} 项 ${effectiveDue(item)} 到期，已逾期 ${days} 个工作日`);
  return [{ rule: one, cause, why: each.join('；') }];
}
