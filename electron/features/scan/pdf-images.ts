import { inflateSync } from 'node:zlib';

/** A picture out of a PDF, in the order of the file. */
export type PdfImage = { readonly page: number; readonly bytes: Uint8Array };

const MAX_IMAGES = 300;

/**
 * The JPEG pictures that scanners put into a PDF, one a page. Other ways to store a picture (CCITT, JBIG2, JPEG 2000)
 * are not read; neither is an encrypted file. The order is that of the pictures in the file, which in a scanned
 * document is that of its pages.
 *
 * @example pdfImages(bytes).map((image) => image.page) // [1, 2, 3]
 */
export function pdfImages(bytes: Uint8Array): readonly PdfImage[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return [];
  const images: PdfImage[] = [];
  for (let at = file.indexOf('/DCTDecode'); at >= 0 && images.length < MAX_IMAGES; ) {
    const start = file.indexOf('stream', at);
    if (start < 0) break;
    const dictionary = file.toString('latin1', Math.max(0, file.lastIndexOf('obj', at)), start);
    const from = start + (file[start + 6] === 0x0d ? 8 : 7);
    const end = file.indexOf('endstream', from);
    if (end < 0) break;
    const image = decoded(file.subarray(from, end), dictionary);
    // a picture of some dots is a logo or a mask
    if (image && image.length > 2000) images.push({ page: images.length + 1, bytes: image });
    at = file.indexOf('/DCTDecode', end);
  }
  return images;
}

function decoded(stream: Buffer, dictionary: string): Uint8Array | null {
  const packed = /\/FlateDecode\s*\/DCTDecode/.test(dictionary);
  try {
    const bytes = packed ? inflateSync(stream) : stream;
    return bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes : null;
  } catch {
    // a stream that was not written whole
    return null;
  }
}
