import * as z from 'zod';
import {
  followUpCodes,
  type Repair,
  recommendations,
  type Verification,
  verifyMethods,
} from '#shared/domain/repair/repair';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { officersColumn } from '../../db/officers-on-duty';
import type { RepairTable } from '../../db/schema-repair';
import { findRepair, type RepairRow } from './repair-repository';

const signed = { on: z.string(), officerId: z.string(), officerName: z.string() };
const termsColumn = z.object({
  packId: z.string(),
  packVersion: z.number(),
  packTitle: z.string(),
  startsOn: z.string(),
  earliestOn: z.string().nullable(),
  endsOn: z.string(),
  steps: z.array(z.object({ date: z.string(), text: z.string() })),
  automatic: z.boolean(),
  estimated: z.boolean(),
  verified: z.boolean(),
});
const applicantColumn = z.object({ contact: z.string(), phone: z.string(), statement: z.string() });
const conditionsColumn = z.array(z.object({ code: z.string(), met: z.boolean(), evidence: z.string() }));
const verificationColumn = z.object({
  on: z.string(),
  officers: officersColumn,
  method: z.enum(verifyMethods),
  text: z.string(),
  falseStatement: z.boolean(),
});
const opinionColumn = z.object({ ...signed, text: z.string(), recommend: z.enum(recommendations) });
const decisionColumn = z.object({
  ...signed,
  decision: z.enum(recommendations),
  reason: z.string(),
  nextOn: z.string().nullable(),
});
const followUpColumn = z.array(z.object({ ...signed, code: z.enum(followUpCodes), note: z.string() }));

/** The verification also keeps whether the application was found untrue. */
type StoredVerification = Verification & { readonly falseStatement: boolean };
export type StoredRepair = Repair & { readonly verification: StoredVerification | null };

/** @throws AppError `not_found` */
export async function loadRepair(db: ReadDb, id: string): Promise<{ record: StoredRepair; row: RepairRow }> {
  const row = await findRepair(db, id);
  if (!row) throw new AppError('not_found', '没有找到这件修复申请，请刷新列表后重试。');
  return { record: toRepair(row), row };
}

const json = <T>(column: z.ZodType<T>, text: string): T => column.parse(JSON.parse(text));

export const toRepair = (row: RepairTable): StoredRepair => ({
  id: row.id,
  no: row.no,
  dishonestyId: row.dishonesty_id,
  subjectId: row.subject_id,
  regime: row.regime,
  terms: json(termsColumn, row.terms),
  appliedOn: row.applied_on,
  applicant: json(applicantColumn, row.applicant),
  conditions: json(conditionsColumn, row.conditions),
  verification: row.verification === null ? null : json(verificationColumn, row.verification),
  opinion: row.opinion === null ? null : json(opinionColumn, row.opinion),
  decision: row.decision === null ? null : json(decisionColumn, row.decision),
  followUp: json(followUpColumn, row.follow_up),
  state: row.state,
  stateOn: row.state_on,
});

const text = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** The columns that later steps may change. */
export const repairColumns = (record: Repair) => ({
  conditions: JSON.stringify(record.conditions),
  verification: text(record.verification),
  opinion: text(record.opinion),
  decision: text(record.decision),
  follow_up: JSON.stringify(record.followUp),
  state: record.state,
  state_on: record.stateOn,
});
