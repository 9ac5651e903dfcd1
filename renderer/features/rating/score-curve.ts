import { daysBetween, type IsoDate } from '#shared/kernel/dates';

export type CurveRating = {
  readonly id: string;
  readonly asOf: IsoDate;
  readonly gradeCode: string;
  readonly scoreThousandths: number;
};
/** A score on which a grade ends: `above` and `below` name the grades at its two sides. */
export type CurveEdge = { readonly at: number; readonly above: string; readonly below: string };
export type CurveSize = { readonly width: number; readonly height: number };

export type CurveBand = { readonly gradeCode: string; readonly y: number; readonly height: number };
export type Curve = {
  readonly points: readonly (CurveRating & { readonly x: number; readonly y: number })[];
  /** A score holds until the next rating: the line goes in steps. */
  readonly path: string;
  readonly bands: readonly CurveBand[];
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
};

const STEP = 10_000;

/** The scores of a subject over time, oldest at the left, up to `until`. */
export function curveOf(
  ratings: readonly CurveRating[],
  edges: readonly CurveEdge[],
  until: IsoDate,
  { width, height }: CurveSize,
): Curve {
  const sorted = ratings.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
  const first = sorted[0]?.asOf ?? until;
  const last = sorted.reduce((end, { asOf }) => (asOf > end ? asOf : end), until);
  const days = Math.max(1, daysBetween(first, last));
  const scores = [...sorted.map(({ scoreThousandths }) => scoreThousandths), ...edges.map(({ at }) => at)];
  const low = Math.floor((Math.min(...scores, 0 + (scores[0] ?? 0)) - 1) / STEP) * STEP;
  const high = Math.ceil((Math.max(...scores, low) + 1) / STEP) * STEP;
  const yOf = (score: number) => round(height - ((score - low) / (high - low)) * height);

  const points = sorted.map((rating) => ({
    ...rating,
    x: round((daysBetween(first, rating.asOf) / days) * width),
    y: yOf(rating.scoreThousandths),
  }));
  const steps = points.map(({ x, y }, at) => (at === 0 ? `M${x} ${y}` : `H${x}V${y}`));
  return {
    points,
    path: points.length === 0 ? '' : `${steps.join('')}H${width}`,
    bands: bandsOf(edges, yOf, height),
    ticks: ticksOf(low, high).map((value) => ({ value, y: yOf(value) })),
  };
}

function bandsOf(edges: readonly CurveEdge[], yOf: (score: number) => number, height: number): readonly CurveBand[] {
  const sorted = edges.toSorted((a, b) => b.at - a.at);
  const [best] = sorted;
  if (!best) return [];
  const tops = [0, ...sorted.map(({ at }) => yOf(at))];
  return [best.above, ...sorted.map(({ below }) => below)].map((gradeCode, at) => {
    const y = tops[at] ?? 0;
    return { gradeCode, y, height: round((tops[at + 1] ?? height) - y) };
  });
}

/** At most five round scores, so that the labels never touch. */
function ticksOf(low: number, high: number): readonly number[] {
  const step = Math.max(1, Math.ceil((high - low) / STEP / 4)) * STEP;
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => low + at * step);
}

const round = (value: number): number => Math.round(value * 10) / 10;
