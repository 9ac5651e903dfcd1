/** The kinds of list that offices are sent: CNIPA's notices, its trademark filings, and a third party's findings. */
export const filingKinds = ['abnormal_patent', 'trademark', 'third_party'] as const;
export type FilingKind = (typeof filingKinds)[number];
export const filingKindLabels: Record<FilingKind, string> = {
  abnormal_patent: '非正常专利申请通报名单',
  trademark: '商标申请清单',
  third_party: '第三方筛查名单',
};

/** How far a notified application has come; an import never takes it back a step. */
export const handlings = ['notified', 'explained', 'withdrawn'] as const;
export type Handling = (typeof handlings)[number];
export const handlingLabels: Record<Handling, string> = {
  notified: '已通报',
  explained: '已说明',
  withdrawn: '已撤回',
};

/** The later of two; `null` stands before every handling. */
export const laterHandling = (a: Handling | null, b: Handling | null): Handling | null => (rank(a) >= rank(b) ? a : b);

const rank = (handling: Handling | null): number => (handling === null ? -1 : handlings.indexOf(handling));

export const decisionKinds = ['opposition', 'invalidation', 'cancellation', 'judgment', 'other'] as const;
export type DecisionKind = (typeof decisionKinds)[number];
export const decisionKindLabels: Record<DecisionKind, string> = {
  opposition: '异议决定',
  invalidation: '无效宣告',
  cancellation: '撤销决定',
  judgment: '判决、裁定',
  other: '其他决定',
};
