import type { RatingFact } from './fact';
import type { Trace, TraceFact, TraceNode } from './trace';

/** `office`: kept in the file; `subject`: handed to the firm. */
export const ratingCopies = ['office', 'subject'] as const;
export type RatingCopy = (typeof ratingCopies)[number];
export const ratingCopyLabels: Record<RatingCopy, string> = { office: '存档联', subject: '送达主体联' };

/** Stands in the firm's copy where another office's record came from; its points stay. */
export const FOREIGN_SOURCE = '外局信息（依规定不予披露来源）';
const FOREIGN_OFFICE = '外局';

/**
 * Records with the sources of other offices covered, as the firm's copy shows them. Cover them before sentences are
 * made of them: a number that stands in a sentence cannot be covered any more.
 *
 * @example maskFacts(facts)[0]?.sourceOrg // '外局信息（依规定不予披露来源）'
 */
export const maskFacts = (facts: readonly RatingFact[]): RatingFact[] =>
  facts.map((fact) =>
    fact.origin === undefined
      ? fact
      : { ...fact, sourceOrg: FOREIGN_SOURCE, sourceNo: '', origin: { ...fact.origin, office: FOREIGN_OFFICE } },
  );

/** A trace with the sources of other offices covered. @example explain(pack, { ...result, trace: maskTrace(result.trace) }) */
export const maskTrace = (trace: Trace): Trace => ({
  ...trace,
  nodes: trace.nodes.map(maskNode),
  vetoes: trace.vetoes.map((veto) => ({ ...veto, facts: veto.facts.map(maskTraceFact) })),
});

const maskNode = (node: TraceNode): TraceNode => ({
  ...node,
  facts: node.facts.map(maskTraceFact),
  children: node.children.map(maskNode),
});

const maskTraceFact = (fact: TraceFact): TraceFact =>
  fact.office === undefined ? fact : { ...fact, sourceOrg: FOREIGN_SOURCE, sourceNo: '', office: FOREIGN_OFFICE };
