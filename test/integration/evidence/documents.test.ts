import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { type Office, openOffice, startInspection } from '../../support/office';
import { smallJpeg, withExif } from '../../support/pictures';

type Owner = { table: 'inspection'; id: string };

async function exported(office: Office, report: string, owner: Owner): Promise<ExcelJS.Workbook> {
  const path = join(office.dir, `${report}.xlsx`);
  office.engine.grants.add(report, { path, mode: 'write' });
  await office.call('report.export', { report, params: { id: owner.id }, target: report });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

const wordsOf = (sheet: ExcelJS.Worksheet | undefined): string => {
  const words: string[] = [];
  sheet?.eachRow((row) => row.eachCell((cell) => words.push(String(cell.value ?? ''))));
  return words.join('|');
};

async function sevenPhotos() {
  const office = await openOffice();
  const { id } = await startInspection(office, { startedAt: '2026-09-21T09:30', place: '云州市示例路1号' });
  const owner: Owner = { table: 'inspection', id };
  const files = [1, 2, 3, 4, 5].map((seed) =>
    office.choose(`IMG_${seed}.jpg`, withExif(smallJpeg(seed), { takenAt: '2026:09:21 09:40:00' })),
  );
  files.push(office.choose('手机.HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')));
  files.push(office.choose('合同.pdf', '%PDF-1.4'));
  await office.call('evidence.add', { owner, files });
  const { items } = await office.call('evidence.list', { owner });
  await office.call('evidence.update', { id: items[0]?.id ?? '', proves: '门头没有备案编号', title: '门头照片' });
  await office.call('evidence.withdraw', { id: items[1]?.id ?? '', reason: '与本案无关' });
  return { office, owner, items };
}

it('the index names every standing piece with both digests, and says why a number is missing', async () => {
  const { office, owner, items } = await sevenPhotos();
  const words = wordsOf((await exported(office, 'evidence-index', owner)).worksheets[0]);
  const flat = words.replaceAll('\n', '');
  for (const item of items) {
    const listed = flat.includes(item.sha256) && flat.includes(item.sm3);
    expect(listed).toBe(item.no !== 2);
  }
  expect(words).toContain('门头没有备案编号');
  expect(words).toContain('2026-09-21 09:40');
  expect(words).toContain('编号 2（与本案无关）');
});

it('the sheets hold four photos a page with their words, and words where no picture can be', async () => {
  const { office, owner } = await sevenPhotos();
  const book = await exported(office, 'photo-sheets', owner);
  expect(book.worksheets).toHaveLength(2);
  expect(book.worksheets.map((sheet) => sheet.getImages().length)).toEqual([4, 0]);
  expect(wordsOf(book.worksheets[0])).toContain('编号 1　门头照片\n时间：2026-09-21 09:40');
  expect(wordsOf(book.worksheets[1])).toContain('无法预览（HEIC）\n手机.HEIC');
  for (const sheet of book.worksheets) expect(wordsOf(sheet)).toContain('检查人员（签名）：');
  expect(book.worksheets.map(wordsOf).join()).not.toContain('合同');
});
