import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import type { RatingPack } from './pack';

/**
 * The pack that rates this kind of subject on that day: of one id the highest version in force.
 *
 * @returns undefined when no pack is in force for the kind
 * @throws AppError `conflict` when two different packs claim it
 * @example findPackInForce(packs, 'patent_agency', '2026-11-23')?.id // 'patent-agency-credit'
 */
export function findPackInForce(packs: readonly RatingPack[], kind: string, onDate: IsoDate): RatingPack | undefined {
  const inForce = packs.filter(
    (pack) =>
      pack.subjectKinds.includes(kind) &&
      pack.effectiveFrom <= onDate &&
      (pack.effectiveTo === null || onDate <= pack.effectiveTo),
  );
  const newest = inForce.reduce<RatingPack | undefined>(
    (best, pack) => (best === undefined || pack.version > best.version ? pack : best),
    undefined,
  );
  const rival = inForce.find((pack) => pack.id !== newest?.id);
  if (newest !== undefined && rival !== undefined) {
    throw new AppError(
      'conflict',
      `同类主体在 ${onDate} 有两个规则包同时生效：“${newest.title}”和“${rival.title}”，请先停用其中一个`,
    );
  }
  return newest;
}
