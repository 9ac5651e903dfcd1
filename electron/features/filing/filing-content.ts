import { type Handling, laterHandling } from '#shared/domain/filing/codes';
import type { PatentFilingRow, ThirdPartyRow, TrademarkFilingRow } from '#shared/domain/filing/filing-columns';
import { normaliseName } from '#shared/domain/subject/name-text';
import { sha256Hex } from '#shared/kernel/sha256';
import type { FilingTable } from '../../db/schema-warning';

/** What one row of a list says, as stored. */
export type FilingContent = Omit<FilingTable, 'id' | 'import_id' | 'withdrawn_at' | 'created_at'>;

const BLANK = {
  title: '',
  agency: null,
  filed_on: null,
  notified_on: null,
  handling: null,
  handled_on: null,
  classes: '[]',
  assignee: null,
  assigned_on: null,
  decision_kind: null,
  decision_no: null,
  decided_on: null,
  remark: '',
  source: '',
  source_no: '',
} as const;

const applicantOf = (name: string, code: string | null) => ({
  applicant_name: name,
  applicant_key: normaliseName(name),
  applicant_code: code,
});

export const patentContent = (row: PatentFilingRow, source: string): FilingContent => ({
  ...BLANK,
  kind: 'abnormal_patent',
  number: row.number,
  title: row.title ?? '',
  ...applicantOf(row.applicant, row.applicantCode),
  agency: row.agency,
  filed_on: row.filedOn,
  notified_on: row.notifiedOn,
  handling: row.handling ?? 'notified',
  handled_on: row.handledOn,
  source,
});

export const trademarkContent = (row: TrademarkFilingRow, source: string): FilingContent => ({
  ...BLANK,
  kind: 'trademark',
  number: row.number,
  title: row.title,
  ...applicantOf(row.applicant, row.applicantCode),
  agency: row.agency,
  filed_on: row.filedOn,
  classes: JSON.stringify(row.classes ?? []),
  assignee: row.assignee,
  assigned_on: row.assignedOn,
  decision_kind: row.decisionKind,
  decision_no: row.decisionNo,
  decided_on: row.decidedOn,
  source,
});

/** The digest of what the row says stands for the number it does not have: the same row twice is one. */
export function thirdPartyContent(row: ThirdPartyRow, source: string): FilingContent {
  const from = row.source ?? source;
  const party = applicantOf(row.applicant, row.applicantCode);
  const said = [from, party.applicant_key, row.applicantCode ?? '', row.remark, row.sourceNo ?? ''];
  return {
    ...BLANK,
    kind: 'third_party',
    number: sha256Hex(said.join('\n')),
    ...party,
    remark: row.remark,
    source: from,
    source_no: row.sourceNo ?? '',
  };
}

/** Rows of one application name the same applicant: by code when both have one, else by name. */
export const sameApplicant = (a: FilingContent, b: FilingContent): boolean =>
  a.applicant_code !== null && b.applicant_code !== null
    ? a.applicant_code === b.applicant_code
    : a.applicant_key === b.applicant_key;

/** The same application once more: what the newer row fills in replaces the older, classes add up, handling only advances. */
export function mergeFiling(stored: FilingContent, incoming: FilingContent): FilingContent {
  const merged = { ...stored };
  for (const key of Object.keys(merged) as (keyof FilingContent)[]) {
    const value = incoming[key];
    if (value !== null && value !== '') Object.assign(merged, { [key]: value });
  }
  const handling = laterHandling(stored.handling, incoming.handling);
  return {
    ...merged,
    classes: unitedClasses(stored.classes, incoming.classes),
    handling,
    handled_on: handledOn(stored, incoming, handling),
  };
}

/** The day belongs to the handling that stands. */
function handledOn(stored: FilingContent, incoming: FilingContent, handling: Handling | null): string | null {
  if (incoming.handling === handling)
    return incoming.handled_on ?? (stored.handling === handling ? stored.handled_on : null);
  return stored.handled_on;
}

function unitedClasses(a: string, b: string): string {
  if (a === b) return a;
  const all = [...(JSON.parse(a) as number[]), ...(JSON.parse(b) as number[])];
  return JSON.stringify([...new Set(all)].sort((x, y) => x - y));
}

/** The content of a stored row. */
export function contentOf({
  id: _id,
  import_id: _i,
  withdrawn_at: _w,
  created_at: _c,
  ...content
}: FilingTable): FilingContent {
  return content;
}
