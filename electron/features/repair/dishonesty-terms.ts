import { type Act, actsInForce, findAct } from '#shared/domain/dishonesty/acts';
import type { Dishonesty } from '#shared/domain/dishonesty/dishonesty';
import type { RepairPack } from '#shared/domain/repair/repair-pack';
import { outlook, type RepairOutlook, type RepairTerms } from '#shared/domain/repair/terms';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { Packs } from '../../packs/packs';

export function outlookOf(
  record: Dishonesty,
  terms: RepairTerms | null,
  today: IsoDate,
  withinDays: number,
): RepairOutlook | null {
  return record.state === 'active' && terms ? outlook(terms, today, withinDays) : null;
}

/** The act as the list of the day of the decision words it, or any later list that still has it. */
export function actOf(
  packs: Packs,
  { regime, actCode, decidedOn }: Pick<Dishonesty, 'regime' | 'actCode' | 'decidedOn'>,
): Act | undefined {
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
