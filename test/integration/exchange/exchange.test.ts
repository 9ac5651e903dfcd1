import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishedInspection, type Office, openOffice } from '../../support/office';

const year = { from: '2026-01-01', to: '2026-12-31' } as const;

function saveAs(office: Office, name: string): { readonly token: string; readonly path: string } {
  const path = join(office.dir, name);
  const token = randomUUID();
  office.engine.grants.add(token, { path, mode: 'write' });
  return { token, path };
}

const addPenalty = (office: Office, no: string, change: Record<string, unknown> = {}) =>
  office.write((tx) => {
    const id = tx.newId();
    tx.insert('fact', {
      ...{
        id,
        subject_id: office.subjectId,
        item_code: 'penalty_patent_agency',
        source_org: '云州市局',
        source_no: no,
      },
      ...{
        occurred_on: '2026-05-10',
        valid_from: '2026-05-10',
        valid_to: '2029-05-10',
        summary: '处罚',
        state: 'active',
      },
      fields: JSON.stringify({
        ...{ violationType: '专利代理', facts: '擅自开展代理业务', legalBasis: '《专利代理条例》第二十五条' },
        ...{ penaltyKinds: '罚款', content: '=罚款五千元', fine: 500_000, confiscated: null, ...change },
      }),
      ...{ state_on: null, state_reason: null, import_id: null, created_at: tx.now },
      ...{ origin_office: null, adopted_on: null, adopted_reason: null },
    });
    return id;
  });

const OWN = {
  ...{
    id: 'penalty-upload',
    kind: 'exchange',
    version: 2,
    title: '本市处罚表',
    status: 'office',
    platform: '本市平台',
  },
  ...{ effectiveFrom: '2026-01-01', effectiveTo: null, source: 'penalty', fileFormat: 'csv', verified: true },
  columns: [
    { heading: '文号', field: 'documentNo', required: true },
    { heading: '处罚内容', field: 'content', required: true },
    { heading: '罚款（万元）', field: 'fine', format: 'wan' },
  ],
};

describe('a package for another platform', () => {
  it('holds the rows in the order of the mapping, once; the second package only what has changed', async () => {
    const office = await openOffice();
    await office.call('exchange.import-mapping', { file: office.choose('对应表.json', JSON.stringify(OWN)) });
    const first = await addPenalty(office, '云知罚〔2026〕1号');
    await addPenalty(office, '云知罚〔2026〕2号');
    const input = { target: 'penalty-upload', ...year };
    expect(await office.call('exchange.preview', input)).toMatchObject({ ready: 2, unchanged: 0, refused: 0 });
    const { token, path } = saveAs(office, '报送1.csv');
    const made = await office.call('exchange.make-package', { ...input, file: token });
    expect(made).toMatchObject({ rows: 2, refused: 0 });
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\ufeff文号,处罚内容,罚款（万元）\r\n')).toBe(true);
    // a text that would be run as a formula is neutralised
    expect(text).toContain("云知罚〔2026〕1号,'=罚款五千元,0.5\r\n");
    const again = saveAs(office, '报送2.csv');
    const nothing = await office.fails('exchange.make-package', { ...input, file: again.token }, 'bad_state');
    expect(nothing.message).toContain('2 条都已报送且没有变化');
    await office.write((tx) => {
      const row = office.engine.store.reader.prepare('select fields from fact where id = ?').get(first) as {
        fields: string;
      };
      tx.update('fact', first, { fields: JSON.stringify({ ...JSON.parse(row.fields), fine: 600_000 }) });
    });
    expect(await office.call('exchange.make-package', { ...input, file: again.token })).toMatchObject({
      rows: 1,
      unchanged: 1,
    });
    expect(readFileSync(again.path, 'utf8')).toContain('0.6');
    const all = saveAs(office, '报送3.csv');
    const whole = { ...input, onlyChanges: false, file: all.token };
    expect(await office.call('exchange.make-package', whole)).toMatchObject({ rows: 2, unchanged: 0 });
    const { rows, total } = await office.call('exchange.list-sent', {});
    expect(total).toBe(3);
    expect(rows[2]).toMatchObject({ sha256: made.sha256, rows: 2, receiptNo: null });
    await office.call('exchange.set-receipt', { id: made.id, receiptNo: 'HZ-1', receiptOn: '2026-11-24' });
    expect((await office.call('exchange.list-sent', {})).rows[2]).toMatchObject({ receiptNo: 'HZ-1' });
    await office.fails('exchange.set-receipt', { id: 'none', receiptNo: 'HZ-1', receiptOn: '2026-11-24' }, 'not_found');
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('lists what cannot go and why, and never sends a result that nobody released', async () => {
    const office = await openOffice();
    await addPenalty(office, '云知罚〔2026〕1号', { legalBasis: '' });
    const penalties = await office.call('exchange.preview', { target: 'penalty-upload', ...year });
    expect(penalties).toMatchObject({ ready: 0, refused: 1, refusedRows: [{ problems: ['缺少“CF_YJ”（处罚依据）'] }] });
    const { no } = await finishedInspection(office);
    const results = await office.call('exchange.preview', { target: 'provincial-double-random', ...year });
    expect(results).toMatchObject({ ready: 0, refused: 1, refusedRows: [{ no }] });
    expect(results.refusedRows[0]?.problems[0]).toContain('还没有经第二人审核公示');
    const { token } = saveAs(office, '报送.xlsx');
    const input = { target: 'provincial-double-random', ...year, file: token };
    await office.fails('exchange.make-package', input, 'bad_state');
    expect((await office.call('exchange.list-sent', {})).total).toBe(0);
  });

  it('refuses a bad mapping with its path, an old version, a file that is no JSON and an unknown platform', async () => {
    const office = await openOffice();
    const bring = (content: string) => ({ file: office.choose('对应表.json', content) });
    const bad = { ...OWN, columns: [{ heading: '文号', field: 'password' }] };
    const refused = await office.fails('exchange.import-mapping', bring(JSON.stringify(bad)), 'bad_pack');
    expect(refused.details[0]?.path).toBe('columns.0.field');
    await office.fails('exchange.import-mapping', bring('{ id:'), 'bad_pack');
    await office.fails('exchange.import-mapping', { file: office.choose('没有.json') }, 'bad_file');
    const old = await office.fails(
      'exchange.import-mapping',
      bring(JSON.stringify({ ...OWN, version: 1 })),
      'conflict',
    );
    expect(old.message).toContain('改为 2');
    await office.call('exchange.import-mapping', bring(JSON.stringify(OWN)));
    await office.fails('exchange.import-mapping', bring(JSON.stringify(OWN)), 'conflict');
    const { targets } = await office.call('exchange.list-targets', {});
    expect(targets.find(({ id }) => id === 'penalty-upload')).toMatchObject({ version: 2, origin: 'office' });
    await office.fails('exchange.preview', { target: 'nowhere', ...year }, 'not_found');
    await office.fails(
      'exchange.preview',
      { target: 'penalty-upload', from: '2026-02-01', to: '2026-01-01' },
      'bad_input',
    );
  });
});
