import type { DepartureContext } from '#shared/domain/inspection/departure';
import type { Inspection } from '#shared/domain/inspection/inspection';
import { type Signature, signedTextSha256 } from '#shared/domain/inspection/signature';
import type { AvoidanceRuling } from '#shared/domain/inspection/site-acts';
import { type InspectionAction, transition } from '#shared/domain/inspection/transition';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { insertAttachment, type StoredFile } from '../../db/attachment';
import { getOfficerOnDuty } from '../../db/officers-on-duty';
import { attachSignedScan, insertSignature } from '../../db/signature';
import type { WriteTx } from '../../db/write-tx';
import { requireFreeOfficers, requireNotAfterToday } from './create-inspection';
import { loadInspection } from './load-inspection';

const ALONE: DepartureContext = { others: [] };

async function change(tx: WriteTx, id: string, action: InspectionAction): Promise<Inspection> {
  return transition((await loadInspection(tx.db, id)).record, action, ALONE);
}

/** The picture is in the store already; here it gets its row together with the signature. */
export async function sign(
  tx: WriteTx,
  { id, picture: _, ...input }: ParsedInput<'inspection.sign'>,
  drawn: StoredFile | null,
): Promise<{ signatureId: string; record: Inspection }> {
  const { record } = await loadInspection(tx.db, id);
  if (input.way === 'pad' && !drawn)
    throw new AppError('bad_input', '签名区是空的，请签名后再保存。', [{ path: 'picture', message: '请签名' }]);
  requireNotAfterToday(input.at.slice(0, 10), tx.today, 'at');
  const officer = record.officers.find((entry) => entry.id === input.officerId);
  const signature: Signature = {
    ...input,
    id: '',
    name: officer?.name ?? input.name,
    state: input.way === 'none' ? 'refused' : 'signed',
    textSha256: signedTextSha256(record),
    attachmentId: null,
  };
  const signed = transition(record, { type: 'sign', signature }, ALONE);
  const signatureId = await insertSignature(tx, { table: 'inspection', id }, signature, drawn);
  return { signatureId, record: signed };
}

/** Paper is scanned when there is a scanner, which may be days after the visit. */
export async function attachScan(
  tx: WriteTx,
  { id, signatureIds }: ParsedInput<'inspection.attach-signed-scan'>,
  scan: StoredFile,
): Promise<void> {
  const { record } = await loadInspection(tx.db, id);
  const { id: attachmentId } = await insertAttachment(
    tx,
    { table: 'inspection', id: record.id },
    scan,
    '签名笔录扫描件',
  );
  await attachSignedScan(tx, { table: 'inspection', id }, signatureIds, attachmentId);
}

/** 行政处罚法第四十三条: the head decides; an officer who has to withdraw is exchanged, or the visit ends. */
export async function ruleAvoidance(
  tx: WriteTx,
  { id, replacementId, ...input }: ParsedInput<'inspection.rule-avoidance'>,
): Promise<Inspection> {
  const { record: before } = await loadInspection(tx.db, id);
  requireNotAfterToday(input.decidedAt.slice(0, 10), tx.today, 'decidedAt');
  const day = before.startedAt.slice(0, 10);
  const exchange = input.outcome === 'exchanged' && replacementId !== null;
  const steppingIn = exchange
    ? await getOfficerOnDuty(tx.db, replacementId, { subjectId: before.subjectId, on: day })
    : null;
  const ruling: AvoidanceRuling = {
    ...input,
    officerName: before.officers.find((officer) => officer.id === input.officerId)?.name ?? '',
    replacedBy: steppingIn?.name ?? null,
  };
  const record = transition(before, { type: 'rule_avoidance', ruling, steppingIn }, ALONE);
  const [first, second] = record.officers;
  if (!first || !second) throw new Error(`the inspection ${id} has no pair`);
  if (steppingIn) await requireFreeOfficers(tx.db, { id, officerIds: [steppingIn.id], startedAt: before.startedAt });
  tx.update('inspection', id, {
    avoidance_ruling: JSON.stringify(ruling),
    officer1_id: first.id,
    officer2_id: second.id,
    officers: JSON.stringify(record.officers),
  });
  if (ruling.outcome !== 'broken_off') return record;
  return breakOff(tx, { id, endedAt: ruling.decidedAt, reason: `同意${ruling.officerName}回避：${ruling.reason}` });
}

export async function recordRefusal(
  tx: WriteTx,
  { id, ...refusal }: ParsedInput<'inspection.record-refusal'>,
): Promise<Inspection> {
  requireNotAfterToday(refusal.at.slice(0, 10), tx.today, 'at');
  const record = await change(tx, id, { type: 'record_refusal', refusal });
  tx.update('inspection', id, { refusal: JSON.stringify(refusal) });
  return record;
}

export async function withdrawRefusal(tx: WriteTx, id: string): Promise<Inspection> {
  const record = await change(tx, id, { type: 'withdraw_refusal' });
  tx.update('inspection', id, { refusal: null });
  return record;
}

/** Ends a visit without a result; the planned visit stays open for another day. */
export async function breakOff(
  tx: WriteTx,
  { id, endedAt, reason }: ParsedInput<'inspection.break-off'>,
): Promise<Inspection> {
  requireNotAfterToday(endedAt.slice(0, 10), tx.today, 'endedAt');
  const record = await change(tx, id, { type: 'break_off', endedAt, reason, finishedAt: tx.now });
  tx.update('inspection', id, {
    ended_at: record.endedAt,
    broken_off: record.brokenOff,
    state: record.state,
    finished_at: record.finishedAt,
  });
  return record;
}
