import { expect, test } from 'vitest';
import { pdfTemplates, printLines } from '../../../electron/main/print-frame';

const frame = {
  title: '信用评价说明',
  marks: ['练习数据，不作凭证'],
  left: ['云州<script>市"局\'&', '知信办案台页面打印'],
  right: ['数据截至 2026年11月25日'],
};

test('an office name cannot bring markup into the head and foot of a PDF', () => {
  const { footerTemplate } = pdfTemplates(frame);
  expect(footerTemplate).toContain('云州&lt;script&gt;市&quot;局&#39;&amp;');
  expect(footerTemplate).not.toContain('<script');
});

test('head and foot name title, marks, office, day and page numbers, on a PDF and in the print dialog', () => {
  const { headerTemplate, footerTemplate } = pdfTemplates(frame);
  for (const text of ['信用评价说明', '练习数据，不作凭证']) {
    expect(headerTemplate).toContain(text);
    expect(printLines(frame).header).toContain(text);
  }
  for (const text of ['知信办案台页面打印', '数据截至 2026年11月25日']) {
    expect(footerTemplate).toContain(text);
    expect(printLines(frame).footer).toContain(text);
  }
  expect(footerTemplate).toMatch(/class="pageNumber".*class="totalPages"/);
});
