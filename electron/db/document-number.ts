import { hostname } from 'node:os';
import { type DocumentNoun, documentWords, formatDocumentNo, seriesId } from '#shared/domain/document/document-no';
import { type NextNumber, type NumberBlock, type NumberSeries, nextNumber } from '#shared/domain/document/number-block';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from './dialect';
import type { NumberBlockTable } from './schema-papers';
import { readSetting } from './setting';
import type { WriteTx } from './write-tx';

/** What the office registered about the device this store lives on. */
export type Device = {
  readonly no: string;
  readonly name: string;
  /** Name of the computer; a store that was copied to another one must not number on. */
  readonly host: string;
  /** Series that this device numbers out of blocks only. */
  readonly blockWords: readonly string[];
};

export type DocumentNo = NextNumber & { readonly no: string; readonly word: string; readonly year: number };

/** @throws AppError `bad_state` before the office is known */
async function officeCode(db: ReadDb): Promise<string> {
  const office = await readSetting<{ readonly code: string }>(db, 'office');
  if (!office) throw new AppError('bad_state', '请先在“设置—机关信息”中填写机关名称和文号代字。');
  return office.code;
}

export const toBlock = (row: NumberBlockTable): NumberBlock => ({
  id: row.id,
  role: row.role,
  firstNo: row.first_no,
  lastNo: row.last_no,
  nextNo: row.next_no,
  deviceNo: row.device_no,
  state: row.state,
});

/** One series of one year as this device stands in it. */
export async function readNumberSeries(db: ReadDb, code: string, word: string, year: number): Promise<NumberSeries> {
  const device = await readSetting<Device>(db, 'device');
  const series = await db
    .selectFrom('document_series')
    .select('last_no')
    .where('id', '=', seriesId(code, word, year))
    .executeTakeFirst();
  const blocks = await db
    .selectFrom('number_block')
    .selectAll()
    .where('office_code', '=', code)
    .where('word', '=', word)
    .where('year', '=', year)
    .orderBy('first_no')
    .execute();
  const mode = device?.blockWords.includes(word) ? 'block' : 'whole';
  return { word, year, mode, lastNo: series?.last_no ?? 0, blocks: blocks.map(toBlock) };
}

/** @throws AppError `bad_state` when the store was registered on another computer */
export async function requireOwnDevice(db: ReadDb): Promise<void> {
  const device = await readSetting<Device>(db, 'device');
  if (device && device.host !== hostname())
    throw new AppError(
      'bad_state',
      `文号登记在设备 ${device.no}（${device.name}，计算机名 ${device.host}）上，现在的计算机是 ${hostname()}。为免两台设备重号，请先到“设置—文号”重新登记本机。`,
    );
}

/**
 * The number this device uses next in a series, not taken yet.
 *
 * @throws AppError `bad_state` without an office, on a foreign computer, or when the block is used up
 */
export async function nextDocumentNo(db: ReadDb, word: string, year: number): Promise<DocumentNo> {
  const code = await officeCode(db);
  await requireOwnDevice(db);
  const next = nextNumber(await readNumberSeries(db, code, word, year));
  return { ...next, word, year, no: formatDocumentNo({ officeCode: code, word, year, seq: next.seq }) };
}

/** Takes the number for good; only inside the transaction that read it as the next one. */
export async function takeDocumentNo(tx: WriteTx, next: DocumentNo): Promise<void> {
  if (next.blockId !== null) tx.update('number_block', next.blockId, { next_no: next.seq + 1 });
  const id = seriesId(await officeCode(tx.db), next.word, next.year);
  const series = await tx.db.selectFrom('document_series').select('last_no').where('id', '=', id).executeTakeFirst();
  if (!series) tx.insert('document_series', { id, last_no: next.seq });
  // a device in block mode may get a lower block later: the highest number stays
  else if (series.last_no < next.seq) tx.update('document_series', id, { last_no: next.seq });
}

/** For what a number may have been printed in advance. */
export type NumberUse = {
  readonly table: string;
  readonly id: string;
  readonly subjectId: string;
  readonly visitId: string | null;
};

/**
 * Hands out the next number of the office's series for that year. Inside the caller's transaction: a record that is
 * not saved leaves no gap. A number that stands on a blank paper printed for this visit (or, without a visit, for
 * this subject) is used first and bound to the record.
 */
export async function allocateDocumentNo(
  tx: WriteTx,
  noun: DocumentNoun,
  on: IsoDate,
  use?: NumberUse,
): Promise<string> {
  const word = documentWords[noun];
  const year = Number(on.slice(0, 4));
  const printed = use && (await findReserved(tx.db, noun, year, use));
  if (printed && use) {
    tx.update('reserved_number', printed.id, {
      state: 'bound',
      bound_table: use.table,
      bound_id: use.id,
      bound_on: tx.today,
    });
    return printed.no;
  }
  const next = await nextDocumentNo(tx.db, word, year);
  await takeDocumentNo(tx, next);
  return next.no;
}

/** The lowest number on a blank paper for the same visit, else for the same subject without a visit. */
async function findReserved(db: ReadDb, noun: DocumentNoun, year: number, { subjectId, visitId }: NumberUse) {
  const rows = await db
    .selectFrom('reserved_number')
    .select(['id', 'no', 'visit_id'])
    .where('state', '=', 'reserved')
    .where('noun', '=', noun)
    .where('year', '=', year)
    .where('subject_id', '=', subjectId)
    .orderBy('seq')
    .execute();
  return (
    (visitId !== null && rows.find((row) => row.visit_id === visitId)) || rows.find((row) => row.visit_id === null)
  );
}
