import type { IsoDate } from '../../kernel/dates';
import type { FactFields } from '../catalogue/validate-fact-fields';

/**
 * A confirmed credit fact as the rating reads it. A `withdrawn` or `repaired` fact leaves from `repairedOn`;
 * without that date it never counted. `via`: the fact of an agent or a branch that the pack may count at the
 * agency. `origin`: the fact came from another office and counts from the day this office adopted it. Leads must
 * not be passed in.
 */
export type RatingFact = {
  readonly id: string;
  readonly itemCode: string;
  readonly occurredOn: IsoDate;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly state: 'active' | 'withdrawn' | 'repaired';
  readonly repairedOn: IsoDate | null;
  readonly fields: FactFields;
  readonly sourceOrg: string;
  readonly sourceNo: string;
  readonly via?: { readonly relation: Relation; readonly subjectId: string; readonly name: string };
  readonly origin?: { readonly office: string; readonly adoptedOn: IsoDate | null };
};

/** Whose facts count at a subject besides its own: those of its agents (代理师) or of its branches (分支机构). */
export const relations = ['agents', 'branches'] as const;
export type Relation = (typeof relations)[number];

/** Oldest first, then by id: the one order in which facts are read, however they came in. */
export function compareFacts(a: RatingFact, b: RatingFact): number {
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Had the fact come (and been adopted) by that day, and was it neither withdrawn nor repaired by then? */
export function standsOn(fact: RatingFact, asOf: IsoDate): boolean {
  if (fact.occurredOn > asOf) return false;
  if (fact.origin !== undefined && (fact.origin.adoptedOn === null || fact.origin.adoptedOn > asOf)) return false;
  return fact.state === 'active' || (fact.repairedOn !== null && asOf < fact.repairedOn);
}
