import { describe, expect, it } from 'vitest';
import { packChain } from '#shared/domain/rating/pack-chain';

type Linked = Parameters<typeof packChain>[0];

const linked = (id: string, version: number, base?: readonly [string, number]): Linked => ({
  id,
  version,
  title: id.toUpperCase(),
  ...(base ? { extends: { id: base[0], version: base[1], changes: ['x'] } } : {}),
});

const chain = (pack: Linked, ...others: readonly Linked[]) =>
  packChain(pack, ({ id, version }) => others.find((one) => one.id === id && one.version === version));

describe('the packs a pack was made from', () => {
  it('lets a pack stand alone or on a chain that ends', () => {
    expect(chain(linked('a', 1))).toEqual({ problems: [], warnings: [] });
    const long = chain(linked('c', 1, ['b', 2]), linked('b', 2, ['b', 1]), linked('b', 1, ['a', 1]), linked('a', 1));
    expect(long).toEqual({ problems: [], warnings: [] });
  });

  it('only warns of a base that is not at hand', () => {
    const { problems, warnings } = chain(linked('b', 1, ['a', 3]));
    expect(problems).toEqual([]);
    expect(warnings).toEqual([{ path: 'extends', message: expect.stringContaining('本机没有基础规则包“a”第 3 版') }]);
    expect(chain(linked('c', 1, ['b', 1]), linked('b', 1, ['a', 1]))).toEqual({ problems: [], warnings: [] });
  });

  it('names a circle of two, and one further down that does not pass through the pack itself', () => {
    const [a, b] = [linked('a', 1, ['b', 1]), linked('b', 1, ['a', 1])];
    expect(chain(a, b).problems).toEqual([
      { path: 'extends', message: '规则包互为基础，形成循环：A 第 1 版 → B 第 1 版 → A 第 1 版' },
    ]);
    expect(chain(linked('c', 1, ['a', 1]), a, b).problems[0]?.message).toContain('A 第 1 版 → B 第 1 版 → A 第 1 版');
  });

  it('does not take another version of the same pack for the pack itself', () => {
    expect(chain(linked('a', 2, ['a', 1]), linked('a', 1)).problems).toEqual([]);
  });
});
