import { describe, expect, test } from 'vitest';
import { gatherBlank } from '../../../electron/excel/papers/gather-blank';
import { gatherPaper } from '../../../electron/excel/papers/gather-paper';
import * as data from '../../support/report-data';
import * as papers from '../../support/report-papers';
import { openReportStore, packs, textsOf } from '../../support/report-store';
import { LONG_NAME, subjectRow } from '../../support/report-subjects';

async function withCase(name = '云州虚构1号知识产权代理有限公司') {
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1, { name }));
    data.insertInspection(tx);
    data.insertOrder(tx, data.storyOrder(), 'v1');
    papers.insertNotice(tx);
    papers.insertInterview(tx);
    papers.insertReserved(tx, 'b1', 'inspection', '云州市监检〔2026〕80号');
    papers.insertReserved(tx, 'b2', 'rectification', '云州市监责改〔2026〕81号');
  });
  return store;
}
const words = async (store: Awaited<ReturnType<typeof withCase>>, report: string, params: Record<string, string>) =>
  textsOf((await store.read(report, params)).worksheets[0]).join('\n');

test('approval and notice say what the record says, in Excel as in the content of the window', async () => {
  const store = await withCase();
  const approval = await words(store, 'check-approval', { id: 'n1' });
  for (const text of ['云州市监检审〔2026〕9号', '1．执业资质', '专利代理条例', '同意。', '审批人：吴办案五'])
    expect(approval).toContain(text);
  const notice = await words(store, 'check-notice', { id: 'n1' });
  expect(notice).toContain('云州市监检通〔2026〕9号');
  expect(notice).toContain('2026年9月22日09时00分起');
  expect(notice).toContain('收到时间：2026年9月21日');
  expect(notice).not.toMatch(/\{[a-z]+\}/);
});

test('a notice that has no number yet is not printed', async () => {
  const store = await withCase();
  await store.fill((tx) => tx.update('check_notice', 'n1', { notice_no: null, noticed_on: null, state: 'approved' }));
  await expect(store.read('check-notice', { id: 'n1' })).rejects.toMatchObject({ code: 'bad_state' });
});

test('a refused signature stands in the place of the party with reason, witness and recording', async () => {
  const store = await withCase();
  await store.fill(papers.insertRefusedSignature);
  const text = await words(store, 'inspection-record', { id: 'v1' });
  expect(text).toContain('赵虚构拒绝签名：对现场情况的表述有不同意见。见证人：王某（示例大厦物业）。已全程录音录像');
});

test('a questioning bears the person’s number in full on the paper only; the window shows it masked', async () => {
  const store = await withCase();
  const text = await words(store, 'interview-record', { id: 'w1' });
  expect(text).toContain(papers.ASKED_PERSON);
  expect(text).toContain('问：检查中发现的上述情况是否属实？');
  const office = { name: '局', code: '云', phone: '', address: '' };
  const masked = await gatherPaper({ db: store.job.db, packs, office }, 'interview-record', 'w1', false);
  expect(JSON.stringify(masked.content)).not.toContain(papers.ASKED_PERSON);
  expect(JSON.stringify(masked.content)).not.toContain('13900139000');
});

test('the re-check shows only the items it looked at, with the day that held on that day', async () => {
  const store = await withCase();
  const ids = await store.job.db.selectFrom('recheck').select('id').orderBy('checked_on').execute();
  const text = await words(store, 'recheck-record', { id: ids[0]?.id ?? '' });
  expect(text).toContain('复查记录（第 1 次）');
  expect(text).toContain('● 已整改');
  expect(text).toContain('李办案三（执法证号 33010002）、周办案四');
});

describe('a blank paper', () => {
  test('bears number, subject and lines, and takes a number of its own series only', async () => {
    const store = await withCase(LONG_NAME);
    const text = await words(store, 'inspection-record', { reservedId: 'b1' });
    expect(text).toContain('云州市监检〔2026〕80号');
    expect(text).toContain(LONG_NAME);
    expect(text).not.toContain('未办结');
    const sources = { db: store.job.db, packs, office: { name: '局', code: '云', phone: '', address: '' } };
    await expect(gatherBlank(sources, 'rectification-order', 'b1')).rejects.toMatchObject({ code: 'bad_input' });
    const { content } = await gatherBlank(sources, 'inspection-record', 'b1');
    expect(content.code).toMatch(/^ZX1\|reserved_number\|b1\|inspection-record\|[0-9A-F]{4}$/);
  });

  test('of a void number is not printed any more', async () => {
    const store = await withCase();
    await store.fill((tx) => tx.update('reserved_number', 'b1', { state: 'void', void_reason: '写坏' }));
    await expect(store.read('inspection-record', { reservedId: 'b1' })).rejects.toMatchObject({ code: 'bad_state' });
  });

  test('has every question of the checklist once, with four boxes', async () => {
    const store = await withCase();
    const text = await words(store, 'checklist', { reservedId: 'b1' });
    const items = packs
      .checklists()
      .find(({ id }) => id === 'patent-agency')
      ?.sections.flatMap(({ items }) => items);
    expect(text.split('□未检查').length - 1).toBe(items?.length);
  });
});
