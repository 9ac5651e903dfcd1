import { isUtf8 } from 'node:buffer';
import { ByteWindow } from './byte-window';
import { badFile, type ReadOptions } from './table';
import { decodeExcelEscapes, decodeXmlText, malformed, richText } from './xml';
import { streamEntry, type ZipEntry, type ZipFile } from './zip';

const maxBytes = 1024 ** 3;
const maxStrings = 20_000_000;
const textClose = Buffer.from('</t>');

/** All shared strings of a workbook, in order. */
export async function readSharedStrings(
  zip: ZipFile,
  entry: ZipEntry,
  options: Pick<ReadOptions, 'isCancelled'>,
): Promise<readonly string[]> {
  if (entry.size > maxBytes) throw badFile('文件的文字内容超过 1 GB，请拆分成几个文件后分别导入。');
  const window = new ByteWindow();
  const strings: string[] = [];
  let marks: Marks | undefined;
  let ended = false;
  for await (const piece of streamEntry(zip, entry, { isCancelled: options.isCancelled })) {
    if (ended) continue;
    window.append(piece);
    marks ??= findMarks(window);
    if (!marks) continue;
    ended = takeStrings(window, marks, strings);
    if (strings.length > maxStrings) throw badFile('文件的文字内容过多，请拆分成几个文件后分别导入。');
  }
  if (!ended) throw malformed();
  return strings;
}

/** The tags as this file spells them (`<si>` or `<x:si>`). */
type Marks = { readonly open: Buffer; readonly close: Buffer; readonly end: Buffer; readonly empty: boolean };

function findMarks(window: ByteWindow): Marks | undefined {
  const prolog = window.bytes.toString('latin1', window.start, Math.min(window.end, window.start + 4096));
  if (/<!DOCTYPE/i.test(prolog)) throw badFile('文件内含有不允许的 DTD 声明，为安全起见没有读取。');
  const root = /<((?:[\w.-]+:)?)sst(?:\s[^>]*?)?(\/?)>/.exec(prolog);
  if (!root) return undefined;
  const prefix = root[1] as string;
  window.start += root.index + root[0].length;
  return {
    open: Buffer.from(`<${prefix}si`),
    close: Buffer.from(`</${prefix}si>`),
    end: Buffer.from(`</${prefix}sst`),
    empty: root[2] === '/',
  };
}

/** Takes whole `<si>` elements from the window; true when the list is closed. */
function takeStrings(window: ByteWindow, marks: Marks, strings: string[]): boolean {
  if (marks.empty) return true;
  const { bytes, end } = window;
  const from = window.start;
  let at = from;
  let closed = false;
  for (;;) {
    let tag = at;
    while (bytes[tag] !== 0x3c && tag < end) tag++;
    if (tag + marks.end.length > end) break;
    if (startsWith(bytes, tag, marks.end)) {
      closed = true;
      break;
    }
    if (!startsWith(bytes, tag, marks.open)) {
      // Neither a string nor the end: an extension or a comment; pass over the tag.
      const next = bytes.indexOf(0x3e, tag);
      if (next < 0 || next >= end) break;
      at = next + 1;
      continue;
    }
    const open = bytes.indexOf(0x3e, tag);
    if (open < 0 || open >= end) break;
    if (bytes[open - 1] === 0x2f) {
      strings.push('');
      at = open + 1;
      continue;
    }
    const close = bytes.indexOf(marks.close, open);
    if (close < 0 || close + marks.close.length > end) break;
    strings.push(plainText(bytes, open + 1, close) ?? richText(bytes.toString('utf8', open + 1, close)));
    at = close + marks.close.length;
  }
  if (!isUtf8(bytes.subarray(from, at))) throw malformed();
  window.start = at;
  return closed;
}

/** The text when the element holds nothing but one `<t>`; cut straight from the bytes so that no larger text is kept. */
function plainText(bytes: Buffer, from: number, close: number): string | undefined {
  if (bytes[from] !== 0x3c || bytes[from + 1] !== 0x74) return undefined;
  const textStart = bytes.indexOf(0x3e, from) + 1;
  const textEnd = close - 4;
  if (textStart > textEnd || bytes[textStart - 2] === 0x2f || !startsWith(bytes, textEnd, textClose)) return undefined;
  for (let at = textStart; at < textEnd; at++) if (bytes[at] === 0x3c) return undefined;
  return decodeExcelEscapes(decodeXmlText(bytes.toString('utf8', textStart, textEnd)));
}

function startsWith(bytes: Buffer, at: number, mark: Buffer): boolean {
  for (let index = 0; index < mark.length; index++) if (bytes[at + index] !== mark[index]) return false;
  return true;
}
