import type { FieldProblem } from '../../kernel/errors';
import type { RatingPack } from './pack';

type Linked = Pick<RatingPack, 'id' | 'version' | 'title' | 'extends'>;
export type PackKey = { readonly id: string; readonly version: number };

/**
 * Follows what a pack says it was made from. A pack is complete in itself, so an unknown base only hinders the
 * comparison; a circle of bases is nonsense and makes the pack unusable.
 *
 * @param find every pack at hand; the pack itself is taken as passed in, not as found
 * @example packChain(a, find).problems[0]?.message // '规则包互为基础：A 第 1 版 → B 第 1 版 → A 第 1 版'
 */
export function packChain(
  pack: Linked,
  find: (key: PackKey) => Linked | undefined,
): { readonly problems: readonly FieldProblem[]; readonly warnings: readonly FieldProblem[] } {
  const chain: Linked[] = [pack];
  for (let base = pack.extends; base !== undefined; ) {
    const { id, version }: PackKey = base;
    const again = chain.findIndex((one) => one.id === id && one.version === version);
    if (again >= 0) {
      const circle = [...chain.slice(again), chain[again]].flatMap((one) => (one ? [nameOf(one)] : []));
      return {
        problems: [{ path: 'extends', message: `规则包互为基础，形成循环：${circle.join(' → ')}` }],
        warnings: [],
      };
    }
    const found = find({ id, version });
    if (found === undefined) {
      if (chain.length > 1) break;
      const message = `本机没有基础规则包“${id}”第 ${version} 版，无法列出与它的差异；本规则包自身完整，可以使用`;
      return { problems: [], warnings: [{ path: 'extends', message }] };
    }
    chain.push(found);
    base = found.extends;
  }
  return { problems: [], warnings: [] };
}

const nameOf = ({ title, version }: Linked): string => `${title} 第 ${version} 版`;
