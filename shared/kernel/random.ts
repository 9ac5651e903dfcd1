/** Source of random bytes; the system's in the program, a seeded one in tests. */
export type Random = { readonly bytes: (count: number) => Uint8Array };

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A record id: 10 characters of time and 16 of chance (Crockford base 32, lower case), so ids of two
 * laptops never clash and sort by their time.
 *
 * @example newId('2026-11-23T06:03:21.000Z', random) // '01kaqzjk…'
 */
export function newId(now: string, random: Random): string {
  let time = Date.parse(now);
  let head = '';
  for (let i = 0; i < 10; i++) {
    head = (ALPHABET[time % 32] ?? '') + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (const byte of random.bytes(16)) tail += ALPHABET[byte & 31] ?? '';
  return head + tail;
}
