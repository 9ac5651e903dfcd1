import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { draw, drawSeed, rankAll } from '#shared/domain/plan/draw';
import { freezePopulation, parsePopulation } from '#shared/domain/plan/population';
import { rankStratum } from '#shared/domain/plan/rank-stratum';
import { type StoredDraw, verifyDraw } from '#shared/domain/plan/verify-draw';
import { seedParts } from './plan-fixtures';

const candidates = Array.from({ length: 60 }, (_, i) => ({
  code: `91110108MA00${String(i * 37 + 1).padStart(6, '0')}`,
  stratum: i % 10 === 0 ? 'listed' : 'good',
}));
const population = freezePopulation(candidates);
const quotas = [
  { stratum: 'listed', count: 6 },
  { stratum: 'good', count: 13 },
];
const drawn = draw(population, quotas, seedParts);
const stored: StoredDraw = { ...drawn, populationText: population.text };

/** The same method written a second time, with nothing of the program but the text of the list. */
function verifierDraw(text: string, wanted: Record<string, number>, publicValue: string, nonce: string): string[] {
  const listHash = createHash('sha256').update(text, 'utf8').digest('hex');
  const seed = createHash('sha256').update(`${listHash}|${publicValue}|${nonce}`, 'utf8').digest();
  const picks: string[] = [];
  for (const [stratum, count] of Object.entries(wanted)) {
    const keyed: [string, string][] = [];
    for (const line of text.trimEnd().split('\n')) {
      const [code = '', own] = line.split('|');
      if (own === stratum) keyed.push([createHmac('sha256', seed).update(`${stratum}|${code}`).digest('hex'), code]);
    }
    keyed.sort();
    for (const [index, [key, code]] of keyed.slice(0, count).entries())
      picks.push(`${stratum} ${index + 1} ${code} ${key}`);
  }
  return picks;
}

const show = (picks: typeof drawn.picks) =>
  picks.map((pick) => `${pick.stratum} ${pick.rank} ${pick.code} ${pick.key}`);

describe('golden draw, method 1', () => {
  it('a change of the method, the list format or the seed shows here', () => {
    expect(drawn.algorithm).toBe(1);
    expect(population.sha256).toBe('9ff242f60d6fe23534eec00851756df22e0fe6cd9791719f3bb36b26d89a209a');
    expect(drawn.seed).toBe('29a48411b0360ba4815b8d10c711042c308e91b00452d9f69866c6e374cb2fdd');
    expect(show(drawn.picks).slice(0, 2).concat(show(drawn.picks).slice(6, 9))).toEqual([
      'listed 1 91110108MA00001481 92563a87f7fb7b94f47ddbd2cd056af5c308d5f5744da4b61c422976fd753978',
      'listed 2 91110108MA00001851 93edd1892d956f112f7a4173d9408c3725947f9b8021801d21201663ef7b519c',
      'good 1 91110108MA00001888 01a275577d5d23dfb518588a1b4a31ff820f79f8540edd0b25dccca388efd4b1',
      'good 2 91110108MA00000297 0c283f799a7199caa2a41ca74795af3a33bc8851e7f39f34533887cb03eb28db',
      'good 3 91110108MA00001555 1a22cce3aea557befe736979df40135c54dd2aabd61d245b5b724930c60f803c',
    ]);
  });

  it('an independent implementation draws the same list', () => {
    const wanted = { listed: 6, good: 13 };
    expect(show(drawn.picks)).toEqual(
      verifierDraw(population.text, wanted, seedParts.publicValue, seedParts.officeNonce),
    );
  });

  it('the sorting of large pools draws like the plain one', () => {
    const large = freezePopulation(Array.from({ length: 5000 }, (_, i) => ({ code: `C${i}`, stratum: 'good' })));
    const picks = draw(large, [{ stratum: 'good', count: 5000 }], seedParts).picks;
    expect(show(picks)).toEqual(verifierDraw(large.text, { good: 5000 }, seedParts.publicValue, seedParts.officeNonce));
  });
});

it('keys that share their first words are ordered by the rest, equal keys by code', () => {
  const lastWord = [5, 1, 3, 1, 0];
  const hmac = {
    hex: () => '',
    digestInto: (_message: Uint8Array, _length: number, out: Uint32Array, at: number) => {
      out.fill(0xffffffff, at, at + 7);
      out[at + 7] = lastWord[at / 8] ?? 0;
    },
  };
  const five = ['A', 'B', 'C', 'D', 'E'].map((code) => ({ code, stratum: 'good' }));
  expect([...rankStratum('good', five, hmac).order]).toEqual([4, 1, 3, 2, 0]);
});

describe('what must not matter, and what must', () => {
  it('the order of the input does not change the hash or the picks', () => {
    const shuffled = freezePopulation(
      [...candidates].reverse().sort((a, b) => (a.code.at(-1) ?? '').localeCompare(b.code.at(-1) ?? '')),
    );
    expect(shuffled).toEqual(population);
    expect(draw(shuffled, quotas, seedParts)).toEqual(drawn);
  });

  it('one line changed, added or taken away changes the hash', () => {
    const changed = candidates.map((item, i) => (i === 7 ? { ...item, stratum: 'listed' } : item));
    const added = [...candidates, { code: 'X1', stratum: 'good' }];
    const hashes = [changed, added, candidates.slice(1)].map((list) => freezePopulation(list).sha256);
    expect(new Set([...hashes, population.sha256]).size).toBe(4);
  });

  it('each seed part changes the seed', () => {
    const seeds = [
      drawSeed(population.sha256, seedParts),
      drawSeed(population.sha256, { ...seedParts, publicValue: '双色球 03 08 18' }),
      drawSeed(population.sha256, { ...seedParts, officeNonce: 'ff112233445566778899aabbccddeeff' }),
      drawSeed('0'.repeat(64), seedParts),
    ];
    expect(new Set(seeds).size).toBe(4);
  });

  it('a subject whose stratum changes gets another key', () => {
    const moved = freezePopulation([
      { code: 'A', stratum: 'good' },
      { code: 'B', stratum: 'listed' },
    ]);
    const rows = [
      ...rankAll(
        moved,
        [
          { stratum: 'good', count: 1 },
          { stratum: 'listed', count: 0 },
        ],
        drawn.seed,
      ),
    ];
    expect(rows.map((row) => row.picked)).toEqual([true, false]);
    expect(rows[0]?.key).toBe(createHmac('sha256', Buffer.from(drawn.seed, 'hex')).update('good|A').digest('hex'));
  });

  it('a stratum at 100% is complete, and the ranks of all candidates run without a gap', () => {
    const listed = candidates.filter((item) => item.stratum === 'listed').map((item) => item.code);
    const picked = drawn.picks.filter((pick) => pick.stratum === 'listed').map((pick) => pick.code);
    expect([...picked].sort()).toEqual(listed);
    const rows = [...rankAll(population, quotas, drawn.seed)];
    expect(rows.map((row) => row.rank)).toEqual([...Array(6).keys(), ...Array(54).keys()].map((rank) => rank + 1));
    expect(rows.filter((row) => row.picked).map(({ picked: _, ...row }) => row)).toEqual(drawn.picks);
  });
});

describe('refusals', () => {
  const refuse = (list: typeof candidates, wanted: typeof quotas) => () =>
    draw(freezePopulation(list), wanted, seedParts);

  it('an empty pool', () => {
    expect(refuse([], quotas)).toThrow('候选名录为空');
  });
  it('more picks than candidates', () => {
    expect(
      refuse(candidates, [
        { stratum: 'listed', count: 7 },
        { stratum: 'good', count: 0 },
      ]),
    ).toThrow('应抽 7 个，但候选名录中只有 6 个');
  });
  it('a stratum that nobody gave a number, or gave two', () => {
    expect(refuse(candidates, quotas.slice(1))).toThrow('“listed”没有抽查数量');
    expect(refuse(candidates, [...quotas, ...quotas])).toThrow('写了两次');
    expect(
      refuse(candidates, [
        { stratum: 'listed', count: -1 },
        { stratum: 'good', count: 0 },
      ]),
    ).toThrow('-1');
  });
  it('a code that stands twice, even in two strata', () => {
    expect(() =>
      freezePopulation([
        { code: 'A', stratum: 'good' },
        { code: 'A', stratum: 'listed' },
      ]),
    ).toThrow('出现两次');
  });
  it.each(['A|B', 'A\nB', '', '甲', 'A B'])('the code %j would break the lines of the list', (code) => {
    expect(() => freezePopulation([{ code, stratum: 'good' }])).toThrow('不能用于抽取');
  });
  it.each(['', '  ', ' 3 5', '3\n5', 'x'.repeat(201)])('the public value %j', (publicValue) => {
    expect(() => drawSeed(population.sha256, { ...seedParts, publicValue })).toThrow('公开随机值');
  });
  it.each(['', 'short', 'ABCDEF00112233445566778899AABBCC', '0|112233445566778899aabbccddeeff'])(
    'the nonce %j',
    (officeNonce) => {
      expect(() => drawSeed(population.sha256, { ...seedParts, officeNonce })).toThrow('单位随机数');
    },
  );
});

describe('recomputing a stored draw', () => {
  it('an untouched draw verifies, in whatever order the store returns the picks', () => {
    expect(verifyDraw(stored)).toEqual({ ok: true, candidates: 60, picks: 19 });
    expect(verifyDraw({ ...stored, picks: [...drawn.picks].reverse() }).ok).toBe(true);
    expect(parsePopulation(population.text)).toEqual(population);
  });

  const [first, ...others] = drawn.picks;
  if (!first) throw new Error('nothing was drawn');
  it.each<[string, Partial<StoredDraw>, string]>([
    ['another subject put in', { picks: [{ ...first, code: 'FRIEND' }, ...others] }, 'FRIEND'],
    ['a pick removed', { picks: others }, '记录中没有'],
    ['a pick added', { picks: [...drawn.picks, { ...first, rank: 99 }] }, '多出'],
    ['a pick doubled', { picks: [...drawn.picks, first] }, '重复'],
    ['a key changed', { picks: [{ ...first, key: '0'.repeat(64) }, ...others] }, '随机键不符'],
    ['a line of the list changed', { populationText: population.text.replace('|listed', '|good') }, '校验值不符'],
    ['the list cut off', { populationText: population.text.slice(0, -5) }, '名录已被改动'],
    [
      'the list in another order',
      {
        populationText: population.text
          .trimEnd()
          .split('\n')
          .reverse()
          .map((line) => `${line}\n`)
          .join(''),
      },
      '名录已被改动',
    ],
    ['the seed replaced', { seed: '0'.repeat(64) }, '种子不符'],
    ['the public value replaced', { seedParts: { ...seedParts, publicValue: '1' } }, '种子不符'],
    [
      'a quota raised',
      {
        quotas: [
          { stratum: 'listed', count: 6 },
          { stratum: 'good', count: 14 },
        ],
      },
      '第 14 名',
    ],
    ['an unknown method', { algorithm: 2 }, '版本 2'],
  ])('%s is named as the first difference', (_what, change, words) => {
    const check = verifyDraw({ ...stored, ...change });
    expect(check.ok ? '' : check.firstDifference).toContain(words);
  });
});
