import type { IsoDate } from '../../kernel/dates';
import type { DispositionCode, ResultCode } from '../inspection/result-codes';

export const reviewStates = ['waiting', 'returned', 'published'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Lists split by these; a result that nobody has entered has no review yet. */
export const reviewTabs = ['unentered', 'waiting', 'returned', 'published', 'overdue'] as const;
export type ReviewTab = (typeof reviewTabs)[number];

export const reviewTabLabels: Record<ReviewTab, string> = {
  unentered: '未录入',
  waiting: '待审核',
  returned: '审核退回',
  published: '已公示',
  overdue: '逾期未公示',
};

/** Parts of a result that a reviewer may send back. */
export const markFields = ['result', 'disposition', 'summary', 'record', 'evidence', 'other'] as const;
export type MarkField = (typeof markFields)[number];
export const markFieldLabels: Record<MarkField, string> = {
  result: '检查结果',
  disposition: '后续处置措施',
  summary: '公示内容',
  record: '检查记录',
  evidence: '证据',
  other: '其他',
};
export type Mark = { readonly field: MarkField; readonly text: string };

/** What the public is told of one inspection. */
export type PublicResult = {
  readonly resultCode: ResultCode;
  readonly dispositionCode: DispositionCode;
  readonly summary: string;
};

/** The inspection as far as its review looks at it. */
export type Inspected = {
  readonly no: string;
  readonly endedOn: IsoDate;
  readonly officerIds: readonly string[];
};

export type ResultReview = PublicResult & {
  readonly state: ReviewState;
  readonly enteredBy: string;
  readonly enteredOn: IsoDate;
  readonly reviewedBy: string | null;
  readonly reviewedOn: IsoDate | null;
  readonly marks: readonly Mark[];
  readonly publishedOn: IsoDate | null;
  readonly publishedWhere: string | null;
  readonly withdrawnOn: IsoDate | null;
  readonly withdrawnReason: string | null;
  /** 完结日期: nothing more is to be done about what was found. */
  readonly disposalClosedOn: IsoDate | null;
  readonly disposalNote: string;
};

export type ReviewAction =
  | ({ readonly type: 'enter'; readonly by: string } & PublicResult)
  | { readonly type: 'return'; readonly by: string; readonly marks: readonly Mark[] }
  | { readonly type: 'publish'; readonly by: string; readonly on: IsoDate; readonly where: string }
  | ({ readonly type: 'correct'; readonly by: string; readonly second: string; readonly reason: string } & PublicResult)
  | {
      readonly type: 'withdraw';
      readonly by: string;
      readonly second: string;
      readonly on: IsoDate;
      readonly reason: string;
    }
  | { readonly type: 'close'; readonly on: IsoDate; readonly note: string; readonly openEnds: readonly string[] };
