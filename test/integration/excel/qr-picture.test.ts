import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { writeRecordCode } from '#shared/domain/document/qr';
import { qrPng } from '../../../electron/excel/paper/qr-picture';

beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
});

describe('qrPng', () => {
  it('is a picture that an independent reader reads back, byte for byte, Chinese too', async () => {
    for (const text of [
      writeRecordCode({ noun: 'inspection', id: '01kaqzjk3m0123456789abcdef', paper: 'blank' }),
      '0f'.repeat(32),
      '名录校验值',
    ]) {
      const found = await readBarcodes(qrPng(text), { formats: ['QRCode'] });
      expect(found.map((one) => one.text)).toEqual([text]);
    }
  });

  it('has a white border of four modules, without which scanners fail on shaded cells', async () => {
    const [found] = await readBarcodes(qrPng('0f'.repeat(32)), { formats: ['QRCode'] });
    expect(found?.position.topLeft).toMatchObject({ x: 40, y: 40 });
  });
});
