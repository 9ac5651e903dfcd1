import { proofJudgementLabels, reminderWayLabels } from '#shared/domain/rectification/proof';
import { type RecheckResult, recheckResultLabels } from '#shared/domain/rectification/rectification';
import { daysBetween, type IsoDate } from '#shared/kernel/dates';
import type { ProofsOf } from '../../db/rectification-proofs';
import type { PaperItem, PaperOrder, PaperRecheck } from './data/rectification-repository';

type ItemHistory = {
  readonly item: PaperItem;
  readonly dueOn: IsoDate;
  readonly extended: boolean;
  /** Re-checks that looked at the item, oldest first. */
  readonly rechecks: readonly {
    readonly recheck: PaperRecheck;
    readonly result: RecheckResult;
    readonly note: string;
  }[];
  readonly state: 'open' | RecheckResult;
  readonly overdueDays: number;
  /** `● 已整改`: symbol and word, never colour alone. */
  readonly mark: string;
};

/**
 * An item as it stood on a day: what was extended or re-checked later does not count yet, so that last month's ledger
 * says the same when it is printed again.
 */
export function itemOn(
  item: PaperItem,
  order: PaperOrder,
  rechecks: readonly PaperRecheck[],
  onDate: IsoDate,
): ItemHistory {
  const extended = item.extendedTo !== null && (item.extendedOn ?? '') <= onDate;
  const dueOn = extended && item.extendedTo ? item.extendedTo : item.dueOn;
  const looked = rechecks
    .filter((recheck) => recheck.checkedOn <= onDate)
    .flatMap((recheck) =>
      recheck.results
        .filter((entry) => entry.itemId === item.id)
        .map(({ result, note }) => ({ recheck, result, note })),
    );
  const state = looked.at(-1)?.result ?? 'open';
  const running = order.state === 'ordered' || (order.stateOn ?? '') > onDate;
  const overdueDays = state !== 'corrected' && running ? Math.max(0, daysBetween(dueOn, onDate)) : 0;
  return {
    item,
    dueOn,
    extended,
    rechecks: looked,
    state,
    overdueDays,
    mark: markOf(state, order, running, overdueDays),
  };
}

function markOf(state: ItemHistory['state'], order: PaperOrder, running: boolean, overdueDays: number): string {
  if (state === 'corrected') return `● ${recheckResultLabels.corrected}`;
  if (!running && order.state === 'cancelled') return '○ 已撤销';
  if (!running && order.state === 'escalated') return '■ 已转处理';
  if (overdueDays > 0) return `▲ 已逾期 ${overdueDays} 天`;
  return state === 'uncorrected' ? `■ ${recheckResultLabels.uncorrected}` : '◆ 整改中';
}

export const isAlarming = (mark: string): boolean => mark.startsWith('▲') || mark.startsWith('■');

/** `共 3 项：已整改 2 项，未整改 1 项，其中逾期 1 项`. */
export function summary(items: readonly ItemHistory[]): string {
  const corrected = items.filter((one) => one.state === 'corrected').length;
  const overdue = items.filter((one) => one.overdueDays > 0).length;
  return `共 ${items.length} 项：已整改 ${corrected} 项，未整改 ${items.length - corrected} 项，其中逾期 ${overdue} 项`;
}

/** Proofs and reminders of an item up to a day, in words: `2026-10-08 提交材料`, below it `2026-10-09 审查：材料不足`. */
export function proofLines(
  itemId: string,
  { proofs, reminders }: ProofsOf,
  onDate: IsoDate,
): { readonly proofs: readonly string[]; readonly reminders: readonly string[] } {
  return {
    proofs: proofs
      .filter((proof) => proof.submittedOn <= onDate && proof.itemIds.includes(itemId))
      .map((proof) => {
        const judged =
          proof.judgement && proof.judgedOn && proof.judgedOn <= onDate
            ? `${proof.judgedOn} 审查：${proofJudgementLabels[proof.judgement]}`
            : '尚未审查';
        return `${proof.submittedOn} 提交材料\n${judged}`;
      }),
    reminders: reminders
      .filter((reminder) => reminder.on <= onDate)
      .map((reminder) => `${reminder.on} ${reminderWayLabels[reminder.way]}催告`),
  };
}
