/** Which body of rules a determination was made under; it decides list, terms and repair. */
export const regimes = ['cnipa', 'samr', 'ndrc', 'serious_list'] as const;
export type Regime = (typeof regimes)[number];
export const regimeLabels: Record<Regime, string> = {
  cnipa: '知识产权失信行为（国家知识产权局）',
  samr: '市场监管行政处罚公示信息',
  ndrc: '公共信用信息（信用中国）',
  serious_list: '市场监管严重违法失信名单',
};

export const dishonestyClasses = ['light', 'general', 'serious'] as const;
export type DishonestyClass = (typeof dishonestyClasses)[number];
export const dishonestyClassLabels: Record<DishonestyClass, string> = {
  light: '轻微',
  general: '一般',
  serious: '严重',
};

export const dishonestyStates = ['active', 'repaired', 'expired', 'withdrawn'] as const;
export type DishonestyState = (typeof dishonestyStates)[number];
export const dishonestyStateLabels: Record<DishonestyState, string> = {
  active: '有效',
  repaired: '已修复',
  expired: '期限届满',
  withdrawn: '已撤出',
};
