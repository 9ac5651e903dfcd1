import { type Checklist, checklistItems } from '#shared/domain/inspection/checklist';
import type { RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { officersColumn } from '../../db/officers-on-duty';
import { findInspectionOf, findOrderOf, listAnswersOf, listFindingsOf, type Owner } from './evidence-repository';

type Shown = RouteOutput<'evidence.list'>['record'];

/** The record that evidence belongs to, as far as evidence needs it. */
export type EvidenceRecord = Shown & {
  readonly officerNames: string;
  readonly answers: readonly { readonly itemCode: string; readonly answer: string }[];
  readonly finishedAt: string | null;
  readonly allFindings: readonly { readonly id: string; readonly itemCode: string | null; readonly state: string }[];
};

/** @throws AppError `not_found` */
export async function loadRecord(db: ReadDb, owner: Owner): Promise<EvidenceRecord> {
  return owner.table === 'inspection' ? loadInspection(db, owner) : loadOrder(db, owner);
}

async function loadInspection(db: ReadDb, owner: Owner): Promise<EvidenceRecord> {
  const row = await findInspectionOf(db, owner.id);
  if (!row) throw new AppError('not_found', '没有找到这次检查，请刷新列表后重试。');
  const answers = (await listAnswersOf(db, row.id)).map((one) => ({ itemCode: one.item_code, answer: one.answer }));
  const findings = await listFindingsOf(db, row.id);
  const answerOf = new Map(answers.map((one) => [one.itemCode, one.answer]));
  return {
    table: 'inspection',
    id: row.id,
    no: row.no,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    place: row.place,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    finished: row.state === 'finished',
    finishedAt: row.finished_at,
    officerNames: officersColumn
      .parse(JSON.parse(row.officers))
      .map((officer) => officer.name)
      .join('、'),
    // frozen as it was when the visit began
    items: checklistItems(JSON.parse(row.checklist) as Checklist).map((item) => ({
      code: item.code,
      question: item.question,
      answer: answerOf.get(item.code) ?? null,
    })),
    findings: findings
      .filter((finding) => finding.state === 'open')
      .map((finding) => ({ id: finding.id, itemCode: finding.item_code, facts: finding.facts })),
    answers,
    allFindings: findings.map((finding) => ({ id: finding.id, itemCode: finding.item_code, state: finding.state })),
  };
}

async function loadOrder(db: ReadDb, owner: Owner): Promise<EvidenceRecord> {
  const row = await findOrderOf(db, owner.id);
  if (!row) throw new AppError('not_found', '没有找到这份责令改正，请刷新列表后重试。');
  return {
    table: 'rectification',
    id: row.id,
    no: row.no,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    place: '',
    startedAt: null,
    endedAt: null,
    finished: row.state !== 'ordered',
    finishedAt: null,
    officerNames: '',
    items: [],
    findings: [],
    answers: [],
    allFindings: [],
  };
}
