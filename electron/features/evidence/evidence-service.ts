import { copyKindLabels } from '#shared/domain/evidence/codes';
import { fileTypeOf } from '#shared/domain/evidence/file-type';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { insertAttachment, type StoredFile, storeBytes } from '../../db/attachment';
import type { EvidenceTable } from '../../db/schema-evidence';
import { attachmentPath } from '../../db/verify';
import type { WriteTx } from '../../db/write-tx';
import type { JobContext, WriteContext } from '../../ipc/context';
import { baseRow, examine, getStanding, insertNew, requireTie } from './add-evidence';
import { loadRecord } from './evidence-record';
import { listEvidence } from './evidence-repository';
import { fileDigests } from './file-facts';

/** Bytes out of the page, which must be the picture they claim to be. */
async function storePicture(dir: string, content: string, name: (extension: string) => string): Promise<StoredFile> {
  const bytes = Buffer.from(content, 'base64');
  const type = fileTypeOf(bytes.subarray(0, 64), '');
  if (type.preview !== 'possible')
    throw new AppError('bad_file', '粘贴或处理得到的内容不是图片，没有保存。请重试，或改用“选择文件”存入。');
  return storeBytes(dir, name(type.extensions[0] ?? 'png'), bytes);
}

export async function pastePicture(
  { owner, fileName, content, ...tie }: ParsedInput<'evidence.paste'>,
  { db, store, write }: WriteContext,
): Promise<{ id: string }> {
  const record = await loadRecord(db, owner);
  const stem = fileName.replace(/\.[^.]*$/, '').replace(/[\\/:*?"<>|]/g, '_');
  const file = await storePicture(store.dir, content, (extension) => `${stem}.${extension}`);
  const examined = await examine(store.dir, file);
  return write({ object: `${owner.table}:${owner.id}`, summary: `存入粘贴的图片` }, async (tx, sharpen) => {
    const { id, no } = await insertNew(tx, record, examined, tie);
    sharpen({ summary: `${record.no} 存入证据 ${no}：粘贴的图片 ${file.fileName}` });
    return { id };
  });
}

const COLUMNS = {
  title: 'title',
  proves: 'proves',
  kind: 'kind',
  obtainedAt: 'obtained_at',
  obtainedPlace: 'obtained_place',
  obtainedBy: 'obtained_by',
  providedBy: 'provided_by',
  itemCode: 'item_code',
  findingId: 'finding_id',
} as const satisfies Readonly<Record<string, keyof EvidenceTable>>;

export async function updateEvidence(tx: WriteTx, { id, ...input }: ParsedInput<'evidence.update'>): Promise<number> {
  const row = await getStanding(tx.db, id);
  requireTie(await loadRecord(tx.db, { table: row.owner_table, id: row.owner_id }), input);
  const patch = Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [COLUMNS[field as keyof typeof COLUMNS], value]),
  ) as Partial<Omit<EvidenceTable, 'id'>>;
  tx.update('evidence', id, patch);
  return row.no ?? 0;
}

/** @throws AppError `conflict` when the list is not the one in the store any more */
export async function reorderEvidence(tx: WriteTx, { owner, ids }: ParsedInput<'evidence.reorder'>): Promise<number> {
  const rows = (await listEvidence(tx.db, owner)).filter((row) => row.copy_of === null);
  const known = new Set(rows.map((row) => row.id));
  if (ids.length !== rows.length || new Set(ids).size !== ids.length || !ids.every((id) => known.has(id)))
    throw new AppError('conflict', '证据清单刚刚有变动，没有改动顺序。请按新的清单重新排列。');
  const positions = rows.map((row) => row.position).sort((a, b) => a - b);
  let moved = 0;
  ids.forEach((id, index) => {
    const position = positions[index] ?? index + 1;
    if (rows.find((row) => row.id === id)?.position === position) return;
    tx.update('evidence', id, { position });
    moved += 1;
  });
  return moved;
}

export async function withdrawEvidence(tx: WriteTx, { id, reason }: ParsedInput<'evidence.withdraw'>): Promise<number> {
  const row = await getStanding(tx.db, id);
  tx.update('evidence', id, { withdrawn_at: tx.now, withdrawn_reason: reason });
  return row.no ?? 0;
}

export async function addCopy(
  { id, kind, how, content }: ParsedInput<'evidence.add-copy'>,
  { db, store, write }: WriteContext,
): Promise<{ id: string }> {
  const original = await getStanding(db, id);
  const turned = how.degrees !== 0;
  if (kind === 'blur' ? how.masks.length === 0 : !turned)
    throw new AppError('bad_input', kind === 'blur' ? '请先框出要遮盖的部分。' : '图片没有旋转，不需要另存副本。');
  const owner = { table: 'evidence', id } as const;
  const copies = (await listEvidence(db, { table: original.owner_table, id: original.owner_id })).filter(
    (row) => row.copy_of === id,
  );
  const label = `证据${original.no}_${copyKindLabels[kind]}副本${copies.length + 1}`;
  const file = await storePicture(store.dir, content, (extension) => `${label}.${extension}`);
  const { facts, digests } = await examine(store.dir, file);
  return write(
    {
      object: `${original.owner_table}:${original.owner_id}`,
      summary: `另存证据 ${original.no} 的${copyKindLabels[kind]}副本`,
    },
    async (tx) => {
      const attachment = await insertAttachment(tx, owner, file, '');
      const copyId = tx.newId();
      tx.insert('evidence', {
        ...baseRow(tx, { table: original.owner_table, id: original.owner_id }, { facts, digests }),
        id: copyId,
        attachment_id: attachment.id,
        position: original.position,
        kind: original.kind,
        title: original.title,
        copy_of: id,
        copy_kind: kind,
        copy_how: JSON.stringify(how),
      });
      return { id: copyId };
    },
  );
}

export async function setPreview(
  { id, content }: ParsedInput<'evidence.set-preview'>,
  { db, store, write }: WriteContext,
): Promise<{ id: string }> {
  const original = await getStanding(db, id);
  if (original.preview_id !== null || (content === null && original.preview === 'damaged')) return { id };
  const note = { object: `${original.owner_table}:${original.owner_id}` };
  if (content === null)
    return write({ ...note, summary: `证据 ${original.no} 的图像无法解码，标为已损坏` }, async (tx) => {
      tx.update('evidence', id, { preview: 'damaged' });
      return { id };
    });
  const file = await storePicture(store.dir, content, (extension) => `证据${original.no}_缩略图.${extension}`);
  return write({ ...note, summary: `生成证据 ${original.no} 的缩略图` }, async (tx) => {
    const attachment = await insertAttachment(tx, { table: 'evidence', id }, file, '缩略图');
    tx.update('evidence', id, { preview_id: attachment.id });
    return { id };
  });
}

/** Originals, copies and what was withdrawn: whatever was ever entered must still be what it was. */
export async function verifyEvidence(
  owner: ParsedInput<'evidence.verify'>['owner'],
  { db, store, progress }: JobContext,
): Promise<RouteOutput<'evidence.verify'>> {
  await loadRecord(db, owner);
  const rows = await listEvidence(db, owner);
  const numbers = new Map(rows.map((row) => [row.id, row.no ?? 0]));
  const numbered = rows
    .map((row) => ({ ...row, no: numbers.get(row.copy_of ?? row.id) ?? 0 }))
    .sort((a, b) => a.no - b.no || (a.id < b.id ? -1 : 1));
  const problems: { no: number; fileName: string; message: string }[] = [];
  for (const [index, row] of numbered.entries()) {
    const label = `核对证据 ${row.no}`;
    progress(label, index, numbered.length);
    const message = await problemOf(attachmentPath(store.dir, row.sha256), row, () =>
      progress(label, index, numbered.length),
    );
    if (message !== null) problems.push({ no: row.no, fileName: row.file_name, message });
  }
  progress('核对证据', numbered.length, numbered.length);
  return { checked: numbered.length, problems };
}

async function problemOf(
  path: string,
  {
    no,
    copy_of,
    file_name,
    sha256,
    sm3,
  }: Pick<EvidenceTable, 'no' | 'copy_of' | 'sha256' | 'sm3'> & { file_name: string },
  seen: () => void,
): Promise<string | null> {
  const name = `证据 ${no}${copy_of === null ? '' : ' 的副本'}“${file_name}”`;
  try {
    const found = await fileDigests(path, seen);
    if (found.sha256 === sha256 && found.sm3 === sm3) return null;
    return `${name}的内容与存入时不一致。请停止使用这份文件，从备份或原始载体补回。`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return `${name}的文件不见了。请从备份或原始载体补回。`;
    throw error;
  }
}
