import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import type { RatingPack } from './pack';

/** Shipped with the program, made in this office, or brought from another one. */
export type PackOrigin = 'shipped' | 'office' | 'imported';

/** A pack as it was loaded: its content, the hash of its file, and where it is from (left out: shipped). */
export type PackSource = { readonly sha256: string; readonly value: RatingPack; readonly origin?: PackOrigin };

/** The approved decision that a pack rates these kinds of subject from a day on; `until` is its last day. */
export type Activation = {
  readonly packId: string;
  readonly version: number;
  readonly sha256: string;
  readonly subjectKinds: readonly string[];
  readonly from: IsoDate;
  readonly until: IsoDate | null;
};

/** What decides which pack rates a kind of subject. */
export type PackChoice = {
  readonly packs: readonly PackSource[];
  readonly activations: readonly Activation[];
  /** Ids of the shipped packs that are in force until the office decides otherwise. */
  readonly defaults: readonly string[];
};

/**
 * The pack that rates this kind of subject on that day: the one of the latest activation that has begun; without
 * one, of the default packs in force the highest version.
 *
 * @returns undefined when no pack is in force for the kind
 * @throws AppError `conflict` when two different default packs claim the kind, `bad_pack` when the activated pack
 *   is not at hand
 * @example findPackInForce({ packs, activations: [], defaults }, 'patent_agency', '2026-11-23')?.value.id
 */
export function findPackInForce(choice: PackChoice, kind: string, onDate: IsoDate): PackSource | undefined {
  const active = choice.activations.reduce<Activation | undefined>((latest, one) => {
    if (!one.subjectKinds.includes(kind) || one.from > onDate || (one.until !== null && onDate > one.until))
      return latest;
    return latest === undefined || one.from >= latest.from ? one : latest;
  }, undefined);
  if (active === undefined) return findDefault(choice, kind, onDate);
  const source = choice.packs.find((pack) => pack.sha256 === active.sha256);
  if (source === undefined)
    throw new AppError(
      'bad_pack',
      `已启用的规则包（${active.packId} 第 ${active.version} 版）不在本机或已被改动，请在“规则”中重新导入或改用其他规则包`,
    );
  return isPackInForce(source.value, onDate) ? source : undefined;
}

function findDefault({ packs, defaults }: PackChoice, kind: string, onDate: IsoDate): PackSource | undefined {
  // a version made or brought in by the office never comes into force by itself, even under the id of a shipped pack
  const inForce = packs.filter(
    ({ value, origin = 'shipped' }) =>
      origin === 'shipped' &&
      defaults.includes(value.id) &&
      value.subjectKinds.includes(kind) &&
      isPackInForce(value, onDate),
  );
  const newest = inForce.reduce<PackSource | undefined>(
    (best, pack) => (best === undefined || pack.value.version > best.value.version ? pack : best),
    undefined,
  );
  const rival = inForce.find(({ value }) => value.id !== newest?.value.id);
  if (newest !== undefined && rival !== undefined)
    throw new AppError(
      'conflict',
      `同类主体在 ${onDate} 有两个规则包同时生效：“${newest.value.title}”和“${rival.value.title}”，请先停用其中一个`,
    );
  return newest;
}

export function isPackInForce(pack: RatingPack, onDate: IsoDate): boolean {
  return pack.effectiveFrom <= onDate && (pack.effectiveTo === null || onDate <= pack.effectiveTo);
}
