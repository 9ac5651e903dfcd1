import { expect, test } from 'vitest';
import * as data from '../../support/report-data';
import { openReportStore, textsOf } from '../../support/report-store';
import { subjectRow } from '../../support/report-subjects';

const officer = JSON.stringify({ id: 'o1', name: '李办案二', certificateNo: '33010001', certificateUntil: null });
const proof = { rectification_id: 'r1', way: 'post', created_at: '2026-11-01T00:00:00.000Z' } as const;

/** One paper found short in October, one accepted in November, one reminder between them. */
async function withProofs(count: number) {
  const items = Array.from({ length: count }, (_, at) => data.ITEMS[at % data.ITEMS.length] as data.ItemDraft);
  const store = await openReportStore();
  await store.fill((tx) => {
    tx.insert('subject', subjectRow('s1', 1));
    data.insertOrder(tx, data.buildOrder('r1', { items }));
    const item_ids = JSON.stringify(['r1-i1']);
    tx.insert('rectification_proof', {
      ...{ ...proof, id: 'p1', submitted_on: '2026-10-08', submitted_by: '赵虚构', item_ids, note: '制度文本一份' },
      ...{ judgement: 'insufficient', judged_by: 'o1', judged_officer: officer, judged_on: '2026-10-09' },
      reason: '缺少检索记录',
    });
    tx.insert('rectification_proof', {
      ...{ ...proof, id: 'p2', submitted_on: '2026-10-30', submitted_by: '赵虚构', item_ids, note: '检索记录三份' },
      ...{ judgement: 'accepted', judged_by: 'o1', judged_officer: officer, judged_on: '2026-11-02', reason: '' },
    });
    tx.insert('rectification_reminder', {
      ...{ id: 'm1', rectification_id: 'r1', on_date: '2026-10-15', way: 'phone', whom: '赵虚构', officer_id: 'o1' },
      ...{ text: '请补交检索记录', officer, created_at: proof.created_at },
    });
  });
  return store;
}

test('the report tells every paper with its judgement and every reminder, or says that there was none', async () => {
  const store = await withProofs(1);
  const words = textsOf((await store.read('rectification-report', { id: 'r1' })).worksheets[0]).join('\n');
  expect(words).toContain('2026年10月8日　赵虚构（邮寄），第 1 项：制度文本一份。');
  expect(words).toContain('2026年10月9日审查：材料不足，缺少检索记录。\n审查人员：李办案二（执法证号 33010001）');
  expect(words).toContain('2026年11月2日审查：材料符合要求\n审查人员');
  expect(words).toContain('2026年10月15日　电话催告赵虚构：请补交检索记录。');
  // an accepted paper alone settles nothing
  expect(words).not.toContain('● 已整改');
  await store.fill((tx) => data.insertOrder(tx, data.buildOrder('r2', { no: '云州市监责改〔2026〕13号' })));
  const none = textsOf((await store.read('rectification-report', { id: 'r2' })).worksheets[0]);
  expect(none).toContain('当事人未提交整改材料。');
  expect(none).toContain('未催告。');
});

test('a past month tells only what was handed in, judged and reminded by its end, and only at its item', async () => {
  const store = await withProofs(2);
  const cells = async (month: string) => {
    const texts = textsOf((await store.read('rectification-ledger', { month })).worksheets[0]);
    return texts.filter((text) => text.includes('尚未复查'));
  };
  expect(await cells('2026-09')).toEqual(['尚未复查', '尚未复查']);
  const [first, second] = await cells('2026-10');
  expect(first).toContain('2026-10-08 提交材料\n2026-10-09 审查：材料不足');
  expect(first).toContain('2026-10-30 提交材料\n尚未审查');
  expect(second).toBe('2026-10-15 电话催告\n尚未复查');
  expect((await cells('2026-11'))[0]).toContain('2026-10-30 提交材料\n2026-11-02 审查：材料符合要求');
});
