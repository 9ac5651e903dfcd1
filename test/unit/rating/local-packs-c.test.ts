import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CatalogueItem, findItem, parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { compilePack } from '#shared/domain/rating/compile';
import type { RatingFact } from '#shared/domain/rating/fact';
import type { RatingPack } from '#shared/domain/rating/pack';
import { allNodes } from '#shared/domain/rating/pack-check';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { rate } from '#shared/domain/rating/rate';
import { caseInput, runPackCases } from '#shared/domain/rating/run-cases';
import { addDays } from '#shared/kernel/dates';
import { type RawPack, fact as rawFact } from './build-pack';

const folder = join(import.meta.dirname, '../../../resources/packs');
const read = (name: string): RawPack => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const catalogue = parseCataloguePack(read('catalogue/ip-credit-information.v2.json'));
const packOf = (id: string): RatingPack => parseRatingPack(read(`rating/${id}.v1.json`), catalogue);

function fact(itemCode: string, occurredOn: string, over: Partial<RatingFact> = {}): RatingFact {
  return rawFact({ id: `${itemCode}-${occurredOn}`, itemCode, occurredOn, ...over });
}

const subject = (kind: string, status = 'active') => ({ id: 's1', kind, status, tags: [] });

function gradeOf(pack: RatingPack, code: string) {
  const found = pack.grades.find((grade) => grade.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

describe('the Beijing agency pack', () => {
  const pack = packOf('beijing-patent-agency');
  const compiled = compilePack(pack);
  const at = (asOf: string, ...facts: RatingFact[]) =>
    rate(compiled, { subject: subject('patent_agency'), facts, asOf });
  const flagged = (asOf: string, ...facts: RatingFact[]) =>
    at(asOf, ...facts).trace.vetoes.some(({ vetoId }) => vetoId === 'BJ-V3');

  it.each([
    ['2023-11-25', '2026-11-25', '2026-11-26'],
    ['2023-12-31', '2026-12-31', '2027-01-01'],
    ['2024-02-28', '2027-02-28', '2027-03-01'],
    ['2024-02-29', '2027-02-28', '2027-03-01'],
    ['2025-02-28', '2028-02-28', '2028-02-29'],
  ])('a penalty of %s is key supervision until %s and not on %s, or the look-back is a day off', (on, last, after) => {
    const penalty = fact('penalty_patent_agency', on);
    expect(flagged(addDays(on, -1), penalty)).toBe(false);
    for (let day = on; day < last; day = addDays(day, 31)) expect(flagged(day, penalty), day).toBe(true);
    expect(at(last, penalty)).toMatchObject({ gradeCode: 'C', scoreThousandths: 100_000 });
    expect(flagged(last, penalty)).toBe(true);
    expect(flagged(after, penalty)).toBe(false);
    expect(at(after, penalty).gradeCode).toBe('A');
  });

  it('forgets no kind of penalty and none of a branch, but does not flag the agency for its agent', () => {
    const kinds = catalogue.items.filter(
      ({ code, subjectKinds }) =>
        subjectKinds.includes('patent_agency') &&
        (code.startsWith('penalty_') || ['suspension_new_business', 'licence_revoked'].includes(code)),
    );
    expect(kinds.length).toBe(7);
    for (const { code } of kinds) {
      const via = (relation: 'agents' | 'branches') => ({ via: { relation, subjectId: 'x', name: '' } });
      expect(flagged('2026-11-25', fact(code, '2025-01-01')), code).toBe(true);
      expect(flagged('2026-11-25', fact(code, '2025-01-01', via('branches'))), code).toBe(true);
      expect(flagged('2026-11-25', fact(code, '2025-01-01', via('agents'))), code).toBe(false);
    }
  });

  it('draws the agencies in good standing by 24 % and the listed ones by 100 %, as the sampling pack does', () => {
    const ratio = (result: { gradeCode: string }) => gradeOf(pack, result.gradeCode).entails.sampling.ratioPercent;
    const strata: Record<string, number> = Object.fromEntries(
      read('sampling/beijing-practice.v1.json')['strata'].map((one: RawPack) => [one['id'], one['ratio'].numerator]),
    );
    const day = '2026-11-25';
    const good = [at(day), at(day, fact('honour', '2026-01-01', { fields: { points: 9 } }))];
    expect(good.map(({ gradeCode }) => gradeCode)).toEqual(['A', 'A+']);
    for (const one of [...good, { gradeCode: 'B' }]) expect(ratio(one)).toBe(strata['good_patent']);
    expect((750 * (ratio({ gradeCode: 'A' }) ?? 0)) / 100).toBe(180);
    for (const code of ['abnormal_list', 'annual_report_late', 'serious_list'])
      expect(ratio(at(day, fact(code, '2026-07-01'))), code).toBe(strata['listed_patent']);
    expect([strata['good_patent'], strata['listed_patent']]).toEqual([24, 100]);
  });

  it('restricts policy support, awards and brands where the standing is worst, on its verified base', () => {
    const texts = gradeOf(pack, 'D').entails.measures.filter(({ verified }) => verified);
    for (const word of ['政策支持', '行业评优', '品牌培育'])
      expect(texts.filter(({ text }) => text.includes(word)).length, word).toBe(1);
  });

  it('keeps the national nodes, bonus, edges and the text of the top grades, or the score drifts from the national one', () => {
    const base = read('rating/patent-agency-credit.v1.json');
    const own = read('rating/beijing-patent-agency.v1.json');
    expect(own['nodes'].slice(0, base['nodes'].length)).toEqual(base['nodes']);
    expect(own['nodes'].length).toBe(base['nodes'].length + 1);
    expect(own['bonus']).toEqual(base['bonus']);
    expect(own['base']).toEqual(base['base']);
    const bare = (grades: RawPack[]) => grades.map(({ entails: _entails, ...grade }) => grade);
    expect(bare(own['grades'])).toEqual(bare(base['grades']));
    for (const i of [3, 4]) {
      const { incentives, ...rest } = own['grades'][i].entails;
      expect({ ...rest, incentives: incentives.slice(0, -1) }).toEqual(base['grades'][i].entails);
    }
    expect(pack.extends).toMatchObject({ id: base['id'], version: base['version'] });
  });
});

describe('the Jiangsu classification', () => {
  const pack = packOf('jiangsu-classification');
  const compiled = compilePack(pack);
  const perfect = [fact('honour', '2026-01-01', { fields: { level: 'national' } })];
  const asOf = '2026-11-25';
  const strikes: Record<string, { readonly items: readonly string[]; readonly fields?: RatingFact['fields'] }> = {
    'JS-V1': { items: ['serious_list'] },
    'JS-V2': { items: ['dishonest_act'], fields: { degree: 'serious', act: 'SX-6-2' } },
    'JS-V3': { items: ['judgment_default'], fields: { kind: 'ruling' } },
    'JS-V4': { items: ['false_material'] },
    'JS-V5': { items: ['suspension_new_business', 'licence_revoked'] },
    'JS-V6': { items: ['criminal_record'] },
    'JS-V7': { items: [] },
  };

  it('has no veto that this test leaves out', () => {
    expect(pack.vetoes.map(({ id }) => id)).toEqual(Object.keys(strikes));
  });

  it.each(pack.vetoes)('$id pulls a perfect score to the worst grade without touching the score', ({ id }) => {
    const worst = pack.grades[0]?.code;
    const { items = [], fields = {} } = strikes[id] ?? {};
    const kinds = pack.subjectKinds.filter((kind) =>
      items.every((code) => findItem(catalogue, code)?.subjectKinds.includes(kind)),
    );
    expect(kinds.length).toBeGreaterThan(0);
    for (const kind of kinds) {
      expect(rate(compiled, { subject: subject(kind), facts: perfect, asOf }).gradeCode).toBe('A');
      for (const one of items.length === 0 ? [[]] : items.map((code) => [fact(code, '2026-01-05', { fields })])) {
        const struck = { subject: subject(kind, items.length === 0 ? 'revoked' : 'active'), asOf };
        const result = rate(compiled, { ...struck, facts: [...perfect, ...one] });
        expect(result, `${kind} ${one[0]?.itemCode}`).toMatchObject({ gradeCode: worst, scoreThousandths: 100_000 });
        expect(result.trace.vetoes.map(({ vetoId }) => vetoId)).toEqual([id]);
        expect(result.trace.bandGradeCode).toBe('A');
      }
    }
  });

  it('does not let what an association reports, or a slight act, veto alone', () => {
    const mild = [
      fact('industry_discipline', '2026-01-05', { fields: { kind: 'expulsion' } }),
      fact('dishonest_act', '2026-01-05', { fields: { degree: 'general', act: 'SX-6-1' } }),
    ];
    for (const one of mild)
      expect(rate(compiled, { subject: subject('agent'), facts: [one], asOf }).trace.vetoes).toEqual([]);
  });
});

describe('the Shanghai layers', () => {
  const layers = ['shanghai-basic', 'shanghai-general', 'shanghai-special'];
  const steps = layers.slice(1).map((id, i) => ({ lower: layers[i] ?? '', upper: id }));

  it('follow each other: special rests on general, general on basic, basic on nothing', () => {
    const chain = (id: string): string[] => {
      const { extends: base } = packOf(id);
      if (base === undefined) return [id];
      expect(read(`rating/${base.id}.v${base.version}.json`)).toMatchObject({ id: base.id, version: base.version });
      expect(base.changes.length).toBeGreaterThanOrEqual(3);
      return [id, ...chain(base.id)];
    };
    expect(chain('shanghai-special')).toEqual([...layers].reverse());
  });

  it.each(steps)('$upper holds every node, veto and bonus of $lower byte by byte', ({ lower, upper }) => {
    const [below, above] = [read(`rating/${lower}.v1.json`), read(`rating/${upper}.v1.json`)];
    const same = (a: unknown, b: unknown) => expect(JSON.stringify(a)).toBe(JSON.stringify(b));
    for (const part of ['nodes', 'vetoes']) {
      same(above[part].slice(0, below[part].length), below[part]);
      expect(above[part].length, part).toBeGreaterThan(below[part].length);
    }
    const bonus: RawPack[] = below['bonus']?.children ?? [];
    same(above['bonus'].children.slice(0, bonus.length), bonus);
    expect(above['bonus'].children.length).toBeGreaterThan(bonus.length);
    for (const part of ['base', 'floor', 'cap', 'model', 'subjectKinds', 'dataAgeLimits'])
      same(above[part], below[part]);
    const edges = (pack: RawPack) => pack['grades'].map((g: RawPack) => [g['code'], g['from'], g['below']]);
    same(edges(above), edges(below));
    const known = new Set(above['bases'].map((one: RawPack) => JSON.stringify(one)));
    expect(below['bases'].filter((one: RawPack) => !known.has(JSON.stringify(one)))).toEqual([]);
  });

  it.each(steps)('$upper says of the cases of $lower what $lower says', ({ lower, upper }) => {
    const { cases } = packOf(lower);
    const outcomes = runPackCases({ ...packOf(upper), cases });
    expect(outcomes.length).toBeGreaterThanOrEqual(10);
    expect(outcomes.filter(({ passed }) => !passed).map(({ sentence }) => sentence)).toEqual([]);
  });

  it('counts what a layer adds only in that layer', () => {
    const score = (id: string, code: string) =>
      rate(packOf(id), { subject: subject('enterprise'), facts: [fact(code, '2026-05-06')], asOf: '2026-11-25' });
    const change = (code: string) => layers.map((id) => score(id, code).scoreThousandths - 95_000);
    expect(change('bad_faith_trademark')).toEqual([0, -12_000, -12_000]);
    expect(change('trademark_hoarding')).toEqual([0, 0, -8_000]);
    expect(change('judgment_default')).toEqual([-25_000, -25_000, -25_000]);
  });
});

describe('the Fujian credit lines', () => {
  const pack = packOf('fujian-credit-line');
  const compiled = compilePack(pack);
  const asOf = '2026-11-25';
  const lineOf = (code: string): number => {
    const lines = (gradeOf(pack, code).entails.entitlements ?? []).filter(({ name }) => name === '授信额度');
    const [line] = lines;
    if (lines.length !== 1 || line?.amount == null) throw new Error(`${code}: ${lines.length} lines`);
    return line.amount;
  };
  const risk = (value: string) => fact('general_risk_class', '2026-11-01', { fields: { class: value } });
  const tax = (value: string) => fact('tax_credit_class', '2026-04-20', { fields: { class: value } });
  const holding = (inventionPatents: number, registeredTrademarks: number) =>
    fact('ip_holding', '2026-09-30', { fields: { inventionPatents, registeredTrademarks } });
  const rest = [fact('ip_demonstration', '2025-03-01'), fact('ip_standard', '2025-04-01')];
  /** Ninety points and less below an edge; the valuation fills the rest to a thousandth. */
  const ladders: readonly (readonly [edge: number, from: number, facts: readonly RatingFact[]])[] = [
    [500, 490, [risk('B'), tax('B')]],
    [600, 550, [risk('A'), tax('A')]],
    [700, 630, [risk('A'), tax('A'), holding(8, 0)]],
    [800, 710, [risk('A'), tax('A'), holding(25, 12)]],
    [900, 810, [risk('A'), tax('A'), holding(25, 12), ...rest]],
  ];
  const valued = (facts: readonly RatingFact[], thousandths: number) =>
    rate(compiled, {
      subject: subject('enterprise'),
      facts: [...facts, fact('ip_value_score', '2026-05-20', { fields: { score: thousandths / 1000 } })],
      asOf,
    });

  it('never fall as the grade rises, each a sample in 万元', () => {
    const amounts = pack.grades.map(({ code }) => lineOf(code));
    expect(amounts.length).toBeGreaterThanOrEqual(5);
    expect(amounts).toEqual([...new Set(amounts)].sort((a, b) => a - b));
    expect(amounts[0]).toBe(0);
    for (const { entails } of pack.grades) {
      for (const one of entails.entitlements ?? []) {
        expect(one.verified).toBe(false);
        expect(one.note).toContain('样例');
        expect(one.unit).toBe(one.name === '授信额度' ? '万元' : '个月');
      }
    }
  });

  it.each(ladders)('change at %s points exactly: a thousandth below is the lower line', (edge, from, facts) => {
    const above = valued(facts, (edge - from) * 1000);
    const below = valued(facts, (edge - from) * 1000 - 1);
    expect(above.scoreThousandths).toBe(edge * 1000);
    expect(below.scoreThousandths).toBe(edge * 1000 - 1);
    const index = (code: string) => pack.grades.findIndex((grade) => grade.code === code);
    expect(index(above.gradeCode)).toBe(index(below.gradeCode) + 1);
    expect(lineOf(above.gradeCode)).toBeGreaterThan(lineOf(below.gradeCode));
  });

  it('never fall while the score rises from rung to rung', () => {
    const seen = ladders
      .flatMap(([, , facts]) => Array.from({ length: 101 }, (_, i) => valued(facts, i * 999)))
      .sort((a, b) => a.scoreThousandths - b.scoreThousandths);
    for (let i = 1; i < seen.length; i++) {
      const [before, after] = [seen[i - 1], seen[i]];
      expect(lineOf(after?.gradeCode ?? '')).toBeGreaterThanOrEqual(lineOf(before?.gradeCode ?? ''));
    }
    expect(new Set(seen.map(({ gradeCode }) => gradeCode)).size).toBe(pack.grades.length);
  });

  it('close the line to who is struck, however high the score', () => {
    const best = ladders[4]?.[2] ?? [];
    for (const veto of pack.vetoes) expect(lineOf(veto.ceiling)).toBeLessThanOrEqual(50);
    const struck = valued([...best, fact('serious_list', '2026-01-05')], 100_000);
    expect(struck).toMatchObject({ scoreThousandths: 910_000, gradeCode: 'L0' });
  });
});

/** The choices of an item, so that every rule of a pack is met; numbers at two sizes. */
function variants(item: CatalogueItem): RatingFact['fields'][] {
  const choice = item.fields.filter(({ type }) => type === 'choice');
  const numbers = (n: number) =>
    Object.fromEntries(item.fields.filter(({ type }) => type === 'integer').map(({ key }) => [key, n]));
  const chosen = choice.flatMap(({ key, choices = [] }) => choices.map(({ code }) => ({ [key]: code })));
  return (chosen.length === 0 ? [{}] : chosen).flatMap((one) => [
    { ...numbers(1), ...one },
    { ...numbers(30), ...one, fine: 9_000_000 },
    { ...one, curedOn: '2026-05-20' },
  ]);
}

describe.each([
  'beijing-patent-agency',
  'jiangsu-classification',
  'shanghai-basic',
  'shanghai-general',
  'shanghai-special',
  'fujian-credit-line',
])('%s', (id) => {
  const pack = packOf(id);

  it('never rewards one more negative fact, on top of any of its cases', () => {
    const compiled = compilePack(pack);
    const read = new Set(
      JSON.stringify(pack.nodes)
        .match(/"[a-z_]+"/g)
        ?.map((one) => one.slice(1, -1)),
    );
    const negative = catalogue.items.filter(({ nature, code }) => nature === 'negative' && read.has(code));
    expect(negative.length).toBeGreaterThan(2);
    expect(allNodes(pack).filter(({ node }) => node.mayImprove !== undefined)).toEqual([]);
    for (const one of pack.cases) {
      const input = caseInput(one);
      const rater = compiled.at(input.asOf);
      for (const item of negative) {
        for (const relation of [undefined, 'agents', 'branches'] as const) {
          const via = relation === undefined ? {} : { via: { relation, subjectId: 'x', name: '' } };
          const more = (name: string, fields: RatingFact['fields']) =>
            fact(item.code, '2026-05-10', { id: name, fields, ...via });
          const score = (facts: readonly RatingFact[]) => rater.score(input.subject, facts).scoreThousandths;
          // Also on top of an equal fact: a band that falls and rises again rewards only the second one.
          const [first = {}, ...others] = variants(item);
          const second = [...input.facts, more('first', first)];
          for (const fields of [first, ...others]) {
            const after = score([...input.facts, more('more', fields)]);
            expect(after, `${one.name} + ${item.code}`).toBeLessThanOrEqual(score(input.facts));
            const later = score([...second, more('more', fields)]);
            expect(later, `${one.name} + 2 ${item.code}`).toBeLessThanOrEqual(score(second));
          }
        }
      }
    }
  });

  it('claims no verified figure among its own nodes, vetoes and samples', () => {
    expect(pack.status).toBe('sample');
    expect(pack.notice).toMatch(/^样例权重，由本局自行设定/);
    const inherited = new Set(allNodes(packOf('patent-agency-credit')).map(({ node }) => node.id));
    const own = allNodes(pack).filter(({ node }) => !inherited.has(node.id));
    expect([...own.map(({ node }) => node), ...pack.vetoes].filter((one) => one.verified || !one.note)).toEqual([]);
    const samples = pack.grades.filter(({ entails }) => entails.sampling.verified);
    expect(samples.every(({ entails }) => entails.sampling.ratioPercent === 24)).toBe(true);
  });
});
