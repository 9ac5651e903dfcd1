import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reports } from '../../../electron/excel/reports/index';
import * as data from '../../support/report-data';
import { insertFilings, PERSON } from '../../support/report-filings';
import * as papers from '../../support/report-papers';
import { insertCampaign, insertPlan } from '../../support/report-plan';
import * as ratings from '../../support/report-ratings';
import { openReportStore, type ReportStore, textsOf } from '../../support/report-store';
import { LONG_NAME, subjectRow } from '../../support/report-subjects';
import { unzipText } from '../../support/unzip';

const PARAMS: Record<string, Record<string, string>> = {
  'check-approval': { id: 'n1' },
  'check-notice': { id: 'n1' },
  checklist: { id: 'v1' },
  'interview-record': { id: 'w1' },
  'recheck-record': { id: 'r1-k' },
  'result-record': { id: 'v1' },
  letter: { id: 'l1' },
  'day-sheet': { date: '2026-01-05' },
  'number-slip': { year: '2026' },
  'rectification-order': { id: 'r1' },
  'rectification-report': { id: 'r1' },
  'rectification-ledger': { month: '2026-10' },
  'rectification-wall': {},
  'monthly-statistics': { month: '2026-10' },
  'repair-report': { id: 'x1' },
  'repair-decision': { id: 'x1' },
  'repair-ledger': { year: '2026' },
  'schedule-announcement': { id: 'freeze1' },
  'plan-table': { year: '2026' },
  'item-list': {},
  'campaign-report': { id: 'c1' },
  'plan-reasons': { id: 'plan1' },
  schedule: { id: 'plan1' },
  'inspection-record': { id: 'v1' },
  'evidence-index': { id: 'v1' },
  'photo-sheets': { id: 'v1' },
  'rating-why': { id: 'g1', copy: 'subject' },
  'rating-simulation': {
    subjectId: 's2',
    asOf: '2027-01-15',
    suppositions: JSON.stringify([{ kind: 'repaired', factId: 's-f1', on: '2026-12-01' }]),
  },
  'rating-warning-letter': { id: 'm1' },
  'rating-movers': { id: 'run1' },
  'rating-migration': { from: '2026-01-01', to: '2026-11-23' },
  'subject-list': {},
  'inspection-results': { year: '2026' },
  'rating-list': {},
  'pack-dry-run': { packId: 'patent-agency-credit', version: '1', kinds: 'patent_agency' },
  'lead-list': {},
  'filing-applicants': {},
};
const A4 = 9;

async function fullStore(practice: boolean): Promise<ReportStore> {
  const store = await openReportStore({ practice });
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1, { name: LONG_NAME, kind: 'agent', uscc: null, id_number: PERSON }));
    data.insertInspection(tx);
    data.insertOrder(tx, data.storyOrder(), 'v1');
    papers.insertNotice(tx);
    papers.insertInterview(tx);
    papers.insertLetter(tx);
    papers.insertGivenBlock(tx);
    data.insertRepair(tx, 'x1', data.granted);
    insertPlan(tx, 40);
    insertCampaign(tx);
    insertFilings(tx);
    ratings.insertRating(tx, { facts: ratings.mixedFacts('g1') });
    tx.insert('subject', subjectRow('s2', 2));
    ratings.insertFacts(tx, ratings.usualFacts('s'), 's2');
    ratings.insertMovers(tx);
  });
  return store;
}

test('every document on the list is tried here', () => {
  const tried = [...Object.keys(PARAMS), 'import-problems'].sort();
  expect(reports.map(({ id }) => id).sort()).toEqual(tried);
});

describe.each(Object.entries(PARAMS))('%s', (report, params) => {
  test('is A4, one page wide, numbered, says what it rests on and hides the numbers of persons', async () => {
    const store = await fullStore(false);
    const book = await store.read(report, params);
    const list = reports.find(({ id }) => id === report)?.group === 'list';
    for (const sheet of book.worksheets) {
      expect(sheet.pageSetup).toMatchObject({ paperSize: A4, fitToWidth: 1 });
      expect(sheet.pageSetup.printTitlesRow).toBeTruthy();
      expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页');
      expect(sheet.headerFooter.oddHeader ?? '').not.toContain('练习数据');
      const words = `${sheet.headerFooter.oddFooter}${textsOf(sheet).join('')}`;
      expect(words).toContain('数据截至 2026年11月23日');
      expect(words).toMatch(/存证链第 \d+ 条 [0-9a-f]{12}/);
      expect(words).toContain('云州市市场监督管理局');
      expect(words).not.toContain(PERSON);
      expect(words).not.toContain('13800138000');
      if (!list) expect((sheet.headerFooter.oddFooter ?? '').length).toBeLessThanOrEqual(255);
    }
  });

  test('of the practice store says so on every sheet', async () => {
    const store = await fullStore(true);
    const book = await store.read(report, params);
    for (const sheet of book.worksheets)
      expect(`${sheet.headerFooter.oddHeader}${textsOf(sheet).join('')}`).toContain('练习数据，不作凭证');
  });
});

describe('cells of a paper', () => {
  test('a text that looks like a formula stays a text, also when it is edited later', async () => {
    const store = await openReportStore();
    await store.fill((tx) => {
      tx.insert('subject', subjectRow('s9', 9, { name: '=HYPERLINK("x")' }));
      data.insertOrder(tx, data.buildOrder('r9', { subjectId: 's9', no: '云州市监责改〔2026〕90号' }));
    });
    const sheet = (await store.read('rectification-report', { id: 'r9' })).worksheets[0];
    const cells: { value: unknown; numFmt: string | undefined }[] = [];
    sheet?.eachRow((row) => row.eachCell((cell) => cells.push({ value: cell.value, numFmt: cell.numFmt })));
    expect(cells.find(({ value }) => value === '=HYPERLINK("x")')).toMatchObject({ numFmt: '@' });
  });

  test('the default font, which all column widths are measured by, is 宋体 and not Calibri', async () => {
    const store = await openReportStore();
    await store.read('rectification-ledger', { month: '2026-01' });
    expect(unzipText(readFileSync(store.path('rectification-ledger')), 'xl/styles.xml')).toMatch(
      /<fonts[^>]*><font><sz val="11"\/><name val="宋体"\/>/,
    );
  });
});
