import { describe, expect, it } from 'vitest';
import { openTestEngine } from '../../support/engine';
import { csvOf, sheetBytes } from '../../support/import-files';
import { saveOfficer } from '../../support/office';

const header = ['姓名', '执法证号', '有效期至', '科所', '职务', '专业/技能'];

describe('importing officers', () => {
  it('brings them into an empty store, with skills and days in any writing', async () => {
    const test = openTestEngine();
    const rows = [
      ['执法人员名单'],
      header,
      ['张示例', 'Y001', '2028年12月31日', '一队', '队长', '商标、专利，商标'],
      ['李示例', 'Y002', '20290630', '二所', '', ''],
    ];
    const result = await test.call('officer.run-import', { file: test.choose('人员.csv', csvOf(rows)) });
    expect(result).toEqual({ inserted: 2, updated: 0, problems: [] });
    const { officers } = await test.call('officer.list', {});
    expect(
      officers.map(({ name, certificateUntil, station, skills, active }) => [
        name,
        certificateUntil,
        station,
        skills,
        active,
      ]),
    ).toEqual([
      ['张示例', '2028-12-31', '一队', ['商标', '专利'], true],
      ['李示例', '2029-06-30', '二所', [], true],
    ]);
    expect(await test.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('knows an officer by the certificate; an empty cell and the leaves entered by hand stay', async () => {
    const test = openTestEngine();
    const leaves = [{ from: '2026-12-01', to: '2026-12-05', reason: '培训' }];
    const id = await saveOfficer(test, '张示例', 'Y001', { leaves, skills: ['专利'] });
    const file = test.choose(
      '人员.xlsx',
      await sheetBytes([header, ['张示例', 'Y001', new Date('2030-01-01T00:00:00Z'), '', '科长', '']]),
    );
    expect(await test.call('officer.run-import', { file })).toEqual({ inserted: 0, updated: 1, problems: [] });
    const { officers } = await test.call('officer.list', {});
    expect(officers).toEqual([
      expect.objectContaining({
        id,
        certificateUntil: '2030-01-01',
        station: '一队',
        position: '科长',
        skills: ['专利'],
        leaves,
      }),
    ]);
    expect(await test.call('officer.run-import', { file })).toEqual({ inserted: 0, updated: 0, problems: [] });
  });

  it('tells wrong rows and takes the others', async () => {
    const test = openTestEngine();
    const rows = [
      header,
      ['张示例', 'Y001', '2028-02-30', '', '', ''],
      ['', 'Y002', '', '', '', ''],
      ['王示例', 'Y003', '', '', '', ''],
      ['冒名', 'Y003', '', '', '', ''],
    ];
    const result = await test.call('officer.run-import', { file: test.choose('人员.csv', csvOf(rows)) });
    expect(result.inserted).toBe(1);
    expect(result.problems.map(({ rowNumber, message }) => [rowNumber, message])).toEqual([
      [2, expect.stringContaining('有效期至：')],
      [3, expect.stringContaining('姓名')],
      [5, expect.stringContaining('与第 4 行重复')],
    ]);
  });

  it('refuses a table without certificate numbers', async () => {
    const test = openTestEngine();
    const error = await test.fails(
      'officer.run-import',
      {
        file: test.choose(
          '人员.csv',
          csvOf([
            ['姓名', '职务'],
            ['张示例', '科长'],
          ]),
        ),
      },
      'bad_input',
    );
    expect(error.message).toContain('“执法证号”');
    expect((await test.call('officer.list', {})).officers).toEqual([]);
  });
});
