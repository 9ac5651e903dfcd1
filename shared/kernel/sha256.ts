// SHA-256 (FIPS 180-4) and HMAC (RFC 2104) in plain TypeScript, so that the draw recomputes the same in the engine, in
// the page and in a printed verifier. For a million short messages it beats a call into a native library for each.

const K = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

const INITIAL = new Int32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

/** One block: `w[0..15]` is the message, `w[16..63]` scratch. Values stay 32-bit integers throughout. */
function compress(h: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number;
    const y = w[i - 2] as number;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
  }
  let a = h[0] as number;
  let b = h[1] as number;
  let c = h[2] as number;
  let d = h[3] as number;
  let e = h[4] as number;
  let f = h[5] as number;
  let g = h[6] as number;
  let k = h[7] as number;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (k + s1 + (g ^ (e & (f ^ g))) + (K[i] as number) + (w[i] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0;
    k = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  h[0] = ((h[0] as number) + a) | 0;
  h[1] = ((h[1] as number) + b) | 0;
  h[2] = ((h[2] as number) + c) | 0;
  h[3] = ((h[3] as number) + d) | 0;
  h[4] = ((h[4] as number) + e) | 0;
  h[5] = ((h[5] as number) + f) | 0;
  h[6] = ((h[6] as number) + g) | 0;
  h[7] = ((h[7] as number) + k) | 0;
}

/** Absorbs a whole message with its padding; `before` is how many bytes `h` has already seen. */
function absorb(h: Int32Array, w: Int32Array, message: Uint8Array, length: number, before: number): void {
  let at = 0;
  for (; at + 64 <= length; at += 64) {
    for (let i = 0, p = at; i < 16; i++, p += 4) w[i] = readWord(message, p);
    compress(h, w);
  }
  const rest = length - at;
  const whole = rest >> 2;
  for (let i = 0, p = at; i < whole; i++, p += 4) w[i] = readWord(message, p);
  for (let i = whole; i < 16; i++) w[i] = 0;
  for (let p = at + whole * 4; p < length; p++) putByte(w, p - at, message[p] as number);
  putByte(w, rest, 0x80);
  if (rest >= 56) {
    compress(h, w);
    for (let i = 0; i < 16; i++) w[i] = 0;
  }
  const total = before + length;
  w[14] = Math.floor(total / 0x20000000);
  w[15] = total << 3;
  compress(h, w);
}

function readWord(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}

function putByte(w: Int32Array, at: number, byte: number): void {
  w[at >> 2] = (w[at >> 2] as number) | (byte << (24 - (at & 3) * 8));
}

/** The text's UTF-8 bytes. A lone surrogate becomes U+FFFD, as everywhere else. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
        i++;
      } else code = 0xfffd;
    }
    if (code < 0x80) bytes[at++] = code;
    else {
      if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
      else {
        if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
        else {
          bytes[at++] = 0xf0 | (code >> 18);
          bytes[at++] = 0x80 | ((code >> 12) & 63);
        }
        bytes[at++] = 0x80 | ((code >> 6) & 63);
      }
      bytes[at++] = 0x80 | (code & 63);
    }
  }
  return bytes.subarray(0, at);
}

/** @example sha256(utf8('abc')).length // 32 */
export function sha256(message: Uint8Array): Uint8Array {
  const h = INITIAL.slice();
  absorb(h, new Int32Array(64), message, message.length, 0);
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i++) digest[i] = ((h[i >> 2] as number) >>> (24 - (i & 3) * 8)) & 255;
  return digest;
}

/** @example sha256Hex('abc') // 'ba7816bf…' */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8(text)));
}

export function bytesToHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += (byte < 16 ? '0' : '') + byte.toString(16);
  return hex;
}

/** @throws Error when the text is not an even number of hex digits (a bug: check what people type first) */
export function hexToBytes(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new Error('not hexadecimal');
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

/** Eight words of a digest as 64 hex digits. */
export function wordsToHex(words: Uint32Array, at: number): string {
  let hex = '';
  for (let i = at; i < at + 8; i++) hex += (words[i] as number).toString(16).padStart(8, '0');
  return hex;
}

/** An HMAC-SHA-256 with both pads of one key hashed beforehand: two blocks a short message instead of four. */
export type Hmac = {
  /** Writes the digest of `message[0..length-1]` as eight words into `out`, from `at` on. */
  readonly digestInto: (message: Uint8Array, length: number, out: Uint32Array, at: number) => void;
  readonly hex: (text: string) => string;
};

/** @example createHmac(utf8('key')).hex('The quick brown fox jumps over the lazy dog') // 'f7bc83f4…' */
export function createHmac(key: Uint8Array): Hmac {
  const block = key.length > 64 ? sha256(key) : key;
  const w = new Int32Array(64);
  const inner = padState(block, 0x36363636, w);
  const outer = padState(block, 0x5c5c5c5c, w);
  const h = new Int32Array(8);
  const digestInto = (message: Uint8Array, length: number, out: Uint32Array, at: number) => {
    for (let i = 0; i < 8; i++) h[i] = inner[i] as number;
    absorb(h, w, message, length, 64);
    for (let i = 0; i < 8; i++) {
      w[i] = h[i] as number;
      w[i + 8] = 0;
      h[i] = outer[i] as number;
    }
    w[8] = 0x80 << 24;
    w[15] = (64 + 32) << 3;
    compress(h, w);
    for (let i = 0; i < 8; i++) out[at + i] = h[i] as number;
  };
  const hex = (text: string) => {
    const message = utf8(text);
    const words = new Uint32Array(8);
    digestInto(message, message.length, words, 0);
    return wordsToHex(words, 0);
  };
  return { digestInto, hex };
}

function padState(key: Uint8Array, pad: number, w: Int32Array): Int32Array {
  w.fill(0, 0, 16);
  for (let i = 0; i < key.length; i++) putByte(w, i, key[i] as number);
  for (let i = 0; i < 16; i++) w[i] = (w[i] as number) ^ pad;
  const h = INITIAL.slice();
  compress(h, w);
  return h;
}
