import type { WhyLine } from './rating-words';

/** Names a line on the page: a bounded rule has two lines with the same node. */
export const lineId = (line: WhyLine, at: number): string => `line-${line.nodeId}-${at}`;
