import { describe, expect, it } from 'vitest';
import { CsvScanner } from '../../../electron/excel/read/csv-scanner';
import { openTable } from '../../../electron/excel/read/open-table';
import type { Row } from '../../../electron/excel/read/table';
import { readCells, readRows, refusal, tempFile } from './support';

const csv = (content: string | Uint8Array) => tempFile('表.csv', content);
const table = '名称,代码\n示例公司,0012\n';
const cells = [
  ['名称', '代码'],
  ['示例公司', '0012'],
];
/** The same table in GB18030, by hand: ICU has no encoder in JavaScript. */
const gb = Buffer.from('c3fbb3c62cb4fac2eb0acabec0fdb9abcbbe2c303031320a', 'hex');
/** 𠀀 U+20000 in four bytes. */
const gbFour = Buffer.from('95328236', 'hex');

describe('the encoding of a .csv', () => {
  it.each([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['UTF-16LE with mark', Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le'],
    ['GB18030', gb, 'gb18030'],
  ] as const)('%s is found and read', async (_, bytes, encoding) => {
    const path = csv(bytes);
    expect((await openTable(path)).encoding).toBe(encoding);
    expect(await readCells(path)).toEqual(cells);
  });

  it('keeps two- and four-byte characters whole over hundreds of pieces', async () => {
    const line = Buffer.concat([Buffer.from('a'), gb.subarray(0, 4), gbFour, Buffer.from('\n')]);
    const rows = await readCells(csv(Buffer.concat(Array.from({ length: 200_000 }, () => line))));
    expect(rows.length).toBe(200_000);
    expect(new Set(rows.map((row) => row[0]))).toEqual(new Set(['a名称𠀀']));
  });

  it('keeps UTF-8 characters whole over pieces, whatever the offset', async () => {
    for (const shift of ['', 'a', 'ab']) {
      const rows = await readCells(csv(`${shift}\n${'知识产权🦁\n'.repeat(60_000)}`));
      expect(new Set(rows.slice(shift === '' ? 0 : 1).map((row) => row[0]))).toEqual(new Set(['知识产权🦁']));
    }
  });

  it('does not take damaged UTF-8 for GB18030, and names the place', async () => {
    const bytes = Buffer.concat([
      Buffer.from('名称,地址\n示例市明远知识产权代理有限公司,x\n'),
      Buffer.from([0xe7, 0x9f]),
      Buffer.from(',y\n'),
    ]);
    const error = await refusal(csv(bytes));
    expect(error.message).toContain('UTF-8 文件第 3 行');
    const marked = await refusal(csv(Buffer.concat([Buffer.from('\ufeffa\n'), Buffer.from([0xff])])));
    expect(marked.message).toContain('UTF-8 文件第 2 行（第 6 个字节）');
  });

  it('refuses bytes of neither encoding with row and byte', async () => {
    const error = await refusal(csv(Buffer.concat([gb, Buffer.from([0x41, 0xff, 0x0a])])));
    expect(error.code).toBe('bad_file');
    expect(error.message).toContain('既不是 UTF-8 也不是 GB18030');
    expect(error.message).toContain(`第 3 行（第 ${gb.length + 2} 个字节）`);
  });

  it('refuses NUL bytes, UTF-16 without mark, UTF-16BE, and UTF-16 cut in half', async () => {
    expect((await refusal(csv('a\0b'))).message).toContain('NUL');
    expect((await refusal(csv(Buffer.from(table, 'utf16le')))).message).toContain('NUL');
    expect((await refusal(csv(Buffer.from('\ufeffa\0b', 'utf16le')))).message).toContain('NUL');
    expect((await refusal(csv(Buffer.from([0xfe, 0xff, 0, 0x41])))).message).toContain('UTF-16BE');
    expect((await refusal(csv(Buffer.from(`\ufeff${table}`, 'utf16le').subarray(0, 9)))).message).toContain(
      'UTF-16LE 文件在第',
    );
  });
});

describe('the fields of a .csv', () => {
  const ugly = '"a""b","第一行\r\n第二行",c"d,"e"f,\r\n,,"",\n \n"=x",\'=1+1,\'普通\r最后,"引,号"';
  const uglyRows: Row[] = [
    { number: 1, cells: ['a"b', '第一行\r\n第二行', 'c"d', 'ef'] },
    { number: 3, cells: [' '] },
    { number: 4, cells: ['=x', '=1+1', "'普通"] },
    { number: 5, cells: ['最后', '引,号'] },
  ];

  it('reads ugly quotes as Excel does, counts rows by records, takes off our own apostrophes', async () => {
    expect(await readRows(csv(ugly))).toEqual(uglyRows);
  });

  it('finds the same fields whatever the size of the pieces, down to single bytes', () => {
    const bytes = Buffer.from(ugly);
    for (let size = 1; size <= bytes.length; size++) {
      const scanner = new CsvScanner(0x2c);
      const rows: Row[] = [];
      for (let at = 0; at < bytes.length; at += size) {
        scanner.append(bytes.subarray(at, at + size));
        scanner.scan(false);
        rows.push(...scanner.take());
      }
      scanner.scan(true);
      rows.push(...scanner.take());
      expect(rows, `pieces of ${size}`).toEqual(uglyRows);
    }
  });

  it.each([
    [
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\n1,5\t2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      '"x,y,z";b\n1;2\n',
      [
        ['x,y,z', 'b'],
        ['1', '2'],
      ],
    ],
    ['只有一列\n甲\n', [['只有一列'], ['甲']]],
    ['标题\na;b\n', [['标题'], ['a', 'b']]],
  ])('finds the delimiter of %j', async (content, expected) => {
    expect(await readCells(csv(content))).toEqual(expected);
  });

  it('names the row of a quote that is never closed, and of too many columns', async () => {
    expect((await refusal(csv('a,b\n1,"没有结束\n2,3\n'))).message).toContain('第 2 行有没有闭合的双引号');
    expect((await refusal(csv(`a\n${','.repeat(16_384)}\n`))).message).toContain('第 2 行超过 16384 列');
    expect((await refusal(csv(`a\n"${'x'.repeat(9_000_000)}`))).code).toBe('bad_file');
  });

  it('reports a field that is too long instead of failing', async () => {
    expect(await readCells(csv(`a,${'长'.repeat(32_768)}\n`))).toEqual([
      ['a', { error: expect.stringContaining('文字过长（32768 字') }],
    ]);
  });

  it('stops when asked and reports progress up to the size of the file', async () => {
    const path = csv(`${'名称,代码\n'.repeat(100_000)}`);
    let last = [0, 1];
    await readRows(path, { onProgress: (read, total) => (last = [read, total]) });
    expect(last[0]).toBe(last[1]);
    expect((await refusal(path, { isCancelled: () => true })).code).toBe('cancelled');
  });
});
