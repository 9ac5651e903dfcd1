import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportReport } from '../../../electron/features/report/report-service';
import * as data from '../../support/report-data';
import { openReportStore } from '../../support/report-store';
import { LONG_NAME, subjectRow } from '../../support/report-subjects';
import { temporaryFolder } from '../../support/store';

/** Prints a workbook to PDF with LibreOffice and answers the text of each page. */
function printedPages(file: string): string[] {
  const out = temporaryFolder();
  const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, file], { stdio: 'ignore' });
  const text = execFileSync('pdftotext', ['-layout', join(out, 'a.pdf'), '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

const flat = (text: string): string => text.replace(/\s+/g, '');

// the set-up installs LibreOffice and the PDF tools on Linux only
const onLinux = test.skipIf(process.platform !== 'linux');

onLinux.each([
  ['rectification-report', { id: 'r1' }, 2, ['整改情况报告', '▲已逾期45天', '云州市监整报〔2026〕1号']],
  ['repair-report', { id: 'x1' }, 2, ['信用修复报告', '最早可申请日', '2026年8月10日', '四、修复条件核对']],
] as const)(
  '%s prints whole on few pages, with the signatures beside text and page numbers',
  async (report, params, pages, words) => {
    const store = await openReportStore();
    await store.fill((tx) => {
      tx.insert('subject', subjectRow('s1', 1, { name: LONG_NAME }));
      data.insertOrder(tx, data.storyOrder());
      data.insertRepair(tx, 'x1', data.granted);
    });
    const path = join(store.out, 'a.xlsx');
    await exportReport({ report, params, path }, store.job);
    const printed = printedPages(path).map(flat);
    expect(printed).toHaveLength(pages);
    const whole = printed.join('');
    for (const word of words) expect(whole).toContain(word);
    // a name of 40 characters wraps inside its cell (the label beside it comes in between) and is not cut
    expect(whole).toMatch(new RegExp([...LONG_NAME].join('.{0,6}')));
    printed.forEach((page, index) => {
      expect(page).toContain(`第${index + 1}页共${pages}页`);
      expect(page).toContain('数据截至2026年11月23日');
    });
    const last = printed.at(-1) ?? '';
    expect(last).toContain('负责人（签名）：');
    expect(last.length).toBeGreaterThan(250);
  },
);
