import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack } from '#shared/domain/rating/compile';
import { packText } from '#shared/domain/rating/pack-text';
import { rate } from '#shared/domain/rating/rate';
import { readInput } from '#shared/domain/rating/stored-input';
import { readTrace } from '#shared/domain/rating/stored-trace';
import { canonicalJson } from '#shared/kernel/canonical-json';
import { createPacks } from '../../electron/packs/packs';
import { ratingPacks } from '../../electron/packs/rating-packs';
import { shippedResources, type TestEngine } from './engine';
import { type Office, rateAllNow } from './office';

// biome-ignore lint/suspicious/noExplicitAny: raw JSON on purpose, so that tests can spoil any part of it
export type RawPack = Record<string, any>;

export const AGENCY = { packId: 'patent-agency-credit', version: 2 } as const;

export const shippedText = (file: string): string =>
  readFileSync(join(shippedResources, 'packs/rating', `${file}.json`), 'utf8');

/** A pack for patent agencies as another office would send it: the shipped rules under a name of its own. */
export function officePack(change: RawPack = {}): RawPack {
  const shipped: RawPack = JSON.parse(shippedText('patent-agency-credit.v2'));
  return {
    ...shipped,
    id: 'yunzhou-agency',
    version: 1,
    title: '云州市专利代理信用评价',
    status: 'office',
    extends: { id: 'patent-agency-credit', version: 2, changes: ['提高非正常申请的扣分'] },
    ...change,
  };
}

/** The same with every agency one grade band lower: whoever has a clean record is no longer A. */
export function stricterPack(change: RawPack = {}): RawPack {
  const pack = officePack(change);
  const lower = 30;
  return {
    ...pack,
    base: { ...pack['base'], points: pack['base'].points - lower },
    cases: [{ ...pack['cases'][0], ...stricterCase(pack['cases'][0], pack) }],
  };
}

function stricterCase(one: RawPack, pack: RawPack): RawPack {
  const { score } = one['expect'];
  const grade = pack['grades'].find(
    (band: RawPack) =>
      (band['from'] ?? Number.NEGATIVE_INFINITY) <= score - 30 &&
      score - 30 < (band['below'] ?? Number.POSITIVE_INFINITY) &&
      (band['above'] === undefined || score - 30 > band['above']),
  );
  return { expect: { ...one['expect'], score: score - 30, grade: grade['code'] } };
}

export const packFile = (test: TestEngine, content: RawPack | string, name = 'pack.json'): string =>
  test.choose(name, typeof content === 'string' ? content : packText(content));

/** How many rows of packs and of decisions about them the store holds. */
export const packRows = (test: TestEngine): { packs: number; activations: number } => ({
  packs: Number(test.engine.store.reader.prepare('select count(*) from rule_pack').pluck().get()),
  activations: Number(test.engine.store.reader.prepare('select count(*) from pack_activation').pluck().get()),
});

/** Gives everybody an approved rating by the packs in force. */
export const rateEverybody = (office: Office, asOf: string) => rateAllNow(office, { asOf });

type Stored = { id: string; pack_sha256: string; as_of: string; input: string; trace: string; score: number };

/** Recomputes every stored rating from what it kept; the ids of those that do not come out byte for byte. */
export async function notRecomputed(test: TestEngine, resourcesDir = shippedResources): Promise<string[]> {
  const sources = await ratingPacks(test.engine.store.db, createPacks(resourcesDir));
  const rows = test.engine.store.reader
    .prepare('select id, pack_sha256, as_of, input, trace, score from rating order by id')
    .all() as Stored[];
  if (rows.length === 0) throw new Error('nobody was rated: nothing is proved');
  return rows.flatMap((row) => {
    const source = sources.find(({ sha256 }) => sha256 === row.pack_sha256);
    if (!source) return [row.id];
    const compiled = compilePack(source.value);
    const input = readInput(row.input);
    const again = rate(compiled, { ...input, asOf: row.as_of });
    const same = canonicalJson(again.trace) === canonicalJson(readTrace(row.trace, compiled, input.facts));
    return again.scoreThousandths === row.score && same ? [] : [row.id];
  });
}

/** The grade everybody has now, by name. */
export const currentGrades = (test: TestEngine): Readonly<Record<string, string>> =>
  Object.fromEntries(
    test.engine.store.reader
      .prepare(
        'select s.name, c.grade_code from current_rating c join subject s on s.id = c.subject_id order by s.name',
      )
      .raw()
      .all() as [string, string][],
  );

/** A penalty for abnormal filings, which the agencies' rules take points for. */
export const addFiling = (test: TestEngine, subjectId: string, no: string, change: Record<string, unknown> = {}) =>
  test.write((tx) => {
    tx.insert('fact', {
      id: tx.newId(),
      subject_id: subjectId,
      item_code: 'abnormal_filing_agency',
      source_org: '云州市市场监督管理局',
      source_no: no,
      occurred_on: '2026-03-02',
      valid_from: '2026-03-02',
      valid_to: null,
      summary: '代理非正常申请',
      fields: JSON.stringify({ applications: 3, deduction: 5 }),
      state: 'active',
      state_on: null,
      state_reason: null,
      origin_office: null,
      adopted_on: null,
      adopted_reason: null,
      import_id: null,
      created_at: tx.now,
      ...change,
    });
  });
