import { readFile } from 'node:fs/promises';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { attachmentPath } from '../../db/verify';
import { findEvidence } from './evidence-repository';

const MAX_BYTES = 64 << 20;
const MAX_TEXT = 200_000;

/** A saved page as plain text: nothing in it is run, loaded or followed. */
export async function readPage(db: ReadDb, dir: string, id: string) {
  const row = await findEvidence(db, id);
  if (!row) throw new AppError('not_found', '没有找到这份证据，请刷新后重试。');
  if (row.file_type !== 'html' && row.file_type !== 'mhtml' && row.file_type !== 'text')
    throw new AppError('bad_input', '这份证据不是网页文件，请用“用其他程序打开”查看。');
  if (row.size > MAX_BYTES) throw new AppError('bad_file', '网页文件超过 64 MB，不能在此查看，请用其他程序打开。');
  const bytes = await readFile(attachmentPath(dir, row.sha256));
  const html = row.file_type === 'mhtml' ? mainPart(bytes) : decode(bytes);
  const text = row.file_type === 'text' ? html : plainText(html);
  const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? '';
  return { title: entities(title).trim().slice(0, 200), text: text.slice(0, MAX_TEXT), cut: text.length > MAX_TEXT };
}

function decode(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const named = /charset=["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  const encoding = named.startsWith('gb') ? 'gb18030' : named;
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    // an encoding that nobody knows; the letters of ASCII survive in any case
    if (error instanceof RangeError) return new TextDecoder('utf-8').decode(bytes);
    throw error;
  }
}

/** The first HTML part of a page archive. */
function mainPart(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(raw)?.[1];
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`);
  const part = parts.find((one) => /^\s*[\s\S]{0,2000}?content-type:\s*text\/html/i.test(one)) ?? raw;
  const gap = /\r?\n\r?\n/.exec(part.trimStart());
  const [head, body] = gap
    ? [part.trimStart().slice(0, gap.index), part.trimStart().slice(gap.index + gap[0].length)]
    : ['', part];
  const encoding = /content-transfer-encoding:\s*(\S+)/i.exec(head)?.[1]?.toLowerCase();
  const named = /charset="?([\w-]+)/i.exec(head)?.[1];
  const content =
    encoding === 'base64'
      ? Buffer.from(body.replace(/\s/g, ''), 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquote(body) : body, 'latin1');
  return named ? decode(Buffer.concat([Buffer.from(`<!-- charset=${named} -->`), content])) : decode(content);
}

const unquote = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function plainText(html: string): string {
  const withoutCode = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|noscript|template|svg|head)\b[\s\S]*?<\/\1\s*>/gi, '');
  const lines = withoutCode
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/section|\/article)\b[^>]*>/gi, '\n')
    .replace(/<\/t[dh]\s*>/gi, '\t')
    .replace(/<[^>]*>/g, '');
  return entities(lines)
    .split('\n')
    .map((line) => line.replace(/[^\S\t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  yen: '¥',
};

const entities = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return NAMED[code.toLowerCase()] ?? whole;
    const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
