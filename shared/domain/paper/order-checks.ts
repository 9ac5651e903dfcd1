import type { IsoDate } from '../../kernel/dates';
import type { OfficerOnDuty } from '../inspection/officer-pair';

/** What the checks of a 责令改正 compare: the same facts as they stand on the papers of one case. */
export type OrderCase = {
  readonly no: string;
  readonly orderedOn: IsoDate;
  readonly deliveredOn: IsoDate | null;
  readonly partyName: string;
  readonly behaviour: string;
  readonly violated: string;
  /** Null for an order without an inspection. */
  readonly inspection: {
    readonly no: string;
    readonly on: IsoDate;
    readonly partyName: string;
  } | null;
  readonly items: readonly {
    readonly seq: number;
    readonly problem: string;
    /** The finding of the inspection that the item stands on. */
    readonly finding: { readonly facts: string; readonly clause: string; readonly withdrawn: boolean } | null;
  }[];
  readonly rechecks: readonly {
    readonly checkedOn: IsoDate;
    /** The day the record was made. */
    readonly signedOn: IsoDate;
    readonly officers: readonly OfficerOnDuty[];
    readonly results: readonly ('corrected' | 'uncorrected')[];
  }[];
};

export type OrderProblem = {
  /** `wrong` is an error of the papers, `alert` is something to act on. */
  readonly level: 'wrong' | 'alert';
  readonly code:
    | 'party'
    | 'behaviour'
    | 'clause'
    | 'finding_withdrawn'
    | 'order_before_inspection'
    | 'delivered_before_order'
    | 'recheck_before_order'
    | 'recheck_officers'
    | 'recheck_certificate'
    | 'signed_before_recheck'
    | 'uncorrected';
  readonly message: string;
};

const bare = (text: string) => text.replace(/[\s。；;，,.]/g, '');
/** Titles with and without 《》 and full stops count as the same. */
const cites = (text: string, clause: string) =>
  bare(text)
    .replace(/[《》]/g, '')
    .includes(bare(clause).replace(/[《》]/g, ''));

/**
 * The consistency checks of a case checker for 责令改正: party, behaviour and clauses equal between the papers, the
 * re-check later than the order, by two officers with certificates, signed no earlier than it was made.
 *
 * @returns problems in the order of the papers, empty when all is well
 * @example orderProblems({ …order, rechecks: [{ checkedOn: order.orderedOn, … }] })[0]?.code // 'recheck_before_order'
 */
export function orderProblems(order: OrderCase): readonly OrderProblem[] {
  const problems: OrderProblem[] = [];
  const wrong = (code: OrderProblem['code'], message: string) => problems.push({ level: 'wrong', code, message });
  const { inspection } = order;
  if (inspection) {
    if (inspection.partyName !== order.partyName)
      wrong('party', `责令改正 ${order.no} 的当事人“${order.partyName}”与检查 ${inspection.no} 的当事人不一致`);
    if (order.orderedOn < inspection.on)
      wrong('order_before_inspection', `责令日期 ${order.orderedOn} 早于检查日期 ${inspection.on}`);
  }
  for (const item of order.items) {
    if (!item.finding) continue;
    if (item.finding.withdrawn)
      wrong('finding_withdrawn', `第 ${item.seq} 项所依据的问题已在检查中撤回，应当撤销或者更正这一项`);
    else if (!bare(order.behaviour).includes(bare(item.problem)))
      wrong('behaviour', `第 ${item.seq} 项的问题没有写入通知书的违法行为，前后不一致`);
    if (!cites(order.violated, item.finding.clause))
      wrong('clause', `第 ${item.seq} 项在检查中依据${item.finding.clause}，通知书的违反规定没有列明这一条款`);
  }
  if (order.deliveredOn !== null && order.deliveredOn < order.orderedOn)
    wrong('delivered_before_order', `送达日期 ${order.deliveredOn} 早于责令日期 ${order.orderedOn}`);
  order.rechecks.forEach((recheck, index) => {
    const which = `第 ${index + 1} 次复查`;
    if (recheck.checkedOn <= order.orderedOn)
      wrong('recheck_before_order', `${which}日期 ${recheck.checkedOn} 不晚于责令日期 ${order.orderedOn}`);
    if (new Set(recheck.officers.map(({ id }) => id)).size < 2) wrong('recheck_officers', `${which}的复查人不足两人`);
    for (const { name, certificateNo } of recheck.officers)
      if (certificateNo.trim() === '') wrong('recheck_certificate', `${which}的复查人${name}没有执法证号`);
    if (recheck.signedOn < recheck.checkedOn)
      wrong('signed_before_recheck', `${which}的落款日期 ${recheck.signedOn} 早于复查日期 ${recheck.checkedOn}`);
    if (recheck.results.includes('uncorrected'))
      problems.push({
        level: 'alert',
        code: 'uncorrected',
        message: `${which}认定仍有事项未整改，请再次复查或者转处理`,
      });
  });
  return problems;
}
