import { daysBetween, type IsoDate } from '#shared/kernel/dates';

export type CurveRating = {
  readonly id: string;
  readonly asOf: IsoDate;
  readonly gradeCode: string;
  readonly scoreThousandths: number;
};
/** The grades from the lowest scores to the highest. */
export type Scale = readonly {
  readonly gradeCode: string;
  readonly colour: string;
  readonly fromThousandths: number | null;
}[];
export type CurveSize = { readonly width: number; readonly height: number };

export type CurveBand = {
  readonly gradeCode: string;
  readonly colour: string;
  readonly y: number;
  readonly height: number;
};
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
  scale: Scale,
  until: IsoDate,
  { width, height }: CurveSize,
): Curve {
  // Of two on one day the later one, with the higher id, holds in the end.
  const sorted = ratings.toSorted((a, b) => (a.asOf === b.asOf ? (a.id < b.id ? -1 : 1) : a.asOf < b.asOf ? -1 : 1));
  if (sorted.length === 0) return { points: [], path: '', bands: [], ticks: [] };
  const first = sorted[0]?.asOf ?? until;
  const last = sorted.reduce((end, { asOf }) => (asOf > end ? asOf : end), until);
  const days = Math.max(1, daysBetween(first, last));
  const scores = sorted.map(({ scoreThousandths }) => scoreThousandths);
  const near = edgesNear(scale, scores);
  const low = Math.floor((Math.min(...scores, ...near) - 1) / STEP) * STEP;
  const high = Math.ceil((Math.max(...scores, ...near) + 1) / STEP) * STEP;
  const yOf = (score: number) => round(height - ((score - low) / (high - low)) * height);

  const points = sorted.map((rating) => ({
    ...rating,
    x: round((daysBetween(first, rating.asOf) / days) * width),
    y: yOf(rating.scoreThousandths),
  }));
  const steps = points.map(({ x, y }, at) => (at === 0 ? `M${x} ${y}` : `H${x}V${y}`));
  return {
    points,
    path: `${steps.join('')}H${width}`,
    bands: bandsOf(scale, { low, high }, yOf),
    ticks: ticksOf(low, high).map((value) => ({ value, y: yOf(value) })),
  };
}

/** The edges of the grades that the scores lie in: the picture shows how far it is to the next ones. */
function edgesNear(scale: Scale, scores: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const edges = scale.flatMap(({ fromThousandths }) => (fromThousandths === null ? [] : [fromThousandths]));
  const below = edges.filter((edge) => edge <= least).at(-1);
  const above = edges.find((edge) => edge > most);
  return [below, above].filter((edge) => edge !== undefined);
}

function bandsOf(
  scale: Scale,
  { low, high }: { readonly low: number; readonly high: number },
  yOf: (score: number) => number,
): readonly CurveBand[] {
  return scale.flatMap(({ gradeCode, colour, fromThousandths }, at) => {
    const from = Math.max(low, fromThousandths ?? low);
    const to = Math.min(high, scale[at + 1]?.fromThousandths ?? high);
    if (from >= to) return [];
    return [{ gradeCode, colour, y: yOf(to), height: round(yOf(from) - yOf(to)) }];
  });
}

/** At most five round scores, so that the labels never touch. */
function ticksOf(low: number, high: number): readonly number[] {
  const step = Math.max(1, Math.ceil((high - low) / STEP / 4)) * STEP;
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => low + at * step);
}

const round = (value: number): number => Math.round(value * 10) / 10;
