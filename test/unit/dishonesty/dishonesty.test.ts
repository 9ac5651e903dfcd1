import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { actsInForce, findAct, measuresPack } from '#shared/domain/dishonesty/acts';
import { regimes } from '#shared/domain/dishonesty/codes';
import { createDishonesty, type DishonestyDraft, transition } from '#shared/domain/dishonesty/dishonesty';

const dir = resolve(import.meta.dirname, '../../../resources/packs/measures');
const files = readdirSync(dir).filter((name) => name.endsWith('.json'));
const read = (name: string) => parsePack(measuresPack, JSON.parse(readFileSync(resolve(dir, name), 'utf8')), name);
const packs = files.map(read);
const today = '2026-05-20';

const draft: DishonestyDraft = {
  subjectId: 's1',
  factId: null,
  actCode: 'SX-6-2',
  regime: 'cnipa',
  class: 'general',
  documentNo: '示知认〔2026〕1号',
  authority: '示例市知识产权局',
  decidedOn: '2026-05-10',
  actSummary: '短期内申请大量与其经营无关的商标',
  penalty: '',
  publishedOn: '2026-05-15',
};

describe('act lists', () => {
  it.each(files)('%s is named by id and version', (name) => {
    const pack = read(name);
    expect(name).toBe(`${pack.id}.v${pack.version}.json`);
  });

  it('has the seven acts of article 6 and marks the one measure whose wording was not seen', () => {
    const pack = read('cnipa-8.v1.json');
    expect(pack.acts.map((act) => act.code)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `SX-6-${n}`));
    expect(pack.measures.filter((measure) => !measure.verified).map((measure) => measure.code)).toEqual(['GL-9-7']);
  });

  it('leaves no regime without acts to choose from', () => {
    for (const regime of regimes)
      expect(packs.flatMap((p) => p.acts).some((a) => a.regimes.includes(regime))).toBe(true);
  });

  it('takes the newest version in force on the day', () => {
    const [pack] = packs;
    if (!pack) throw new Error('no pack');
    const newer = { ...pack, version: 2, effectiveFrom: '2027-01-01' };
    expect(actsInForce([pack, newer], '2026-12-31').map((p) => p.version)).toEqual([1]);
    expect(actsInForce([pack, newer], '2027-01-01').map((p) => p.version)).toEqual([2]);
  });

  it('refuses a pack that lists a code twice', () => {
    const pack = read('cnipa-8.v1.json');
    const twice = { ...pack, acts: [...pack.acts, pack.acts[0]] };
    expect(() => parsePack(measuresPack, twice, 'x.json')).toThrowError(expect.objectContaining({ code: 'bad_pack' }));
  });
});

describe('createDishonesty', () => {
  it('registers an act of the list', () => {
    expect(createDishonesty('d1', draft, packs, today)).toMatchObject({ id: 'd1', state: 'active', stateOn: null });
  });

  it.each<[string, Partial<DishonestyDraft>, string]>([
    ['a typed act', { actCode: '恶意抢注' }, 'actCode'],
    ['an act of another regime', { regime: 'serious_list', class: 'serious' }, 'actCode'],
    ['a class that the list does not allow', { regime: 'serious_list', actCode: 'YZ-9-2', class: 'light' }, 'class'],
    ['a decision in the future', { decidedOn: '2026-05-21', publishedOn: null }, 'decidedOn'],
    ['publication before the decision', { publishedOn: '2026-05-09' }, 'publishedOn'],
    ['publication in the future', { publishedOn: '2026-05-21' }, 'publishedOn'],
    ['no document', { documentNo: ' ' }, 'documentNo'],
  ])('refuses %s', (_, change, path) => {
    expect(() => createDishonesty('d1', { ...draft, ...change }, packs, today)).toThrowError(
      expect.objectContaining({ code: 'bad_input', details: [expect.objectContaining({ path })] }),
    );
  });

  it('finds an act only under its own regime', () => {
    expect(findAct(packs, 'cnipa', 'SX-6-1')?.code).toBe('SX-6-1');
    expect(findAct(packs, 'samr', 'SX-6-1')).toBeUndefined();
  });
});

describe('transition of a record of dishonesty', () => {
  const record = createDishonesty('d1', draft, packs, today);
  const context = { today };
  const code = (value: string) => expect.objectContaining({ code: value });

  it('is withdrawn, repaired or expired once', () => {
    const withdrawn = transition(record, { type: 'withdraw', on: today, reason: '认定文书被撤销' }, context);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', stateOn: today });
    expect(() => transition(withdrawn, { type: 'repair', on: today }, context)).toThrowError(code('bad_state'));
  });

  it('does not expire a day early', () => {
    const late = { today: '2027-05-10' };
    expect(() => transition(record, { type: 'expire', on: '2027-05-09', endsOn: '2027-05-10' }, late)).toThrowError(
      code('bad_state'),
    );
    expect(transition(record, { type: 'expire', on: '2027-05-10', endsOn: '2027-05-10' }, late).state).toBe('expired');
  });

  it('refuses a withdrawal without a reason, before the decision or in the future', () => {
    expect(() => transition(record, { type: 'withdraw', on: today, reason: ' ' }, context)).toThrowError(
      code('bad_input'),
    );
    expect(() => transition(record, { type: 'withdraw', on: '2026-05-09', reason: '误录' }, context)).toThrowError(
      code('bad_input'),
    );
    expect(() => transition(record, { type: 'withdraw', on: '2026-05-21', reason: '误录' }, context)).toThrowError(
      code('bad_input'),
    );
  });
});
