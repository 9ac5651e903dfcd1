import type { Candidate } from './population';

export type VisitReason = {
  readonly code: string;
  readonly group: 'visited' | 'not_drawn' | 'excluded';
  readonly reason: string;
};

type Drawn = { readonly rank: number; readonly batchNo: number; readonly stratum: string };
type Stratum = { readonly id: string; readonly label: string; readonly base: number; readonly count: number };

export type ReasonInput = {
  readonly candidates: readonly Candidate[];
  readonly exclusions: readonly { readonly code: string; readonly reason: string }[];
  readonly drawn: ReadonlyMap<string, Drawn>;
  readonly strata: readonly Stratum[];
};

/**
 * Says of every subject of a draw why it is visited or why not: drawn with its rank, in the list but not drawn, or left
 * out with the rule. Nobody is missing and nobody stands twice.
 *
 * @returns visited first, then those not drawn, then those left out, each by code
 * @example visitReasons(input)[0]?.reason // '在“信用状况良好”750 户中抽取 180 户，本户为第 12 名，列入第 1 批'
 */
export function visitReasons({ candidates, exclusions, drawn, strata }: ReasonInput): readonly VisitReason[] {
  const byId = new Map(strata.map((one) => [one.id, one]));
  const sizes = new Map<string, number>();
  const picks = new Map<string, number>();
  for (const { code, stratum } of candidates) {
    sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
    if (drawn.has(code)) picks.set(stratum, (picks.get(stratum) ?? 0) + 1);
  }
  const visited: VisitReason[] = [];
  const rest: VisitReason[] = [];
  for (const { code, stratum } of candidates) {
    const label = byId.get(stratum)?.label ?? stratum;
    const size = sizes.get(stratum) ?? 0;
    const taken = picks.get(stratum) ?? 0;
    const pick = drawn.get(code);
    if (!pick) {
      rest.push({
        code,
        group: 'not_drawn',
        reason: `在“${label}”${size} 户中随机抽取 ${taken} 户，本户未抽中，本次不检查`,
      });
      continue;
    }
    const how =
      taken === size
        ? `“${label}”${size} 户全部检查`
        : `在“${label}”${size} 户中随机抽取 ${taken} 户，本户为第 ${pick.rank} 名`;
    visited.push({ code, group: 'visited', reason: `${how}，列入第 ${pick.batchNo} 批` });
  }
  return [
    ...visited,
    ...rest,
    ...exclusions.map(({ code, reason }): VisitReason => ({ code, group: 'excluded', reason })),
  ];
}

/** What the pages and the document call the three groups. */
export const reasonGroupLabels: Record<VisitReason['group'], string> = {
  visited: '列入检查',
  not_drawn: '未抽中',
  excluded: '不列入名录',
};
