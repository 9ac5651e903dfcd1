import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTable } from '../../../electron/excel/read/open-table';
import { readEntry, readZipDirectory } from '../../../electron/excel/read/zip';
import { writeCsv } from '../../../electron/excel/write/csv';
import { type List, writeList } from '../../../electron/excel/write/list-writer';
import { readCells, tempFolder } from './support';

/** While set, new files write to the full device: the kernel itself answers ENOSPC. */
const full = vi.hoisted(() => ({ disk: false }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  let devFull: number | undefined;
  return {
    ...fs,
    writeSync: (fd: number, bytes: Uint8Array, offset: number, length: number, position: number) => {
      if (!full.disk) return fs.writeSync(fd, bytes, offset, length, position);
      devFull ??= fs.openSync('/dev/full', 'w');
      return fs.writeSync(devFull, bytes, offset, length, position);
    },
  };
});

afterEach(() => {
  full.disk = false;
});

const columns: List['columns'] = [
  { header: '名称', width: 30, kind: 'text' },
  { header: '数', width: 8, kind: 'int' },
];

function* many(count: number): Generator<[string, number]> {
  for (let index = 0; index < count; index++) yield [`示例公司${index * 7919}`, index];
}

function part(path: string, name: string): string {
  const zip = readZipDirectory(path);
  const entry = zip.entries.get(name);
  if (!entry) throw new Error(`no ${name}`);
  return readEntry(zip, entry).toString('utf8');
}

describe('the list writer', () => {
  it('splits into numbered sheets exactly at the limit, each with header and filter', async () => {
    const path = join(tempFolder(), '分表.xlsx');
    const name = '很长的名称'.repeat(10);
    const result = await writeList(path, {
      sheetName: name,
      columns,
      rows: many(25),
      maxRowsPerSheet: 10,
      title: '题',
    });
    expect(result).toEqual({ rows: 25, sheets: 3, truncated: 0 });
    const table = await openTable(path);
    const names = table.sheets.map((sheet) => sheet.name);
    expect(names).toEqual([1, 2, 3].map((index) => `${name.slice(0, 28)}(${index})`));
    const all = await Promise.all(names.map((sheet) => readCells(path, { sheet })));
    expect(all.map((cells) => cells.length)).toEqual([12, 12, 7]);
    expect(all.flatMap((cells) => cells.slice(2).map((row) => row[1]))).toEqual(
      Array.from({ length: 25 }, (_, index) => index),
    );
    expect(part(path, 'xl/workbook.xml')).toContain(`(3)'!$A$2:$B$7</definedName>`);
  });

  it('does not open a second sheet when the rows just fit, and writes a header without rows', async () => {
    const path = join(tempFolder(), '刚好.xlsx');
    expect(await writeList(path, { sheetName: "a/b:'c'", columns, rows: many(10), maxRowsPerSheet: 10 })).toMatchObject(
      { sheets: 1 },
    );
    expect((await openTable(path)).sheet).toBe("a_b_'c");
    expect(await writeList(path, { sheetName: '空', columns, rows: [] })).toEqual({ rows: 0, sheets: 1, truncated: 0 });
    expect(await readCells(path)).toEqual([['名称', '数']]);
  });

  it('marks formula-like texts with quotePrefix and never writes a formula', async () => {
    const path = join(tempFolder(), '公式.xlsx');
    await writeList(path, {
      sheetName: '公式',
      columns,
      rows: [
        ['=cmd|x', 1],
        ['普通', 2],
      ],
    });
    const xml = part(path, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('<f');
    const style = Number(/r="A2" s="(\d+)"/.exec(xml)?.[1]);
    const xfs = part(path, 'xl/styles.xml')
      .split('<cellXfs')[1]
      ?.match(/<xf [^>]*>/g);
    expect(xfs?.[style]).toContain('quotePrefix="1"');
    expect(xfs?.[Number(/r="A3" s="(\d+)"/.exec(xml)?.[1])]).not.toContain('quotePrefix');
  });

  it('makes rows with wrapped text high enough, as not every program does it when opening', async () => {
    const path = join(tempFolder(), '换行.xlsx');
    const wrapped: List['columns'] = [{ header: '备注', width: 21, kind: 'text', wrap: true }];
    await writeList(path, {
      sheetName: '行',
      columns: wrapped,
      rows: [['十个汉字正好一行的啊'], ['十一个汉字就要两行才行'], ['a\nb\n']],
    });
    const heights = part(path, 'xl/worksheets/sheet1.xml').match(/<row r="[234]"[^>]*>/g);
    expect(heights).toEqual([
      '<row r="2">',
      '<row r="3" ht="30" customHeight="1">',
      '<row r="4" ht="45" customHeight="1">',
    ]);
  });

  it('cuts what a cell cannot hold with a mark, counts it, and never halves a character', async () => {
    const path = join(tempFolder(), '过长.xlsx');
    const long = `${'字'.repeat(32_760)}🦁${'字'.repeat(100)}`;
    expect(
      await writeList(path, {
        sheetName: '长',
        columns,
        rows: [
          [long, 1],
          ['字'.repeat(32_767), 2],
        ],
      }),
    ).toMatchObject({ truncated: 1 });
    const [, cut, whole] = await readCells(path);
    expect(cut?.[0]).toBe(`${'字'.repeat(32_760)}…（已截断）`);
    expect(whole?.[0]).toBe('字'.repeat(32_767));
  });

  it('gives the same bytes for the same rows, at any level the same content', async () => {
    const folder = tempFolder();
    for (const [name, level] of [
      ['a', 6],
      ['b', 6],
      ['c', 1],
    ] as const) {
      await writeList(join(folder, `${name}.xlsx`), { sheetName: '同', columns, rows: many(5000), level });
    }
    const [a, b, c] = ['a', 'b', 'c'].map((name) => readFileSync(join(folder, `${name}.xlsx`)));
    expect(a?.equals(b as Buffer)).toBe(true);
    expect(a?.equals(c as Buffer)).toBe(false);
    expect(await readCells(join(folder, 'c.xlsx'))).toEqual(await readCells(join(folder, 'a.xlsx')));
  });

  it('treats a wrong number of values or NaN as the bug it is', async () => {
    const path = join(tempFolder(), '错.xlsx');
    await expect(writeList(path, { sheetName: '错', columns, rows: [['只有一个']] })).rejects.toThrow(
      '1 values for 2 columns',
    );
    await expect(writeList(path, { sheetName: '错', columns, rows: [['x', Number.NaN]] })).rejects.toThrow(
      'not a finite number',
    );
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });
});

describe('a list that cannot be finished leaves nothing behind', () => {
  async function expectUntouched(
    run: (path: string) => Promise<unknown>,
    code: string,
    name = '旧.xlsx',
  ): Promise<void> {
    const folder = tempFolder();
    const path = join(folder, name);
    writeFileSync(path, '原有内容');
    await expect(run(path)).rejects.toMatchObject({ name: 'AppError', code });
    full.disk = false;
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(path, 'utf8')).toBe('原有内容');
  }

  it('when cancelled in the middle, and the source is closed', async () => {
    let closed = false;
    function* source() {
      try {
        yield* many(1_000_000);
      } finally {
        closed = true;
      }
    }
    let seen = 0;
    await expectUntouched(
      (path) =>
        writeList(path, {
          sheetName: '停',
          columns,
          rows: source(),
          onProgress: (rows) => (seen = rows),
          isCancelled: () => seen > 10_000,
        }),
      'cancelled',
    );
    expect(closed).toBe(true);
    expect(seen).toBeLessThan(50_000);
  });

  it('when the source fails', async () => {
    const folder = tempFolder();
    function* source() {
      yield* many(20_000);
      throw new TypeError('source broke');
    }
    await expect(writeList(join(folder, '断.xlsx'), { sheetName: '断', columns, rows: source() })).rejects.toThrow(
      'source broke',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('when the number of rows is not the expected one', async () => {
    await expectUntouched(
      (path) => writeList(path, { sheetName: '数', columns, rows: many(9), expectedRows: 10 }),
      'conflict',
    );
  });

  it('when a .csv is cancelled', async () => {
    await expectUntouched(
      (path) => writeCsv(path, { header: ['名称', '数'], rows: many(100_000), isCancelled: () => true }),
      'cancelled',
      '旧.csv',
    );
  });

  it.skipIf(!existsSync('/dev/full'))('when the device is full from the first byte', async () => {
    full.disk = true;
    await expectUntouched((path) => writeList(path, { sheetName: '满', columns, rows: many(100_000) }), 'disk_full');
    full.disk = true;
    await expectUntouched((path) => writeCsv(path, { header: ['名称', '数'], rows: many(10) }), 'disk_full', '旧.csv');
  });

  it.skipIf(!existsSync('/dev/full'))('when the device becomes full in the middle of compressing', async () => {
    await expectUntouched(
      (path) =>
        writeList(path, {
          sheetName: '满',
          columns,
          rows: many(300_000),
          onProgress: (rows) => (full.disk = rows > 50_000),
        }),
      'disk_full',
    );
  });

  it('on a real small file system that fills up', async ({ skip }) => {
    const folder = mountSmallDisk();
    if (folder === undefined) return skip('mounting needs root on Linux');
    try {
      const path = join(folder, '大.xlsx');
      await expect(writeList(path, { sheetName: '满', columns, rows: many(300_000) })).rejects.toMatchObject({
        code: 'disk_full',
      });
      expect(readdirSync(folder)).toEqual([]);
      await expect(writeList(path, { sheetName: '小', columns, rows: many(10) })).resolves.toMatchObject({ rows: 10 });
    } finally {
      execFileSync('umount', [folder]);
    }
  });

  it('where the folder does not exist, or a folder has the name', async () => {
    const folder = tempFolder();
    const list = { sheetName: '名', columns, rows: many(3) };
    await expect(writeList(join(folder, '没有', 'a.xlsx'), list)).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringContaining('文件夹不存在'),
    });
    mkdirSync(join(folder, 'b.xlsx'));
    await expect(writeList(join(folder, 'b.xlsx'), { ...list, rows: many(3) })).rejects.toMatchObject({
      code: 'bad_file',
    });
    expect(readdirSync(folder)).toEqual(['b.xlsx']);
  });
});

/** A file system of 256 KB where mounting is allowed (root on Linux); elsewhere the test is skipped. */
function mountSmallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = tempFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return undefined;
  }
}
