import { createHash, getHashes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesToHex, utf8 } from '#shared/kernel/sha256';
import { createSm3, sm3Hex } from '#shared/kernel/sm3';

describe('SM3', () => {
  it('gives the digests that the standard prints', () => {
    expect(sm3Hex('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3Hex('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it.runIf(getHashes().includes('sm3'))('agrees with a library at every length around the edges of a block', () => {
    for (let length = 0; length < 200; length++) {
      const text = '监a'.repeat(100).slice(0, length);
      expect(sm3Hex(text)).toBe(createHash('sm3').update(utf8(text)).digest('hex'));
    }
  });

  it('gives the same digest however the bytes are cut into pieces', () => {
    const whole = '监a'.repeat(200);
    for (const step of [1, 7, 63, 64, 65, 127, 200]) {
      const hash = createSm3();
      const bytes = utf8(whole);
      for (let at = 0; at < bytes.length; at += step) hash.update(bytes.subarray(at, at + step));
      expect(bytesToHex(hash.digest())).toBe(sm3Hex(whole));
    }
  });
});
