/** A baseline JPEG encoder for grey pictures, so that tests read files as cameras and scanners write them. */

const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
];
const QUANT = 12;
const DC_BITS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
// every (run, size) gets a code of eight or nine bits: larger files, but a table that fits here
const AC_VALUES = [
  0x00,
  0xf0,
  ...Array.from({ length: 16 }, (_, run) => Array.from({ length: 10 }, (__, size) => run * 16 + size + 1)).flat(),
];
const AC_BITS = [0, 0, 0, 0, 0, 0, 0, 162, 0, 0, 0, 0, 0, 0, 0, 0];

type Code = { readonly bits: number; readonly length: number };

function codes(counts: readonly number[], values: readonly number[]): Map<number, Code> {
  const table = new Map<number, Code>();
  let code = 0;
  let next = 0;
  counts.forEach((count, index) => {
    for (let i = 0; i < count; i++) table.set(values[next++] ?? 0, { bits: code++, length: index + 1 });
    code <<= 1;
  });
  return table;
}

const DC = codes(DC_BITS, DC_VALUES);
const AC = codes(AC_BITS, AC_VALUES);
const COS = Array.from({ length: 8 }, (_, u) =>
  Array.from({ length: 8 }, (__, x) => (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16)),
);

class Bits {
  readonly bytes: number[] = [];
  #held = 0;
  #count = 0;

  put(bits: number, length: number): void {
    for (let i = length - 1; i >= 0; i--) {
      this.#held = (this.#held << 1) | ((bits >> i) & 1);
      if (++this.#count < 8) continue;
      this.bytes.push(this.#held);
      if (this.#held === 0xff) this.bytes.push(0);
      this.#held = 0;
      this.#count = 0;
    }
  }

  end(): void {
    while (this.#count !== 0) this.put(1, 1);
  }
}

const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];

/** @param grey brightness of the point, 0 to 255 */
export function jpegOf(width: number, height: number, grey: (x: number, y: number) => number): Buffer {
  const out = new Bits();
  let before = 0;
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8)
      before = putBlock(out, before, (x, y) => grey(Math.min(width - 1, left + x), Math.min(height - 1, top + y)));
  out.end();
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.from(
    [
      ...[0xff, 0xd8],
      ...segment(0xdb, [0, ...ZIGZAG.map(() => QUANT)]),
      ...segment(0xc0, [8, ...size, 1, 1, 0x11, 0]),
      ...segment(0xc4, [0x00, ...DC_BITS, ...DC_VALUES]),
      ...segment(0xc4, [0x10, ...AC_BITS, ...AC_VALUES]),
      ...segment(0xda, [1, 1, 0, 0, 63, 0]),
      // a spread of some hundred thousand bytes is too many arguments
      ...out.bytes.slice(0, 0),
    ].concat(out.bytes, [0xff, 0xd9]),
  );
}

function putBlock(out: Bits, before: number, at: (x: number, y: number) => number): number {
  const rows = Array.from({ length: 8 }, (_, y) => {
    const line = Array.from({ length: 8 }, (__, x) => at(x, y) - 128);
    return COS.map((wave) => wave.reduce((sum, factor, x) => sum + factor * (line[x] ?? 0), 0));
  });
  const flat = ZIGZAG.map((place) => {
    const [v, u] = [place >> 3, place & 7];
    const value = (COS[v] ?? []).reduce((sum, factor, y) => sum + factor * (rows[y]?.[u] ?? 0), 0);
    return Math.round(value / QUANT);
  });
  const dc = flat[0] ?? 0;
  put(out, DC, 0, dc - before);
  let run = 0;
  for (const value of flat.slice(1)) {
    if (value === 0) {
      run += 1;
      continue;
    }
    for (; run > 15; run -= 16) put(out, AC, 15, 0);
    put(out, AC, run, value);
    run = 0;
  }
  if (run > 0) put(out, AC, 0, 0);
  return dc;
}

function put(out: Bits, table: Map<number, Code>, run: number, value: number): void {
  const size = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1;
  const code = table.get(run * 16 + size);
  if (!code) throw new Error(`no code for ${run}/${size}`);
  out.put(code.bits, code.length);
  out.put(value < 0 ? value + 2 ** size - 1 : value, size);
}
