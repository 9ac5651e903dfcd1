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

/** Kinds of visits that an officer arranges by hand; a double random one comes out of a draw only. */
export const arrangedKinds = [
  'special',
  'key',
  'daily',
  'follow_up',
  'desk_review',
  'network',
] as const satisfies readonly InspectionKind[];
export type ArrangedKind = (typeof arrangedKinds)[number];

/**
 * The Chinese word of a stored kind; a visit drawn by an earlier program has none and was drawn at random.
 *
 * @example kindText('special') // '专项检查'
 */
export function kindText(kind: string | null): string {
  const known = inspectionKinds.find((code) => code === kind);
  return inspectionKindLabels[known ?? 'double_random'];
}
