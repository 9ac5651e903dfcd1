import * as z from 'zod';
import { formatBasis } from '#shared/domain/basis/basis';
import type { Calendar } from '#shared/domain/calendar/calendar';
import { clause } from '#shared/domain/inspection/checklist';
import {
  type Letter,
  type LetterAction,
  type LetterKind,
  letterKindLabels,
  transition,
} from '#shared/domain/letter/letter';
import { dueOf } from '#shared/domain/rectification/term';
import type { ReviewPack } from '#shared/domain/review/review-pack';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { formatZh } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { allocateDocumentNo } from '../../db/document-number';
import { getOfficerOnDuty, officersColumn } from '../../db/officers-on-duty';
import { getActiveSubject } from '../../db/subject-match';
import type { WriteTx } from '../../db/write-tx';
import { countEvidence, findInspected, findLetter, type LetterRecord, listFacts } from './letter-repository';

const opening: Record<LetterKind, string> = {
  transfer: '我单位在检查中发现下列案件线索，现将有关材料移送你单位，请依法依规处理。',
  copy: '我单位在检查中发现下列情况，属于你单位职责范围，现抄告你单位，请依法依规处理。',
  assist: '我单位正在办理下列事项，请你单位协助核实有关情况。',
};

/** The letter as the records have it: who was inspected, where and when, and what was found. */
export async function proposeLetter(
  db: ReadDb,
  { kind, inspectionId }: ParsedInput<'letter.propose'>,
): Promise<RouteOutput<'letter.propose'>> {
  const row = await getInspected(db, inspectionId);
  const facts = await listFacts(db, row.id);
  const who = [
    row.subject_name,
    row.uscc ? `统一社会信用代码 ${row.uscc}` : '',
    row.legal_person ? `法定代表人（负责人）${row.legal_person}` : '',
    row.address ? `住所 ${row.address}` : '',
  ].filter((part) => part !== '');
  const officers = officersColumn
    .parse(JSON.parse(row.officers))
    .map(({ name, certificateNo }) => `${name}（${certificateNo}）`);
  const found = facts.map(({ facts: text, clause: ground }, at) => {
    const basis = clause.parse(JSON.parse(ground));
    return `${at + 1}. ${text.replace(/。$/, '')}。涉及${formatBasis(basis)}。`;
  });
  const attached = await countEvidence(db, row.id);
  return {
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    title: `关于${row.subject_name}有关${kind === 'transfer' ? '案件线索' : '情况'}的函`,
    content: [
      opening[kind],
      `当事人：${who.join('，')}。`,
      `检查情况：${formatZh(row.started_at.slice(0, 10))}，执法人员${officers.join('、')}在${row.place || '当事人处'}进行检查（${row.no}）。`,
      ...(found.length === 0 ? [] : ['发现的情况：', ...found]),
    ].join('\n'),
    enclosures: [`检查记录 ${row.no}`, ...(attached === 0 ? [] : [`证据材料 ${attached} 件`])].join('；'),
  };
}

async function getInspected(db: ReadDb, id: string) {
  const row = await findInspected(db, id);
  if (!row) throw new AppError('not_found', '没有找到这次检查，请刷新列表后重试。');
  return row;
}

/** @returns the reply term of this kind of letter, worked out from the day of sending */
export function replyDue(kind: LetterKind, on: string, pack: ReviewPack, calendar: Calendar) {
  const { term, basis, verified } = pack.reply[kind];
  return { ...dueOf(on, term, calendar), basis, verified };
}

export async function writeLetter(
  tx: WriteTx,
  input: ParsedInput<'letter.write'>,
): Promise<{ id: string; no: string; subjectName: string }> {
  const subject = await getActiveSubject(tx.db, input.subjectId);
  await getOfficerOnDuty(tx.db, input.officerId, { subjectId: subject.id, on: input.writtenOn });
  if (input.writtenOn > tx.today)
    throw new AppError('bad_input', '成文日期不能晚于今天。', [{ path: 'writtenOn', message: '日期晚于今天' }]);
  if (input.inspectionId) {
    const row = await getInspected(tx.db, input.inspectionId);
    if (row.subject_id !== subject.id)
      throw new AppError('bad_input', `${row.no} 不是对“${subject.name}”的检查，请核对。`, [
        { path: 'inspectionId', message: '对象不一致' },
      ]);
    if (input.writtenOn < row.started_at.slice(0, 10))
      throw new AppError('bad_input', `成文日期不能早于检查日期（${row.started_at.slice(0, 10)}）。`, [
        { path: 'writtenOn', message: '早于检查日期' },
      ]);
  }
  const id = tx.newId();
  const no = await allocateDocumentNo(tx, input.kind, input.writtenOn);
  tx.insert('letter', {
    id,
    no,
    kind: input.kind,
    subject_id: subject.id,
    inspection_id: input.inspectionId ?? null,
    to_unit: input.toUnit,
    title: input.title,
    content: input.content,
    enclosures: input.enclosures,
    written_on: input.writtenOn,
    written_by: input.officerId,
    sent_on: null,
    sent_how: null,
    reply_due_on: null,
    reply_due_steps: null,
    reminded_on: null,
    replied_on: null,
    reply: null,
    state: 'draft',
    state_reason: null,
    created_at: tx.now,
  });
  return { id, no, subjectName: subject.name };
}

/** @throws AppError `not_found` */
export async function getLetter(db: ReadDb, id: string): Promise<LetterRecord> {
  const row = await findLetter(db, id);
  if (!row) throw new AppError('not_found', '没有找到这份函件，请刷新列表后重试。');
  return row;
}

const letterOf = (row: LetterRecord): Letter => ({
  no: row.no,
  state: row.state,
  writtenOn: row.written_on,
  sentOn: row.sent_on,
  sentHow: row.sent_how,
  replyDueOn: row.reply_due_on,
  remindedOn: row.reminded_on,
  repliedOn: row.replied_on,
  reply: row.reply,
  stateReason: row.state_reason,
});

/** Loads, lets the domain decide, writes what changed. */
export async function changeLetter(
  tx: WriteTx,
  id: string,
  action: LetterAction,
  dueSteps: readonly { readonly date: string; readonly text: string }[] | null = null,
): Promise<LetterRecord> {
  const row = await getLetter(tx.db, id);
  const next = transition(letterOf(row), action, tx.today);
  tx.update('letter', id, {
    state: next.state,
    sent_on: next.sentOn,
    sent_how: next.sentHow,
    reply_due_on: next.replyDueOn,
    reminded_on: next.remindedOn,
    replied_on: next.repliedOn,
    reply: next.reply,
    state_reason: next.stateReason,
    ...(dueSteps === null ? {} : { reply_due_steps: JSON.stringify(dueSteps) }),
  });
  return row;
}

/** Sends it; the steps of the reply term are kept where the usual day was taken. */
export function sendLetter(
  tx: WriteTx,
  input: ParsedInput<'letter.send'>,
  kind: LetterKind,
  pack: ReviewPack,
  calendar: Calendar,
): Promise<LetterRecord> {
  const { id, on, how, replyDueOn } = input;
  const usual = replyDue(kind, on, pack, calendar);
  const steps =
    replyDueOn === null
      ? []
      : replyDueOn === usual.date
        ? usual.steps
        : [{ date: replyDueOn, text: '函中另行约定的回复日期' }];
  return changeLetter(tx, id, { type: 'send', on, how, replyDueOn }, steps);
}

export const letterName = ({ kind, no }: { kind: LetterKind; no: string }): string => `${letterKindLabels[kind]} ${no}`;

export const stepsColumn = z.array(z.object({ date: z.string(), text: z.string() }));
