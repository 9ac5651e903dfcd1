import type { Store } from '../../db/open-store';
import type { SubjectTable } from '../../db/schema';
import type { WriteTx } from '../../db/write-tx';
import { listOrphansOf, prepareFindParent } from './subject-repository';

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
    const variants = new Set([
      name,
      name.replaceAll('(', '（').replaceAll(')', '）'),
      name.replaceAll('（', '(').replaceAll('）', ')'),
    ]);
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

/** A parent that was found stays, until the child names another one: the parent itself may be renamed. */
export const needsParent = (stored: Child & { readonly parent_id: string | null }, next: Child): boolean =>
  stored.parent_id === null || stored.parent_name !== next.parent_name || stored.parent_uscc !== next.parent_uscc;

/** Branches and agents may have been entered before the agency they belong to. */
export async function adoptChildren(
  tx: WriteTx,
  parent: Pick<SubjectTable, 'id' | 'kind' | 'uscc' | 'name' | 'agency_code'>,
): Promise<void> {
  if (parent.kind === 'agent') return;
  for (const child of await listOrphansOf(tx.db, parent))
    if (child.id !== parent.id) tx.update('subject', child.id, { parent_id: parent.id });
}
