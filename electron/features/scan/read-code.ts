import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
// inside the program itself: there is no file to be missed, neither in a package nor beside the command line
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url&inline';
import { readRecordCode } from '#shared/domain/document/qr';

let ready: Promise<unknown> | null = null;

function load(): Promise<unknown> {
  ready ??= Promise.resolve(
    prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(Buffer.from(wasm.slice(wasm.indexOf(',') + 1), 'base64')).buffer },
      fireImmediately: true,
    }),
  );
  return ready;
}

/**
 * The texts of the QR codes in a picture, those of our papers first; turned, skewed and grey ones are read as well.
 *
 * @param bytes a JPEG, PNG or BMP file
 * @returns empty when there is none, or when the picture cannot be decoded
 */
export async function readCodes(bytes: Uint8Array): Promise<readonly string[]> {
  await load();
  const found = await readBarcodes(bytes, {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: true,
    maxNumberOfSymbols: 8,
  });
  const texts = found.filter(({ isValid }) => isValid).map(({ text }) => text);
  const ours = (text: string): number => ['record', 'damaged', 'foreign'].indexOf(readRecordCode(text).kind);
  return texts.toSorted((a, b) => ours(a) - ours(b));
}
