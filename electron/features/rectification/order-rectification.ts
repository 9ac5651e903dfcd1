import type { Calendar } from '#shared/domain/calendar/calendar';
import { orderRectification } from '#shared/domain/rectification/order';
import type { Rectification, RectificationItem } from '#shared/domain/rectification/rectification';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { allocateDocumentNo } from '../../db/document-number';
import { getOfficersOnDuty } from '../../db/officers-on-duty';
import type { RectificationItemTable } from '../../db/schema-rectification';
import { getActiveSubject } from '../../db/subject-match';
import type { WriteTx } from '../../db/write-tx';
import { findOrderedInspection, listFindingsById, listOrderedFindings } from './rectification-repository';

type OrderInput = ParsedInput<'rectification.order'>;

export async function orderCorrection(tx: WriteTx, input: OrderInput, calendar: Calendar) {
  const subject = await getActiveSubject(tx.db, input.subjectId);
  await requireInspection(tx.db, input);
  await requireFindings(tx.db, input);
  const officers = await getOfficersOnDuty(tx.db, input.officerIds, { subjectId: subject.id, on: input.orderedOn });
  const record = orderRectification(
    {
      id: tx.newId(),
      no: await allocateDocumentNo(tx, 'rectification', input.orderedOn),
      subjectId: subject.id,
      inspectionId: input.inspectionId ?? null,
      orderedOn: input.orderedOn,
      violated: input.violated,
      basis: input.basis,
      contact: input.contact,
      contactPhone: input.contactPhone,
      officers,
      items: input.items.map((item) => ({ ...item, id: tx.newId(), findingId: item.findingId ?? null })),
    },
    { today: tx.today, calendar },
  );
  insertRectification(tx, record);
  return { id: record.id, no: record.no, subjectName: subject.name };
}

async function requireInspection(db: ReadDb, { inspectionId, subjectId, orderedOn }: OrderInput): Promise<void> {
  if (inspectionId === undefined) return;
  const inspection = await findOrderedInspection(db, inspectionId);
  if (!inspection) throw new AppError('not_found', '没有找到所依据的检查，请刷新后重新选择。');
  if (inspection.subject_id !== subjectId)
    throw new AppError('bad_input', `检查 ${inspection.no} 不是对这个监管对象的检查，请核对。`, [
      { path: 'inspectionId', message: '对象不一致' },
    ]);
  if (orderedOn < inspection.started_at.slice(0, 10))
    throw new AppError('bad_input', `责令日期不能早于检查日期（${inspection.started_at.slice(0, 10)}）。`, [
      { path: 'orderedOn', message: '早于检查日期' },
    ]);
}

/** Each finding belongs to the subject (and the visit), still stands, and is ordered to be corrected only once. */
async function requireFindings(db: ReadDb, { items, inspectionId, subjectId }: OrderInput): Promise<void> {
  const ids = items.flatMap((item) => item.findingId ?? []);
  if (ids.length === 0) return;
  const found = await listFindingsById(db, ids);
  const ordered = await listOrderedFindings(db, subjectId, ids);
  for (const [index, { findingId }] of items.entries()) {
    if (findingId === undefined) continue;
    const at = (message: string) => [{ path: `items.${index}.findingId`, message }];
    const finding = found.find((row) => row.id === findingId);
    if (finding?.subject_id !== subjectId || (inspectionId !== undefined && finding.inspection_id !== inspectionId))
      throw new AppError(
        'not_found',
        `第 ${index + 1} 项所依据的问题不属于这次检查，请刷新后重新选择。`,
        at('问题不存在'),
      );
    if (finding.state === 'withdrawn')
      throw new AppError('bad_state', `第 ${index + 1} 项所依据的问题已撤回，请去掉这一项。`, at('问题已撤回'));
    const order = ordered.find((row) => row.finding_id === findingId);
    if (order)
      throw new AppError(
        'conflict',
        `第 ${index + 1} 项所依据的问题已列入 ${order.no}，请勿重复责令改正。`,
        at('已责令改正'),
      );
    if (ids.indexOf(findingId) !== ids.lastIndexOf(findingId))
      throw new AppError('bad_input', `第 ${index + 1} 项与另一项依据同一问题，请合并。`, at('问题重复'));
  }
}

function insertRectification(tx: WriteTx, record: Rectification): void {
  tx.insert('rectification', {
    id: record.id,
    no: record.no,
    subject_id: record.subjectId,
    inspection_id: record.inspectionId,
    ordered_on: record.orderedOn,
    behaviour: record.behaviour,
    violated: record.violated,
    basis: record.basis,
    contact: record.contact,
    contact_phone: record.contactPhone,
    delivered_on: record.deliveredOn,
    received_by: record.receivedBy,
    state: record.state,
    state_on: record.stateOn,
    state_reason: record.stateReason,
    officers: JSON.stringify(record.officers),
    created_at: tx.now,
  });
  for (const item of record.items)
    tx.insert('rectification_item', {
      id: item.id,
      rectification_id: record.id,
      seq: item.seq,
      finding_id: item.findingId,
      problem: item.problem,
      requirement: item.requirement,
      term: JSON.stringify(item.term),
      due_on: item.dueOn,
      ...itemColumns(item),
    });
}

/** The part of an item that later steps may change. */
export const itemColumns = (item: RectificationItem) =>
  ({
    due_steps: JSON.stringify(item.dueSteps),
    due_estimated: item.dueEstimated ? 1 : 0,
    extended_to: item.extendedTo,
    extended_on: item.extendedOn,
    extended_reason: item.extendedReason,
    state: item.state,
    correction: item.correction,
  }) satisfies Partial<RectificationItemTable>;
