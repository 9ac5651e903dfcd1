import { type Act, actsInForce, findAct } from '#shared/domain/dishonesty/acts';
import type { Dishonesty } from '#shared/domain/dishonesty/dishonesty';
import type { RepairPack } from '#shared/domain/repair/repair-pack';
import { outlook, type RepairOutlook, type RepairTerms, selectRegime } from '#shared/domain/repair/terms';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { termsAmong } from '../../db/dishonesty-row';
import type { Packs } from '../../packs/packs';

/** Terms under today's rules, or null when no pack covers the regime or the class. */
export function termsToday(
  regimes: readonly RepairPack[],
  record: Dishonesty,
  ofSubject: readonly Dishonesty[],
  today: IsoDate,
): RepairTerms | null {
  try {
    return termsAmong(selectRegime(regimes, record, today), record, ofSubject);
  } catch (error) {
    // a record without rules is still a record: the list shows it without dates
    if (error instanceof AppError && error.code === 'bad_pack') return null;
    throw error;
  }
}

export function outlookOf(record: Dishonesty, terms: RepairTerms | null, today: IsoDate, withinDays: number): RepairOutlook | null {
  return record.state === 'active' && terms ? outlook(terms, today, withinDays) : null;
}

/** The act as the list of the day of the decision words it, or any later list that still has it. */
export function actOf(packs: Packs, { regime, actCode, decidedOn }: Dishonesty): Act | undefined {
  const all = packs.acts();
  return findAct(actsInForce(all, decidedOn), regime, actCode) ?? findAct(all, regime, actCode);
}

/** The pack an application is dealt with under, whatever is in force by now. */
export function packOfTerms(packs: Packs, { packId, packVersion, packTitle }: RepairTerms): RepairPack {
  const pack = packs.repairRegimes().find((candidate) => candidate.id === packId && candidate.version === packVersion);
  if (pack) return pack;
  throw new AppError(
    'bad_pack',
    `办理这件申请所依据的规则“${packTitle}”（第 ${packVersion} 版）不在本机。请放回原规则包文件。`,
  );
}
