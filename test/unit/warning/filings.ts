import type { Filing } from '#shared/domain/filing/filing';
import type { WarningPack, WarningRule } from '#shared/domain/warning/warning-pack';

export const filing = (number: string, change: Partial<Filing> = {}): Filing => ({
  id: `id-${number}`,
  kind: 'trademark',
  number,
  title: '某商标',
  applicantName: '甲公司',
  applicantCode: null,
  agency: null,
  filedOn: '2026-01-01',
  notifiedOn: null,
  handling: null,
  classes: [],
  assignee: null,
  assignedOn: null,
  decisionKind: null,
  decisionNo: null,
  decidedOn: null,
  ...change,
});

/** Running numbers on one day. */
export const many = (count: number, head: string, change: Partial<Filing> = {}): Filing[] =>
  Array.from({ length: count }, (_, at) => filing(`${head}${String(at).padStart(4, '0')}`, change));

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Bare = DistributiveOmit<WarningRule, 'name' | 'dimension' | 'itemCode' | 'bases' | 'verified' | 'note' | 'id'>;

export const packOf = (...rules: readonly Bare[]): Pick<WarningPack, 'id' | 'version' | 'rules'> => ({
  id: 'test-pack',
  version: 1,
  rules: rules.map((rule, index) => ({
    id: `r${index}`,
    name: '测试规则',
    dimension: '测试',
    itemCode: rule.kind === 'name_match' ? 'prior_right_squatting' : 'trademark_hoarding',
    bases: [{ document: '测试', article: '', verified: false }],
    verified: false,
    ...rule,
  })) as WarningRule[],
});

/** Small seeded generator, so that a failing round can be run again. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function shuffled<T>(items: readonly T[], random: (below: number) => number): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
