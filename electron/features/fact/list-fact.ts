import * as z from 'zod';
import type { CatalogueItem } from '#shared/domain/catalogue/catalogue';
import type { FactFields } from '#shared/domain/catalogue/validate-fact-fields';
import { factListSummary } from '#shared/domain/fact/fact-list';
import { canonicalJson } from '#shared/kernel/canonical-json';
import type { IsoDate } from '#shared/kernel/dates';
import { defaultValidTo } from '../../db/fact-writer';
import type { FactTable } from '../../db/schema';

/** What a row of a list says, before it is compared with the store. */
export type ListedFact = {
  readonly sourceOrg: string;
  readonly sourceNo: string;
  readonly occurredOn: IsoDate;
  readonly fields: FactFields;
};

export type ListContent = Pick<
  FactTable,
  'source_org' | 'source_no' | 'occurred_on' | 'valid_from' | 'valid_to' | 'summary' | 'fields'
>;

const fieldsColumn = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export function listContent(item: CatalogueItem, { sourceOrg, sourceNo, occurredOn, fields }: ListedFact): ListContent {
  return {
    source_org: sourceOrg,
    source_no: sourceNo,
    occurred_on: occurredOn,
    valid_from: occurredOn,
    valid_to: defaultValidTo(item, occurredOn),
    summary: factListSummary(item, fields),
    fields: canonicalJson(fields),
  };
}

type Match =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly stored: FactTable }
  | { readonly kind: 'changed'; readonly stored: FactTable; readonly content: ListContent }
  /** A document of that day says something else; without its number the row may mean another one. */
  | { readonly kind: 'unclear'; readonly stored: FactTable };

/**
 * Which stored fact a row is: the one with its number, else the one of that day without a number. What the row leaves
 * empty stays as it is; the end of validity moves only with the day.
 *
 * @param candidates facts of that subject and item with that day or that number
 */
export function matchListed(item: CatalogueItem, listed: ListedFact, candidates: readonly FactTable[]): Match {
  const { sourceNo } = listed;
  const stored =
    candidates.find(({ source_no }) => source_no === sourceNo) ??
    (sourceNo === ''
      ? candidates.find((fact) => saysNothingNew(fact, listed))
      : candidates.find(({ source_no }) => source_no === ''));
  if (!stored) {
    const [numbered] = sourceNo === '' ? candidates : [];
    return numbered ? { kind: 'unclear', stored: numbered } : { kind: 'new' };
  }
  const moved = stored.occurred_on !== listed.occurredOn;
  const renumbered = sourceNo !== '' && stored.source_no !== sourceNo;
  if (!moved && !renumbered && saysNothingNew(stored, listed)) return { kind: 'same', stored };
  const content = listContent(item, { ...listed, fields: united(stored, listed) });
  const kept = moved ? {} : { valid_from: stored.valid_from, valid_to: stored.valid_to };
  return {
    kind: 'changed',
    stored,
    content: { ...content, ...kept, source_no: sourceNo === '' ? stored.source_no : sourceNo },
  };
}

const storedFields = ({ fields }: FactTable): FactFields =>
  Object.fromEntries(Object.entries(fieldsColumn.parse(JSON.parse(fields))).filter(([, v]) => v !== null && v !== ''));

const united = (stored: FactTable, { fields }: ListedFact): FactFields => ({ ...storedFields(stored), ...fields });

const saysNothingNew = (stored: FactTable, listed: ListedFact): boolean =>
  canonicalJson(united(stored, listed)) === canonicalJson(storedFields(stored));
