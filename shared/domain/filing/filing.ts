import type { IsoDate } from '../../kernel/dates';
import { normaliseName } from '../subject/name-text';
import type { DecisionKind, FilingKind, Handling } from './codes';

/** One row of a filing list, as the rules see it. */
export type Filing = {
  readonly id: string;
  readonly kind: Exclude<FilingKind, 'third_party'>;
  readonly number: string;
  /** Title of the invention or text of the mark. */
  readonly title: string;
  readonly applicantName: string;
  readonly applicantCode: string | null;
  readonly agency: string | null;
  readonly filedOn: IsoDate | null;
  readonly notifiedOn: IsoDate | null;
  readonly handling: Handling | null;
  readonly classes: readonly number[];
  readonly assignee: string | null;
  readonly assignedOn: IsoDate | null;
  readonly decisionKind: DecisionKind | null;
  readonly decisionNo: string | null;
  readonly decidedOn: IsoDate | null;
};

type Named = { readonly applicantName: string; readonly applicantCode: string | null };

/**
 * Who the applicant of a row is: the credit code; without one, the code that the same name bears elsewhere in the
 * list when it bears only one; else the name. So a list that gives the code in some rows only still counts together,
 * and two firms of one name stay apart.
 *
 * @example applicantKeys(filings)(filings[0]) // '91330100799655058B'
 */
export function applicantKeys(filings: Iterable<Named>): (filing: Named) => string {
  const codeOf = new Map<string, string | null>();
  for (const { applicantName, applicantCode } of filings) {
    if (applicantCode === null) continue;
    const name = normaliseName(applicantName);
    const known = codeOf.get(name);
    codeOf.set(name, known === undefined || known === applicantCode ? applicantCode : null);
  }
  return ({ applicantName, applicantCode }) => {
    const name = normaliseName(applicantName);
    return applicantCode ?? codeOf.get(name) ?? name;
  };
}

/**
 * Withdrawn of notified, in whole per mille (half up); null when nothing was notified. The exact counts stand beside it
 * wherever it is shown.
 *
 * @example withdrawalRate({ notified: 815, withdrawn: 760 }) // 933
 */
export const withdrawalRate = ({ notified, withdrawn }: { notified: number; withdrawn: number }): number | null =>
  notified === 0 ? null : Math.floor((withdrawn * 2000 + notified) / (notified * 2));

/** @example formatRate(933) // '93.3%' */
export const formatRate = (perMille: number | null): string =>
  perMille === null ? '—' : `${Math.floor(perMille / 10)}.${perMille % 10}%`;

/** The number under which an applicant's figures stand among the facts: one entry a subject, replaced as they move. */
export const STATISTICS_NO = '非正常申请通报统计';
