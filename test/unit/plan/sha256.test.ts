import { createHash, createHmac as nodeHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHmac, hexToBytes, sha256, sha256Hex, utf8 } from '#shared/kernel/sha256';

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 131 + length) & 255);
const nodeHex = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

describe('SHA-256', () => {
  it('padding is right at every length around the block borders', () => {
    for (let length = 0; length <= 200; length++)
      expect(Buffer.from(sha256(bytes(length))).toString('hex')).toBe(nodeHex(bytes(length)));
  });

  it('a message of several megabytes agrees with the system library', () => {
    const long = bytes(5_000_003);
    expect(Buffer.from(sha256(long)).toString('hex')).toBe(nodeHex(long));
  });

  it.each(['', 'abc', '知识产权', 'é', '𠮷野家', '\ud800x', 'x\udc00', '混合 mixed 🀄'])(
    'text %j is hashed as UTF-8',
    (text) => {
      expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text, 'utf8'));
      expect(sha256Hex(text)).toBe(nodeHex(text));
    },
  );
});

describe('HMAC-SHA-256', () => {
  it('keys and messages of every length agree with the system library', () => {
    for (const keyLength of [0, 1, 31, 32, 63, 64, 65, 200]) {
      const key = bytes(keyLength);
      const hmac = createHmac(key);
      for (let length = 0; length <= 150; length += 1) {
        const text = 'a知'.repeat(75).slice(0, length);
        expect(hmac.hex(text)).toBe(nodeHmac('sha256', key).update(text).digest('hex'));
      }
    }
  });

  it('a long message does not leave its traces in the next one', () => {
    const hmac = createHmac(bytes(32));
    const before = hmac.hex('short');
    hmac.hex('x'.repeat(1000));
    expect(hmac.hex('short')).toBe(before);
  });
});

it('hex that is not hex is refused instead of becoming zeros', () => {
  expect(() => hexToBytes('zz')).toThrow('hexadecimal');
  expect(() => hexToBytes('abc')).toThrow('hexadecimal');
});
