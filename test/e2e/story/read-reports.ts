import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import { AGENCY, DECIDER, FIRST, SECOND } from './story';

/** The paper size number of A4 in a workbook. */
const A4 = 9;

type Read = { readonly text: string; readonly paperSize: number | undefined; readonly fileName: string };

async function read(folder: string, start: string): Promise<Read> {
  const fileName = readdirSync(folder).find((name) => name.startsWith(start) && name.endsWith('.xlsx'));
  if (!fileName) throw new Error(`no ${start} in ${readdirSync(folder).join('、')}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder, fileName));
  const [sheet] = book.worksheets;
  const lines: string[] = [];
  // a merged cell is met once for each cell that it covers
  sheet?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.master === cell) lines.push(String(cell.value ?? ''));
    }),
  );
  return { text: lines.join('\n'), paperSize: sheet?.pageSetup.paperSize, fileName };
}

/** The documents in the officer's folder say what was done in the window. */
export async function readReports(folder: string, year: string): Promise<void> {
  const corrected = await read(folder, '整改情况报告');
  expect(corrected.paperSize).toBe(A4);
  for (const words of [
    '云州市知识产权局',
    `云知整报〔${year}〕1号`,
    AGENCY,
    '91990101100000016P',
    '没有利益冲突审查的内容',
    '补充利益冲突审查制度',
    '周例文，负责人',
    '制度已补充，5件案卷已补做审查记录。',
    `${FIRST}（执法证号 990101003）`,
    SECOND,
    '已按要求整改。',
  ])
    expect(corrected.text).toContain(words);

  const repaired = await read(folder, '信用修复报告');
  expect(repaired.paperSize).toBe(A4);
  for (const words of [
    `云知修报〔${year}〕1号`,
    AGENCY,
    '违反法律、行政法规从事专利、商标代理',
    '示例知异〔2026〕7号',
    '共 4 项，满足 4 项，缺 0 项',
    '证明材料第4号',
    '年度报告已补交，已移出经营异常名录。',
    '条件齐备，建议准予修复。',
    `决定人：${DECIDER}`,
  ])
    expect(repaired.text).toContain(words);
  expect(repaired.text.match(/● 已办理/g)).toHaveLength(4);

  const refused = await read(folder, '导入错误行');
  for (const words of ['919901011100021182', '2021/2/30']) expect(refused.text).toContain(words);
}
