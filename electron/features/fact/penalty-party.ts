import { penaltySubjectCategory } from '#shared/domain/fact/check-penalty';
import { type PenaltySubjectCategory, penaltySubjectCategoryLabels } from '#shared/domain/fact/penalty-cells';
import type { PenaltyRow } from '#shared/domain/fact/penalty-table';
import { normaliseName } from '#shared/domain/subject/name-text';
import { emptySubject, type SubjectDraft, type SubjectKind } from '#shared/domain/subject/subject';
import type { FieldProblem } from '#shared/kernel/errors';
import type { Store } from '../../db/open-store';
import { type PartyRow, preparePartyQueries } from './fact-repository';

export type Party =
  | { readonly kind: 'known'; readonly subject: Pick<PartyRow, 'id' | 'kind'> }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'doubtful'; readonly problem: FieldProblem };

const fits: Record<PenaltySubjectCategory, (kind: string) => boolean> = {
  organisation: (kind) => kind !== 'agent' && kind !== 'individual_business',
  natural_person: (kind) => kind === 'agent',
  individual_business: (kind) => kind === 'individual_business',
};

/** Whom a penalty concerns: by credit code; persons by identity number; else by a name that only one subject has. */
export function createPartyFinder(store: Store, on: 'reader' | 'writer') {
  const find = preparePartyQueries(store, on);
  return (row: PenaltyRow): Party => {
    const category = penaltySubjectCategory(row);
    if (category === 'natural_person') {
      const [person] = row.subjectIdNumber === null ? [] : find.byIdNumber(row.subjectIdNumber);
      return person ? { kind: 'known', subject: person } : { kind: 'unknown' };
    }
    const [coded] = row.uscc === null ? [] : find.byUscc(row.uscc);
    if (coded) return { kind: 'known', subject: coded };
    return byName(find.byName(row.subjectName), row, category);
  };
}

/** A stored code that differs from the row's means another firm of the same name. */
function byName(namesakes: readonly PartyRow[], row: PenaltyRow, category: PenaltySubjectCategory): Party {
  const same = namesakes.filter(({ kind, uscc }) => fits[category](kind) && (row.uscc === null || uscc === null));
  const [only, second] = same;
  if (!only) return { kind: 'unknown' };
  if (!second) return { kind: 'known', subject: only };
  return {
    kind: 'doubtful',
    problem: {
      path: row.uscc === null ? 'uscc' : 'subjectName',
      message: `系统中有 ${same.length} 个“${row.subjectName}”，无法确定是哪一个，请补上统一社会信用代码。`,
    },
  };
}

export const unknownParty = (row: PenaltyRow): FieldProblem =>
  penaltySubjectCategory(row) === 'natural_person'
    ? {
        path: row.subjectIdNumber === null ? 'subjectName' : 'subjectIdNumber',
        message: '系统中没有这名自然人，请先登记，或在导入时选择“新建未登记的当事人”。',
      }
    : {
        path: row.uscc === null ? 'subjectName' : 'uscc',
        message: '系统中没有这个当事人，请先登记，或在导入时选择“新建未登记的当事人”。',
      };

const KIND: Record<PenaltySubjectCategory, SubjectKind> = {
  organisation: 'enterprise',
  natural_person: 'agent',
  individual_business: 'individual_business',
};

/** What the table says about a party that is not on file; the kind is to be confirmed by the office. */
export function partyDraft(row: PenaltyRow): SubjectDraft {
  const category = penaltySubjectCategory(row);
  const person = category === 'natural_person';
  return {
    ...emptySubject(KIND[category], row.subjectName),
    uscc: person ? null : row.uscc,
    noUsccReason: person || row.uscc !== null ? null : '双公示处罚表未提供统一社会信用代码',
    oldRegistrationNo: !person && /^\d{15}$/.test(row.registrationNo ?? '') ? row.registrationNo : null,
    idNumber: person ? row.subjectIdNumber : null,
    legalPerson: person ? null : row.legalPerson,
    note: `由双公示行政处罚表（${row.documentNumber}）新建，表中类别为${penaltySubjectCategoryLabels[category]}，主体类型请核对。`,
  };
}

/** Rows that mean one party before it has an id, for counting in a preview. */
export const partyKey = (row: PenaltyRow): string =>
  row.uscc ?? row.subjectIdNumber ?? `${penaltySubjectCategory(row)}:${normaliseName(row.subjectName)}`;
