import { crc32, deflateSync } from 'node:zlib';
import { QR_QUIET, qrMatrix } from '#shared/domain/document/qr';
import type { Paper, PaperCell, PicturePlace } from './paper';

/** Pixels a module: 600 dpi printers draw it sharp at 30 mm, and the file stays under 2 kB. */
const SCALE = 10;
/** Wide enough for a hash to be read by a phone from an arm's length. */
const QR_MM = 28;
const POINTS_PER_MM = 72 / 25.4;
const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG of the text's QR code with its white border: one bit a pixel, black and white only, so that no printer makes
 * grey edges of it.
 *
 * @throws AppError `bad_input` as `qrMatrix` does
 */
export function qrPng(text: string): Uint8Array {
  const { size, dark } = qrMatrix(text);
  const edge = (size + 2 * QR_QUIET) * SCALE;
  const stride = 1 + Math.ceil(edge / 8);
  // 1 is white in a greyscale picture; every line begins with filter 0
  const pixels = new Uint8Array(stride * edge).fill(0xff);
  for (let y = 0; y < edge; y++) {
    pixels[y * stride] = 0;
    const row = dark[Math.floor(y / SCALE) - QR_QUIET];
    if (!row) continue;
    for (let x = 0; x < edge; x++) {
      if (!row[Math.floor(x / SCALE) - QR_QUIET]) continue;
      const at = y * stride + 1 + (x >> 3);
      pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, edge);
  view.setUint32(4, edge);
  // one bit a pixel, greyscale; deflate, no filter method, not interlaced
  header.set([1, 0, 0, 0, 0], 8);
  return join([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', new Uint8Array())]);
}

/** Puts the text's QR code on a paper, `mm` wide. */
export function placeQr(paper: Paper, text: string, place: PicturePlace): void {
  paper.picture(qrPng(text), 'png', place);
}

/**
 * A labelled text with its QR code in a cell of its own at the right; spans are the caller's, since grids differ.
 *
 * @example qrRow(paper, { text: '校验值', span: 2, look: 'label' }, { text: hash, span: 7 }, { text: hash, span: 3 })
 */
export function qrRow(
  paper: Paper,
  label: PaperCell,
  text: PaperCell,
  qr: { readonly text: string; readonly span: number; readonly mm?: number },
): void {
  const { mm = QR_MM } = qr;
  const row = paper.next;
  const column = 1 + (label.span ?? 1) + (text.span ?? 1);
  paper.row([label, text, { text: '', span: qr.span, look: 'cell' }], { minHeight: (mm + 2) * POINTS_PER_MM });
  placeQr(paper, qr.text, {
    row,
    column,
    mm,
    rightMm: Math.max(1, (paper.widthMm(column, qr.span) - mm) / 2),
    downMm: 1,
  });
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
