import * as z from 'zod';

const line = z.string().max(120);

/** What stands around every printed page of the window. */
export const printFrame = z.object({
  /** Above every page at the left: what the paper is. */
  title: line,
  /** Above every page at the right, in red: practice data, a simulation, what waits for approval. */
  marks: z.array(line).max(3),
  /** Below every page at the left and at the right; the page numbers stand between them. */
  left: z.array(line).max(3),
  right: z.array(line).max(3),
});
export type PrintFrame = z.output<typeof printFrame>;
