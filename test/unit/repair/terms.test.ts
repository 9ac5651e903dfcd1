import { describe, expect, it } from 'vitest';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { repairPack } from '#shared/domain/repair/repair-pack';
import { outlook, previousTerm, repairTerms, selectRegime } from '#shared/domain/repair/terms';
import { packFiles, packNamed, packs, readPack, readRaw } from './packs';

type RawPack = Record<string, unknown> & { readonly classes: { readonly general: object } };

describe('repair packs', () => {
  it.each(packFiles)('%s is named by id and version', (name) => {
    const pack = readPack(name);
    expect(name).toBe(`${pack.id}.v${pack.version}.json`);
  });

  it('never has two packs of a regime in force on one day', () => {
    for (const a of packs)
      for (const b of packs)
        if (a !== b && a.regime === b.regime)
          expect(a.effectiveFrom > (b.effectiveTo ?? '9999') || b.effectiveFrom > (a.effectiveTo ?? '9999')).toBe(true);
  });

  it.each<[string, (pack: RawPack) => unknown]>([
    [
      'an automatic class with a first day',
      (p) => ({ ...p, classes: { general: { ...p.classes.general, automatic: true } } }),
    ],
    ['an end before the first day', (p) => ({ ...p, classes: { general: { ...p.classes.general, endMonths: 2 } } })],
    ['no class', (p) => ({ ...p, classes: {} })],
    ['an unknown class', (p) => ({ ...p, classes: { ...p.classes, terrible: {} } })],
    ['an unknown regime', (p) => ({ ...p, regime: 'other' })],
    ['an end of force before its beginning', (p) => ({ ...p, effectiveTo: '2000-01-01' })],
    ['a figure without its source', (p) => ({ ...p, countFrom: { day: 'decided' } })],
  ])('refuses %s', (_, change) => {
    const bad = change(structuredClone(readRaw('ndrc-36.v1.json')) as RawPack);
    expect(() => parsePack(repairPack, bad, 'bad.json')).toThrowError(expect.objectContaining({ code: 'bad_pack' }));
  });
});

describe('selectRegime', () => {
  it.each([
    ['samr', '2025-12-24', 'samr-2021-3', 1],
    ['samr', '2025-12-25', 'samr-107', 1],
    ['serious_list', '2025-12-24', 'serious-list-44', 1],
    ['serious_list', '2025-12-25', 'serious-list-44', 2],
    ['ndrc', '2026-04-01', 'ndrc-36', 1],
    ['cnipa', '2026-04-01', 'cnipa-8', 1],
  ] as const)('%s on %s is %s v%i', (regime, on, id, version) => {
    expect(selectRegime(packs, { regime }, on)).toMatchObject({ id, version });
  });

  it('says so when no rule covers the day instead of taking a later one', () => {
    expect(() => selectRegime(packs, { regime: 'ndrc' }, '2026-03-31')).toThrowError(
      expect.objectContaining({ code: 'bad_pack', message: expect.stringContaining('2026-03-31') }),
    );
  });
});

const record = (
  regime: 'cnipa' | 'samr' | 'ndrc' | 'serious_list',
  cls: 'light' | 'general' | 'serious',
  decidedOn: string,
  publishedOn: string | null = null,
) => ({
  regime,
  class: cls,
  decidedOn,
  publishedOn,
});

describe('repairTerms', () => {
  it.each([
    ['ndrc-36', 'ndrc', 'general', '2026-05-10', '2026-08-10', '2027-05-10'],
    ['ndrc-36', 'ndrc', 'serious', '2026-05-10', '2027-05-10', '2029-05-10'],
    ['ndrc-36', 'ndrc', 'light', '2026-05-10', null, '2026-08-10'],
    ['samr-107', 'samr', 'general', '2026-05-10', '2026-08-10', '2027-05-10'],
    ['samr-107', 'samr', 'serious', '2026-05-10', '2027-05-10', '2029-05-10'],
    ['samr-2021-3', 'samr', 'general', '2025-05-10', '2025-11-10', '2028-05-10'],
    ['samr-2021-3', 'samr', 'light', '2025-05-10', null, '2025-08-10'],
    ['cnipa-8', 'cnipa', 'general', '2026-05-10', '2026-11-10', '2027-05-10'],
    ['serious-list-44', 'serious_list', 'serious', '2026-05-10', '2027-05-10', '2029-05-10'],
    // a day that the month lacks becomes its last day
    ['ndrc-36', 'ndrc', 'general', '2026-11-30', '2027-02-28', '2027-11-30'],
    ['ndrc-36', 'ndrc', 'general', '2027-11-30', '2028-02-29', '2028-11-30'],
    ['ndrc-36', 'ndrc', 'general', '2026-08-31', '2026-11-30', '2027-08-31'],
    ['cnipa-8', 'cnipa', 'general', '2026-08-31', '2027-02-28', '2027-08-31'],
    ['ndrc-36', 'ndrc', 'serious', '2028-02-29', '2029-02-28', '2031-02-28'],
    ['ndrc-36', 'ndrc', 'light', '2026-10-31', null, '2027-01-31'],
  ] as const)('%s %s %s of %s: from %s, ends %s', (id, regime, cls, decidedOn, earliestOn, endsOn) => {
    const terms = repairTerms(packNamed(id), record(regime, cls, decidedOn));
    expect(terms).toMatchObject({ earliestOn, endsOn, automatic: cls === 'light', packId: id });
    expect(terms.steps.at(-1)?.date).toBe(endsOn);
  });

  it('counts publicity from the publication and calls it an estimate without that day', () => {
    const pack = packNamed('samr-107');
    expect(repairTerms(pack, record('samr', 'general', '2026-05-10', '2026-05-20'))).toMatchObject({
      startsOn: '2026-05-20',
      earliestOn: '2026-08-20',
      estimated: false,
    });
    expect(repairTerms(pack, record('samr', 'general', '2026-05-10')).estimated).toBe(true);
    expect(repairTerms(packNamed('ndrc-36'), record('ndrc', 'general', '2026-05-10', '2026-05-20')).startsOn).toBe(
      '2026-05-10',
    );
  });

  it('is verified only when every figure used is', () => {
    expect(repairTerms(packNamed('ndrc-36'), record('ndrc', 'general', '2026-05-10')).verified).toBe(true);
    expect(repairTerms(packNamed('samr-107'), record('samr', 'general', '2026-05-10')).verified).toBe(false);
    expect(repairTerms(packNamed('cnipa-8'), record('cnipa', 'general', '2026-05-10')).verified).toBe(false);
  });

  it('follows on an earlier term that still runs, and stops at three years in all', () => {
    const pack = packNamed('cnipa-8');
    const second = {
      ...record('cnipa', 'general', '2026-05-10'),
      previous: { startsOn: '2025-12-01', endsOn: '2026-12-01' },
    };
    expect(repairTerms(pack, second)).toMatchObject({ earliestOn: '2026-11-10', endsOn: '2027-12-01' });
    const capped = { ...second, previous: { startsOn: '2024-07-01', endsOn: '2026-12-01' } };
    expect(repairTerms(pack, capped).endsOn).toBe('2027-07-01');
    const over = { ...second, previous: { startsOn: '2025-05-10', endsOn: '2026-05-10' } };
    expect(repairTerms(pack, over).endsOn).toBe('2027-05-10');
  });

  it('chains earlier determinations to find what was still running', () => {
    const pack = packNamed('cnipa-8');
    const [a, b] = [record('cnipa', 'general', '2025-01-10'), record('cnipa', 'general', '2025-06-01')];
    expect(previousTerm(pack, '2025-06-01', [a])).toEqual({ startsOn: '2025-01-10', endsOn: '2026-01-10' });
    expect(previousTerm(pack, '2026-05-10', [b, a])).toEqual({ startsOn: '2025-01-10', endsOn: '2027-01-10' });
    expect(previousTerm(pack, '2027-01-10', [a, b])).toBeNull();
    expect(previousTerm(pack, '2025-01-10', [a])).toBeNull();
  });

  it('does not invent a rule for a class that the regime lacks', () => {
    expect(() =>
      repairTerms(packNamed('serious-list-44'), record('serious_list', 'general', '2026-05-10')),
    ).toThrowError(expect.objectContaining({ code: 'bad_pack' }));
  });
});

describe('outlook', () => {
  const terms = { earliestOn: '2026-08-10', endsOn: '2027-05-10' };
  it.each([
    ['2026-07-10', 'later'],
    ['2026-07-11', 'soon'],
    ['2026-08-09', 'soon'],
    ['2026-08-10', 'ready'],
    ['2027-05-09', 'ready'],
    ['2027-05-10', 'ended'],
  ])('on %s it is %s', (on, expected) => {
    expect(outlook(terms, on, 30)).toBe(expected);
  });
  it('needs no application for a light record', () => {
    expect(outlook({ earliestOn: null, endsOn: '2026-08-10' }, '2026-06-01', 30)).toBe('automatic');
  });
});
