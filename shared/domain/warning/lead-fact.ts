import type { CatalogueItem } from '../catalogue/catalogue';
import type { FactFields } from '../catalogue/validate-fact-fields';

/**
 * The fields of the fact that a confirmed lead becomes: of what the evidence says in figures, what the item has a
 * field for; an officer's own entries come first.
 *
 * @example leadFactFields(item, { applications: 34, classes: 12 }, {})
 */
export function leadFactFields(
  item: Pick<CatalogueItem, 'fields'>,
  figures: Readonly<Record<string, string | number>>,
  given: FactFields,
): FactFields {
  return Object.fromEntries(
    item.fields.flatMap(({ key }) => {
      const value = given[key] ?? figures[key];
      return value === undefined || value === null || value === '' ? [] : [[key, value]];
    }),
  );
}

type Counts = { readonly notified: number; readonly explained: number; readonly withdrawn: number };

/** How far an applicant has come with all that it was notified of. */
export const overallHandling = ({ notified, explained, withdrawn }: Counts): 'withdrawn' | 'explained' | 'open' =>
  withdrawn === notified ? 'withdrawn' : withdrawn + explained === notified ? 'explained' : 'open';
