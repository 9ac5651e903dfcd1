import { canonicalJson } from '../../kernel/canonical-json';
import type { RatingSubject } from './condition';
import { compareFacts, type RatingFact } from './fact';

/** What a rating was made of, besides its day and its pack. */
export type RatedInput = { readonly subject: RatingSubject; readonly facts: readonly RatingFact[] };

/** A record as it is stored: what is as usual (active, valid from its day on, without an end) is left out. */
type StoredFact = Pick<RatingFact, 'id' | 'itemCode' | 'occurredOn'> & Partial<RatingFact>;

/**
 * The input of a rating as it is stored: equal inputs are equal bytes, in whatever order the records came.
 *
 * @example inputText({ subject, facts: [b, a] }) === inputText({ subject, facts: [a, b] }) // true
 */
export function inputText({ subject, facts }: RatedInput): string {
  return canonicalJson({ subject, facts: [...facts].sort(compareFacts).map(slim) });
}

/** Reads a stored input back. @example readInput(inputText(input)).facts // the records, oldest first */
export function readInput(text: string): RatedInput {
  const { subject, facts } = JSON.parse(text) as {
    readonly subject: RatingSubject;
    readonly facts: readonly StoredFact[];
  };
  return { subject, facts: facts.map(widen) };
}

function slim(fact: RatingFact): StoredFact {
  const { id, itemCode, occurredOn, validFrom, validTo, state, repairedOn, fields, sourceOrg, sourceNo, via, origin } =
    fact;
  return {
    id,
    itemCode,
    occurredOn,
    fields,
    ...(validFrom === occurredOn ? undefined : { validFrom }),
    ...(validTo === null ? undefined : { validTo }),
    ...(state === 'active' ? undefined : { state }),
    ...(repairedOn === null ? undefined : { repairedOn }),
    ...(sourceOrg === '' ? undefined : { sourceOrg }),
    ...(sourceNo === '' ? undefined : { sourceNo }),
    ...(via === undefined ? undefined : { via }),
    ...(origin === undefined ? undefined : { origin }),
  };
}

const widen = (fact: StoredFact): RatingFact => ({
  validFrom: fact.occurredOn,
  validTo: null,
  state: 'active',
  repairedOn: null,
  fields: {},
  sourceOrg: '',
  sourceNo: '',
  ...fact,
});
