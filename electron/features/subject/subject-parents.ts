import type { SubjectTable } from '../../db/schema';
import type { Store } from '../../db/open-store';
import { prepareFindParent } from './subject-repository';

type Child = Pick<SubjectTable, 'kind' | 'parent_uscc' | 'parent_name' | 'agency_code'>;

/**
 * Finds the head office of a branch and the agency of an agent: by credit code, else by name, else by agency code.
 * What is found is remembered; what is not found may still come later in the same file.
 */
export function createParentFinder(store: Store) {
  const find = prepareFindParent(store);
  const known = new Map<string, string>();
  const remember = (key: string, candidates: readonly { readonly id: string }[]): string | null => {
    const [only, second] = candidates;
    if (!only || second) return null;
    known.set(key, only.id);
    return only.id;
  };
  const byName = (name: string) => {
    const variants = new Set([name, name.replaceAll('(', '（').replaceAll(')', '）'), name.replaceAll('（', '(').replaceAll('）', ')')]);
    return [...variants].flatMap((variant) => find.byName(variant));
  };
  return (child: Child): string | null => {
    if (child.parent_uscc !== null) {
      const key = `uscc:${child.parent_uscc}`;
      const found = known.get(key) ?? remember(key, find.byUscc(child.parent_uscc));
      if (found !== null) return found;
    }
    if (child.parent_name !== null) {
      const key = `name:${child.parent_name}`;
      const found = known.get(key) ?? remember(key, byName(child.parent_name));
      if (found !== null) return found;
    }
    if (child.agency_code === null || (child.kind !== 'agent' && child.kind !== 'agency_branch')) return null;
    const code = child.agency_code.slice(0, 5);
    if (child.kind === 'agency_branch' && code === child.agency_code) return null;
    return known.get(`agency:${code}`) ?? remember(`agency:${code}`, find.byAgencyCode(code));
  };
}
