import type { WhyView } from './rating-words';

/** Where a neighbouring grade begins, and on which side of the edge it lies. */
export type GradeEdge = { readonly gradeCode: string; readonly at: number; readonly side: 'above' | 'below' };

/** The two edges of the grade that the score lies in, whatever a veto made of it. */
export function edgesAround({
  scale,
  scoreThousandths,
}: Pick<WhyView, 'scale' | 'scoreThousandths'>): readonly GradeEdge[] {
  const within = scale.findLastIndex(({ fromThousandths: from }) => from === null || from <= scoreThousandths);
  const [below, own, above] = [scale[within - 1], scale[within], scale[within + 1]];
  const edges: GradeEdge[] = [];
  if (below && own?.fromThousandths != null)
    edges.push({ gradeCode: below.gradeCode, at: own.fromThousandths, side: 'below' });
  if (above?.fromThousandths != null)
    edges.push({ gradeCode: above.gradeCode, at: above.fromThousandths, side: 'above' });
  return edges;
}
