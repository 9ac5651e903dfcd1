import { addMonths, daysBetween, type IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { inForce } from '../basis/basis';
import { dishonestyClassLabels, regimeLabels } from '../dishonesty/codes';
import type { Dishonesty } from '../dishonesty/dishonesty';
import type { RepairPack } from './repair-pack';

/** What the terms are worked out from. */
export type TermsRecord = Pick<Dishonesty, 'regime' | 'class' | 'decidedOn' | 'publishedOn'> & {
  /** The term of an earlier determination that was still running on the day of this one. */
  readonly previous?: { readonly startsOn: IsoDate; readonly endsOn: IsoDate } | null;
};

export type RepairTerms = {
  readonly packId: string;
  readonly packVersion: number;
  readonly packTitle: string;
  readonly startsOn: IsoDate;
  /** First day on which an application may be made; null when none is needed. */
  readonly earliestOn: IsoDate | null;
  /** Day on which it ends by itself. */
  readonly endsOn: IsoDate;
  readonly steps: readonly { readonly date: IsoDate; readonly text: string }[];
  readonly automatic: boolean;
  /** The first day had to be assumed. */
  readonly estimated: boolean;
  /** Every figure used was read in a text of the norm. */
  readonly verified: boolean;
};

/**
 * The rules of the record's regime that are in force on the day of asking. The packs carry no transitional rule for
 * older records, because none was found: the law of the day of the application is taken.
 *
 * @throws AppError `bad_pack` when no pack of the regime covers the day
 * @example selectRegime(packs, { regime: 'samr' }, '2025-12-24').id // 'samr-2021-3'
 */
export function selectRegime(
  packs: readonly RepairPack[],
  record: Pick<Dishonesty, 'regime'>,
  onDate: IsoDate,
): RepairPack {
  const pack = packs
    .filter((candidate) => candidate.regime === record.regime && inForce(candidate, onDate))
    .sort((a, b) =>
      a.effectiveFrom === b.effectiveFrom ? b.version - a.version : a.effectiveFrom < b.effectiveFrom ? 1 : -1,
    )[0];
  if (!pack)
    throw new AppError(
      'bad_pack',
      `没有 ${onDate} 当日有效的“${regimeLabels[record.regime]}”信用修复规则，请先导入相应的规则包。`,
    );
  return pack;
}

/**
 * From when a record may be repaired and when it ends by itself. Months run to the same day of a later month, or to its
 * last day where it has no such day.
 *
 * @throws AppError `bad_pack` when the pack has no rule for the class
 * @example repairTerms(ndrc36, { regime: 'ndrc', class: 'general', decidedOn: '2026-05-10', publishedOn: null }).earliestOn // '2026-08-10'
 */
export function repairTerms(pack: RepairPack, record: TermsRecord): RepairTerms {
  const rule = pack.classes[record.class];
  if (!rule)
    throw new AppError(
      'bad_pack',
      `“${pack.title}”没有“${dishonestyClassLabels[record.class]}”失信的修复规则，请核对失信程度。`,
    );
  const published = pack.countFrom.day === 'published';
  const startsOn = published ? (record.publishedOn ?? record.decidedOn) : record.decidedOn;
  const estimated = published && record.publishedOn === null;
  const steps: { date: IsoDate; text: string }[] = [
    {
      date: startsOn,
      text: estimated
        ? '应自公示之日起算；未登记公示日期，暂按认定日期起算'
        : published
          ? '自公示之日起算'
          : '自认定文书作出之日起算',
    },
  ];
  let verified = rule.verified && pack.countFrom.verified;
  let endBase = startsOn;
  let cap: IsoDate | null = null;
  const previous = record.previous ?? null;
  if (pack.extension && previous && previous.startsOn < startsOn && startsOn < previous.endsOn) {
    endBase = previous.endsOn;
    cap = addMonths(previous.startsOn, pack.extension.maxMonths);
    verified = verified && pack.extension.verified;
    steps.push({ date: endBase, text: `前一次管理期到 ${previous.endsOn} 结束，本次期满日期自该日起顺延` });
  }
  const earliestOn = rule.earliestMonths === null ? null : addMonths(startsOn, rule.earliestMonths);
  if (earliestOn !== null)
    steps.push({ date: earliestOn, text: `满 ${monthsText(rule.earliestMonths ?? 0)}，可以申请修复` });
  const full = addMonths(endBase, rule.endMonths);
  const endsOn = cap !== null && cap < full ? cap : full;
  if (endsOn !== full)
    steps.push({ date: endsOn, text: `累计最长 ${monthsText(pack.extension?.maxMonths ?? 0)}，到此为止` });
  else
    steps.push({
      date: endsOn,
      text: `满 ${monthsText(rule.endMonths)}，自动停止${rule.automatic ? '，无需申请' : ''}`,
    });
  return {
    packId: pack.id,
    packVersion: pack.version,
    packTitle: pack.title,
    startsOn,
    earliestOn,
    endsOn,
    steps,
    automatic: rule.automatic,
    estimated,
    verified,
  };
}

/**
 * The term of earlier determinations that was still running on a day, as one chain: its first day and its present end.
 *
 * @param earlier determinations of the same subject and regime that stand (not withdrawn, not repaired before the day)
 * @returns null when nothing was running
 * @example previousTerm(cnipa8, '2026-05-10', [first])?.endsOn // '2026-12-01'
 */
export function previousTerm(
  pack: RepairPack,
  decidedOn: IsoDate,
  earlier: readonly TermsRecord[],
): { readonly startsOn: IsoDate; readonly endsOn: IsoDate } | null {
  const chain = earlier
    .filter((record) => record.decidedOn < decidedOn)
    .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1))
    .reduce<{ startsOn: IsoDate; endsOn: IsoDate } | null>((running, record) => {
      const { startsOn, endsOn } = repairTerms(pack, { ...record, previous: running });
      return running && startsOn < running.endsOn ? { startsOn: running.startsOn, endsOn } : { startsOn, endsOn };
    }, null);
  return chain && decidedOn < chain.endsOn ? chain : null;
}

function monthsText(months: number): string {
  return months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`;
}

/** Where a record stands on a day, for the "repairable soon" list. */
export type RepairOutlook = 'ready' | 'soon' | 'later' | 'automatic' | 'ended';
export const outlookLabels: Record<RepairOutlook, string> = {
  ready: '可以申请',
  soon: '即将可以申请',
  later: '未到申请时间',
  automatic: '到期自动停止',
  ended: '期限已满',
};

/** @example outlook(terms, '2026-08-01', 30) // 'soon' */
export function outlook(
  terms: Pick<RepairTerms, 'earliestOn' | 'endsOn'>,
  today: IsoDate,
  withinDays: number,
): RepairOutlook {
  if (terms.endsOn <= today) return 'ended';
  if (terms.earliestOn === null) return 'automatic';
  if (terms.earliestOn <= today) return 'ready';
  return daysBetween(today, terms.earliestOn) <= withinDays ? 'soon' : 'later';
}
