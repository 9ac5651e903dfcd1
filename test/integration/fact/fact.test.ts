import { describe, expect, it } from 'vitest';
import { emptySubject } from '#shared/domain/subject/subject';
import type { RouteInput } from '#shared/ipc/contract';
import { expectAudited } from '../../support/engine';
import { validUscc } from '../../support/import-files';
import { type Office, openOffice } from '../../support/office';

const listing = (office: Office, change: Partial<RouteInput<'fact.create'>> = {}): RouteInput<'fact.create'> => ({
  subjectId: office.subjectId,
  itemCode: 'serious_list',
  sourceOrg: '云州市市场监督管理局',
  sourceNo: '云市监列〔2026〕1号',
  occurredOn: '2026-02-28',
  summary: '列入严重违法失信名单',
  fields: { reason: '情节严重' },
  ...change,
});

describe('entering a credit fact', () => {
  it('lists the catalogue with fields and choices', async () => {
    const office = await openOffice();
    const { items } = await office.call('fact.list-catalogue', {});
    const honour = items.find((item) => item.code === 'honour');
    expect(honour).toMatchObject({ nature: 'positive', basis: expect.stringContaining('《') });
    expect(honour?.fields.find((field) => field.key === 'level')?.choices.map(({ code }) => code)).toContain('city');
  });

  it('fills in the end of validity by the catalogue, unless an end or no end is given', async () => {
    const office = await openOffice();
    await office.call('fact.create', listing(office));
    await office.call('fact.create', listing(office, { sourceNo: '2', validTo: null }));
    await office.call(
      'fact.create',
      listing(office, { sourceNo: '3', validFrom: '2026-03-31', validTo: '2026-04-30' }),
    );
    const { rows, total } = await office.call('fact.list', { subjectId: office.subjectId });
    expect(total).toBe(3);
    expect(Object.fromEntries(rows.map((row) => [row.sourceNo, [row.validFrom, row.validTo, row.expired]]))).toEqual({
      '云市监列〔2026〕1号': ['2026-02-28', '2029-02-28', false],
      '2': ['2026-02-28', null, false],
      '3': ['2026-03-31', '2026-04-30', true],
    });
    expect(rows[0]).toMatchObject({ itemName: '列入严重违法失信名单', nature: 'negative', state: 'active' });
  });

  const bad: readonly (readonly [path: string, change: Partial<RouteInput<'fact.create'>>])[] = [
    ['itemCode', { itemCode: 'no_such_item' }],
    ['itemCode', { itemCode: 'ip_demonstration', fields: { level: 'city' } }],
    ['occurredOn', { occurredOn: '2026-11-24' }],
    ['validTo', { validTo: '2026-01-01' }],
    ['fields.reason', { fields: {} }],
    ['fields.secret', { fields: { reason: '情节严重', secret: 'x' } }],
  ];
  it.each(bad)('refuses a wrong %s and stores nothing', async (path, change) => {
    const office = await openOffice();
    const error = await office.fails('fact.create', listing(office, change), 'bad_input');
    expect(error.details.map((detail) => detail.path)).toContain(path);
    expect((await office.call('fact.list', {})).total).toBe(0);
  });

  it('refuses the same document of the same item twice; not a second one without a number', async () => {
    const office = await openOffice();
    await office.call('fact.create', listing(office));
    expect((await office.fails('fact.create', listing(office), 'conflict')).message).toContain('云市监列〔2026〕1号');
    await office.call('fact.create', listing(office, { sourceNo: '' }));
    await office.call('fact.create', listing(office, { sourceNo: '' }));
    await office.fails('fact.create', listing(office, { subjectId: 'nobody' }), 'not_found');
  });

  it('finds facts by subject, number and words of the summary', async () => {
    const office = await openOffice();
    const other = await office.call('subject.create', { ...emptySubject('enterprise', '乙企业'), uscc: validUscc(5) });
    await office.call('fact.create', listing(office));
    await office.call('fact.create', listing(office, { subjectId: other.id, summary: '逾期未改正' }));
    const total = async (query: string) => (await office.call('fact.list', { query })).total;
    expect([await total('乙企业'), await total('逾期未改'), await total('〔2026〕1号'), await total('%')]).toEqual([
      1, 1, 2, 0,
    ]);
    expect((await office.call('fact.list', { itemCode: 'honour' })).total).toBe(0);
  });
});

describe('withdrawing a credit fact', () => {
  it('keeps it with day and reason, and frees its number', async () => {
    const office = await openOffice();
    const { id } = await office.call('fact.create', listing(office));
    await office.fails('fact.withdraw', { id, on: '2026-02-27', reason: '误录' }, 'bad_input');
    await office.fails('fact.withdraw', { id, on: '2026-11-24', reason: '误录' }, 'bad_input');
    await office.call('fact.withdraw', { id, on: '2026-11-23', reason: '误录' });
    await office.fails('fact.withdraw', { id, on: '2026-11-23', reason: '误录' }, 'bad_state');
    const { rows } = await office.call('fact.list', {});
    expect(rows).toEqual([expect.objectContaining({ state: 'withdrawn', stateOn: '2026-11-23', stateReason: '误录' })]);
    await office.call('fact.create', listing(office));
    await office.fails('fact.withdraw', { id: 'none', on: '2026-11-23', reason: 'x' }, 'not_found');
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('leaves one entry in the log', async () => {
    const office = await openOffice();
    const { id } = await office.call('fact.create', listing(office));
    await office.call('fact.withdraw', { id, on: '2026-11-23', reason: '误录' });
    await expectAudited(office, [
      ['fact.create', `fact:${id}`],
      ['fact.withdraw', `fact:${id}`],
    ]);
  });
});
