import { readFile } from 'node:fs/promises';
import { readRecordCode } from '#shared/domain/document/qr';
import { fileTypeOf } from '#shared/domain/evidence/file-type';
import { type PaperId, paperIds, paperOwners, paperTitles } from '#shared/domain/paper/papers';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { scanOwners } from '#shared/ipc/scan';
import { AppError } from '#shared/kernel/errors';
import { insertAttachment, type StoredFile, storeAttachment } from '../../db/attachment';
import type { ReadDb } from '../../db/dialect';
import type { ScanTable } from '../../db/schema-evidence';
import { attachmentPath } from '../../db/verify';
import type { WriteTx } from '../../db/write-tx';
import type { JobContext } from '../../ipc/context';
import { pdfImages } from './pdf-images';
import { readCodes } from './read-code';
import {
  countScans,
  findOwnAttachment,
  findRecord,
  findReserved,
  findScan,
  listScans,
  listScansOf,
  type ScanRow,
  searchRecords,
} from './scan-repository';

type Owner = (typeof scanOwners)[number];
type Row = RouteOutput<'scan.list'>['rows'][number];
type Bound = { readonly table: Owner; readonly id: string; readonly paper: PaperId };
/** What one page of a file says, and where it belongs. */
type Reading = { readonly page: number; readonly code: string; readonly problem: string; readonly bound: Bound | null };

const isOwner = (noun: string): noun is Owner => (scanOwners as readonly string[]).includes(noun);
const isPaper = (paper: string): paper is PaperId => (paperIds as readonly string[]).includes(paper);

export async function viewScans(db: ReadDb, input: ParsedInput<'scan.list'>): Promise<RouteOutput<'scan.list'>> {
  const rows = await listScans(db, input);
  return { rows: await Promise.all(rows.map((row) => viewScan(db, row))), total: await countScans(db, input) };
}

async function viewScan(db: ReadDb, row: ScanRow): Promise<Row> {
  const table = row.owner_table !== null && isOwner(row.owner_table) ? row.owner_table : null;
  const record = table && row.owner_id ? await findRecord(db, table, row.owner_id) : undefined;
  return {
    id: row.id,
    fileName: row.file_name,
    sha256: row.sha256,
    mediaType: row.media_type,
    page: row.page,
    state: row.state,
    code: row.code,
    problem: row.problem,
    paper: row.paper !== null && isPaper(row.paper) ? row.paper : null,
    record: record ? `${record.no}　${record.subject_name}` : (row.paper_no ?? ''),
    ownerTable: table,
    ownerId: row.owner_id,
    boundHow: row.bound_how,
    reason: row.reason,
    createdAt: row.created_at,
  };
}

/** Files one by one: each is kept before anything is read from it, so that no paper is lost. */
export async function takeScans(
  { files: tokens }: ParsedInput<'scan.take'>,
  { db, files, store, write, progress }: JobContext,
): Promise<RouteOutput<'scan.take'>> {
  const answer: RouteOutput<'scan.take'> = { bound: [], waiting: [], known: [], refused: [] };
  for (const [index, token] of tokens.entries()) {
    let name = `第 ${index + 1} 个文件`;
    try {
      const source = files.read(token);
      name = source.name;
      progress(`识别 ${name}`, index, tokens.length);
      const file = await storeAttachment(store.dir, source);
      const known = await listScansOf(db, file.sha256);
      if (known[0]) {
        answer.known.push({ fileName: name, message: await knownSentence(db, name, known[0]) });
        continue;
      }
      const readings = await readFileCodes(db, attachmentPath(store.dir, file.sha256), name);
      const ids = await write({ object: 'scan:', summary: `存入扫描件 ${name}` }, async (tx, sharpen) => {
        const made = await enterScan(tx, file, readings);
        const bound = readings.filter((reading) => reading.bound !== null).length;
        sharpen({
          object: `scan:${made[0] ?? ''}`,
          summary: bound > 0 ? `扫描件 ${name} 按二维码归档 ${bound} 份文书` : `扫描件 ${name} 待人工归档`,
        });
        return made;
      });
      for (const id of ids) {
        const row = await findScan(db, id);
        if (row) answer[row.state === 'bound' ? 'bound' : 'waiting'].push(await viewScan(db, row));
      }
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled' || error.code === 'disk_full') throw error;
      answer.refused.push({ fileName: name, message: error.message });
    }
  }
  progress('识别扫描件', tokens.length, tokens.length);
  return answer;
}

async function knownSentence(db: ReadDb, name: string, row: ScanRow): Promise<string> {
  const { state, paper, record } = await viewScan(db, row);
  const day = row.created_at.slice(0, 10);
  if (state === 'bound')
    return `“${name}”已在 ${day} 归入 ${record} 的${paper ? paperTitles[paper] : '文书'}，没有重复存入。`;
  return `“${name}”已在 ${day} 存入，${state === 'waiting' ? '还在待归档清单里' : '已标为不归档'}，没有重复存入。`;
}

/** One reading for each page with a code of ours; one that waits when there is none. */
async function readFileCodes(db: ReadDb, path: string, fileName: string): Promise<readonly Reading[]> {
  const bytes = await readFile(path);
  const type = fileTypeOf(bytes.subarray(0, 1024), fileName);
  const wait = (problem: string, code = ''): readonly Reading[] => [{ page: 1, code, problem, bound: null }];
  const isPicture = type.preview === 'possible';
  if (!isPicture && type.code !== 'pdf')
    return wait(`${type.label}不能识别二维码，只认 JPEG、PNG 图片和由 JPEG 组成的 PDF。请手工归档。`);
  const images = isPicture ? [{ page: 1, bytes }] : pdfImages(bytes);
  if (images.length === 0)
    return wait('这份 PDF 里没有可以识别的 JPEG 扫描图（可能已加密或用了其他压缩方式）。请手工归档，或改扫成 JPEG。');
  const readings: Reading[] = [];
  let foreign = '';
  for (const image of images) {
    for (const code of await readCodes(image.bytes)) {
      const reading = await readingOf(db, image.page, code);
      if (reading) readings.push(reading);
      else foreign ||= code;
    }
  }
  if (readings.length > 0) return readings;
  return foreign
    ? wait('图上的二维码不是本程序文书的二维码。请手工归档。', foreign.slice(0, 300))
    : wait('没有读到二维码：可能没有扫全、太模糊或被遮住。请手工归档，或重新扫描。');
}

/** null for a code that is none of ours. */
async function readingOf(db: ReadDb, page: number, text: string): Promise<Reading | null> {
  const read = readRecordCode(text);
  if (read.kind === 'foreign') return null;
  const wait = (problem: string): Reading => ({ page, code: text.slice(0, 300), problem, bound: null });
  if (read.kind === 'damaged') return wait(read.message);
  const { noun, id, paper } = read.code;
  if (!isPaper(paper)) return wait('二维码中的文书种类本程序不认识。请手工归档。');
  if (noun === 'reserved_number') {
    const reserved = await findReserved(db, id);
    if (!reserved) return wait('这张空白文书的编号不在本库中，可能是另一台电脑印的。请手工归档。');
    const bound = reserved.bound_table !== null && isOwner(reserved.bound_table) && reserved.bound_id !== null;
    if (!bound) return wait(`空白文书 ${reserved.no} 还没有补录成档案。请先补录，再手工归档。`);
    return {
      page,
      code: text,
      problem: '',
      bound: { table: reserved.bound_table as Owner, id: reserved.bound_id ?? '', paper },
    };
  }
  if (!isOwner(noun) || !(await findRecord(db, noun, id)))
    return wait('二维码所指的档案不在本库中，可能是另一台电脑的档案。请手工归档，或在那台电脑上存入。');
  return { page, code: text, problem: '', bound: { table: noun, id, paper } };
}

async function enterScan(tx: WriteTx, file: StoredFile, readings: readonly Reading[]): Promise<readonly string[]> {
  const ids = readings.map(() => tx.newId());
  const attachment = await insertAttachment(tx, { table: 'scan', id: ids[0] ?? '' }, file, '扫描件');
  for (const [index, { page, code, problem, bound }] of readings.entries()) {
    const row: ScanTable = {
      id: ids[index] ?? '',
      attachment_id: attachment.id,
      page,
      sha256: file.sha256,
      code,
      problem,
      paper: null,
      owner_table: null,
      owner_id: null,
      paper_no: null,
      state: 'waiting',
      bound_how: null,
      reason: null,
      officer_id: tx.actor.id,
      bound_at: null,
      created_at: tx.now,
    };
    tx.insert('scan', bound ? { ...row, ...(await boundTo(tx, bound, file)), bound_how: 'code' } : row);
  }
  return ids;
}

/** The paper is back: its file stands with the record as well. @throws AppError `not_found` */
async function boundTo(tx: WriteTx, { table, id, paper }: Bound, file: StoredFile): Promise<Partial<ScanTable>> {
  const record = await findRecord(tx.db, table, id);
  if (!record) throw new AppError('not_found', '没有找到要归入的档案，请重新选择。');
  const owner = table === 'rectification' || table === 'recheck' ? 'rectification' : 'inspection';
  if (record.parent !== null && !(await findOwnAttachment(tx.db, owner, record.parent, file.sha256)))
    await insertAttachment(tx, { table: owner, id: record.parent }, file, `${paperTitles[paper]}（签字扫描件）`);
  return { paper, owner_table: table, owner_id: id, paper_no: record.no, state: 'bound', bound_at: tx.now };
}

export async function findScanRecords(
  db: ReadDb,
  { paper, query }: ParsedInput<'scan.find-records'>,
): Promise<RouteOutput<'scan.find-records'>> {
  const rows = await searchRecords(db, paperOwners[paper], query);
  return { records: rows.map((row) => ({ id: row.id, label: row.no, hint: row.subject_name })) };
}

/** @throws AppError `not_found`, `bad_state` when it was bound already */
async function getUnbound(db: ReadDb, id: string): Promise<ScanRow> {
  const row = await findScan(db, id);
  if (!row) throw new AppError('not_found', '没有找到这份扫描件，请刷新后重试。');
  if (row.state === 'bound')
    throw new AppError('bad_state', `这份扫描件已经归入 ${row.paper_no ?? '档案'}，不能再改。`);
  return row;
}

export async function bindScan(tx: WriteTx, { id, paper, ownerId }: ParsedInput<'scan.bind'>): Promise<string> {
  const row = await getUnbound(tx.db, id);
  const file = { fileName: row.file_name, mediaType: row.media_type, size: row.size, sha256: row.sha256 };
  const bound = await boundTo(tx, { table: paperOwners[paper], id: ownerId, paper }, file);
  tx.update('scan', id, { ...bound, bound_how: 'hand', reason: null, officer_id: tx.actor.id });
  return `扫描件 ${row.file_name} 手工归入 ${bound.paper_no ?? ''} 的${paperTitles[paper]}`;
}

export async function setScanAside(tx: WriteTx, { id, reason }: ParsedInput<'scan.set-aside'>): Promise<string> {
  const row = await getUnbound(tx.db, id);
  tx.update('scan', id, { state: 'set_aside', reason });
  return `扫描件 ${row.file_name} 不归档：${reason}`;
}
