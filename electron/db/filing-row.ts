import * as z from 'zod';
import { maskIdNumber } from '#shared/domain/subject/id-number';
import { checkUscc } from '#shared/domain/subject/uscc';
import type { FilingTable } from './schema-warning';

const classes = z.array(z.number());

/** A filing as pages see it; the number of a person is masked. */
export const viewFiling = (row: FilingTable) => ({
  id: row.id,
  kind: row.kind,
  number: row.kind === 'third_party' ? row.source_no : row.number,
  title: row.title,
  applicantName: row.applicant_name,
  applicantCode: maskedCode(row.applicant_code),
  agency: row.agency,
  filedOn: row.filed_on,
  notifiedOn: row.notified_on,
  handling: row.handling,
  handledOn: row.handled_on,
  classes: readClasses(row.classes),
  assignee: row.assignee,
  assignedOn: row.assigned_on,
  decisionKind: row.decision_kind,
  decisionNo: row.decision_no,
  decidedOn: row.decided_on,
  remark: row.remark,
  source: row.source,
});

export const readClasses = (json: string): number[] => (json === '[]' ? [] : classes.parse(JSON.parse(json)));

/** Whatever is no credit code may be a person's number. */
export const maskedCode = (code: string | null): string | null =>
  code !== null && !checkUscc(code).ok ? maskIdNumber(code) : code;
