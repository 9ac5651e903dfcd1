/** Why a visit is arranged by hand; a closed list, so that statistics and the yearly cap can rest on it. */
export const visitCauses = [
  'complaint',
  'assigned',
  'big_data',
  'key_supervision',
  'rectification',
  'campaign',
  'other',
] as const;
export type VisitCause = (typeof visitCauses)[number];

export const visitCauseLabels: Record<VisitCause, string> = {
  complaint: '投诉举报',
  assigned: '转办交办',
  big_data: '数据监测发现风险',
  key_supervision: '列为重点监管',
  rectification: '整改后续',
  campaign: '专项行动',
  other: '其他',
};

/** @example causeText('other', '当事人申请') // '其他：当事人申请' */
export function causeText(cause: string | null, note: string | null): string {
  const known = visitCauses.find((code) => code === cause);
  return [known ? visitCauseLabels[known] : '', note ?? ''].filter((part) => part !== '').join('：');
}
