import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { usccCheckCharacter } from '#shared/domain/subject/uscc-digits';

/** A valid unified social credit code from a running number. */
export function validUscc(number: number, head = '91330100'): string {
  const digits = String(10_000_000 + number);
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const rest = 11 - (weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11);
  const body = `${head}${digits}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`;
  return body + (usccCheckCharacter(body) ?? '');
}

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n');

let gbCodes: ReadonlyMap<string, readonly number[]> | null = null;

/** The two-byte part of GB18030, from the decoder: there is no encoder in JavaScript. */
export function gb18030(text: string): Buffer {
  if (!gbCodes) {
    const codes = new Map<string, readonly number[]>();
    const decoder = new TextDecoder('gb18030');
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++)
        if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    gbCodes = codes;
  }
  return Buffer.from(
    [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : [...(gbCodes?.get(char) ?? [0x3f])])),
  );
}

/** A workbook as another program would save it. */
export async function workbookBytes(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export const sheetBytes = (rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Buffer> =>
  workbookBytes((workbook) => {
    workbook.addWorksheet('名单').addRows(rows.map((row) => [...row]));
  });

/** A place the officer chose for a file to be written. */
export function chooseTarget(
  test: {
    engine: { grants: { add: (token: string, grant: { path: string; mode: 'read' | 'write' }) => void } };
    dir: string;
  },
  name: string,
) {
  const path = join(test.dir, name);
  test.engine.grants.add(`write:${name}`, { path, mode: 'write' });
  test.engine.grants.add(`read:${name}`, { path, mode: 'read' });
  return { target: `write:${name}`, file: `read:${name}`, path };
}
