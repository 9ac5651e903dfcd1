import type { DepartureContext } from '#shared/domain/inspection/departure';
import type { Finding, Inspection } from '#shared/domain/inspection/inspection';
import { type InspectionAction, type RecordPatch, transition } from '#shared/domain/inspection/transition';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { InspectionTable } from '../../db/schema';
import type { WriteTx } from '../../db/write-tx';
import { requireFreeOfficers, requireNotAfterToday } from './create-inspection';
import { findOrderOfFinding, findVisit, listMergedVisits } from './inspection-repository';
import { loadDepartureContext, loadInspection, spanOf } from './load-inspection';

const ALONE: DepartureContext = { others: [] };

/** Only finishing asks what else the officers did; every other step depends on the record alone. */
async function change(db: ReadDb, id: string, action: InspectionAction): Promise<Inspection> {
  return transition((await loadInspection(db, id)).record, action, ALONE);
}

export async function updateRecord(
  tx: WriteTx,
  { id, ...input }: ParsedInput<'inspection.update-record'>,
): Promise<Inspection> {
  const patch = withoutGaps(input) as RecordPatch;
  const record = await change(tx.db, id, { type: 'update_record', patch });
  if (patch.startedAt !== undefined) {
    requireNotAfterToday(patch.startedAt.slice(0, 10), tx.today);
    await requireFreeOfficers(tx.db, spanOf(record));
  }
  tx.update('inspection', id, recordColumns(record));
  return record;
}

const recordColumns = (record: Inspection): Partial<Omit<InspectionTable, 'id'>> => ({
  started_at: record.startedAt,
  place: record.place,
  scan_no: record.scanNo,
  scanned_at: record.scannedAt,
  scan_later: record.scanLater ? 1 : 0,
  scan_reason: record.scanReason,
  certificates_shown_at: record.certificatesShownAt,
  rights_told: record.rightsTold ? 1 : 0,
  rights_told_at: record.rightsToldAt,
  avoidance_asked: record.avoidanceAsked,
  party_present: record.partyPresent,
  scene: record.scene,
  statement: record.statement,
});

function withoutGaps<T extends Record<string, unknown>>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Partial<T>;
}

const findingColumns = (finding: Finding) => ({
  item_code: finding.itemCode,
  clause: JSON.stringify(finding.clause),
  facts: finding.facts,
  severity: finding.severity,
  state: finding.state,
});

export async function addFinding(
  tx: WriteTx,
  { id, ...input }: ParsedInput<'inspection.add-finding'>,
): Promise<string> {
  const findingId = tx.newId();
  const finding = { ...input, id: findingId, createdAt: tx.now };
  const record = await change(tx.db, id, { type: 'add_finding', finding });
  tx.insert('finding', {
    id: findingId,
    inspection_id: id,
    subject_id: record.subjectId,
    ...findingColumns(getFinding(record, findingId)),
    created_at: tx.now,
  });
  return findingId;
}

export async function updateFinding(
  tx: WriteTx,
  { id, findingId, ...input }: ParsedInput<'inspection.update-finding'>,
): Promise<void> {
  const record = await change(tx.db, id, { type: 'update_finding', findingId, patch: withoutGaps(input) });
  tx.update('finding', findingId, findingColumns(getFinding(record, findingId)));
}

export async function withdrawFinding(tx: WriteTx, id: string, findingId: string): Promise<void> {
  const record = await change(tx.db, id, { type: 'withdraw_finding', findingId });
  const order = await findOrderOfFinding(tx.db, record.subjectId, findingId);
  if (order)
    throw new AppError('conflict', `这条问题已列入责令改正 ${order.no}，不能撤回。确需撤回的，请先撤销该责令改正。`);
  tx.update('finding', findingId, findingColumns(getFinding(record, findingId)));
}

function getFinding(record: Inspection, findingId: string): Finding {
  const finding = record.findings.find((entry) => entry.id === findingId);
  if (!finding) throw new Error(`the finding ${findingId} is gone after its own change`);
  return finding;
}

/** Ends the visit; the planned visit it came from is done with it. */
export async function finishInspection(
  tx: WriteTx,
  { id, ...input }: ParsedInput<'inspection.finish'>,
): Promise<Inspection> {
  requireNotAfterToday(input.endedAt.slice(0, 10), tx.today, 'endedAt');
  const { record } = await loadInspection(tx.db, id);
  const context = await loadDepartureContext(tx.db, spanOf({ ...record, endedAt: input.endedAt }));
  const finished = transition(record, { type: 'finish', ...input, finishedAt: tx.now }, context);
  tx.update('inspection', id, {
    ended_at: finished.endedAt,
    result_code: finished.resultCode,
    disposition_code: finished.dispositionCode,
    state: finished.state,
    finished_at: finished.finishedAt,
  });
  const visit = finished.visitId ? await findVisit(tx.db, finished.visitId) : undefined;
  if (visit?.state === 'planned') {
    tx.update('visit', visit.id, { state: 'inspected', inspection_id: id });
    for (const other of await listMergedVisits(tx.db, visit.id))
      tx.update('visit', other.id, { state: 'inspected', inspection_id: id });
  }
  return finished;
}
