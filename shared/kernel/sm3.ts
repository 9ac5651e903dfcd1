import { bytesToHex, utf8 } from './sha256';

// SM3 (GB/T 32905-2016) in plain TypeScript: the second digest of an announced list, for those who trust the national
// standard more. It says nothing about the draw itself, whose keys are HMAC-SHA-256.

const rotate = (x: number, n: number): number => (n % 32 === 0 ? x : (x << (n % 32)) | (x >>> (32 - (n % 32))));
const p0 = (x: number): number => x ^ rotate(x, 9) ^ rotate(x, 17);
const p1 = (x: number): number => x ^ rotate(x, 15) ^ rotate(x, 23);

const T = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j));

function compress(v: Int32Array, w: Int32Array, view: DataView, at: number): void {
  for (let j = 0; j < 16; j++) w[j] = view.getInt32(at + j * 4);
  for (let j = 16; j < 68; j++) {
    const x = (w[j - 16] as number) ^ (w[j - 9] as number) ^ rotate(w[j - 3] as number, 15);
    w[j] = p1(x) ^ rotate(w[j - 13] as number, 7) ^ (w[j - 6] as number);
  }
  let [a, b, c, d, e, f, g, h] = v as unknown as [number, number, number, number, number, number, number, number];
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + (T[j] as number)) | 0, 7);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + ((w[j] as number) ^ (w[j + 4] as number))) | 0;
    const tt2 = (gg + h + ss1 + (w[j] as number)) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = p0(tt2);
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    v[i] = (v[i] as number) ^ word;
  });
}

/** @example sm3(utf8('abc')).length // 32 */
export function sm3(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((message.length + 8) >> 6) + 1) << 6);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(padded.length - 4, message.length << 3);
  const v = new Int32Array([
    0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
  ]);
  const w = new Int32Array(68);
  for (let at = 0; at < padded.length; at += 64) compress(v, w, view, at);
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  v.forEach((word, i) => {
    out.setInt32(i * 4, word);
  });
  return digest;
}

/** @example sm3Hex('abc') // '66c7f0f4…' */
export function sm3Hex(text: string): string {
  return bytesToHex(sm3(utf8(text)));
}
