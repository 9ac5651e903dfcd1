import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { runWarningCases } from '#shared/domain/warning/run-warning-cases';
import { parseWarningPack, type WarningPack } from '#shared/domain/warning/warning-pack';

const folder = join(import.meta.dirname, '../../../resources/packs');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
const catalogue = parseCataloguePack(read('catalogue/ip-credit-information.v2.json'));
const files = readdirSync(join(folder, 'warning'));

describe('shipped warning packs', () => {
  it('finds packs at all, so that an empty folder cannot pass', () => {
    expect(files).toContain('sichuan-filing-warning.v1.json');
    expect(files).toContain('abnormal-patent-notice.v1.json');
  });

  describe.each(files)('%s', (file) => {
    const pack = parseWarningPack(read(`warning/${file}`), catalogue);

    it('is named after its id and version', () => {
      expect(file).toBe(`${pack.id}.v${pack.version}.json`);
    });

    it('reproduces its own cases, and each rule has one that it hits', () => {
      expect(runWarningCases(pack).flatMap(({ passed, sentence }) => (passed ? [] : [sentence]))).toEqual([]);
      const hit = new Set(pack.cases.flatMap(({ leads }) => leads.map(({ rule }) => rule)));
      expect([...hit].sort()).toEqual(pack.rules.map(({ id }) => id).sort());
    });

    it('claims no threshold as official', () => {
      expect(pack.status).toBe('sample');
      expect(pack.rules.filter(({ verified }) => verified)).toEqual([]);
      expect(pack.rules.every(({ note }) => note?.includes('示例'))).toBe(true);
    });
  });
});

const sichuan = () =>
  structuredClone(read('warning/sichuan-filing-warning.v1.json')) as unknown as Mutable<WarningPack>;
type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };

it('tells a failing case in a sentence, so that a wrong pack is not put in force', () => {
  const pack = parseWarningPack(sichuan(), catalogue);
  const wrong = {
    ...pack,
    rules: pack.rules.map((rule) => (rule.kind === 'hoarding' ? { ...rule, count: 21 } : rule)),
  };
  const failed = runWarningCases(wrong).filter(({ passed }) => !passed);
  expect(failed).toHaveLength(1);
  expect(failed[0]?.sentence).toContain('没有线索，预期hoarding 甲 20 件');
});

const bad: readonly (readonly [string, string, (pack: Mutable<WarningPack>) => void])[] = [
  ['an unknown item', 'rules.0.itemCode', (pack) => Object.assign(pack.rules[0] ?? {}, { itemCode: 'nothing' })],
  ['a rule twice', 'rules.1.id', (pack) => Object.assign(pack.rules[1] ?? {}, { id: 'hoarding' })],
  ['a threshold of nothing', 'rules.0.count', (pack) => Object.assign(pack.rules[0] ?? {}, { count: 0 })],
  ['a field nobody knows', 'rules.0.colour', (pack) => Object.assign(pack.rules[0] ?? {}, { colour: 'red' })],
  ['no basis', 'rules.0.bases', (pack) => Object.assign(pack.rules[0] ?? {}, { bases: [] })],
  [
    'a name twice but for its width',
    'rules.3.terms.3.text',
    (pack) => {
      const rule = pack.rules[3];
      if (rule?.kind === 'name_match') rule.terms.push({ text: '沈 示华' });
    },
  ],
  [
    'a case of a rule that is not there',
    'cases.0.leads.0.rule',
    (pack) => Object.assign(pack.cases[0]?.leads[0] ?? {}, { rule: 'x' }),
  ],
  ['an end before its beginning', 'effectiveTo', (pack) => Object.assign(pack, { effectiveTo: '2023-01-01' })],
];
it.each(bad)('refuses %s at its place', (_what, path, spoil) => {
  const pack = sichuan();
  spoil(pack);
  expect(() => parseWarningPack(pack, catalogue)).toThrow(
    expect.objectContaining({
      code: 'bad_pack',
      details: expect.arrayContaining([expect.objectContaining({ path })]),
    }),
  );
});
