import { hostname } from 'node:os';
import {
  documentNounLabels,
  documentNouns,
  documentWords,
  formatDocumentNo,
} from '#shared/domain/document/document-no';
import {
  blockCheckCode,
  fewLeft,
  nextNumber,
  numbersLeft,
  requireFreeRange,
} from '#shared/domain/document/number-block';
import type { PaperId } from '#shared/domain/paper/papers';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import {
  type Device,
  nextDocumentNo,
  readNumberSeries,
  requireOwnDevice,
  takeDocumentNo,
} from '../../db/document-number';
import type { NumberBlockTable } from '../../db/schema-papers';
import { readSetting, saveSetting } from '../../db/setting';
import { getActiveSubject } from '../../db/subject-match';
import type { WriteTx } from '../../db/write-tx';
import { findBlock, findReserved, findVisitSubject, listBlocks, listUsedWords } from './number-repository';

async function requireCode(db: ReadDb): Promise<string> {
  const office = await readSetting<{ readonly code: string }>(db, 'office');
  if (!office) throw new AppError('bad_state', '请先在“设置—机关信息”中填写机关名称和文号代字。');
  return office.code;
}

const labelOf = (word: string): string => {
  const noun = documentNouns.find((entry) => documentWords[entry] === word);
  return noun ? documentNounLabels[noun] : '报表与函件';
};

const viewBlock = (row: NumberBlockTable) => ({
  id: row.id,
  word: row.word,
  year: row.year,
  role: row.role,
  firstNo: row.first_no,
  lastNo: row.last_no,
  nextNo: row.next_no,
  deviceNo: row.device_no,
  deviceName: row.device_name,
  state: row.state,
  closedReason: row.closed_reason,
  checkCode: blockCheckCode({
    officeCode: row.office_code,
    word: row.word,
    year: row.year,
    deviceNo: row.device_no,
    firstNo: row.first_no,
    lastNo: row.last_no,
  }),
  createdAt: row.created_at,
});

export async function viewNumbers(db: ReadDb, year: number): Promise<RouteOutput<'number.get-state'>> {
  const device = await readSetting<Device>(db, 'device');
  const office = await readSetting<{ readonly code: string }>(db, 'office');
  const host = hostname();
  const head = {
    year,
    host,
    device: device && { no: device.no, name: device.name, host: device.host, foreign: device.host !== host },
  };
  if (!office) return { ...head, series: [], blocks: [] };
  const own = documentNouns.map((noun) => documentWords[noun] as string);
  const used = await listUsedWords(db, office.code);
  const words = [...own, ...[...used, ...(device?.blockWords ?? [])].filter((word) => !own.includes(word))];
  const series = [];
  for (const word of new Set(words)) {
    const state = await readNumberSeries(db, office.code, word, year);
    series.push({
      word,
      label: labelOf(word),
      mode: state.mode,
      lastNo: state.lastNo,
      left: numbersLeft(state),
      ...nextOf(office.code, state),
    });
  }
  return { ...head, series, blocks: (await listBlocks(db, office.code, year)).map(viewBlock) };
}

/** The next number, or the sentence that says why there is none. */
function nextOf(officeCode: string, state: Awaited<ReturnType<typeof readNumberSeries>>) {
  try {
    const { seq } = nextNumber(state);
    const no = formatDocumentNo({ officeCode, word: state.word, year: state.year, seq });
    return { nextNo: no, warning: fewLeft(state) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { nextNo: null, warning: error.message };
  }
}

/** @throws AppError `bad_input` when the store comes from another computer and no reason is given */
export async function registerDevice(tx: WriteTx, input: ParsedInput<'number.register-device'>): Promise<string> {
  const before = await readSetting<Device>(tx.db, 'device');
  const host = hostname();
  const moved = before !== null && before.host !== host;
  if (moved && input.reason === '')
    throw new AppError(
      'bad_input',
      `这个存储原来登记在设备 ${before.no}（计算机名 ${before.host}）上，请写明换到本机的原因。`,
      [{ path: 'reason', message: '请写明原因' }],
    );
  if (moved && input.no !== before.no) await closeOwnBlocks(tx, `换到设备 ${input.no}：${input.reason}`);
  if (!moved) await requireBlocksKept(tx.db, before?.blockWords ?? [], input.blockWords);
  const device: Device = { no: input.no, name: input.name, host, blockWords: [...new Set(input.blockWords)] };
  await saveSetting(tx, 'device', device);
  return moved ? `登记本机为设备 ${input.no}，原设备 ${before.no}：${input.reason}` : `登记本机为设备 ${input.no}`;
}

/**
 * Out of block mode a device numbers on behind its last number, where the office itself or another device may stand:
 * its blocks have to be handed back first, so that somebody thinks of it.
 *
 * @throws AppError `bad_state` while a block of a series that would leave block mode is open
 */
async function requireBlocksKept(db: ReadDb, before: readonly string[], after: readonly string[]): Promise<void> {
  const left = before.filter((word) => !after.includes(word));
  if (left.length === 0) return;
  const open = await db
    .selectFrom('number_block')
    .select(['word', 'year', 'first_no', 'last_no'])
    .where('role', '=', 'own')
    .where('state', '=', 'active')
    .where('word', 'in', left)
    .executeTakeFirst();
  if (open)
    throw new AppError(
      'bad_state',
      `本机还有 ${open.year} 年“${open.word}”字的号段 ${open.first_no}—${open.last_no}，改用整个序列会与机关的编号重号。请先收回号段，并与机关核对已用到几号。`,
      [{ path: 'blockWords', message: '还有在用的号段' }],
    );
}

/** Blocks belong to a device: under another number they may not be used on. */
async function closeOwnBlocks(tx: WriteTx, reason: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('number_block')
    .select('id')
    .where('role', '=', 'own')
    .where('state', '=', 'active')
    .execute();
  for (const { id } of rows)
    tx.update('number_block', id, { state: 'closed', closed_reason: reason, closed_on: tx.today });
}

type Range = { readonly word: string; readonly year: number; readonly firstNo: number; readonly lastNo: number };

function insertBlock(
  tx: WriteTx,
  role: 'own' | 'given',
  officeCode: string,
  { word, year, firstNo, lastNo }: Range,
  device: { readonly no: string; readonly name: string },
): string {
  const id = tx.newId();
  tx.insert('number_block', {
    id,
    word,
    year,
    office_code: officeCode,
    role,
    first_no: firstNo,
    last_no: lastNo,
    next_no: firstNo,
    device_no: device.no,
    device_name: device.name,
    state: 'active',
    closed_reason: null,
    closed_on: null,
    officer_id: tx.actor.id,
    created_at: tx.now,
  });
  return id;
}

/** @throws AppError `conflict` for an overlap, `bad_state` when this device itself lives on blocks */
export async function giveBlock(tx: WriteTx, input: ParsedInput<'number.give-block'>) {
  const officeCode = await requireCode(tx.db);
  await requireOwnDevice(tx.db);
  const device = await readSetting<Device>(tx.db, 'device');
  if (device?.no === input.deviceNo)
    throw new AppError('bad_input', '设备编号与本机相同，不能给自己发放号段，请核对领用设备的编号。', [
      { path: 'deviceNo', message: '与本机相同' },
    ]);
  const series = await readNumberSeries(tx.db, officeCode, input.word, input.year);
  if (series.mode === 'block')
    throw new AppError('bad_state', `本机的“${input.word}”字自己也按号段使用，不能再发放。请在机关主机上发放号段。`);
  requireFreeRange(series, input);
  const id = insertBlock(tx, 'given', officeCode, input, { no: input.deviceNo, name: input.deviceName });
  return { id, checkCode: blockCheckCode({ officeCode, ...input }) };
}

/** @throws AppError `bad_input` for a check code that does not match the slip of this device */
export async function enterBlock(tx: WriteTx, input: ParsedInput<'number.enter-block'>): Promise<string> {
  const officeCode = await requireCode(tx.db);
  await requireOwnDevice(tx.db);
  const device = await readSetting<Device>(tx.db, 'device');
  if (!device) throw new AppError('bad_state', '请先登记本机的编号和名称，再登记号段。');
  if (!device.blockWords.includes(input.word))
    throw new AppError('bad_state', `本机的“${input.word}”字现在使用整个序列，请先改为“按号段”，再登记号段。`);
  if (input.checkCode !== blockCheckCode({ officeCode, deviceNo: device.no, ...input }))
    throw new AppError(
      'bad_input',
      `核对码与号段不符：请对照发放单，核对机关代字“${officeCode}”、文书字、年份、起止号和本机编号 ${device.no}。`,
      [{ path: 'checkCode', message: '与号段不符' }],
    );
  requireFreeRange(await readNumberSeries(tx.db, officeCode, input.word, input.year), input);
  return insertBlock(tx, 'own', officeCode, input, device);
}

export async function closeBlock(tx: WriteTx, { id, reason }: ParsedInput<'number.close-block'>): Promise<string> {
  const row = await findBlock(tx.db, id);
  if (!row) throw new AppError('not_found', '没有找到这个号段，请刷新后重试。');
  if (row.state === 'closed') throw new AppError('bad_state', '这个号段已经收回，无需再次收回。');
  tx.update('number_block', id, { state: 'closed', closed_reason: reason, closed_on: tx.today });
  return `${row.word}〔${row.year}〕${row.first_no}—${row.last_no}`;
}

/** Takes numbers for papers printed in advance: they are used up here and now, whatever becomes of the paper. */
export async function reserveNumbers(tx: WriteTx, input: ParsedInput<'number.reserve'>) {
  const subjectId = await subjectOf(tx.db, input);
  const word = documentWords[input.noun];
  const year = input.year ?? Number(tx.today.slice(0, 4));
  const [ids, nos]: [string[], string[]] = [[], []];
  for (let count = 0; count < input.count; count++) {
    const next = await nextDocumentNo(tx.db, word, year);
    await takeDocumentNo(tx, next);
    const id = tx.newId();
    tx.insert('reserved_number', {
      id,
      no: next.no,
      noun: input.noun,
      word,
      year,
      seq: next.seq,
      paper: input.paper satisfies PaperId,
      subject_id: subjectId,
      visit_id: input.visitId ?? null,
      state: 'reserved',
      bound_table: null,
      bound_id: null,
      bound_on: null,
      void_reason: null,
      void_on: null,
      officer_id: tx.actor.id,
      created_at: tx.now,
    });
    ids.push(id);
    nos.push(next.no);
  }
  return { ids, nos };
}

async function subjectOf(db: ReadDb, input: ParsedInput<'number.reserve'>): Promise<string | null> {
  if (input.visitId === undefined)
    return input.subjectId === undefined ? null : (await getActiveSubject(db, input.subjectId)).id;
  const visit = await findVisitSubject(db, input.visitId);
  if (!visit) throw new AppError('not_found', '没有找到这次检查安排，请刷新计划后重试。');
  return (await getActiveSubject(db, visit.subject_id)).id;
}

export async function voidReserved(tx: WriteTx, { id, reason }: ParsedInput<'number.void-reserved'>): Promise<string> {
  const row = await findReserved(tx.db, id);
  if (!row) throw new AppError('not_found', '没有找到这个预留文号，请刷新后重试。');
  if (row.state === 'bound')
    throw new AppError('bad_state', `文号 ${row.no} 已用于办理中的记录，不能作废。请在该记录中更正。`);
  if (row.state === 'void') throw new AppError('bad_state', `文号 ${row.no} 已经作废，无需再次作废。`);
  tx.update('reserved_number', id, { state: 'void', void_reason: reason, void_on: tx.today });
  return row.no;
}
