import { answerCounts, type DepartureProblem, departureProblems } from '#shared/domain/inspection/departure';
import { signingsOf } from '#shared/domain/inspection/signature';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { listAttachments } from '../../db/attachment';
import type { ReadDb } from '../../db/dialect';
import { officersColumn } from '../../db/officers-on-duty';
import {
  countInspections,
  listAnswerHistory,
  listInspections,
  listOrdersOf,
  listPreviousProblems,
} from './inspection-repository';
import { loadDepartureContext, loadInspection, spanOf } from './load-inspection';

type Row = RouteOutput<'inspection.list'>['rows'][number];
type File = RouteOutput<'inspection.get'>;
type Departure = RouteOutput<'inspection.check-departure'>;

export async function viewInspections(
  db: ReadDb,
  input: ParsedInput<'inspection.list'>,
): Promise<{ rows: Row[]; total: number }> {
  const [rows, total] = [await listInspections(db, input), await countInspections(db, input)];
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      no: row.no,
      subjectId: row.subject_id,
      subjectName: row.subject_name,
      subjectUscc: row.subject_uscc,
      subjectKind: row.subject_kind,
      kind: row.kind as Row['kind'],
      method: row.method as Row['method'],
      checklistTitle: row.checklist_title,
      officers: officersColumn.parse(JSON.parse(row.officers)),
      startedAt: row.started_at,
      endedAt: row.ended_at,
      state: row.state,
      resultCode: row.result_code as Row['resultCode'],
      dispositionCode: row.disposition_code as Row['dispositionCode'],
      openFindings: row.open_findings ?? 0,
    })),
  };
}

export async function viewInspection(db: ReadDb, id: string): Promise<File> {
  const { record, subject } = await loadInspection(db, id);
  const key = { id, subject_id: subject.id, started_at: record.startedAt };
  return {
    ...record,
    subjectName: subject.name,
    subjectUscc: subject.uscc,
    subjectKind: subject.kind,
    checklistTitle: record.checklist.title,
    officers: [...record.officers],
    openFindings: record.findings.filter((finding) => finding.state === 'open').length,
    answers: [...record.answers],
    findings: [...record.findings],
    counts: answerCounts(record),
    photos: [...record.photos],
    signings: [...signingsOf(record)],
    witness: record.signatures.find(({ role }) => role === 'witness') ?? null,
    answerHistory: await listAnswerHistory(db, id),
    attachments: await listAttachments(db, { table: 'inspection', id }),
    previousProblems: await listPreviousProblems(db, key),
    rectifications: await listOrdersOf(db, key),
  };
}

/** The departure list with what the officers are about to enter. */
export async function viewDeparture(
  db: ReadDb,
  { id, ...input }: ParsedInput<'inspection.check-departure'>,
): Promise<Departure> {
  const { record } = await loadInspection(db, id);
  const asEntered = {
    ...record,
    endedAt: input.endedAt ?? record.endedAt,
    resultCode: input.resultCode ?? record.resultCode,
    dispositionCode: input.dispositionCode ?? record.dispositionCode,
  };
  const problems: readonly DepartureProblem[] = departureProblems(
    asEntered,
    await loadDepartureContext(db, spanOf(asEntered)),
  );
  return { problems: [...problems], counts: answerCounts(record) };
}
