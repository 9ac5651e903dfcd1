export const inspectionKinds = [
  'double_random',
  'special',
  'key',
  'daily',
  'follow_up',
  'desk_review',
  'network',
] as const;

/** Why and how a subject is inspected; statistics are split by it. */
export type InspectionKind = (typeof inspectionKinds)[number];

export const inspectionKindLabels: Record<InspectionKind, string> = {
  double_random: '双随机抽查',
  special: '专项检查',
  key: '重点检查',
  daily: '日常检查',
  follow_up: '后续检查',
  desk_review: '书面检查',
  network: '网络监测',
};
