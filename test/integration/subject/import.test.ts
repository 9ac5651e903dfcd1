import { describe, expect, it } from 'vitest';
import { emptySubject } from '#shared/domain/subject/subject';
import { expectAudited, openTestEngine, type TestEngine } from '../../support/engine';
import { chooseTarget, csvOf, gb18030, sheetBytes, validUscc } from '../../support/import-files';
import { openOffice } from '../../support/office';

const header = ['名称', '统一社会信用代码', '电话', '成立日期', '状态', '备注'];
const firm = (
  number: number,
  change: Partial<Record<'name' | 'uscc' | 'phone' | 'on' | 'status' | 'note', string>> = {},
) => {
  const {
    name = `示例${number}号科技有限公司`,
    uscc = validUscc(number),
    phone = '0571-88880000',
    on = '2015-03-09',
    status = '存续',
    note = '',
  } = change;
  return [name, uscc, phone, on, status, note];
};

const subjects = async (test: TestEngine) =>
  (await test.call('subject.list', { limit: 1000, kinds: ['enterprise'] })).rows;

describe('importing subjects', () => {
  it('reads xlsx, CSV with and without mark and GB18030 to the same subjects, with any way of writing a date', async () => {
    const rows = [header, firm(1, { on: '2022.5.27' }), firm(2, { on: '2022年5月27日' }), firm(3, { on: '20220527' })];
    const files = [
      ['a.csv', csvOf(rows)],
      ['b.csv', `\ufeff${csvOf(rows)}`],
      ['c.csv', gb18030(csvOf(rows))],
      [
        'd.xlsx',
        await sheetBytes(
          rows.map((row, i) =>
            i === 0 ? row : row.map((cell, k) => (k === 3 ? new Date('2022-05-27T00:00:00Z') : cell)),
          ),
        ),
      ],
    ] as const;
    for (const [name, content] of files) {
      const test = await openOffice();
      const result = await test.call('subject.run-import', { file: test.choose(name, content) });
      expect(result, name).toMatchObject({ rows: 3, inserted: 3, failed: 0 });
      const found = await subjects(test);
      expect(found.map((row) => row.name).sort()).toEqual([
        '示例1号科技有限公司',
        '示例2号科技有限公司',
        '示例3号科技有限公司',
      ]);
      for (const { id } of found)
        expect(await test.call('subject.get', { id })).toMatchObject({ establishedOn: '2022-05-27', importFile: name });
      expect(await test.call('store.verify', {})).toMatchObject({ ok: true });
      await test.close();
    }
  });

  it('changes nothing when the same file comes again', async () => {
    const test = await openOffice();
    const content = csvOf([header, ...Array.from({ length: 30 }, (_, i) => firm(i))]);
    await test.call('subject.run-import', { file: test.choose('a.csv', content) });
    const before = await subjects(test);
    const again = await test.call('subject.run-import', { file: test.choose('a.csv', content) });
    expect(again).toMatchObject({ rows: 30, inserted: 0, merged: 0, unchanged: 30, failed: 0 });
    expect(await subjects(test)).toEqual(before);
  });

  it('merges into what is known: a value replaces, an empty cell never erases, a new name keeps the old one', async () => {
    const test = await openOffice();
    const { id } = await test.call('subject.create', {
      ...emptySubject('enterprise', '旧名有限公司'),
      uscc: validUscc(1),
      phone: '0571-11110000',
      address: '旧址',
      tags: ['重点'],
    });
    const file = test.choose(
      'a.csv',
      csvOf([
        [...header, '住所', '标签'],
        [...firm(1, { name: '新名有限公司', phone: '', status: '吊销' }), '新址', '抽查'],
      ]),
    );
    expect(await test.call('subject.run-import', { file })).toMatchObject({ inserted: 0, merged: 1 });
    expect(await test.call('subject.get', { id })).toMatchObject({
      name: '新名有限公司',
      formerNames: ['旧名有限公司'],
      address: '新址',
      status: 'revoked',
      tags: ['重点', '抽查'],
    });
    expect((await test.call('subject.reveal', { id, purpose: '核对' })).phone).toBe('0571-11110000');
  });

  it('unites rows of one file that mean one subject and reports it; preview and run agree', async () => {
    const test = await openOffice();
    const content = csvOf([header, firm(1), firm(2), firm(1, { phone: '13800138000', note: '第二次' }), firm(1)]);
    const preview = await test.call('subject.preview-import', { file: test.choose('a.csv', content) });
    expect(preview).toMatchObject({ rows: 4, valid: 4, wouldInsert: 2, wouldMerge: 2, unchanged: 0, failed: 0 });
    const result = await test.call('subject.run-import', { file: test.choose('a.csv', content) });
    expect(result).toMatchObject({ inserted: 2, merged: 2 });
    expect(result.notes.map(({ rowNumber, message }) => [rowNumber, message.slice(0, 7)])).toEqual([
      [4, '与第 2 行是'],
      [5, '与第 4 行是'],
    ]);
    const one = (await subjects(test)).find((row) => row.uscc === validUscc(1));
    expect(await test.call('subject.get', { id: one?.id ?? '' })).toMatchObject({ note: '第二次' });
  });

  it('does not unite two agencies with different credit codes for sharing an agency code', async () => {
    const test = await openOffice();
    const rows = [
      ['机构名称', '信用代码', '机构代码'],
      ['甲专利代理所', validUscc(1), '33001'],
      ['乙专利代理所', validUscc(2), '33001'],
    ];
    expect(await test.call('subject.run-import', { file: test.choose('a.csv', csvOf(rows)) })).toMatchObject({
      inserted: 2,
      merged: 0,
    });
  });

  it('guesses kinds from codes, takes the kind of the row or of the whole file', async () => {
    const test = await openOffice();
    const rows = [
      ['名称', '代码类型说明', '统一社会信用代码', '主体类型'],
      ['甲个体店', '', validUscc(1, '92330100'), ''],
      ['乙协会', '', validUscc(2, '51330000'), ''],
      ['丙平台', '', validUscc(3), '电商平台'],
      ['丁', '', validUscc(4), ''],
    ];
    await test.call('subject.run-import', { file: test.choose('a.csv', csvOf(rows)), defaultKind: 'market' });
    const { rows: found } = await test.call('subject.list', {});
    expect(Object.fromEntries(found.map(({ name, kind }) => [name, kind]))).toMatchObject({
      甲个体店: 'market',
      丙平台: 'ecommerce_platform',
      丁: 'market',
    });
  });

  it('assigns agents and branches to their agency whichever file comes first', async () => {
    const test = await openOffice();
    const people = csvOf([
      ['姓名', '资格证号', '执业机构', '机构代码'],
      ['赵一', '3300001', '甲专利代理所', ''],
      ['钱二', '3300002', '', '33001'],
      ['孙三', '3300003', '没有的所', ''],
    ]);
    const result = await test.call('subject.run-import', { file: test.choose('人.csv', people), defaultKind: 'agent' });
    expect(result).toMatchObject({ inserted: 3, failed: 0 });
    await test.call('subject.run-import', {
      file: test.choose(
        '所.csv',
        csvOf([
          ['机构名称', '信用代码', '机构代码'],
          ['甲专利代理所', validUscc(1), '33001'],
        ]),
      ),
    });
    const { items } = await test.call('subject.search', { query: '甲专利代理所' });
    expect(
      (await test.call('subject.get', { id: items[0]?.id ?? '' })).children.map(({ name }) => name).sort(),
    ).toEqual(['赵一', '钱二']);
  });

  it('leaves out titles, totals, footnotes and repeated headers, and says so', async () => {
    const test = await openOffice();
    const rows = [
      ['云州市监管对象名单'],
      [],
      header,
      firm(1),
      header,
      firm(2),
      ['合计', '2 家'],
      ['注：本表由办公室填报'],
    ];
    const preview = await test.call('subject.preview-import', { file: test.choose('a.csv', csvOf(rows)) });
    expect(preview).toMatchObject({ rows: 2, wouldInsert: 2, failed: 0 });
    expect(preview.skipped.map(({ reason }) => reason)).toEqual(['重复的表头', '合计行', '表尾说明']);
  });

  it('takes the mapping of the officer as the whole mapping', async () => {
    const test = await openOffice();
    const rows = [
      ['甲', '乙', '丙'],
      ['示例公司', validUscc(1), '秘密'],
    ];
    const file = test.choose('a.csv', csvOf(rows));
    const preview = await test.call('subject.preview-import', { file });
    expect(preview).toMatchObject({ missing: ['名称'], rows: 0, columns: [{ header: '甲', field: null }, {}, {}] });
    const error = await test.fails('subject.run-import', { file }, 'bad_file');
    expect(error.message).toContain('没有找到表头');
    const mapped = { file, mapping: { name: 0, uscc: 1 } };
    expect(await test.call('subject.preview-import', mapped)).toMatchObject({ missing: [], rows: 1, wouldInsert: 1 });
    expect(await test.call('subject.run-import', mapped)).toMatchObject({ inserted: 1 });
    await test.fails('subject.run-import', { file, mapping: { name: 0, uscc: 9 } }, 'bad_input');
    await test.fails('subject.run-import', { file, mapping: { name: 0, wrong: 1 } }, 'bad_input');
    await test.fails('subject.run-import', { file, mapping: { name: 0, uscc: 0 } }, 'bad_input');
  });

  it('hands every error row back with its column, the reason and the fix; corrected it comes in', async () => {
    const test = await openOffice();
    const good = validUscc(1);
    const wrong = `${good.slice(0, 14)}${good[14] === '0' ? '1' : '0'}${good.slice(15)}`;
    const rows = [
      header,
      firm(1, { uscc: wrong, note: '=1+1' }),
      firm(2),
      firm(3, { on: '2022.2.30' }),
      firm(4, { name: '' }),
    ];
    const result = await test.call('subject.run-import', { file: test.choose('a.csv', csvOf(rows)) });
    expect(result).toMatchObject({ rows: 4, inserted: 1, failed: 3 });
    expect(result.problems[0]).toMatchObject({
      rowNumber: 2,
      columnLetter: 'B',
      header: '统一社会信用代码',
      value: wrong,
    });
    const { suggestions } = await test.call('subject.check-code', { uscc: wrong });
    expect(suggestions).toContain(good);
    expect(result.problems[0]?.fix).toBe(suggestions[0]);
    expect(result.problems.map(({ rowNumber, columnLetter }) => [rowNumber, columnLetter])).toEqual([
      [2, 'B'],
      [4, 'D'],
      [5, 'A'],
    ]);
    const { target, file } = chooseTarget(test, '错误行.xlsx');
    await test.call('report.export', { report: 'import-problems', params: { batchId: result.batchId }, target });
    const again = await test.call('subject.run-import', { file });
    expect(again).toMatchObject({ rows: 3, failed: 3, inserted: 0 });
    expect(again.problems.map(({ columnLetter, message }) => [columnLetter, message])).toEqual(
      result.problems.map(({ columnLetter, message }) => [columnLetter, message]),
    );
    const corrected = csvOf([header, firm(1, { note: '=1+1' }), firm(3), firm(4)]);
    expect(await test.call('subject.run-import', { file: test.choose('改正.csv', corrected) })).toMatchObject({
      inserted: 3,
      failed: 0,
    });
    const { items } = await test.call('subject.search', { query: good });
    expect(await test.call('subject.get', { id: items[0]?.id ?? '' })).toMatchObject({ note: '=1+1' });
  });

  it('says in the log what came in, one entry for the whole file', async () => {
    const test = await openOffice();
    const { batchId } = await test.call('subject.run-import', {
      file: test.choose('名单.csv', csvOf([header, firm(1), firm(2)])),
    });
    await expectAudited(test, [['subject.run-import', `import:${batchId}`]]);
    const { batches } = await test.call('subject.list-imports', {});
    expect(batches).toEqual([
      expect.objectContaining({
        id: batchId,
        noun: 'subject',
        fileName: '名单.csv',
        officerName: '张示例',
        inserted: 2,
        state: 'done',
      }),
    ]);
  });

  it('leaves nothing behind when it is cancelled or the file breaks off, not even a missing index', async () => {
    const test = await openOffice();
    const rows = [
      header,
      ...Array.from({ length: 8000 }, (_, i) => firm(i, { note: `第${i}家，${'备注'.repeat(20)}` })),
    ];
    const bytes = await sheetBytes(rows);
    const schema = () => test.engine.store.reader.prepare('select sql from sqlite_schema order by name').pluck().all();
    const before = schema();
    const stop = test.engine.onEvent((event) => {
      if (event.name === 'job.progress' && event.payload.done > 0)
        void test.engine.invoke('job.cancel', { jobId: 'j1' });
    });
    await test.fails('subject.run-import', { file: test.choose('大.xlsx', bytes) }, 'cancelled', { jobId: 'j1' });
    stop();
    await test.fails(
      'subject.run-import',
      { file: test.choose('断.xlsx', bytes.subarray(0, bytes.length - 2000)) },
      'bad_file',
    );
    expect(await subjects(test)).toEqual([]);
    expect((await test.call('subject.list-imports', {})).batches).toEqual([]);
    expect(await test.call('subject.run-import', { file: test.choose('大.xlsx', bytes) })).toMatchObject({
      inserted: 8000,
      failed: 0,
    });
    expect(schema()).toEqual(before);
    expect(await test.call('store.verify', {})).toMatchObject({ ok: true });
  });
});

describe('who may import', () => {
  it('needs an acting officer for the run, not for the preview, and a file that was chosen', async () => {
    const test = openTestEngine();
    const file = test.choose('a.csv', csvOf([header, firm(1)]));
    expect(await test.call('subject.preview-import', { file })).toMatchObject({ wouldInsert: 1 });
    await test.fails('subject.run-import', { file }, 'forbidden');
    await test.fails('subject.preview-import', { file: '/etc/passwd' }, 'forbidden');
  });
});
