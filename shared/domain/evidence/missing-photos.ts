/** What evidence is tied to. */
export type Tied = { readonly itemCode: string | null; readonly findingId: string | null };

type Problem = { readonly itemCode: string | null; readonly findingId: string | null; readonly label: string };

/**
 * The problems of a record that no evidence is tied to: each item answered 发现问题 and each standing finding. A
 * finding is covered by evidence of its own or of its item, an item by evidence of itself or of one of its findings.
 *
 * @param evidence what stands, without what was withdrawn
 * @returns in the order of the problems; `label` names it for the departure list
 * @example missingPhotos([{ itemCode: 'PA-03', answer: 'problem' }], [], [])
 *   // [{ itemCode: 'PA-03', findingId: null, label: '项目 PA-03' }]
 */
export function missingPhotos(
  answers: readonly { readonly itemCode: string; readonly answer: string }[],
  findings: readonly { readonly id: string; readonly itemCode: string | null; readonly state: string }[],
  evidence: readonly Tied[],
): readonly Problem[] {
  const standing = findings.filter((finding) => finding.state === 'open');
  const items = new Set(evidence.flatMap((one) => one.itemCode ?? []));
  const ids = new Set(evidence.flatMap((one) => one.findingId ?? []));
  const covered = ({ id, itemCode }: { readonly id: string; readonly itemCode: string | null }): boolean =>
    ids.has(id) || (itemCode !== null && items.has(itemCode));
  const bareItems = answers
    .filter(({ itemCode, answer }) => {
      if (answer !== 'problem' || items.has(itemCode)) return false;
      return !standing.some((finding) => finding.itemCode === itemCode);
    })
    .map(({ itemCode }) => ({ itemCode, findingId: null, label: `项目 ${itemCode}` }));
  const bareFindings = standing
    .filter((finding) => !covered(finding))
    .map((finding, index) => ({
      itemCode: finding.itemCode,
      findingId: finding.id,
      label: finding.itemCode ? `项目 ${finding.itemCode} 的问题` : `检查表外的问题（第 ${index + 1} 条）`,
    }));
  return [...bareItems, ...bareFindings];
}
