import { bytesToHex, utf8 } from './sha256';

// SM3 (GB/T 32905-2016) in plain TypeScript, for Electron's own library has none: the second digest of announced lists
// and of evidence, for those who trust the national standard more.

const rotate = (x: number, n: number): number => (n % 32 === 0 ? x : (x << (n % 32)) | (x >>> (32 - (n % 32))));

const T = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j));
const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
const BLOCK = 64;

export type Sm3 = {
  /** Takes the next bytes; they may be of any length. */
  readonly update: (bytes: Uint8Array) => void;
  /** Ends it; the digest of everything that was given. */
  readonly digest: () => Uint8Array;
};

/**
 * SM3 over bytes that come piece by piece, for files that do not fit into memory.
 *
 * @example
 * const hash = createSm3();
 * hash.update(utf8('a')); hash.update(utf8('bc'));
 * bytesToHex(hash.digest()) // '66c7f0f4…', as of 'abc' in one piece
 */
export function createSm3(): Sm3 {
  const v = Int32Array.from(START);
  const w = new Int32Array(68);
  const rest = new Uint8Array(BLOCK * 2);
  let held = 0;
  let length = 0;
  return {
    update: (bytes) => {
      length += bytes.length;
      let at = 0;
      if (held > 0) {
        at = Math.min(BLOCK - held, bytes.length);
        rest.set(bytes.subarray(0, at), held);
        held += at;
        if (held < BLOCK) return;
        compress(v, w, rest, 0);
      }
      for (; at + BLOCK <= bytes.length; at += BLOCK) compress(v, w, bytes, at);
      held = bytes.length - at;
      rest.set(bytes.subarray(at));
    },
    digest: () => {
      const blocks = held < BLOCK - 8 ? 1 : 2;
      rest.fill(0, held);
      rest[held] = 0x80;
      const view = new DataView(rest.buffer);
      view.setUint32(blocks * BLOCK - 8, Math.floor(length / 0x20000000));
      view.setUint32(blocks * BLOCK - 4, length << 3);
      for (let block = 0; block < blocks; block++) compress(v, w, rest, block * BLOCK);
      const digest = new Uint8Array(32);
      const out = new DataView(digest.buffer);
      v.forEach((word, i) => {
        out.setInt32(i * 4, word);
      });
      return digest;
    },
  };
}

/** One block. Written out, for calls in the inner loop would cost more than the work. */
function compress(v: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void {
  for (let j = 0, i = at; j < 16; j++, i += 4)
    w[j] =
      ((bytes[i] as number) << 24) |
      ((bytes[i + 1] as number) << 16) |
      ((bytes[i + 2] as number) << 8) |
      (bytes[i + 3] as number);
  for (let j = 16; j < 68; j++) {
    const far = w[j - 3] as number;
    const x = (w[j - 16] as number) ^ (w[j - 9] as number) ^ ((far << 15) | (far >>> 17));
    const old = w[j - 13] as number;
    w[j] = x ^ ((x << 15) | (x >>> 17)) ^ ((x << 23) | (x >>> 9)) ^ ((old << 7) | (old >>> 25)) ^ (w[j - 6] as number);
  }
  let a = v[0] as number;
  let b = v[1] as number;
  let c = v[2] as number;
  let d = v[3] as number;
  let e = v[4] as number;
  let f = v[5] as number;
  let g = v[6] as number;
  let h = v[7] as number;
  for (let j = 0; j < 64; j++) {
    const a12 = (a << 12) | (a >>> 20);
    const sum = (a12 + e + (T[j] as number)) | 0;
    const ss1 = (sum << 7) | (sum >>> 25);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const word = w[j] as number;
    const tt1 = (ff + d + (ss1 ^ a12) + (word ^ (w[j + 4] as number))) | 0;
    const tt2 = (gg + h + ss1 + word) | 0;
    d = c;
    c = (b << 9) | (b >>> 23);
    b = a;
    a = tt1;
    h = g;
    g = (f << 19) | (f >>> 13);
    f = e;
    e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
  }
  v[0] = (v[0] as number) ^ a;
  v[1] = (v[1] as number) ^ b;
  v[2] = (v[2] as number) ^ c;
  v[3] = (v[3] as number) ^ d;
  v[4] = (v[4] as number) ^ e;
  v[5] = (v[5] as number) ^ f;
  v[6] = (v[6] as number) ^ g;
  v[7] = (v[7] as number) ^ h;
}

/** @example sm3(utf8('abc')).length // 32 */
export function sm3(message: Uint8Array): Uint8Array {
  const hash = createSm3();
  hash.update(message);
  return hash.digest();
}

/** @example sm3Hex('abc') // '66c7f0f4…' */
export function sm3Hex(text: string): string {
  return bytesToHex(sm3(utf8(text)));
}
