import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import type { TransformOptions } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { badFile, type ReadOptions, readFailure, throwIfCancelled } from './table';

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerOffset: number;
};

/** Entries by lower-case name with forward slashes. */
export type ZipFile = { readonly path: string; readonly entries: ReadonlyMap<string, ZipEntry> };

const pieceSize = 128 * 1024;
const maxDirectory = 16 * 1024 * 1024;
const maxEntry = 8 * 1024 ** 3;
/** Deflate reaches 1032 : 1 on nothing but zeros; sheets stay below 100 : 1. Small entries may be anything. */
const bombSize = 256 * 1024 * 1024;
const bombRatio = 300;

const damaged = () =>
  badFile('文件不完整或已损坏（压缩内容读不出来），请向提供方重新索取，或用 Excel 打开后另存一份。');

/** Reads the central directory. Whatever does not add up is refused here, before anything is unpacked. */
export function readZipDirectory(path: string): ZipFile {
  return withFile(path, (fd) => {
    const fileSize = fstatSync(fd).size;
    const tail = readAt(fd, Math.max(0, fileSize - 65_557), Math.min(fileSize, 65_557));
    const at = findEnd(tail);
    if (at < 0) throw damaged();
    let directorySize = tail.readUInt32LE(at + 12);
    let directoryAt = tail.readUInt32LE(at + 16);
    if (at >= 20 && tail.readUInt32LE(at - 20) === 0x07064b50) {
      const end64At = Number(tail.readBigUInt64LE(at - 20 + 8));
      if (end64At + 56 > fileSize) throw damaged();
      const end64 = readAt(fd, end64At, 56);
      if (end64.readUInt32LE(0) !== 0x06064b50) throw damaged();
      directorySize = Number(end64.readBigUInt64LE(40));
      directoryAt = Number(end64.readBigUInt64LE(48));
    }
    if (directorySize > maxDirectory || directoryAt + directorySize > fileSize) throw damaged();
    return { path, entries: parseDirectory(readAt(fd, directoryAt, directorySize)) };
  });
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) === 0x06054b50 && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return -1;
}

function parseDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    if (extraEnd > bytes.length) throw damaged();
    const name = bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
    const [size, packedSize, headerOffset] = wideSizes(bytes, at, nameEnd, extraEnd);
    entries.set(name.toLowerCase(), {
      name,
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      packedSize,
      size,
      headerOffset,
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  if (at !== bytes.length || entries.size === 0) throw damaged();
  return entries;
}

/** Size, packed size and offset; values of 0xffffffff stand in the zip64 extra field, in this order. */
function wideSizes(bytes: Buffer, at: number, extraAt: number, extraEnd: number): [number, number, number] {
  const values: [number, number, number] = [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ];
  for (let field = extraAt; field + 4 <= extraEnd; field += 4 + bytes.readUInt16LE(field + 2)) {
    if (bytes.readUInt16LE(field) !== 1) continue;
    let next = field + 4;
    const fieldEnd = Math.min(extraEnd, next + bytes.readUInt16LE(field + 2));
    for (const index of [0, 1, 2] as const) {
      if (values[index] !== 0xffffffff) continue;
      if (next + 8 > fieldEnd) throw damaged();
      values[index] = Number(bytes.readBigUInt64LE(next));
      next += 8;
    }
  }
  return values;
}

/** The whole of a small entry (workbook, styles, relations). */
export function readEntry(zip: ZipFile, entry: ZipEntry, limit = 32 * 1024 * 1024): Buffer {
  if (entry.size > limit || entry.packedSize > limit)
    throw badFile(`文件中的 ${entry.name} 过大，不像正常的表格，已停止读取。`);
  const { start, packedSize } = locate(zip, entry);
  const packed = withFile(zip.path, (fd) => readAt(fd, start, packedSize));
  let bytes = packed;
  if (entry.method === 8) {
    try {
      bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    } catch {
      throw damaged();
    }
  }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged();
  return bytes;
}

/** An entry piece by piece. Size and check sum are compared at the end, the size limit all the way. */
export async function* streamEntry(
  zip: ZipFile,
  entry: ZipEntry,
  options: Pick<ReadOptions, 'onProgress' | 'isCancelled'>,
): AsyncGenerator<Buffer, void, undefined> {
  const { start, packedSize } = locate(zip, entry);
  if (packedSize === 0) {
    if (entry.size !== 0) throw damaged();
    return;
  }
  const source = createReadStream(zip.path, { start, end: start + packedSize - 1, highWaterMark: pieceSize });
  // A generous mark lets the inflating thread run ahead while the caller looks at the piece before.
  const settings: ZlibOptions & TransformOptions = { chunkSize: pieceSize, readableHighWaterMark: 4 * pieceSize };
  const inflate = entry.method === 8 ? createInflateRaw(settings) : null;
  if (inflate) {
    source.on('error', (error) => inflate.destroy(error));
    source.pipe(inflate);
  }
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of (inflate ?? source) as AsyncIterable<Buffer>) {
      throwIfCancelled(options);
      size += piece.length;
      if (size > entry.size) throw damaged();
      crc = crc32(piece, crc);
      yield piece;
      options.onProgress?.(source.bytesRead, packedSize);
    }
  } catch (error) {
    throw String((error as NodeJS.ErrnoException).code).startsWith('Z_') ? damaged() : readFailure(error);
  } finally {
    source.destroy();
    inflate?.destroy();
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged();
}

function locate(zip: ZipFile, entry: ZipEntry): { readonly start: number; readonly packedSize: number } {
  if (entry.encrypted) throw badFile('文件带有密码，无法读取，请在 Excel 或压缩软件中去掉密码后另存一份。');
  if (entry.method !== 0 && entry.method !== 8)
    throw badFile('文件使用了不支持的压缩方式，请用 Excel 打开后另存为 .xlsx。');
  if (entry.size > maxEntry || (entry.size > bombSize && entry.size > entry.packedSize * bombRatio)) {
    throw badFile('文件解压后大得不正常，为安全起见没有读取，请核对文件来源。');
  }
  return withFile(zip.path, (fd) => {
    const header = readAt(fd, entry.headerOffset, 30);
    if (header.readUInt32LE(0) !== 0x04034b50) throw damaged();
    const start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (start + entry.packedSize > fstatSync(fd).size) throw damaged();
    return { start, packedSize: entry.packedSize };
  });
}

function withFile<T>(path: string, use: (fd: number) => T): T {
  let fd: number | undefined;
  try {
    fd = openSync(path, 'r');
    return use(fd);
  } catch (error) {
    throw readFailure(error);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function readAt(fd: number, position: number, length: number): Buffer {
  if (!Number.isSafeInteger(position)) throw damaged();
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(fd, bytes, done, length - done, position + done);
    if (count === 0) throw damaged();
    done += count;
  }
  return bytes;
}
