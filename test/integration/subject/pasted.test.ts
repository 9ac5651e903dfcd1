import { expect, test } from 'vitest';
import { pastedTable } from '#shared/domain/table-import/pasted-table';
import { openOffice } from '../../support/office';

/** What the shell keeps of the clipboard, chosen like any file. */
const paste = (office: Awaited<ReturnType<typeof openOffice>>, text: string) =>
  office.choose('从表格粘贴的内容 1.tsv', `\ufeff${pastedTable(text)}`);

test('a pasted block goes through the preview of an import: problems by row and column, and nothing half-written', async () => {
  const office = await openOffice();
  const { total: before } = await office.call('subject.list', { limit: 1 });
  const text =
    '名称\t统一社会信用代码\t主体类型\r\n"云州\n换行示例有限公司"\t91330100799655058B\t企业\r\n"甲"示例\t0012\t企业\r\n';
  const preview = await office.call('subject.preview-import', { file: paste(office, text) });
  expect(preview).toMatchObject({ rows: 2, wouldInsert: 1, failed: 1 });
  expect(preview.problems[0]).toMatchObject({ rowNumber: 3, columnLetter: 'B', value: '0012' });
  expect((await office.call('subject.list', { limit: 1 })).total).toBe(before);
  await office.call('subject.run-import', { file: paste(office, text) });
  expect((await office.call('subject.list', { limit: 1 })).total).toBe(before + 1);
});

test('a formula that was pasted is kept as the text it is', async () => {
  const office = await openOffice();
  const text = '名称\t主体类型\t无代码原因\r\n=HYPERLINK("http://x","公司")\t企业\t示例\r\n';
  await office.call('subject.run-import', { file: paste(office, text) });
  const { rows } = await office.call('subject.list', { limit: 50 });
  expect(rows.map(({ name }) => name)).toContain('=HYPERLINK("http://x","公司")');
});
