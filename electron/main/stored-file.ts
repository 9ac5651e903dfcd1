import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { extensionOf, type FileType, fileTypeOf } from '#shared/domain/evidence/file-type';
import { AppError } from '#shared/kernel/errors';

const SHA256 = /^[0-9a-f]{64}$/;
const HEAD_BYTES = 1024;

/** A file of the store is named by its digest alone, so that no name of the page's leads anywhere else. */
const pathOf = (storeDir: string, sha256: string): string => join(storeDir, 'attachments', sha256.slice(0, 2), sha256);

async function headOf(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return null;
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * A stored picture for the window. Only what the bytes themselves say is a picture that browsers draw; a page, a
 * program or a drawing with scripts (SVG) is never given out, whatever its name.
 */
export async function storedPicture(storeDir: string, sha256: string): Promise<Response> {
  if (!SHA256.test(sha256)) return new Response(null, { status: 404 });
  const path = pathOf(storeDir, sha256);
  const head = await headOf(path);
  if (!head) return new Response(null, { status: 404 });
  const type = fileTypeOf(head, '');
  if (type.preview !== 'possible') return new Response(null, { status: 415 });
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
    headers: {
      'content-type': type.mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      // no-store: a picture is evidence, and nothing of it stays in the cache of the window
      'cache-control': 'no-store',
    },
  });
}

/**
 * A read-only copy under the file's own name in a folder of its own, for the desktop's program: the stored bytes are
 * out of its reach, and its ending is that of what the bytes are, so that a renamed program is not run.
 *
 * @throws AppError `not_found`, `forbidden` for a file whose kind is not known
 */
export async function copyForViewing(
  folder: string,
  storeDir: string,
  { sha256, fileName }: { readonly sha256: string; readonly fileName: string },
): Promise<string> {
  const path = pathOf(storeDir, sha256);
  const head = SHA256.test(sha256) ? await headOf(path) : null;
  if (!head) throw new AppError('not_found', '证据文件不见了，请先“核对证据”，再从备份或原始载体补回。');
  const type = fileTypeOf(head, fileName);
  if (type.code === 'unknown')
    throw new AppError('forbidden', `无法确认“${fileName}”是什么文件，为安全起见不直接打开。请先用杀毒软件检查。`);
  await mkdir(folder, { recursive: true });
  const target = join(await mkdtemp(join(folder, 'view-')), safeName(fileName, type));
  await copyFile(path, target);
  await chmod(target, 0o444);
  return target;
}

function safeName(fileName: string, type: FileType): string {
  const clean = fileName.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(-120);
  const [first = 'bin'] = type.extensions;
  return type.extensions.includes(extensionOf(clean)) ? clean : `${clean}.${first}`;
}

/** Copies of the last session; those of a program that still shows them stay. */
export async function removeViewed(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 1 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EBUSY' && error.code !== 'EPERM' && error.code !== 'ENOTEMPTY') throw error;
  });
}
