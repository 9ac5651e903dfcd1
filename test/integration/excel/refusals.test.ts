import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../electron/excel/read/open-table';
import { writeList } from '../../../electron/excel/write/list-writer';
import { AppError } from '../../../shared/kernel/errors';
import { main, makeZip, readRows, refusal, tempFile, tempFolder, workbookFile, workbookParts } from './support';

const oleHeader = Buffer.from('d0cf11e0a1b11ae1', 'hex');

async function expectRefusal(path: string, words: string): Promise<void> {
  const error = await refusal(path);
  expect(error.code).toBe('bad_file');
  expect(error.message).toContain(words);
  expect(error.message).toMatch(/。$/);
}

const oneCell = '<row><c><v>1</v></c></row>';

describe('a file that cannot be read is refused with one sentence', () => {
  it('names the password of a protected workbook, not the old format', async () => {
    const filler = Buffer.alloc(1024 * 1024 - 20);
    await expectRefusal(
      tempFile('密码.xlsx', Buffer.concat([oleHeader, filler, Buffer.from('EncryptedPackage', 'utf16le'), filler])),
      '打开密码',
    );
  });

  it.each([
    ['旧版.xls', Buffer.concat([oleHeader, Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]), '旧版 .xls'],
    ['文档.xlsx', Buffer.concat([oleHeader, Buffer.from('WordDocument', 'utf16le')]), 'Word 文档'],
    ['网页.xls', '<html><table></table></html>', '其实是网页或文本'],
    ['改名.xlsx', '名称,代码\n', '不是 .xlsx 工作簿'],
    ['空.xlsx', '', '文件是空的'],
    ['空.csv', '', '文件是空的'],
    ['图片.png', '\x89PNG', '只能读取 .xlsx 和 .csv'],
  ])('%s', async (name, content, words) => {
    await expectRefusal(tempFile(name, content), words);
  });

  it('a missing file, and a folder', async () => {
    await expectRefusal(join(tempFolder(), '没有.xlsx'), '找不到这个文件');
    const folder = join(tempFolder(), '夹.xlsx');
    mkdirSync(folder);
    await expectRefusal(folder, '文件夹');
  });

  it.each([
    ['a.txt', '没有工作簿'],
    ['xl/workbook.bin', '.xlsb'],
    ['content.xml', 'OpenDocument'],
    ['word/document.xml', 'Word 文档'],
  ])('a zip that only holds %s', async (name, words) => {
    await expectRefusal(tempFile('包.xlsx', makeZip([{ name, content: 'x' }])), words);
  });

  it('encrypted entries, unknown compression, a missing sheet, chart sheets only', async () => {
    const parts = workbookParts({ sheet: oneCell });
    const save = (changed: typeof parts) => tempFile('坏.xlsx', makeZip(changed));
    const change = (name: string, more: object) =>
      parts.map((part) => (part.name === name ? { ...part, ...more } : part));
    await expectRefusal(save(change('xl/workbook.xml', { flags: 1 })), '带有密码');
    await expectRefusal(save(change('xl/worksheets/sheet1.xml', { method: 12 })), '压缩方式');
    await expectRefusal(save(parts.filter((part) => part.name !== 'xl/worksheets/sheet1.xml')), '缺少工作表“表”');
    const styled = workbookParts({ sheet: oneCell, styles: '<styleSheet/>' });
    await expectRefusal(save(styled.filter((part) => part.name !== 'xl/styles.xml')), '缺少单元格格式');
    const relations = parts[2]?.content as string;
    await expectRefusal(
      save(change('xl/_rels/workbook.xml.rels', { content: relations.replace('/worksheet"', '/chartsheet"') })),
      '没有工作表',
    );
  });

  it('a zip bomb: by its declared ratio, by a lying size, by a stored lie', async () => {
    const parts = workbookParts({ sheet: oneCell });
    const sheet = (more: object) =>
      tempFile(
        '炸弹.xlsx',
        makeZip(parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, ...more } : part))),
      );
    await expectRefusal(sheet({ size: 3_000_000_000 }), '大得不正常');
    await expectRefusal(sheet({ size: 10, packed: deflateRawSync(Buffer.alloc(50_000_000, ' ')) }), '不完整或已损坏');
    await expectRefusal(
      tempFile(
        '炸弹.xlsx',
        makeZip(parts.map((part) => (part.name === 'xl/workbook.xml' ? { ...part, size: 40_000_000 } : part))),
      ),
      '过大',
    );
    await expectRefusal(
      tempFile(
        '炸弹.xlsx',
        makeZip(parts.map((part) => (part.name === 'xl/workbook.xml' ? { ...part, size: 20 } : part))),
      ),
      '不完整或已损坏',
    );
  });

  it('a document type, which could define entities, in any part', async () => {
    const dtd = '<!DOCTYPE x [<!ENTITY a "aaaa">]>';
    await expectRefusal(
      workbookFile({ sheet: `<?xml version="1.0"?>${dtd}<worksheet><sheetData/></worksheet>` }),
      'DTD',
    );
    await expectRefusal(workbookFile({ sheet: oneCell, strings: `${dtd}<sst><si><t>&a;</t></si></sst>` }), 'DTD');
    await expectRefusal(workbookFile({ sheet: oneCell, styles: `${dtd}<styleSheet/>` }), 'DTD');
  });

  it.each([
    ['an unknown entity', '<row><c t="inlineStr"><is><t>&nbsp;</t></is></c></row>'],
    ['a bare ampersand', '<row><c t="inlineStr"><is><t>a & b</t></is></c></row>'],
    ['a surrogate reference', '<row><c t="inlineStr"><is><t>&#xD800;</t></is></c></row>'],
    ['a shared string that is not there', '<row><c t="s"><v>7</v></c></row>'],
    ['an unknown cell type', '<row><c t="zz"><v>7</v></c></row>'],
    ['a row in a row', '<row><row></row></row>'],
    ['a sheet that breaks off', `<?xml version="1.0"?><worksheet><sheetData>${oneCell}`],
    ['a cell that breaks off', `<?xml version="1.0"?><worksheet><sheetData><row><c r="A1"><v>1`],
  ])('%s in the sheet', async (_, sheet) => {
    await expectRefusal(workbookFile({ sheet }), 'XML 有错误');
  });

  it('bytes that are not UTF-8, and a UTF-16 part', async () => {
    const bytes = Buffer.from(
      `<worksheet><sheetData><row><c t="inlineStr"><is><t>AA</t></is></c></row></sheetData></worksheet>`,
    );
    bytes[bytes.indexOf('AA')] = 0xd6;
    const save = (content: Uint8Array) =>
      tempFile(
        '编码.xlsx',
        makeZip(
          workbookParts({ sheet: oneCell }).map((part) =>
            part.name.endsWith('sheet1.xml') ? { ...part, content } : part,
          ),
        ),
      );
    await expectRefusal(save(bytes), 'XML 有错误');
    await expectRefusal(save(Buffer.from('\ufeff<worksheet/>', 'utf16le')), '不是 UTF-8');
  });

  it('more columns than Excel has, and a cell without an end', async () => {
    await expectRefusal(
      workbookFile({ sheet: '<row r="2"><c r="XFE2"><v>1</v></c></row>' }),
      '第 2 行超过 Excel 的 16384 列',
    );
    await expectRefusal(
      workbookFile({ sheet: `<row><c r="A1" t="inlineStr"><is><t>${'x'.repeat(9_000_000)}` }),
      '超长的单元格',
    );
  });

  it('a row without an end', async () => {
    const cell = `<c r="A1" t="inlineStr"><is><t>${'字'.repeat(30_000)}</t></is></c>`;
    await expectRefusal(workbookFile({ sheet: `<row r="5">${cell.repeat(900)}</row>` }), '第 5 行的内容超过 64 MB');
  });
});

describe('a damaged file never crashes the reader', () => {
  async function sample(): Promise<Buffer> {
    const path = join(tempFolder(), '样本.xlsx');
    const rows = Array.from({ length: 300 }, (_, i) => [`示例公司${i * 7919}`, i, '2026-01-02']);
    await writeList(path, {
      sheetName: '样本',
      columns: [
        { header: '名称', width: 20, kind: 'text' },
        { header: '数', width: 8, kind: 'int' },
        { header: '日期', width: 12, kind: 'date' },
      ],
      rows,
    });
    return readFileSync(path);
  }

  it('cut off anywhere it is refused', async () => {
    const bytes = await sample();
    const path = join(tempFolder(), '截断.xlsx');
    for (let length = 1; length < bytes.length; length += Math.max(1, Math.floor(bytes.length / 400))) {
      writeFileSync(path, bytes.subarray(0, length));
      expect((await refusal(path)).code, `cut to ${length} bytes`).toBe('bad_file');
    }
  });

  it('with any byte changed it is refused or read, and never read with other content', async () => {
    const bytes = await sample();
    const path = join(tempFolder(), '改动.xlsx');
    writeFileSync(path, bytes);
    const contentHash = async () =>
      createHash('sha256')
        .update(JSON.stringify(await readRows(path)))
        .digest('hex');
    const right = await contentHash();
    let refused = 0;
    for (let at = 0; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 500))) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 0x55;
      writeFileSync(path, changed);
      try {
        expect(await contentHash(), `byte ${at}`).toBe(right);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(300);
  });

  it('stops when asked, and reports progress up to the whole file', async () => {
    const path = tempFile('进度.xlsx', await sample());
    const seen: number[] = [];
    let total = 0;
    await readRows(path, {
      onProgress: (read, all) => {
        seen.push(read);
        total = all;
      },
    });
    expect(seen.at(-1)).toBe(total);
    expect((await refusal(path, { isCancelled: () => true })).code).toBe('cancelled');
    let asked = 0;
    const table = await openTable(path, { isCancelled: () => ++asked > 1 });
    await expect(
      table
        .batches()
        .next()
        .then(() => table.head()),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('knows a workbook that declares another main part', async () => {
    const parts = workbookParts({ sheet: oneCell }).map((part) =>
      part.name === 'xl/workbook.xml' ? { ...part, content: `<other xmlns="${main}"/>` } : part,
    );
    await expectRefusal(tempFile('别的.xlsx', makeZip(parts)), '没有工作簿');
  });
});
