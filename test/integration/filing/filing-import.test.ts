import { describe, expect, it } from 'vitest';
import { expectAudited } from '../../support/engine';
import {
  allLeads,
  importList,
  listFile,
  MARK_HEADER,
  markRow,
  PATENT_HEADER,
  patentNo,
  patentRow,
} from '../../support/filings';
import { validUscc } from '../../support/import-files';
import { openOffice } from '../../support/office';

describe('the list of abnormal patent applications', () => {
  it('is taken with its handling; what is not said is notified', async () => {
    const office = await openOffice();
    const result = await importList(office, 'abnormal_patent', [
      patentRow(1, '甲公司', { code: validUscc(1) }),
      patentRow(2, '甲公司', { handling: '已主动撤回', handledOn: '2026-04-01' }),
      patentRow(3, '乙公司', { handling: '已说明' }),
    ]);
    expect(result).toMatchObject({ rows: 3, inserted: 3, failed: 0 });
    const { rows } = await office.call('filing.list', { kind: 'abnormal_patent' });
    expect(rows.map(({ number, handling, handledOn }) => [number, handling, handledOn]).sort()).toEqual([
      [patentNo(1), 'notified', null],
      [patentNo(2), 'withdrawn', '2026-04-01'],
      [patentNo(3), 'explained', null],
    ]);
    await expectAudited(office, [['filing.run-import', `import:${result.batchId}`]]);
  });

  const bad: readonly (readonly [string, string, readonly (string | number)[]])[] = [
    [
      'a wrong check digit',
      '校验位应为',
      [`${patentNo(1).slice(0, 13)}${patentNo(1).endsWith('1') ? 2 : 1}`, '', '甲', '', '', '', '2026-03-02', '', ''],
    ],
    ['a number that is none', '12 位数字', ['12345', '', '甲', '', '', '', '2026-03-02', '', '']],
    ['no applicant', '“申请人”必须填写', [patentNo(1), '', '', '', '', '', '2026-03-02', '', '']],
    ['no day of notice', '“通报日期”必须填写', [patentNo(1), '', '甲', '', '', '', '', '', '']],
    ['a day that does not exist', '没有 30 日', [patentNo(1), '', '甲', '', '', '', '2026-02-30', '', '']],
    ['a notice of tomorrow', '通报日期晚于今天', [patentNo(1), '', '甲', '', '', '', '2026-11-24', '', '']],
    [
      'a notice before the filing',
      '通报日期早于申请日',
      [patentNo(1), '', '甲', '', '', '2026-03-03', '2026-03-02', '', ''],
    ],
    [
      'handling that is no word for it',
      '不在可选范围内',
      [patentNo(1), '', '甲', '', '', '', '2026-03-02', '研究中', ''],
    ],
    ['a day of handling alone', '请写明处理情况', [patentNo(1), '', '甲', '', '', '', '2026-03-02', '', '2026-03-05']],
    [
      'handling before the notice',
      '处理日期早于通报日期',
      [patentNo(1), '', '甲', '', '', '', '2026-03-02', '已撤回', '2026-03-01'],
    ],
    ['a credit code with a slip', '请', [patentNo(1), '', '甲', '91330100799655058C', '', '', '2026-03-02', '', '']],
  ];
  it.each(bad)('hands back a row with %s, says why, and takes the others', async (_what, message, row) => {
    const office = await openOffice();
    const result = await importList(office, 'abnormal_patent', [row, patentRow(77, '好公司')]);
    expect(result).toMatchObject({ rows: 2, inserted: 1, failed: 1 });
    expect(result.problems.map((problem) => problem.message).join()).toContain(message);
    expect((await office.call('filing.list', {})).total).toBe(1);
  });

  it('unites the same application and refuses one number for two applicants', async () => {
    const office = await openOffice();
    const rows = [
      patentRow(1, '甲公司'),
      patentRow(1, '甲 公司', { handling: '已撤回', handledOn: '2026-05-01' }),
      patentRow(1, '乙公司'),
    ];
    const file = listFile(office, PATENT_HEADER, rows);
    const preview = await office.call('filing.preview-import', { kind: 'abnormal_patent', file });
    expect(preview).toMatchObject({ wouldInsert: 1, wouldMerge: 1, failed: 1 });
    const result = await office.call('filing.run-import', { kind: 'abnormal_patent', file });
    expect(result).toMatchObject({ inserted: 1, merged: 1, failed: 1 });
    expect(result.notes[0]?.message).toContain('与第 2 行是同一件申请');
    expect(result.problems[0]?.message).toContain('申请人不同（“甲 公司”）');
    expect((await office.call('filing.list', {})).rows).toMatchObject([
      { handling: 'withdrawn', handledOn: '2026-05-01' },
    ]);
    const later = await importList(office, 'abnormal_patent', [patentRow(1, '丙公司')]);
    expect(later.problems[0]?.message).toContain('已登记给“甲');
  });

  it('never takes a withdrawal back, in whichever order two lists come', async () => {
    const old = [patentRow(1, '甲公司'), patentRow(2, '甲公司')];
    const fresh = [
      patentRow(1, '甲公司', { handling: '已撤回', handledOn: '2026-05-01' }),
      patentRow(2, '甲公司', { handling: '已说明' }),
    ];
    const ends: unknown[] = [];
    for (const lists of [
      [old, fresh],
      [fresh, old, old],
    ]) {
      const office = await openOffice();
      for (const list of lists) await importList(office, 'abnormal_patent', list);
      ends.push(
        (await office.call('filing.list', {})).rows.map(({ number, handling, handledOn }) => [
          number,
          handling,
          handledOn,
        ]),
      );
    }
    expect(ends[1]).toEqual(ends[0]);
    expect(JSON.stringify(ends[0])).toContain('withdrawn');
  });
});

describe('the list of trademark filings', () => {
  it('adds up the classes of one number given in several rows', async () => {
    const office = await openOffice();
    const result = await importList(office, 'trademark', [
      markRow(12345678, '甲公司', { mark: '示例', classes: '第35类' }),
      markRow(12345678, '甲公司', { mark: '示例', classes: '9、25' }),
    ]);
    expect(result).toMatchObject({ inserted: 1, merged: 1 });
    expect((await office.call('filing.list', {})).rows).toMatchObject([{ classes: [9, 25, 35] }]);
  });

  it.each([
    ['一个类别以外', '1 至 45', { classes: '46' }],
    ['a day of assignment without a name', '请补上受让人', { assignedOn: '2026-04-01' }],
    ['an assignee without a day', '请补上转让日期', { assignee: '乙' }],
    ['an assignment before the filing', '转让日期早于申请日期', { assignee: '乙', assignedOn: '2026-01-01' }],
    ['a decision without a day', '请补上决定日期', { decision: ['异议决定', '1号', ''] }],
    ['a filing of tomorrow', '申请日期晚于今天', { filedOn: '2026-11-24' }],
  ] as const)('hands back %s', async (_what, message, change) => {
    const office = await openOffice();
    const result = await importList(office, 'trademark', [markRow(12345678, '甲公司', change)]);
    expect(result).toMatchObject({ inserted: 0, failed: 1 });
    expect(result.problems[0]?.message).toContain(message);
  });
});

describe('a file that is not what it should be', () => {
  it('is named for what it is when the kind was mistaken', async () => {
    const office = await openOffice();
    const marks = listFile(office, MARK_HEADER, [markRow(12345678, '甲公司')]);
    const error = await office.fails('filing.run-import', { kind: 'abnormal_patent', file: marks }, 'bad_file');
    expect(error.message).toContain('是商标申请清单，不是非正常专利申请通报名单');
    const patents = listFile(office, PATENT_HEADER, [patentRow(1, '甲公司')]);
    const other = await office.fails('filing.preview-import', { kind: 'trademark', file: patents }, 'bad_file');
    expect(other.details).toEqual([expect.objectContaining({ path: 'kind' })]);
    expect((await office.call('filing.list', {})).total).toBe(0);
  });

  it('is refused without a header, and previewed so that columns can be chosen', async () => {
    const office = await openOffice();
    const file = listFile(office, ['甲', '乙'], [['1', '2']]);
    await office.fails('filing.run-import', { kind: 'abnormal_patent', file }, 'bad_file');
    const preview = await office.call('filing.preview-import', { kind: 'abnormal_patent', file });
    expect(preview.missing).toContain('专利申请号');
  });
});

describe("a third party's list", () => {
  const HEADER = ['企业名称', '统一社会信用代码', '疑似问题'];
  const rows = [
    ['云州示例专利代理事务所', '', '人均代理量异常'],
    ['云外示例公司', validUscc(3), '疑似囤积商标'],
    ['云外示例公司', validUscc(3), '疑似囤积商标'],
  ];

  it('becomes leads with its source, and no fact', async () => {
    const office = await openOffice();
    const file = listFile(office, HEADER, rows);
    await office.fails('filing.run-import', { kind: 'third_party', file }, 'bad_input');
    const input = { kind: 'third_party', file, source: '示例数据服务公司' } as const;
    expect(await office.call('filing.run-import', input)).toMatchObject({ inserted: 2, merged: 1, failed: 0 });
    const leads = await allLeads(office);
    expect(leads).toHaveLength(2);
    expect(leads.find(({ subjectId }) => subjectId === office.subjectId)).toMatchObject({
      source: 'third_party',
      sourceName: '示例数据服务公司',
      state: 'new',
      why: '示例数据服务公司：人均代理量异常',
    });
    expect((await office.call('fact.list', {})).total).toBe(0);
    expect(await office.call('filing.run-import', input)).toMatchObject({ inserted: 0, unchanged: 2, merged: 1 });
    expect(await allLeads(office)).toHaveLength(2);
  });

  it('is taken back with its leads, and the same file brings them back under their numbers', async () => {
    const office = await openOffice();
    const input = { kind: 'third_party', file: listFile(office, HEADER, rows), source: '示例' } as const;
    const { batchId } = await office.call('filing.run-import', input);
    const before = (await allLeads(office)).map(({ no }) => no).sort();
    await office.call('subject.undo-import', { batchId });
    expect(await allLeads(office)).toEqual([]);
    await office.call('filing.run-import', input);
    expect((await allLeads(office)).map(({ no }) => no).sort()).toEqual(before);
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });
});

describe('taking an import back', () => {
  it('withdraws its filings, restores what it merged into, and refuses when somebody built on it', async () => {
    const office = await openOffice();
    await importList(office, 'abnormal_patent', [patentRow(1, '甲公司')]);
    const second = await importList(office, 'abnormal_patent', [
      patentRow(1, '甲公司', { handling: '已撤回' }),
      patentRow(2, '甲公司'),
    ]);
    expect(await office.call('subject.undo-import', { batchId: second.batchId })).toEqual({
      withdrawn: 1,
      restored: 1,
    });
    const { rows } = await office.call('filing.list', {});
    expect(rows).toMatchObject([{ number: patentNo(1), handling: 'notified' }]);

    const third = await importList(office, 'abnormal_patent', [patentRow(5, '乙公司')]);
    const [row] = (await office.call('filing.list', { query: '乙公司' })).rows;
    await office.call('filing.set-handling', {
      target: { ids: [row?.id ?? ''] },
      handling: 'withdrawn',
      on: '2026-11-01',
    });
    const error = await office.fails('subject.undo-import', { batchId: third.batchId }, 'conflict');
    expect(error.message).toContain(patentNo(5));
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });
});
