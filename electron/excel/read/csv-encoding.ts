import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { badFile, type ReadOptions, readFailure, throwIfCancelled } from './table';

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'gb18030';

const pieceSize = 256 * 1024;
const maxLine = 8 * 1024 * 1024;
/** So many valid multi-byte characters before the first bad byte are no accident: the file is damaged UTF-8. */
const surelyUtf8 = 10;

/**
 * The encoding of a .csv, decided over the whole file before the first row is handed out: a byte order mark, else
 * UTF-8 when every byte fits, else GB18030 when every byte fits. Anything else is refused, as a guess would damage
 * names without a trace.
 */
export async function detectEncoding(path: string, options: ReadOptions): Promise<CsvEncoding> {
  const start = await readStart(path);
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff)
    throw badFile('文件是 UTF-16BE 编码，请用 Excel 另存为“CSV UTF-8（逗号分隔）”后再导入。');
  const bad = await firstBad(path, 'utf-8', options);
  if (!bad) return 'utf-8';
  const hasMark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
  if (hasMark || bad.wideBefore >= surelyUtf8) throw badText('UTF-8 文件', bad);
  const badGb = await firstBad(path, 'gb18030', options);
  if (badGb) throw badText('文件既不是 UTF-8 也不是 GB18030 编码（按 GB18030 检查），', badGb);
  return 'gb18030';
}

type BadByte = { readonly offset: number; readonly line: number; readonly wideBefore: number };

function badText(what: string, bad: BadByte): Error {
  const place = `第 ${bad.line} 行（第 ${bad.offset + 1} 个字节）`;
  return badFile(`${what}${place}处有无法识别的文字，请在 Excel 中打开核对，再另存为“CSV UTF-8（逗号分隔）”后导入。`);
}

/** The text as UTF-8 bytes without byte order mark, whatever the file's encoding. */
export async function* utf8Pieces(
  path: string,
  encoding: CsvEncoding,
  options: ReadOptions,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { fatal: true });
  let first = true;
  let read = 0;
  for await (const piece of readPieces(path, options)) {
    read += piece.length;
    if (decoder) {
      const text = decodeOrRefuse(decoder, piece, encoding, read);
      if (text.includes('\0')) throw nulByte(read);
      yield Buffer.from(text, 'utf8');
    } else yield first && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? piece.subarray(3) : piece;
    first = false;
    onRead?.(read);
  }
  if (decoder) decodeOrRefuse(decoder, undefined, encoding, read);
}

function decodeOrRefuse(
  decoder: InstanceType<typeof TextDecoder>,
  piece: Buffer | undefined,
  encoding: CsvEncoding,
  read: number,
): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw badFile(
      `${encoding.toUpperCase()} 文件在第 ${read} 个字节之前有无法识别的文字，可能不完整，请重新另存后导入。`,
    );
  }
}

async function firstBad(
  path: string,
  encoding: 'utf-8' | 'gb18030',
  options: ReadOptions,
): Promise<BadByte | undefined> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  let line = 1;
  let wideBefore = 0;
  for await (const piece of readPieces(path, options)) {
    const nul = piece.indexOf(0);
    if (nul >= 0) throw nulByte(offset + rest.length + nul + 1);
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const cut = encoding === 'utf-8' ? wholeCharacters(bytes) : wholeLines(bytes);
    if (cut === 0 && bytes.length > maxLine) throw badFile('文件中有超过 8 MB 的一行，不像正常的表格，已停止读取。');
    const whole = bytes.subarray(0, cut);
    const bad = badIn(whole, encoding);
    if (bad >= 0) {
      return {
        offset: offset + bad,
        line: line + lines(whole.subarray(0, bad)),
        wideBefore: wideBefore + wide(whole.subarray(0, bad)),
      };
    }
    offset += cut;
    line += lines(whole);
    if (wideBefore < surelyUtf8) wideBefore += wide(whole);
    rest = Buffer.from(bytes.subarray(cut));
  }
  const bad = badIn(rest, encoding, true);
  return bad < 0 ? undefined : { offset: offset + bad, line: line + lines(rest.subarray(0, bad)), wideBefore };
}

/** Index of the first byte that does not fit, or -1. */
function badIn(bytes: Buffer, encoding: 'utf-8' | 'gb18030', last = false): number {
  if (encoding === 'utf-8' && isUtf8(bytes)) return -1;
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !last });
    return -1;
  } catch {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for (let at = 0; at < bytes.length; at++) {
      try {
        decoder.decode(bytes.subarray(at, at + 1), { stream: true });
      } catch {
        return at;
      }
    }
    return bytes.length;
  }
}

/** Leaves the last multi-byte character to the next piece, complete or not. */
function wholeCharacters(bytes: Buffer): number {
  let cut = bytes.length;
  while (cut > 0 && cut > bytes.length - 4 && ((bytes[cut - 1] as number) & 0xc0) === 0x80) cut--;
  return cut > 0 && (bytes[cut - 1] as number) >= 0xc0 ? cut - 1 : cut;
}

/** Line ends are never the second half of a GB18030 character, so it is safe to cut behind them. */
function wholeLines(bytes: Buffer): number {
  return Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
}

function lines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count++;
  return count;
}

function wide(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xc0 && ++count >= surelyUtf8) break;
  return count;
}

async function readStart(path: string): Promise<Buffer> {
  for await (const piece of readPieces(path, {})) return piece;
  throw badFile('文件是空的，请核对后重新选择。');
}

async function* readPieces(path: string, options: ReadOptions): AsyncGenerator<Buffer, void, undefined> {
  const source = createReadStream(path, { highWaterMark: pieceSize });
  try {
    for await (const piece of source as AsyncIterable<Buffer>) {
      throwIfCancelled(options);
      yield piece;
    }
  } catch (error) {
    throw readFailure(error);
  } finally {
    source.destroy();
  }
}

function nulByte(at: number): Error {
  return badFile(
    `文件第 ${at} 个字节附近有空字符（NUL），不是文本表格，或者是没有标记的 UTF-16，请用 Excel 另存为“CSV UTF-8（逗号分隔）”。`,
  );
}
