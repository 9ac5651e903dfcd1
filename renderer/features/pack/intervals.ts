/** The edges of a band; `from`/`to` include the number, `above`/`below` do not. */
export type Edges = {
  readonly from?: number | undefined;
  readonly above?: number | undefined;
  readonly to?: number | undefined;
  readonly below?: number | undefined;
};

/** Where a band ends and the next begins: 不满 n | n 以上, or n 以下 | 超过 n. */
export type Cut = { readonly kind: 'below' | 'to'; readonly value: number | undefined };

/** The upper end of a band, as a cut. */
export const cutOf = ({ to, below }: Edges): Cut =>
  to === undefined ? { kind: 'below', value: below } : { kind: 'to', value: to };

/** The lower end of a band, as the cut of the band before. */
export const lowerCutOf = ({ from, above }: Edges): Cut =>
  above === undefined ? { kind: 'below', value: from } : { kind: 'to', value: above };

function withUpper<B extends Edges>(band: B, cut: Cut | null): B {
  const { to: _t, below: _b, ...rest } = band;
  return (cut?.value === undefined ? rest : { ...rest, [cut.kind]: cut.value }) as B;
}

function withLower<B extends Edges>(band: B, cut: Cut | null): B {
  const { from: _f, above: _a, ...rest } = band;
  if (cut?.value === undefined) return rest as B;
  return { ...rest, [cut.kind === 'below' ? 'from' : 'above']: cut.value } as B;
}

/** Bands that meet: each begins where the one before ends, the first and the last are open. */
export function joined<B extends Edges>(bands: readonly B[]): readonly B[] {
  return bands.map((band, at) => {
    const before = bands[at - 1];
    const lower = withLower(band, before === undefined ? null : cutOf(before));
    return withUpper(lower, at === bands.length - 1 ? null : cutOf(band));
  });
}

/** Moves the end of one band, and with it the beginning of the next. */
export function setCut<B extends Edges>(bands: readonly B[], at: number, cut: Cut): readonly B[] {
  return joined(bands.map((band, index) => (index === at ? withUpper(band, cut) : band)));
}

/** One more band at the top; the one that was the last ends ten above its beginning. */
export function addBand<B extends Edges>(bands: readonly B[], band: B): readonly B[] {
  const last = bands.at(-1);
  if (last === undefined) return [band];
  const end = (lowerCutOf(last).value ?? 0) + 10;
  return joined([...bands.slice(0, -1), withUpper(last, { kind: 'below', value: end }), band]);
}

/** The band before takes over what the removed one held. */
export function removeBand<B extends Edges>(bands: readonly B[], at: number): readonly B[] {
  const removed = bands[at];
  return joined(
    bands
      .map((band, index) => (index === at - 1 && removed !== undefined ? withUpper(band, cutOf(removed)) : band))
      .toSpliced(at, 1),
  );
}

/** Two neighbours change places; the cuts stay where they are. */
export function swapBands<B extends Edges>(bands: readonly B[], at: number, by: -1 | 1): readonly B[] {
  const other = at + by;
  const [one, two] = [bands[at], bands[other]];
  if (one === undefined || two === undefined) return bands;
  const swapped = bands.map((band, index) => (index === at ? two : index === other ? one : band));
  return joined(swapped.map((band, index) => withUpper(band, cutOf(bands[index] ?? {}))));
}
