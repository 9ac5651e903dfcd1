import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { openTable } from '../../../electron/excel/read/open-table';
import type { Cell, ReadOptions, Row } from '../../../electron/excel/read/table';
import { AppError } from '../../../shared/kernel/errors';

const root = mkdtempSync(join(tmpdir(), 'zhixin-excel-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A new folder that is gone after the tests of the file. */
export function tempFolder(): string {
  return mkdtempSync(join(root, 't-'));
}

export function tempFile(name: string, content: string | Uint8Array): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
}

export async function readRows(path: string, options: ReadOptions = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of (await openTable(path, options)).batches()) rows.push(...batch);
  return rows;
}

export async function readCells(path: string, options: ReadOptions = {}): Promise<readonly (readonly Cell[])[]> {
  return (await readRows(path, options)).map((row) => row.cells);
}

/** What reading the whole file is refused with; fails when it is not refused, or with anything but an AppError. */
export async function refusal(path: string, options: ReadOptions = {}): Promise<AppError> {
  try {
    await readRows(path, options);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`${path} was read without a refusal`);
}

export type ZipPart = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  /** Lies about the size in the directory. */
  readonly size?: number;
  readonly packed?: Uint8Array;
};

/** A zip made by hand, independent of the writer under test. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content as string);
    const method = part.method ?? 8;
    const packed = Buffer.from(part.packed ?? (method === 8 ? deflateRawSync(content) : content));
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, listing, end]);
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export type Parts = {
  /** Rows of the only sheet, or the whole of it when it begins with `<?xml` or `<!`. */
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly behindData?: string;
};

/** The parts of a workbook with one sheet, spelled exactly as told. */
export function workbookParts(parts: Parts): ZipPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const relate = (list: string) => `<Relationships xmlns="x">${list}</Relationships>`;
  const made: ZipPart[] = [
    { name: '_rels/.rels', content: relate(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}">${parts.workbookPr ?? ''}<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relate(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
          (parts.styles === undefined ? '' : relation('r2', 'styles', '/xl/styles.xml')) +
          relation('r3', 'sharedStrings', 'sharedStrings.xml'),
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: /^<[?!]/.test(parts.sheet)
        ? parts.sheet
        : `<worksheet xmlns="${main}"><dimension ref="A1:A1"/><sheetData>${parts.sheet}</sheetData>${parts.behindData ?? ''}</worksheet>`,
    },
  ];
  if (parts.strings !== undefined) made.push({ name: 'xl/sharedStrings.xml', content: parts.strings });
  if (parts.styles !== undefined) made.push({ name: 'xl/styles.xml', content: parts.styles });
  return made;
}

export function workbookFile(parts: Parts): string {
  return tempFile('手工.xlsx', makeZip(workbookParts(parts)));
}
