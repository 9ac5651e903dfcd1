import { type OrderDraft, orderRectification } from '#shared/domain/rectification/order';
import type { Recheck, RecheckResult, Rectification } from '#shared/domain/rectification/rectification';
import { officer } from '../inspection/sample-inspection';
import { calendar } from './calendar';

export const extension = {
  times: 1,
  latest: 'on_due_day' as const,
  basis: { document: '示例', article: '延期' },
  verified: false,
};
export const context = { today: '2026-12-31', calendar, extension };

export const draft = (change: Partial<OrderDraft> = {}): OrderDraft => ({
  id: 'r1',
  no: '××知责改〔2026〕12号',
  subjectId: 's1',
  inspectionId: 'v1',
  orderedOn: '2026-09-24',
  violated: '《专利代理管理办法》第四十一条',
  basis: '《中华人民共和国行政处罚法》第二十八条第一款',
  contact: '王示例',
  contactPhone: '000-12345678',
  officers: [officer('1'), officer('2')],
  items: [
    {
      id: 'i1',
      findingId: 'f1',
      problem: '未建立利益冲突审查制度。',
      requirement: '建立制度并提交文本。',
      term: { count: 5, unit: 'working_day' },
    },
    {
      id: 'i2',
      findingId: null,
      problem: '年度报告联系电话有误',
      requirement: '更正年度报告',
      term: { count: 15, unit: 'calendar_day' },
    },
  ],
  ...change,
});

export const sampleOrder = (change: Partial<Rectification> = {}): Rectification => ({
  ...orderRectification(draft(), context),
  ...change,
});

export const recheckOf = (checkedOn: string, results: readonly [string, RecheckResult][], id = 'k1'): Recheck => ({
  id,
  checkedOn,
  officers: [officer('1'), officer('3')],
  results: results.map(([itemId, result]) => ({ itemId, result, note: '查看制度文本' })),
  conclusion: '已逐项查看',
});
