import * as z from 'zod';
import {
  type Recheck,
  type Rectification,
  type RectificationItem,
  recheckResults,
} from '#shared/domain/rectification/rectification';
import { term } from '#shared/domain/rectification/term';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { officersColumn } from '../../db/officers-on-duty';
import { listProofs, NO_PROOFS, type ProofsOf } from '../../db/rectification-proofs';
import type { RecheckTable, RectificationItemTable, RectificationTable } from '../../db/schema-rectification';
import { findRectification, listItems, listRechecks } from './rectification-repository';

const stepsColumn = z.array(z.object({ date: z.string(), text: z.string() }));
const resultsColumn = z.array(z.object({ itemId: z.string(), result: z.enum(recheckResults), note: z.string() }));

export type LoadedRectification = ProofsOf & {
  readonly record: Rectification;
  readonly subject: { readonly name: string; readonly uscc: string | null };
  readonly inspectionNo: string | null;
  readonly createdAt: string;
};

/** @throws AppError `not_found` */
export async function loadRectification(db: ReadDb, id: string): Promise<LoadedRectification> {
  const row = await findRectification(db, id);
  if (!row) throw new AppError('not_found', '没有找到这份责令改正，请刷新列表后重试。');
  const items = (await listItems(db, [id])).map(toItem);
  const rechecks = (await listRechecks(db, id)).map(toRecheck);
  return {
    record: toRectification(row, items, rechecks),
    subject: { name: row.subject_name, uscc: row.subject_uscc },
    inspectionNo: row.inspection_no,
    createdAt: row.created_at,
    ...((await listProofs(db, [id])).get(id) ?? NO_PROOFS),
  };
}

export const toRectification = (
  row: RectificationTable,
  items: readonly RectificationItem[],
  rechecks: readonly Recheck[],
): Rectification => ({
  id: row.id,
  no: row.no,
  subjectId: row.subject_id,
  inspectionId: row.inspection_id,
  orderedOn: row.ordered_on,
  behaviour: row.behaviour,
  violated: row.violated,
  basis: row.basis,
  contact: row.contact,
  contactPhone: row.contact_phone,
  deliveredOn: row.delivered_on,
  receivedBy: row.received_by,
  state: row.state,
  stateOn: row.state_on,
  stateReason: row.state_reason,
  officers: officersColumn.parse(JSON.parse(row.officers)),
  items,
  rechecks,
});

export const toItem = (row: RectificationItemTable): RectificationItem => ({
  id: row.id,
  seq: row.seq,
  findingId: row.finding_id,
  problem: row.problem,
  requirement: row.requirement,
  term: term.parse(JSON.parse(row.term)),
  dueOn: row.due_on,
  dueSteps: stepsColumn.parse(JSON.parse(row.due_steps)),
  dueEstimated: row.due_estimated === 1,
  extendedTo: row.extended_to,
  extendedOn: row.extended_on,
  extendedReason: row.extended_reason,
  state: row.state,
  correction: row.correction,
});

const toRecheck = (row: RecheckTable): Recheck => ({
  id: row.id,
  checkedOn: row.checked_on,
  officers: officersColumn.parse(JSON.parse(row.officers)),
  results: resultsColumn.parse(JSON.parse(row.results)),
  conclusion: row.conclusion,
});
