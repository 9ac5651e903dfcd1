import * as z from 'zod';
import type { SearchKeys } from '#shared/domain/subject/search-keys';
import { type SubjectDraft, subjectKinds, subjectStatuses } from '#shared/domain/subject/subject';
import type { SubjectTable } from '../db/schema';

export type SubjectContent = Omit<SubjectTable, 'id' | 'parent_id' | 'import_id' | 'withdrawn_at' | 'created_at'>;

const list = (items: readonly string[]) => (items.length === 0 ? '[]' : JSON.stringify(items));
const listColumn = z.array(z.string());
const kindColumn = z.enum(subjectKinds);
const statusColumn = z.enum(subjectStatuses);

export function subjectContent(draft: SubjectDraft, keys: Pick<SearchKeys, 'initials' | 'full'>): SubjectContent {
  return {
    kind: draft.kind,
    name: draft.name,
    former_names: list(draft.formerNames),
    uscc: draft.uscc,
    no_uscc_reason: draft.noUsccReason,
    old_registration_no: draft.oldRegistrationNo,
    id_number: draft.idNumber,
    agency_code: draft.agencyCode,
    agent_cert_no: draft.agentCertNo,
    legal_person: draft.legalPerson,
    address: draft.address,
    district: draft.district,
    phone: draft.phone,
    email: draft.email,
    industry: draft.industry,
    established_on: draft.establishedOn,
    status: draft.status,
    tags: list(draft.tags),
    note: draft.note,
    parent_name: draft.parentName,
    parent_uscc: draft.parentUscc,
    initials: keys.initials[0] ?? '',
    initials_alt: keys.initials[1] ?? null,
    pinyin: keys.full,
  };
}

export const readList = (json: string): string[] => (json === '[]' ? [] : listColumn.parse(JSON.parse(json)));
export const readKind = (kind: string) => kindColumn.parse(kind);

export function subjectDraftOf(row: SubjectContent): SubjectDraft {
  return {
    kind: kindColumn.parse(row.kind),
    name: row.name,
    formerNames: readList(row.former_names),
    uscc: row.uscc,
    noUsccReason: row.no_uscc_reason,
    oldRegistrationNo: row.old_registration_no,
    idNumber: row.id_number,
    agencyCode: row.agency_code,
    agentCertNo: row.agent_cert_no,
    legalPerson: row.legal_person,
    address: row.address,
    district: row.district,
    phone: row.phone,
    email: row.email,
    industry: row.industry,
    establishedOn: row.established_on,
    status: statusColumn.parse(row.status),
    tags: readList(row.tags),
    note: row.note,
    parentName: row.parent_name,
    parentUscc: row.parent_uscc,
  };
}
