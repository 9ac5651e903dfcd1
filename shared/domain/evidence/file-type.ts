import type { EvidenceKind, PreviewState } from './codes';

/** What a file is by its first bytes, whatever its name says. */
export type FileType = {
  readonly code: string;
  /** As shown: `JPEG 图片`. */
  readonly label: string;
  readonly mediaType: string;
  readonly extensions: readonly string[];
  readonly kind: EvidenceKind;
  readonly preview: PreviewState;
};

const type = (
  code: string,
  label: string,
  mediaType: string,
  extensions: readonly string[],
  kind: EvidenceKind,
  preview: PreviewState = 'not_image',
): FileType => ({ code, label, mediaType, extensions, kind, preview });

const JPEG = type('jpeg', 'JPEG 图片', 'image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif'], 'photo', 'possible');
const PNG = type('png', 'PNG 图片', 'image/png', ['png'], 'photo', 'possible');
const GIF = type('gif', 'GIF 图片', 'image/gif', ['gif'], 'photo', 'possible');
const BMP = type('bmp', 'BMP 图片', 'image/bmp', ['bmp', 'dib'], 'photo', 'possible');
const WEBP = type('webp', 'WebP 图片', 'image/webp', ['webp'], 'photo', 'possible');
const TIFF = type('tiff', 'TIFF 图片', 'image/tiff', ['tif', 'tiff'], 'photo', 'format');
const HEIC = type('heic', 'HEIC 图片', 'image/heic', ['heic', 'heif', 'hif'], 'photo', 'heic');
const AVIF = type('avif', 'AVIF 图片', 'image/avif', ['avif'], 'photo', 'format');
const PDF = type('pdf', 'PDF 文件', 'application/pdf', ['pdf'], 'document');
const MP4 = type('mp4', 'MP4 视频', 'video/mp4', ['mp4', 'm4v', 'mov', '3gp'], 'video');
const M4A = type('m4a', 'M4A 音频', 'audio/mp4', ['m4a', 'aac'], 'audio');
const AVI = type('avi', 'AVI 视频', 'video/x-msvideo', ['avi'], 'video');
const WAV = type('wav', 'WAV 音频', 'audio/wav', ['wav'], 'audio');
const MP3 = type('mp3', 'MP3 音频', 'audio/mpeg', ['mp3'], 'audio');
const ZIP = type(
  'zip',
  '压缩包或 Office 文档',
  'application/zip',
  ['zip', 'docx', 'xlsx', 'pptx', 'ofd', 'wps'],
  'document',
);
const OLE = type('ole', 'Office 文档', 'application/x-ole-storage', ['doc', 'xls', 'ppt', 'wps', 'et'], 'document');
const HTML = type('html', '网页文件', 'text/html', ['html', 'htm', 'xhtml'], 'page');
const MHTML = type('mhtml', '网页归档文件', 'multipart/related', ['mhtml', 'mht', 'eml'], 'page');
const UNKNOWN = type('unknown', '未识别的文件', 'application/octet-stream', [], 'other');

const EXTENSION_ONLY: Readonly<Record<string, FileType>> = {
  txt: type('text', '文本文件', 'text/plain', ['txt', 'csv', 'log'], 'document'),
  csv: type('text', '文本文件', 'text/plain', ['txt', 'csv', 'log'], 'document'),
};

/**
 * What the first bytes (64 are enough, more find a page behind its comments) say a file is; the name decides only
 * where bytes say nothing (plain text).
 *
 * @example fileTypeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), '店招.jpg').code // 'png'
 */
export function fileTypeOf(head: Uint8Array, fileName: string): FileType {
  const text = ascii(head, 0, 1024);
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return JPEG;
  if (text.startsWith('\u0089PNG\r\n\u001a\n')) return PNG;
  if (/^GIF8[79]a/.test(text)) return GIF;
  if (text.startsWith('BM') && head.length > 26 && ascii(head, 6, 10) === '\0\0\0\0') return BMP;
  if (text.startsWith('RIFF')) {
    const form = ascii(head, 8, 12);
    return form === 'WEBP' ? WEBP : form === 'AVI ' ? AVI : form === 'WAVE' ? WAV : UNKNOWN;
  }
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return TIFF;
  if (ascii(head, 4, 8) === 'ftyp') return brandOf(ascii(head, 8, 12), ascii(head, 8, 40));
  if (text.startsWith('%PDF-')) return PDF;
  if (text.startsWith('ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)) return MP3;
  if (text.startsWith('PK\u0003\u0004')) return ZIP;
  if (text.startsWith('\u00d0\u00cf\u0011\u00e0')) return OLE;
  if (/^\s*(\u00ef\u00bb\u00bf)?\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html)\b/i.test(text)) return HTML;
  if (
    /^(From|MIME-Version|Subject|Snapshot-Content-Location|Content-Type):/im.test(text) &&
    /multipart\/related/i.test(text)
  )
    return MHTML;
  return EXTENSION_ONLY[extensionOf(fileName)] ?? UNKNOWN;
}

const HEIF_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/;

function brandOf(major: string, brands: string): FileType {
  if (/avi[fs]/.test(brands)) return AVIF;
  if (HEIF_BRANDS.test(major)) return HEIC;
  return major.startsWith('M4A') ? M4A : MP4;
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/** Without the dot, in small letters. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase();
}

/**
 * The sentence about a name that says another kind of file than the bytes are; empty when they agree or when the bytes
 * are not known.
 *
 * @example renamedSentence(PNG, '店招.jpg') // '文件名是 .jpg，内容是 PNG 图片'
 */
export function renamedSentence(found: FileType, fileName: string): string {
  const extension = extensionOf(fileName);
  if (found.code === 'unknown') {
    const promised = Object.values(KNOWN).find((known) => known.extensions.includes(extension));
    return promised && promised.preview !== 'not_image' ? `文件名是 .${extension}，内容不是图片` : '';
  }
  if (found.extensions.length === 0 || found.extensions.includes(extension)) return '';
  return extension === '' ? `文件名没有扩展名，内容是 ${found.label}` : `文件名是 .${extension}，内容是 ${found.label}`;
}

const KNOWN: Readonly<Record<string, FileType>> = {
  ...Object.fromEntries(
    [JPEG, PNG, GIF, BMP, WEBP, TIFF, HEIC, AVIF, PDF, MP4, M4A, AVI, WAV, MP3, ZIP, OLE, HTML, MHTML, UNKNOWN].map(
      (known) => [known.code, known],
    ),
  ),
  ...EXTENSION_ONLY,
};

/** The type of a stored code. */
export const fileTypeByCode = (code: string): FileType =>
  Object.values(KNOWN).find((known) => known.code === code) ?? UNKNOWN;
