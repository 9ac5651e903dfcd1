import type { RouteOutput } from '#shared/ipc/contract';

export type MigrationPack = RouteOutput<'rating.migration'>['packs'][number];

/** stay: on the diagonal · first: not rated on the first day · up and down: to a better or a worse grade. */
export type MoveKind = 'stay' | 'first' | 'up' | 'down';
export type MatrixCell = {
  readonly from: string | null;
  readonly to: string;
  readonly count: number;
  readonly kind: MoveKind;
  /** 0 to 4, for the depth of the colour; 0 is nobody. */
  readonly heat: 0 | 1 | 2 | 3 | 4;
};
export type MatrixRow = { readonly from: string | null; readonly total: number; readonly cells: readonly MatrixCell[] };
export type MatrixSums = Readonly<Record<MoveKind, number>>;

/** Rows are the grades on the first day, best first, and after them those without a rating; columns the grades later. */
export function matrixOf({ grades, cells }: Pick<MigrationPack, 'grades' | 'cells'>): readonly MatrixRow[] {
  // A grade that only an older version of the pack knew comes after the others.
  const known = grades.map(({ code }) => code);
  const codes = [...new Set([...known, ...cells.flatMap(({ from, to }) => (from === null ? [to] : [from, to]))])];
  const countOf = (from: string | null, to: string) =>
    cells.filter((cell) => cell.from === from && cell.to === to).reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...cells.map(({ count }) => count));
  return [...codes, null].map((from) => {
    const row = codes.map((to): MatrixCell => {
      const count = countOf(from, to);
      return { from, to, count, kind: kindOf(from, to, codes), heat: heatOf(count, most) };
    });
    return { from, total: row.reduce((sum, { count }) => sum + count, 0), cells: row };
  });
}

export function matrixSums(rows: readonly MatrixRow[]): MatrixSums {
  const sums = { stay: 0, first: 0, up: 0, down: 0 };
  for (const { kind, count } of rows.flatMap(({ cells }) => cells)) sums[kind] += count;
  return sums;
}

function kindOf(from: string | null, to: string, codes: readonly string[]): MoveKind {
  if (from === null) return 'first';
  if (from === to) return 'stay';
  return codes.indexOf(to) < codes.indexOf(from) ? 'up' : 'down';
}

/** By order of size, not by share: in an office of thousands a single move must still be seen. */
function heatOf(count: number, most: number): MatrixCell['heat'] {
  if (count === 0) return 0;
  const part = Math.log(count + 1) / Math.log(most + 1);
  return part > 0.75 ? 4 : part > 0.5 ? 3 : part > 0.25 ? 2 : 1;
}
