import {
  finishProblems,
  type Interview,
  isEmptyLine,
  requireInterview,
  requireOpen,
} from '#shared/domain/paper/interview';
import { fillPassage } from '#shared/domain/paper/paper-pack';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { allocateDocumentNo } from '../../db/document-number';
import { getOfficerOnDuty, getOfficersOnDuty } from '../../db/officers-on-duty';
import { readSetting } from '../../db/setting';
import type { WriteTx } from '../../db/write-tx';
import type { Packs } from '../../packs/packs';
import { findInspection, listInterviews, listLines } from './interview-repository';
import { loadInterview, otherWork, standardCodes, subjectMatter } from './load-interview';

/** Room between two lines, so that one can be put in between without writing the others anew. */
const STEP = 1024;

/** Begins a record: head from the inspection, standard questions with the usual answers, all of it editable. */
export async function startInterview(tx: WriteTx, input: ParsedInput<'interview.start'>, packs: Packs) {
  const inspection = await findInspection(tx.db, input.inspectionId);
  if (!inspection) throw new AppError('not_found', '没有找到所属的检查，请刷新后重试。');
  const day = input.startedAt.slice(0, 10);
  if (input.startedAt < inspection.started_at)
    throw new AppError(
      'bad_input',
      `询问时间不能早于检查开始时间（${inspection.started_at.replace('T', ' ')}），请核对。`,
      [{ path: 'startedAt', message: '早于检查开始时间' }],
    );
  const assignment = { subjectId: inspection.subject_id, on: day };
  const officerIds = [input.officer1Id, input.officer2Id];
  const officers = await getOfficersOnDuty(tx.db, officerIds, assignment);
  const span = { officers, officerIds, startedAt: input.startedAt, endedAt: null };
  requireInterview(span, await otherWork(tx.db, span, inspection.id), tx.today);
  const recorder = await getOfficerOnDuty(tx.db, input.recorderId, assignment);
  const earlier = await listInterviews(tx.db, inspection.id);
  const nth = 1 + earlier.filter((row) => row.person_name === input.personName && row.state !== 'void').length;
  const id = tx.newId();
  const no = await allocateDocumentNo(tx, 'interview', day, {
    table: 'interview',
    id,
    subjectId: inspection.subject_id,
    visitId: inspection.visit_id,
  });
  tx.insert('interview', {
    id,
    no,
    inspection_id: inspection.id,
    subject_id: inspection.subject_id,
    nth,
    started_at: input.startedAt,
    ended_at: null,
    place: input.place,
    officer1_id: input.officer1Id,
    officer2_id: input.officer2Id,
    officers: JSON.stringify(officers),
    recorder: JSON.stringify({ id: recorder.id, name: recorder.name, certificateNo: recorder.certificateNo }),
    person_name: input.personName,
    person_sex: input.personSex,
    person_id_number: input.personIdNumber,
    person_employer: input.personEmployer,
    person_post: input.personPost,
    person_phone: input.personPhone,
    person_other_contact: input.personOtherContact,
    person_address: input.personAddress,
    confirmation: null,
    refused_reason: null,
    witness_name: null,
    state: 'open',
    void_reason: null,
    finished_at: null,
    created_at: tx.now,
  });
  const office = await readSetting<{ readonly name: string }>(tx.db, 'office');
  const values = {
    office: office?.name ?? '',
    certificates: officers.map((officer) => officer.certificateNo).join('、'),
    items: subjectMatter(inspection.checklist),
  };
  packs.papers().questions.forEach(({ code, text, answer }, index) => {
    tx.insert('interview_line', {
      id: tx.newId(),
      interview_id: id,
      seq: (index + 1) * STEP,
      standard: code,
      question: fillPassage(text, values),
      answer,
      state: 'active',
      updated_at: tx.now,
    });
  });
  return { id, no, personName: input.personName };
}

export async function updateInterview(tx: WriteTx, input: ParsedInput<'interview.update'>): Promise<string> {
  const { row, record } = await loadInterview(tx.db, input.id);
  requireOpen(record);
  if (input.startedAt !== undefined) {
    const officerIds = record.officers.map((officer) => officer.id);
    const changed = { ...record, officerIds, startedAt: input.startedAt };
    requireInterview(changed, await otherWork(tx.db, changed, row.inspection_id, input.id), tx.today);
  }
  const kept = <T>(value: T | undefined, before: T): T => value ?? before;
  tx.update('interview', input.id, {
    started_at: kept(input.startedAt, row.started_at),
    place: kept(input.place, row.place),
    person_name: kept(input.personName, row.person_name),
    person_sex: kept(input.personSex, row.person_sex),
    person_id_number: kept(input.personIdNumber, row.person_id_number),
    person_employer: kept(input.personEmployer, row.person_employer),
    person_post: kept(input.personPost, row.person_post),
    person_phone: kept(input.personPhone, row.person_phone),
    person_other_contact: kept(input.personOtherContact, row.person_other_contact),
    person_address: kept(input.personAddress, row.person_address),
  });
  return row.no;
}

export async function saveLine(tx: WriteTx, input: ParsedInput<'interview.save-line'>) {
  const { record } = await loadInterview(tx.db, input.id);
  requireOpen(record);
  const { question, answer } = input;
  if (input.lineId !== undefined) {
    if (!record.lines.some((line) => line.id === input.lineId))
      throw new AppError('not_found', '这一问已经删去，请刷新后重试。');
    tx.update('interview_line', input.lineId, { question, answer, updated_at: tx.now });
    return { id: input.lineId, no: record.no };
  }
  const id = tx.newId();
  tx.insert('interview_line', {
    id,
    interview_id: input.id,
    seq: await seqAfter(tx, input.id, record, input.afterId),
    standard: null,
    question,
    answer,
    state: 'active',
    updated_at: tx.now,
  });
  return { id, no: record.no };
}

/** The place behind a line; when no number is free between its neighbours, all are spread anew. */
async function seqAfter(tx: WriteTx, id: string, { lines }: Interview, afterId: string | undefined): Promise<number> {
  const index = afterId === undefined ? lines.length - 1 : lines.findIndex((line) => line.id === afterId);
  const before = lines[index]?.seq ?? 0;
  const next = lines[index + 1]?.seq;
  if (next === undefined) return before + STEP;
  if (next - before > 1) return before + Math.floor((next - before) / 2);
  const rows = await listLines(tx.db, id);
  rows.forEach((row, at) => {
    tx.update('interview_line', row.id, { seq: (at + 1) * STEP });
  });
  return (index + 1) * STEP + STEP / 2;
}

export async function removeLine(tx: WriteTx, { id, lineId }: ParsedInput<'interview.remove-line'>): Promise<string> {
  const { record } = await loadInterview(tx.db, id);
  requireOpen(record);
  const line = record.lines.find((entry) => entry.id === lineId);
  if (!line) throw new AppError('not_found', '这一问已经删去，请刷新后重试。');
  if (line.standard !== null) throw new AppError('bad_state', '标准提问不能删去；当事人不愿回答的，请如实记录。');
  tx.update('interview_line', lineId, { state: 'removed', updated_at: tx.now });
  return record.no;
}

export async function finishInterview(tx: WriteTx, input: ParsedInput<'interview.finish'>, packs: Packs) {
  const { row, record } = await loadInterview(tx.db, input.id);
  requireOpen(record);
  const refused = input.refusedReason !== '';
  const ended: Interview = {
    ...record,
    endedAt: input.endedAt,
    confirmation: input.confirmation,
    refusedReason: refused ? input.refusedReason : null,
    witnessName: refused ? input.witnessName : null,
  };
  const officerIds = ended.officers.map((officer) => officer.id);
  requireInterview(ended, await otherWork(tx.db, { ...ended, officerIds }, row.inspection_id, input.id), tx.today);
  const problems = finishProblems(ended, standardCodes(packs));
  const first = problems[0];
  if (first) throw new AppError('bad_input', `询问笔录还不能结束：${first.message}。`, problems);
  for (const line of record.lines.filter(isEmptyLine))
    tx.update('interview_line', line.id, { state: 'removed', updated_at: tx.now });
  tx.update('interview', input.id, {
    ended_at: input.endedAt,
    confirmation: refused ? null : input.confirmation,
    refused_reason: ended.refusedReason,
    witness_name: ended.witnessName,
    state: 'finished',
    finished_at: tx.now,
  });
  return row.no;
}

/** A record is never taken away: it is void with a reason, and keeps its number. */
export async function voidInterview(tx: WriteTx, { id, reason }: ParsedInput<'interview.void'>): Promise<string> {
  const { row } = await loadInterview(tx.db, id);
  if (row.state === 'void') throw new AppError('bad_state', `询问笔录 ${row.no} 已经作废，无需再次作废。`);
  tx.update('interview', id, { state: 'void', void_reason: reason });
  return row.no;
}
