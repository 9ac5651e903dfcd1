import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCataloguePack } from '#shared/domain/catalogue/catalogue';
import { compilePack } from '#shared/domain/rating/compile';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { rate } from '#shared/domain/rating/rate';
import { caseInput, runPackCases } from '#shared/domain/rating/run-cases';
import { readTrace, traceWriter } from '#shared/domain/rating/stored-trace';

const folder = join(import.meta.dirname, '../../../resources/packs');
const files = readdirSync(join(folder, 'rating')).filter((name) => /\.v\d+\.json$/.test(name));
const catalogue = parseCataloguePack(read('catalogue/ip-credit-information.v2.json'));

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

describe('shipped rating packs', () => {
  it('finds packs at all, so that an empty folder cannot pass', () => {
    expect(files).toContain('patent-agency-credit.v1.json');
    expect(files).toContain('enterprise-ip-sample.v1.json');
  });

  describe.each(files)('%s', (file) => {
    const pack = parseRatingPack(read(`rating/${file}`), catalogue);

    it('is named after its id and version', () => {
      expect(file).toBe(`${pack.id}.v${pack.version}.json`);
    });

    it('reproduces its own cases', () => {
      const outcomes = runPackCases(pack);
      expect(outcomes.length).toBeGreaterThanOrEqual(8);
      expect(outcomes.filter((outcome) => !outcome.passed).map((outcome) => outcome.sentence)).toEqual([]);
    });

    it('reads a stored trace back as it was, although the pack texts are not stored', () => {
      const compiled = compilePack(pack);
      const write = traceWriter(compiled);
      for (const one of pack.cases) {
        const { trace } = rate(compiled, caseInput(one));
        const { facts } = caseInput(one);
        expect(readTrace(write(trace), pack, facts)).toEqual(trace);
        expect(write(readTrace(write(trace), pack, facts))).toBe(write(trace));
      }
    });

    it('has a case for every grade', () => {
      const reached = new Set(pack.cases.map((one) => one.expect.grade));
      expect(pack.grades.map((grade) => grade.code).filter((code) => !reached.has(code))).toEqual([]);
    });

    it('says it when its weights are samples', () => {
      if (pack.status === 'sample') expect(pack.notice).toContain('样例权重');
    });
  });
});
