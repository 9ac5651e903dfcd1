import { describe, expect, it } from 'vitest';
import { emptySubject } from '#shared/domain/subject/subject';
import { expectAudited } from '../../support/engine';
import { csvOf, validUscc } from '../../support/import-files';
import { type Office, openOffice, planVisit, startInspection } from '../../support/office';

const header = ['名称', '统一社会信用代码', '机构代码', '住所', '联系电话'];
const agency = (number: number, address = '云州市示例路1号', phone = '0571-88880000') => [
  `示例${number}号专利代理所`,
  validUscc(number),
  String(33_000 + number),
  address,
  phone,
];

const run = async (office: Office, name: string, rows: readonly (readonly string[])[]) =>
  office.call('subject.run-import', { file: office.choose(name, csvOf([header, ...rows])) });

const idOf = async (office: Office, number: number) =>
  (await office.call('subject.search', { query: validUscc(number) })).items[0]?.id ?? '';

describe('undoing an import', () => {
  it('withdraws what came in, puts back what was merged to the last field, and lets the file come again', async () => {
    const office = await openOffice();
    const { id } = await office.call('subject.create', {
      ...emptySubject('patent_agency', '旧名所'),
      uscc: validUscc(1),
      agencyCode: '33001',
      phone: '13800138000',
    });
    const row = () => office.engine.store.reader.prepare('select * from subject where id = ?').get(id);
    const before = row();
    const { batchId } = await run(office, 'a.csv', [agency(1), agency(2), agency(1, '另一处')]);
    expect(row()).not.toEqual(before);
    await office.call('rating.rate-all', {});
    expect(await office.call('subject.undo-import', { batchId })).toEqual({ withdrawn: 1, restored: 1 });
    expect(row()).toEqual(before);
    expect(await idOf(office, 2)).toBe('');
    expect((await office.call('subject.list', {})).total).toBe(2);
    await expectAudited(office, [['subject.undo-import', `import:${batchId}`]]);
    expect((await office.call('subject.list-imports', {})).batches[0]).toMatchObject({
      state: 'undone',
      undoneAt: expect.any(String),
    });
    expect((await office.fails('subject.undo-import', { batchId }, 'bad_state')).message).toContain('已于');
    await office.fails('subject.undo-import', { batchId: 'none' }, 'not_found');
    expect(await run(office, 'a.csv', [agency(1), agency(2)])).toMatchObject({ inserted: 1, merged: 1 });
  });

  it('takes back the children it found for a parent, and the parent with them', async () => {
    const office = await openOffice();
    const child = await office.call('subject.create', {
      ...emptySubject('agency_branch', '示例分所'),
      uscc: validUscc(50),
      parentName: '示例1号专利代理所',
    });
    const { batchId } = await run(office, 'a.csv', [agency(1)]);
    expect((await office.call('subject.get', { id: child.id })).parent).not.toBeNull();
    expect(await office.call('subject.undo-import', { batchId })).toEqual({ withdrawn: 1, restored: 1 });
    expect((await office.call('subject.get', { id: child.id })).parent).toBeNull();
  });

  const later: readonly (readonly [what: string, act: (office: Office, id: string) => Promise<unknown>])[] = [
    ['检查记录', (office, id) => startInspection({ ...office, subjectId: id })],
    [
      '移送、抄告函件',
      (office, id) =>
        office.call('letter.write', {
          kind: 'copy',
          subjectId: id,
          toUnit: '云州市税务局',
          title: '关于有关情况的函',
          content: '现将有关情况抄告你单位。',
          writtenOn: '2026-11-23',
          officerId: office.zhang,
        }),
    ],
    [
      '预留文号的空白文书',
      (office, id) => office.call('number.reserve', { noun: 'inspection', paper: 'inspection-record', subjectId: id }),
    ],
    ['检查计划安排', (office, id) => planVisit({ ...office, subjectId: id })],
    [
      '信用信息',
      (office, id) =>
        office.call('fact.create', {
          subjectId: id,
          itemCode: 'honour',
          sourceOrg: '省局',
          sourceNo: '',
          occurredOn: '2026-01-05',
          summary: '先进',
          fields: { level: 'city' },
        }),
    ],
    [
      '回避登记',
      (office, id) => office.call('officer.add-avoidance', { officerId: office.li, subjectId: id, reason: '近亲属' }),
    ],
    [
      '所属的分支机构',
      (office) =>
        office.call('subject.create', {
          ...emptySubject('agency_branch', '分所'),
          uscc: validUscc(60),
          parentUscc: validUscc(1),
        }),
    ],
    ['又被修改', (office, id) => office.call('subject.update', { id, draft: { phone: '13900139000' } })],
    ['又被修改', (office) => run(office, 'b.csv', [agency(1, '后来的地址')])],
  ];
  it.each(later)('is refused after %s was built on it, naming the subject; nothing changes', async (what, act) => {
    const office = await openOffice();
    const { batchId } = await run(office, 'a.csv', [agency(1), agency(2)]);
    await act(office, await idOf(office, 1));
    const error = await office.fails('subject.undo-import', { batchId }, 'conflict');
    expect(error.message).toContain('“示例1号专利代理所”');
    expect(error.message).toContain(what);
    expect(error.message).not.toContain('示例2号');
    expect((await office.call('subject.list', { query: '示例' })).total).toBeGreaterThanOrEqual(3);
    expect((await office.call('subject.list-imports', {})).batches.find((batch) => batch.id === batchId)?.state).toBe(
      'done',
    );
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('is possible again once the later import is undone', async () => {
    const office = await openOffice();
    const first = await run(office, 'a.csv', [agency(1)]);
    const second = await run(office, 'b.csv', [agency(1, '后来的地址')]);
    await office.fails('subject.undo-import', { batchId: first.batchId }, 'conflict');
    expect(await office.call('subject.undo-import', { batchId: second.batchId })).toEqual({
      withdrawn: 0,
      restored: 1,
    });
    expect(await office.call('subject.undo-import', { batchId: first.batchId })).toEqual({ withdrawn: 1, restored: 0 });
  });

  it('is refused when a merged subject was changed since, and never overwrites the later change', async () => {
    const office = await openOffice();
    const { id } = await office.call('subject.create', {
      ...emptySubject('patent_agency', '旧名所'),
      uscc: validUscc(1),
      agencyCode: '33001',
    });
    const { batchId } = await run(office, 'a.csv', [agency(1)]);
    await office.call('subject.update', { id, draft: { note: '电话核实过' } });
    await office.fails('subject.undo-import', { batchId }, 'conflict');
    expect((await office.call('subject.get', { id })).note).toBe('电话核实过');
  });
});
