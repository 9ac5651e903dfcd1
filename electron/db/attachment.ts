import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from './dialect';
import { mediaTypeOf } from './media-type';
import type { AttachmentTable } from './schema';
import { attachmentPath, fileSha256 } from './verify';
import type { WriteTx } from './write-tx';

const MAX_ATTACHMENT_BYTES = 500 * 1024 * 1024;

export type StoredFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

export type AttachmentOwner = {
  readonly table:
    | 'inspection'
    | 'rectification'
    | 'repair'
    | 'dishonesty'
    | 'lead'
    | 'signature'
    | 'evidence'
    | 'scan'
    | 'letter'
    | 'result_review';
  readonly id: string;
};

type Source = { readonly path: string; readonly name: string };

/**
 * Copies a file into the store under its hash. Nothing there is ever overwritten; the bytes are on the disk before
 * the row that names them is written, so a row never points to a file that a power cut took away.
 *
 * @throws AppError `bad_file` when the file is missing, unreadable, empty, too big or not a file
 */
export async function storeAttachment(
  dir: string,
  source: Source,
  maxBytes = MAX_ATTACHMENT_BYTES,
): Promise<StoredFile> {
  const input = await openSource(source, maxBytes);
  const temporary = join(dir, 'attachments', `incoming-${randomUUID()}`);
  try {
    const { sha256, size } = await copy(input, temporary, source, maxBytes);
    await settle(temporary, attachmentPath(dir, sha256), sha256, source);
    return { fileName: source.name, mediaType: mediaTypeOf(extname(source.name)), size, sha256 };
  } finally {
    await input.close();
    await rm(temporary, { force: true });
  }
}

/** What the program itself made, such as a signature drawn on the pad; kept as carefully as a file. */
export async function storeBytes(dir: string, name: string, bytes: Uint8Array): Promise<StoredFile> {
  const temporary = join(dir, 'attachments', `incoming-${randomUUID()}`);
  try {
    const output = await open(temporary, 'wx');
    try {
      await output.writeFile(bytes);
      await output.sync();
    } finally {
      await output.close();
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await settle(temporary, attachmentPath(dir, sha256), sha256, { path: temporary, name });
    return { fileName: name, mediaType: mediaTypeOf(extname(name)), size: bytes.byteLength, sha256 };
  } finally {
    await rm(temporary, { force: true });
  }
}

async function openSource(source: Source, maxBytes: number): Promise<FileHandle> {
  try {
    const info = await stat(source.path);
    if (!info.isFile()) throw new AppError('bad_file', `“${source.name}”不是文件，请选择一个文件。`);
    if (info.size === 0) throw new AppError('bad_file', `文件“${source.name}”是空的，请核对后重新选择。`);
    if (info.size > maxBytes) throw tooBig(source, maxBytes);
    await access(source.path, constants.R_OK);
    return await open(source.path, 'r');
  } catch (error) {
    throw unreadable(error, source);
  }
}

const tooBig = ({ name }: Source, maxBytes: number) =>
  new AppError(
    'bad_file',
    `文件“${name}”超过 ${Math.floor(maxBytes / 1024 / 1024)} MB，不能作为附件。请压缩或拆分后再上传。`,
  );

function unreadable(error: unknown, { name }: Source): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('bad_file', `找不到文件“${name}”，可能已被移动或删除。请重新选择。`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY')
    return new AppError(
      'bad_file',
      `文件“${name}”无法读取，可能正被其他程序占用或没有权限。请关闭占用它的程序后重试。`,
    );
  if (code === 'EIO')
    return new AppError('bad_file', `读取文件“${name}”时出错，存储它的磁盘可能有损坏。请换一份文件重试。`);
  return error;
}

async function copy(input: FileHandle, to: string, source: Source, maxBytes: number) {
  const hash = createHash('sha256');
  const output = await open(to, 'wx');
  let size = 0;
  try {
    const buffer = Buffer.allocUnsafe(1 << 20);
    for (;;) {
      const { bytesRead } = await input.read(buffer, 0, buffer.length, null).catch((error: unknown) => {
        throw unreadable(error, source);
      });
      if (bytesRead === 0) break;
      size += bytesRead;
      // the file may grow while it is read
      if (size > maxBytes) throw tooBig(source, maxBytes);
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      for (let done = 0; done < bytesRead; ) done += (await output.write(chunk, done)).bytesWritten;
    }
    await output.sync();
  } finally {
    await output.close();
  }
  return { sha256: hash.digest('hex'), size };
}

async function settle(temporary: string, path: string, sha256: string, source: Source): Promise<void> {
  const known = await stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  if (known) {
    if ((await fileSha256(path)) === sha256) return;
    throw new AppError(
      'store_damaged',
      `存储中与“${source.name}”相同的附件已损坏，程序未作改动。请先在“设置—存储”中核对存储并从备份恢复。`,
    );
  }
  await mkdir(dirname(path), { recursive: true });
  await rename(temporary, path);
  // Windows has no handle on a folder to flush
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** @throws AppError `conflict` when the same bytes already belong to this record */
export async function insertAttachment(tx: WriteTx, owner: AttachmentOwner, file: StoredFile, note: string) {
  const attached = await listAttachments(tx.db, owner);
  const same = attached.find((entry) => entry.sha256 === file.sha256);
  if (same) throw new AppError('conflict', `这个文件已经作为附件“${same.fileName}”上传过，无需重复上传。`);
  const row: AttachmentTable = {
    id: tx.newId(),
    owner_table: owner.table,
    owner_id: owner.id,
    file_name: file.fileName,
    media_type: file.mediaType,
    size: file.size,
    sha256: file.sha256,
    note,
    officer_id: tx.actor.id,
    created_at: tx.now,
  };
  tx.insert('attachment', row);
  return viewAttachment(row);
}

export async function listAttachments(db: ReadDb, owner: AttachmentOwner) {
  const rows = await db
    .selectFrom('attachment')
    .selectAll()
    .where('owner_table', '=', owner.table)
    .where('owner_id', '=', owner.id)
    .orderBy('id')
    .execute();
  return rows.map(viewAttachment);
}

const viewAttachment = (row: AttachmentTable) => ({
  id: row.id,
  fileName: row.file_name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
  note: row.note,
  createdAt: row.created_at,
});
