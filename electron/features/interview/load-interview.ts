import type { Checklist } from '#shared/domain/inspection/checklist';
import { finishProblems, type Interview, interviewProblems } from '#shared/domain/paper/interview';
import { maskIdNumber, maskPhone } from '#shared/domain/subject/id-number';
import type { RouteOutput } from '#shared/ipc/contract';
import { officerRef } from '#shared/ipc/fields';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { listInspectionTimes, listInterviewTimes } from '../../db/officer-times';
import { officersColumn } from '../../db/officers-on-duty';
import type { InterviewTable } from '../../db/schema-papers';
import type { Packs } from '../../packs/packs';
import { findInterview, listLines } from './interview-repository';

type Row = NonNullable<Awaited<ReturnType<typeof findInterview>>>;
export type LoadedInterview = { readonly row: Row; readonly record: Interview };

/** @throws AppError `not_found` */
export async function loadInterview(db: ReadDb, id: string): Promise<LoadedInterview> {
  const row = await findInterview(db, id);
  if (!row) throw new AppError('not_found', '没有找到这份询问笔录，请刷新后重试。');
  const lines = await listLines(db, id);
  const record: Interview = {
    no: row.no,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    officers: officersColumn.parse(JSON.parse(row.officers)),
    state: row.state,
    lines: lines.map(({ id: lineId, seq, standard, question, answer }) => ({
      id: lineId,
      seq,
      standard,
      question,
      answer,
    })),
    personName: row.person_name,
    confirmation: row.confirmation,
    refusedReason: row.refused_reason,
    witnessName: row.witness_name,
  };
  return { row, record };
}

type Span = Pick<Interview, 'startedAt' | 'endedAt'> & { readonly officerIds: readonly string[] };

/**
 * What else the officers did at about that time. The inspection it belongs to, while still open, has no end yet: it is
 * held against this record when it is finished.
 */
export async function otherWork(db: ReadDb, span: Span, inspectionId: string, exceptId = '') {
  const interviews = await listInterviewTimes(db, span, exceptId);
  const inspections = await listInspectionTimes(db, span);
  return [...interviews, ...inspections.filter((one) => one.inspectionId !== inspectionId || one.endedAt !== null)];
}

export const standardCodes = (packs: Packs): readonly string[] => packs.papers().questions.map(({ code }) => code);

export const viewRow = (row: InterviewTable): RouteOutput<'interview.list'>['rows'][number] => ({
  id: row.id,
  no: row.no,
  inspectionId: row.inspection_id,
  nth: row.nth,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  personName: row.person_name,
  personPost: row.person_post,
  officers: officersColumn.parse(JSON.parse(row.officers)),
  state: row.state,
});

export async function viewInterview(
  db: ReadDb,
  id: string,
  packs: Packs,
  today: IsoDate,
): Promise<RouteOutput<'interview.get'>> {
  const { row, record } = await loadInterview(db, id);
  const lines = await listLines(db, id);
  const officerIds = record.officers.map((officer) => officer.id);
  const others = await otherWork(db, { ...record, officerIds }, row.inspection_id, id);
  const missing =
    record.state === 'open'
      ? [...interviewProblems(record, others, today), ...finishProblems(record, standardCodes(packs))]
      : [];
  return {
    interview: {
      ...viewRow(row),
      inspectionNo: row.inspection_no,
      subjectId: row.subject_id,
      subjectName: row.subject_name,
      place: row.place,
      recorder: officerRef.parse(JSON.parse(row.recorder)),
      personSex: row.person_sex,
      personIdNumber: maskIdNumber(row.person_id_number),
      personEmployer: row.person_employer,
      personPhone: maskPhone(row.person_phone),
      personOtherContact: row.person_other_contact,
      personAddress: row.person_address,
      lines: lines.map((line) => ({
        id: line.id,
        seq: line.seq,
        standard: line.standard,
        question: line.question,
        answer: line.answer,
        updatedAt: line.updated_at,
      })),
      confirmation: row.confirmation,
      refusedReason: row.refused_reason,
      witnessName: row.witness_name,
      voidReason: row.void_reason,
      finishedAt: row.finished_at,
    },
    phrases: packs.papers().phrases,
    closing: packs.papers().passages.interviewConfirmation.text,
    missing,
  };
}

/** What the questioning is about: the title of the checklist of the inspection. */
export const subjectMatter = (checklist: string): string => (JSON.parse(checklist) as Checklist).title;
