import { describe, expect, it } from 'vitest';
import type { Filing } from '#shared/domain/filing/filing';
import { findLeads } from '#shared/domain/warning/find-leads';
import { addDays } from '#shared/kernel/dates';
import { filing, many, packOf, seeded, shuffled } from './filings';

const count = (n: number, days: number) =>
  ({ kind: 'count_in_days', list: 'trademark', of: 'applicant', by: 'filedOn', count: n, days }) as const;

describe('windows', () => {
  it('counts both ends of the window, and not one day more', () => {
    const pack = packOf(count(2, 30));
    const days = (on: string) => findLeads(pack, [filing('1'), filing('2', { filedOn: on })]).length;
    expect([days('2026-01-30'), days('2026-01-31')]).toEqual([1, 0]);
  });

  it('takes all filings of a window into one lead and looks on behind it', () => {
    const list = [
      ...many(3, 'A', { filedOn: '2026-01-01' }),
      ...many(2, 'B', { filedOn: '2026-01-10' }),
      ...many(2, 'C', { filedOn: '2026-01-12' }),
    ];
    const leads = findLeads(packOf(count(3, 10)), list);
    expect(leads.map(({ filings }) => filings.length)).toEqual([5]);
    expect(leads[0]).toMatchObject({ from: '2026-01-01', to: '2026-01-10' });
  });

  it('skips an early filing that opens no window instead of missing the window behind it', () => {
    const list = [filing('0', { filedOn: '2026-01-01' }), ...many(3, 'A', { filedOn: '2026-01-20' })];
    const [lead] = findLeads(packOf(count(3, 10)), list);
    expect(lead).toMatchObject({ from: '2026-01-20', to: '2026-01-20' });
    expect(lead?.why).toContain('提交商标注册申请 3 件（2026-01-20 一天），达到“10 天内 3 件”');
  });

  it('keeps two firms of one name apart, and gives their nameless rows to neither', () => {
    const list = [
      ...many(2, 'A', { applicantCode: '914403001922038216' }),
      ...many(2, 'B', { applicantCode: '91330100799655058B' }),
      ...many(2, 'C'),
    ];
    expect(findLeads(packOf(count(3, 10)), list)).toEqual([]);
    expect(findLeads(packOf(count(2, 10)), list)).toHaveLength(3);
  });

  it('does not count filings without a day, or those of the other list', () => {
    const list = [...many(3, 'A', { filedOn: null }), ...many(3, 'B', { kind: 'abnormal_patent' })];
    expect(findLeads(packOf(count(1, 10)), list)).toEqual([]);
  });

  it('asks for classes as well as for number', () => {
    const rule = { kind: 'hoarding', count: 3, days: 10, classes: 3 } as const;
    const narrow = many(9, 'A', { classes: [1, 2] });
    expect(findLeads(packOf(rule), narrow)).toEqual([]);
    const [lead] = findLeads(packOf(rule), [...narrow, filing('B', { classes: [45] })]);
    expect(lead?.figures).toEqual({ applications: 10, classes: 3, from: '2026-01-01', to: '2026-01-01' });
  });
});

describe('names', () => {
  const rule = { kind: 'name_match', terms: [{ text: '云海 雪山', owner: '云海文旅（集团）有限公司' }] } as const;
  const hits = (title: string, change: Partial<Filing> = {}) =>
    findLeads(packOf(rule as never), [filing('1', { title, ...change })]).length;

  it.each([
    ['云海雪山', 1],
    ['  云海　雪山茶 ', 1],
    ['云海·雪山', 1],
    ['云海雪', 0],
    ['雪山云海', 0],
  ])('compares %s without width, spaces and separators', (title, expected) => {
    expect(hits(title)).toBe(expected);
  });

  it('lets the owner file its own name, however its brackets are written', () => {
    expect(hits('云海雪山', { applicantName: '云海文旅(集团)有限责任公司' })).toBe(0);
  });

  it('reads Latin names in any case and width', () => {
    const latin = packOf({ kind: 'name_match', terms: [{ text: 'Yunhai' }] });
    expect(findLeads(latin, [filing('1', { title: 'ＹＵＮＨＡＩ tea' })])).toHaveLength(1);
  });
});

const RULES = packOf(
  count(4, 20),
  { kind: 'hoarding', count: 3, days: 40, classes: 3 },
  { kind: 'name_match', terms: [{ text: '山' }, { text: '江湖' }] },
  { kind: 'assignment', count: 2, days: 60, assignees: 2 },
  { kind: 'effective_decision', decisions: ['invalidation', 'judgment'] },
  { kind: 'count_in_days', list: 'abnormal_patent', of: 'agency', by: 'notifiedOn', count: 3, days: 90 },
);

function randomList(random: (below: number) => number, size: number): Filing[] {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
  return Array.from({ length: size }, (_, at) =>
    filing(String(at), {
      kind: random(3) === 0 ? 'abnormal_patent' : 'trademark',
      title: pick(['高山', '江 湖', '水', '山江湖']),
      applicantName: pick(['甲', '乙', '丙有限公司', '丙有限责任公司']),
      applicantCode: pick([null, null, '914403001922038216']),
      agency: pick([null, '代理一', '代理二']),
      filedOn: addDays('2026-01-01', random(200)),
      notifiedOn: addDays('2026-01-01', random(400)),
      classes: [1 + random(45)],
      assignee: pick([null, '乙', '丁']),
      assignedOn: addDays('2026-01-01', random(200)),
      decisionKind: pick([null, null, 'invalidation', 'other', 'judgment'] as const),
      decisionNo: pick([null, '1号', '2号']),
      decidedOn: addDays('2026-01-01', random(200)),
    }),
  );
}

describe('the same list gives the same leads each time', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('in any order of its rows (seed %i)', (seed) => {
    const random = seeded(seed);
    const list = randomList(random, 20 + random(120));
    const once = findLeads(RULES, list);
    expect(findLeads(RULES, shuffled(list, random))).toEqual(once);
    expect(new Set(once.map(({ key }) => key)).size).toBe(once.length);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'and nothing more once some are under work (seed %i)',
    (seed) => {
      const random = seeded(seed + 1000);
      const list = randomList(random, 20 + random(120));
      const once = findLeads(RULES, list);
      const worked = once.filter(() => random(2) === 0);
      const consumed = new Map<string, Set<string>>();
      for (const { stream, filings } of worked)
        consumed.set(stream, new Set([...(consumed.get(stream) ?? []), ...filings]));
      const again = findLeads(RULES, shuffled(list, random), { consumed });
      const workedKeys = new Set(worked.map(({ key }) => key));
      expect(again).toEqual(once.filter(({ key }) => !workedKeys.has(key)));
    },
  );

  it.each(Array.from({ length: 30 }, (_, seed) => seed))('with windows that share no filing (seed %i)', (seed) => {
    const random = seeded(seed + 2000);
    for (const [at, rule] of RULES.rules.entries()) {
      if (rule.kind === 'name_match') continue;
      const ids = findLeads(RULES, randomList(random, 90))
        .filter((lead) => lead.rule.id === `r${at}`)
        .flatMap(({ filings }) => filings);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('a list that grows', () => {
  const pack = packOf(count(3, 30));
  const first = many(3, 'B', { filedOn: '2026-03-10' });

  it('extends a lead that nobody works on yet, under the same key', () => {
    const [before] = findLeads(pack, first);
    const [after] = findLeads(pack, [...first, filing('C', { filedOn: '2026-03-20' })]);
    expect(after?.key).toBe(before?.key);
    expect(after?.filings).toHaveLength(4);
  });

  it('does not bring back a lead that was dealt with, only a new burst beside it', () => {
    const consumed = new Map([['r0', new Set(first.map(({ id }) => id))]]);
    const find = (more: readonly Filing[]) => findLeads(pack, [...first, ...more], { consumed });
    expect(find([filing('C', { filedOn: '2026-03-20' })])).toEqual([]);
    const [burst] = find(many(3, 'C', { filedOn: '2026-03-10' }));
    expect(burst?.filings).toHaveLength(3);
    expect(burst?.key).not.toBe(findLeads(pack, first)[0]?.key);
  });
});
