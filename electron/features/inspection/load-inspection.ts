import { type Checklist, clause } from '#shared/domain/inspection/checklist';
import type { AvoidanceAnswer, InspectionMethod } from '#shared/domain/inspection/codes';
import type { DepartureContext } from '#shared/domain/inspection/departure';
import type { Answer, Finding, Inspection } from '#shared/domain/inspection/inspection';
import type { DispositionCode, ResultCode } from '#shared/domain/inspection/result-codes';
import { avoidanceRuling, refusal } from '#shared/domain/inspection/site-acts';
import type { InspectionKind } from '#shared/domain/plan/inspection-kinds';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { listInterviewTimes } from '../../db/officer-times';
import { officersColumn } from '../../db/officers-on-duty';
import type { AnswerTable, FindingTable } from '../../db/schema';
import { listSignatures } from '../../db/signature';
import { findInspection, listAnswers, listFindings, listPhotos, listVisitsNear } from './inspection-repository';

export type LoadedInspection = {
  readonly record: Inspection;
  readonly subject: { readonly id: string; readonly name: string; readonly uscc: string | null; readonly kind: string };
};

/** @throws AppError `not_found` */
export async function loadInspection(db: ReadDb, id: string): Promise<LoadedInspection> {
  const row = await findInspection(db, id);
  if (!row) throw new AppError('not_found', '没有找到这次检查，请刷新列表后重试。');
  const [answers, findings] = [await listAnswers(db, id), await listFindings(db, id)];
  const record: Inspection = {
    id: row.id,
    no: row.no,
    subjectId: row.subject_id,
    visitId: row.visit_id,
    kind: row.kind as InspectionKind,
    method: row.method as InspectionMethod,
    // frozen as it was; a newer schema of checklists must not make an old record unreadable
    checklist: JSON.parse(row.checklist) as Checklist,
    officers: officersColumn.parse(JSON.parse(row.officers)),
    place: row.place,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    scanNo: row.scan_no,
    scannedAt: row.scanned_at,
    scanLater: row.scan_later === 1,
    scanReason: row.scan_reason,
    certificatesShownAt: row.certificates_shown_at,
    rightsTold: row.rights_told === 1,
    rightsToldAt: row.rights_told_at,
    avoidanceAsked: row.avoidance_asked as AvoidanceAnswer | null,
    avoidanceRuling: row.avoidance_ruling === null ? null : avoidanceRuling.parse(JSON.parse(row.avoidance_ruling)),
    refusal: row.refusal === null ? null : refusal.parse(JSON.parse(row.refusal)),
    brokenOff: row.broken_off,
    partyPresent: row.party_present,
    scene: row.scene,
    statement: row.statement,
    resultCode: row.result_code as ResultCode | null,
    dispositionCode: row.disposition_code as DispositionCode | null,
    state: row.state,
    finishedAt: row.finished_at,
    createdAt: row.created_at,
    // a question that is left out, or asked again and still open, has no answer
    answers: answers.filter((answer) => answer.asked === null).map(toAnswer),
    findings: findings.map(toFinding),
    signatures: await listSignatures(db, { table: 'inspection', id }),
    photos: await listPhotos(db, id),
  };
  return {
    record,
    subject: { id: row.subject_id, name: row.subject_name, uscc: row.subject_uscc, kind: row.subject_kind },
  };
}

const toAnswer = (row: AnswerTable): Answer => ({
  itemCode: row.item_code,
  answer: row.answer,
  reason: row.reason,
  note: row.note,
  answeredAt: row.answered_at,
});

const toFinding = (row: FindingTable): Finding => ({
  id: row.id,
  itemCode: row.item_code,
  clause: clause.parse(JSON.parse(row.clause)),
  facts: row.facts,
  severity: row.severity,
  state: row.state,
  createdAt: row.created_at,
});

type Span = Pick<Inspection, 'id' | 'startedAt' | 'endedAt'> & { readonly officerIds: readonly string[] };

/** What else the officers of a visit did at about that time. */
export async function loadDepartureContext(db: ReadDb, span: Span): Promise<DepartureContext> {
  const rows = await listVisitsNear(db, span);
  const visits = rows.map((row) => ({
    label: `${row.no} ${row.subject_name}`,
    officerIds: [row.officer1_id, row.officer2_id],
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }));
  // a questioning that still runs is held against the inspection when it is finished itself
  const interviews = (await listInterviewTimes(db, span)).filter((one) => one.endedAt !== null);
  return { others: [...visits, ...interviews] };
}

export const spanOf = ({ id, startedAt, endedAt, officers }: Inspection): Span => ({
  id,
  startedAt,
  endedAt,
  officerIds: officers.map((officer) => officer.id),
});
