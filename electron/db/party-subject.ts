import type { Store } from './open-store';
import { prepareAll } from './prepared';

export type PartySubject = { readonly id: string; readonly name: string; readonly kind: string };
type Party = { readonly name: string; readonly code: string | null };

/**
 * The subject that a party of a list is: by its code, else by a name that only one subject has. A subject with another
 * code is another firm of the same name.
 */
export function createPartySubjectFinder(store: Store, on: 'reader' | 'writer') {
  const by = (column: 'uscc' | 'id_number' | 'name') =>
    prepareAll<PartySubject & { readonly uscc: string | null }>(
      store,
      on,
      store.db
        .selectFrom('subject')
        .select(['id', 'name', 'kind', 'uscc'])
        .where('withdrawn_at', 'is', null)
        .where(column, '=', '')
        .limit(2)
        .compile(),
    );
  const [byUscc, byIdNumber, byName] = [by('uscc'), by('id_number'), by('name')];
  return ({ name, code }: Party): PartySubject | null => {
    const [coded] = code === null ? [] : [...byUscc(code, 2), ...byIdNumber(code, 2)];
    if (coded) return coded;
    const [only, second] = byName(name, 2).filter(({ uscc }) => code === null || uscc === null);
    return only && !second ? only : null;
  };
}
