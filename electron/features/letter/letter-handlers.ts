import type { Calendar } from '#shared/domain/calendar/calendar';
import { remaining } from '#shared/domain/calendar/remaining';
import { letterStates } from '#shared/domain/letter/letter';
import type { RouteOutput } from '#shared/ipc/contract';
import type { letterRoutes } from '#shared/ipc/letter';
import type { IsoDate } from '#shared/kernel/dates';
import { insertAttachment, listAttachments, storeAttachment } from '../../db/attachment';
import type { Handlers } from '../../ipc/context';
import { countByState, countLetters, type LetterRecord, listLetters } from './letter-repository';
import {
  changeLetter,
  getLetter,
  letterName,
  proposeLetter,
  replyDue,
  sendLetter,
  stepsColumn,
  writeLetter,
} from './letter-service';

type Row = RouteOutput<'letter.list'>['rows'][number];
const note = (id: string, summary: string) => ({ object: `letter:${id}`, summary });

const viewRow = (row: LetterRecord, today: IsoDate, calendar: Calendar): Row => {
  const waiting = row.state === 'sent' && row.reply_due_on !== null;
  return {
    id: row.id,
    no: row.no,
    kind: row.kind,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    inspectionId: row.inspection_id,
    inspectionNo: row.inspection_no,
    toUnit: row.to_unit,
    title: row.title,
    state: row.state,
    writtenOn: row.written_on,
    sentOn: row.sent_on,
    replyDueOn: row.reply_due_on,
    overdue: waiting && (row.reply_due_on ?? '') < today,
    remaining: waiting && row.reply_due_on !== null ? remaining(today, row.reply_due_on, calendar).text : '',
  };
};

export const letterHandlers: Handlers<typeof letterRoutes> = {
  'letter.list': async (input, { db, clock, packs }) => {
    const today = clock.today();
    const found = await countByState(db);
    const counts = Object.fromEntries(
      letterStates.map((state) => [state, found.find((one) => one.state === state)?.n ?? 0]),
    ) as RouteOutput<'letter.list'>['counts'];
    const late = { states: [], overdueOnly: true };
    return {
      rows: (await listLetters(db, input, today)).map((row) => viewRow(row, today, packs.calendar())),
      total: await countLetters(db, input, today),
      counts,
      overdue: await countLetters(db, late, today),
    };
  },
  'letter.get': async ({ id }, { db, clock, packs }) => {
    const row = await getLetter(db, id);
    return {
      ...viewRow(row, clock.today(), packs.calendar()),
      content: row.content,
      enclosures: row.enclosures,
      writtenBy: { id: row.written_by, name: row.officer_name, certificateNo: row.officer_certificate },
      sentHow: row.sent_how,
      replyDueSteps: stepsColumn.parse(JSON.parse(row.reply_due_steps ?? '[]')),
      remindedOn: row.reminded_on,
      repliedOn: row.replied_on,
      reply: row.reply,
      stateReason: row.state_reason,
      attachments: await listAttachments(db, { table: 'letter', id }),
    };
  },
  'letter.propose': (input, { db }) => proposeLetter(db, input),
  'letter.preview-reply': ({ kind, on }, { packs }) => {
    const { date, steps, estimated, basis, verified } = replyDue(kind, on, packs.review(), packs.calendar());
    return { date, steps: [...steps], estimated, basis, verified };
  },
  'letter.write': (input, { write }) =>
    write(note('', '制作函件'), async (tx, sharpen) => {
      const { id, no, subjectName } = await writeLetter(tx, input);
      sharpen(note(id, `制作${letterName({ kind: input.kind, no })}：${subjectName}，致${input.toUnit}`));
      return { id, no };
    }),
  'letter.send': (input, { packs, write }) =>
    write(note(input.id, '登记函件发出'), async (tx, sharpen) => {
      const { kind } = await getLetter(tx.db, input.id);
      const row = await sendLetter(tx, input, kind, packs.review(), packs.calendar());
      const until = input.replyDueOn ? `，请于 ${input.replyDueOn} 前回复` : '';
      sharpen({ summary: `${letterName(row)} 于 ${input.on} 发往${row.to_unit}${until}` });
      return { id: input.id };
    }),
  'letter.remind': ({ id, on }, { write }) =>
    write(note(id, '催办函件'), async (tx, sharpen) => {
      sharpen({ summary: `${letterName(await changeLetter(tx, id, { type: 'remind', on }))} 于 ${on} 催办` });
      return { id };
    }),
  'letter.reply': ({ id, on, reply }, { write }) =>
    write(note(id, '登记函件回复'), async (tx, sharpen) => {
      sharpen({ summary: `${letterName(await changeLetter(tx, id, { type: 'reply', on, reply }))} 于 ${on} 收到回复` });
      return { id };
    }),
  'letter.close': ({ id, reason }, { write }) =>
    write(note(id, '函件不再等回复'), async (tx, sharpen) => {
      sharpen({
        summary: `${letterName(await changeLetter(tx, id, { type: 'close', reason }))} 不再等回复：${reason}`,
      });
      return { id };
    }),
  'letter.cancel': ({ id, reason }, { write }) =>
    write(note(id, '作废函件'), async (tx, sharpen) => {
      sharpen({ summary: `${letterName(await changeLetter(tx, id, { type: 'cancel', reason }))} 作废：${reason}` });
      return { id };
    }),
  'letter.attach': async ({ id, file, note: remark }, { db, store, files, write }) => {
    const { no } = await getLetter(db, id);
    const stored = await storeAttachment(store.dir, files.read(file));
    return write(note(id, `${no} 上传附件 ${stored.fileName}`), (tx) =>
      insertAttachment(tx, { table: 'letter', id }, stored, remark),
    );
  },
};
