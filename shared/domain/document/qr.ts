import { encode } from 'uqr';
import { AppError } from '../../kernel/errors';

/** Modules of white that readers need around a code (ISO/IEC 18004). */
export const QR_QUIET = 4;

/** Longest text a paper's code may carry: what is longer gets modules too small for a phone or a scanner. */
export const QR_MAX_BYTES = 300;

/** A code without its white border; `dark[row][column]`. */
export type QrMatrix = { readonly size: number; readonly dark: readonly (readonly boolean[])[] };

/**
 * The modules of a QR code, error correction M (a seventh may be stained and it still reads).
 *
 * @throws AppError `bad_input` for an empty text or one of more than `QR_MAX_BYTES` bytes
 * @example qrMatrix('ZX1|inspection|0197|blank|A6B3').size // 33
 */
export function qrMatrix(text: string): QrMatrix {
  const bytes = utf8Length(text);
  if (bytes === 0) throw new AppError('bad_input', '没有可以写成二维码的内容，请先保存记录再打印。');
  if (bytes > QR_MAX_BYTES)
    throw new AppError('bad_input', `二维码内容有 ${bytes} 个字节，最多 ${QR_MAX_BYTES} 个，请缩短内容。`);
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  return { size, dark: data };
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Which record a paper belongs to, and which of its papers it is. */
export type RecordCode = {
  /** The record's table, e.g. `inspection`. */
  readonly noun: string;
  readonly id: string;
  /** Which paper: `record`, `blank`, `order` … */
  readonly paper: string;
};

const PREFIX = 'ZX1';
const WORD = /^[a-z][a-z0-9_-]{0,39}$/;
const ID = /^[0-9A-Za-z-]{1,64}$/;

/**
 * What the QR code of a paper says: `ZX1|noun|record id|paper|check`. No name and no address: a sheet that is lost
 * tells nothing about the subject.
 *
 * @throws AppError `bad_input` for a part that cannot stand in a code
 * @example writeRecordCode({ noun: 'inspection', id: '0197', paper: 'blank' }) // 'ZX1|inspection|0197|blank|A6B3'
 */
export function writeRecordCode({ noun, id, paper }: RecordCode): string {
  if (!WORD.test(noun) || !WORD.test(paper) || !ID.test(id))
    throw new AppError('bad_input', '这份记录的编号不能写成二维码，请联系维护人员。');
  const body = [PREFIX, noun, id, paper].join('|');
  return `${body}|${check(body)}`;
}

/** A code that is none of ours is a fact about the paper, not an error; one that is damaged must not bind anything. */
export type RecordCodeReading =
  | { readonly kind: 'record'; readonly code: RecordCode }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'damaged'; readonly message: string };

/**
 * Reads a paper's code back, scanned or typed in; spaces around it and small letters in the check do not matter.
 *
 * @returns `foreign` for any other QR code, `damaged` with a sentence for one of ours that does not check
 * @example readRecordCode('ZX1|inspection|0197|blank|A6B3').kind // 'record'
 */
export function readRecordCode(text: string): RecordCodeReading {
  const parts = text.trim().split('|');
  const [prefix = '', noun = '', id = '', paper = '', digits = ''] = parts;
  if (!/^ZX\d+$/.test(prefix)) return { kind: 'foreign' };
  const damaged = (message: string) => ({ kind: 'damaged', message }) as const;
  if (prefix !== PREFIX)
    return damaged('这张纸的二维码由更新的程序生成，本程序不认识，请升级程序，或手工选择所属记录。');
  const whole = parts.length === 5 && WORD.test(noun) && WORD.test(paper) && ID.test(id);
  if (!whole || check(parts.slice(0, 4).join('|')) !== digits.toUpperCase())
    return damaged('二维码内容不完整或有误，没有归入任何记录，请重新扫描，或手工选择所属记录。');
  return { kind: 'record', code: { noun, id, paper } };
}

/** CRC-16/CCITT-FALSE as four hex digits: finds every single wrong character and all changes within two in a row. */
function check(body: string): string {
  let crc = 0xffff;
  for (let at = 0; at < body.length; at++) {
    crc ^= body.charCodeAt(at) << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
