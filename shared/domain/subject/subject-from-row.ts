import type { SubjectChange } from './merge-subject';
import type { SubjectDraft, SubjectKind } from './subject';
import type { SubjectRow } from './subject-columns';

export type SubjectEntry = {
  /** The whole subject, for when it is new. */
  readonly draft: SubjectDraft;
  /** Only what the row says, for merging into a known one. */
  readonly change: SubjectChange;
};

/** Registration office and category of the credit code (GB 32100) → kind. */
const KIND_BY_HEAD: Readonly<Record<string, SubjectKind>> = {
  '11': 'institution',
  '12': 'institution',
  '51': 'association',
  '92': 'individual_business',
};

/**
 * Makes a subject of a row of a table. The kind is the row's own; else the importer's default when it is a specific
 * one; else guessed from the codes; else 企业. A guess never counts as something the row says.
 *
 * @param options.defaultKind the kind the officer chose for the whole file, or null
 * @example subjectFromRow(row, { defaultKind: 'trademark_agency' }).draft.kind // 'trademark_agency'
 */
export function subjectFromRow(row: SubjectRow, options: { readonly defaultKind: SubjectKind | null }): SubjectEntry {
  const chosen = options.defaultKind === 'enterprise' ? null : options.defaultKind;
  const kind = row.kind ?? chosen;
  const change: SubjectChange = {
    kind,
    name: row.name,
    formerNames: [...(row.formerNames ?? [])],
    uscc: row.uscc,
    noUsccReason: row.noUsccReason,
    oldRegistrationNo: row.oldRegistrationNo,
    idNumber: row.idNumber,
    agencyCode: row.agencyCode,
    agentCertNo: row.agentCertNo,
    legalPerson: row.legalPerson,
    address: row.address,
    district: row.district,
    phone: row.phone,
    email: row.email,
    industry: row.industry,
    establishedOn: row.establishedOn,
    status: row.status,
    tags: [...(row.tags ?? [])],
    note: row.note,
    parentName: row.parentName,
    parentUscc: row.parentUscc,
  };
  return {
    draft: { ...change, kind: kind ?? guessKind(row) ?? 'enterprise', status: row.status ?? 'active' },
    change,
  };
}

function guessKind(row: SubjectRow): SubjectKind | null {
  if (row.uscc === null) return row.agentCertNo !== null || row.idNumber !== null ? 'agent' : null;
  if (row.agencyCode !== null) return row.agencyCode.length === 7 ? 'agency_branch' : 'patent_agency';
  return KIND_BY_HEAD[row.uscc.slice(0, 2)] ?? null;
}
