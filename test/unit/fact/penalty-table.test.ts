import { describe, expect, it } from 'vitest';
import { checkPenaltyRow, penaltySetOf, penaltySubjectCategory } from '#shared/domain/fact/check-penalty';
import { normaliseDocumentNumber } from '#shared/domain/fact/document-number';
import { moneyToFen } from '#shared/domain/fact/money-text';
import { type PenaltyRow, penaltyColumns } from '#shared/domain/fact/penalty-table';
import { aliasKeys } from '#shared/domain/table-import/header-text';
import type { ImportCell } from '#shared/domain/table-import/import-cell';
import { mapColumns } from '#shared/domain/table-import/map-columns';
import { compileRowParser } from '#shared/domain/table-import/row-parser';

const specs = penaltyColumns();

const CURRENT: Record<string, ImportCell> = {
  CF_XDR_MC: '甲公司',
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: '91330100799655058B',
  CF_XDR_GSDJ: '330100400012345',
  CF_XDR_ZDM: '799655058',
  CF_FR: '张三',
  CF_WSH: '赤壁市监处罚[2025]179号',
  CF_WFXW: '假冒专利',
  CF_SY: '在产品上标注未授权的专利号',
  CF_YJ: '《中华人民共和国专利法》第六十八条',
  CF_CFLB: '罚款;没收违法所得',
  CF_NR: '罚款 3500 元',
  CF_NR_FK: 0.35,
  CF_NR_WFFF: '0.000001',
  CF_JDRQ: { date: '2025-06-01' },
  CF_YXQ: '2099/12/31',
  CF_GSJZQ: '2028-06-01',
  CF_CFJG: '某市市场监督管理局',
  CF_SJLY: '某市市场监督管理局',
};

function read(cells: Record<string, ImportCell>) {
  return compileRowParser(mapColumns(Object.keys(cells), specs), specs)(Object.values(cells));
}

function row(cells: Record<string, ImportCell>): PenaltyRow {
  const result = read(cells);
  if (result.kind !== 'record') throw new Error(JSON.stringify(result));
  return result.record;
}

const paths = (cells: Record<string, ImportCell>, set: 'current' | '2016' = 'current'): string[] =>
  checkPenaltyRow(row(cells), { set }).map(({ path }) => path);

it('gives no header to two columns', () => {
  const owners = new Map<string, string>();
  for (const spec of specs) {
    for (const form of aliasKeys(spec.label, spec.aliases)) {
      expect(owners.get(form) ?? spec.key, `header ${form}`).toBe(spec.key);
      owners.set(form, spec.key);
    }
  }
});

describe('penalty table', () => {
  it('reads the current set by its codes and variants', () => {
    expect(row(CURRENT)).toMatchObject({
      subjectName: '甲公司',
      subjectCategory: 'organisation',
      registrationNo: '330100400012345',
      organisationCode: '799655058',
      legalPerson: '张三',
      documentNumber: '赤壁市监处罚〔2025〕179号',
      fineFen: 350_000,
      confiscatedFen: 1,
      decidedOn: '2025-06-01',
      validUntil: 'open',
      publicUntil: '2028-06-01',
      note: null,
    });
    expect(paths(CURRENT)).toEqual([]);
  });

  it('reads the current set by its Chinese names', () => {
    const headers = [
      '行政相对人名称',
      '行政相对人类别',
      '行政相对人代码_1（统一社会信用代码）',
      '行政相对人代码_2（工商注册号）',
      '法定代表人证件类型',
      '法定代表人证件号码',
      '证件类型',
      '证件号码',
      '行政处罚决定书文号',
      '违法行为类型',
      '违法事实',
      '处罚依据',
      '处罚类别',
      '处罚内容',
      '罚款金额（万元）',
      '没收违法所得、没收非法财物的金额（万元）',
      '暂扣或吊销证照名称及编号',
      '处罚决定日期',
      '处罚有效期',
      '公示截止期',
      '处罚机关',
      '处罚机关统一社会信用代码',
      '数据来源单位',
      '数据来源单位统一社会信用代码',
      '备注',
    ];
    const mapping = mapColumns(headers, specs);
    expect(mapping.columns.map(({ key }) => key)).toEqual([
      'subjectName',
      'subjectCategory',
      'uscc',
      'registrationNo',
      'legalPersonIdKind',
      'legalPersonIdNumber',
      'subjectIdKind',
      'subjectIdNumber',
      'documentNumber',
      'violationType',
      'facts',
      'basis',
      'penaltyKind',
      'content',
      'fineFen',
      'confiscatedFen',
      'licence',
      'decidedOn',
      'validUntil',
      'publicUntil',
      'authority',
      'authorityUscc',
      'source',
      'sourceUscc',
      'note',
    ]);
    expect([mapping.unmapped, mapping.missingRequired, mapping.duplicates]).toEqual([[], [], []]);
  });

  it('reads the set of 2016 and asks it for no column it does not have', () => {
    const old = {
      CF_WSH: '某工商处字〔2016〕12号',
      CF_CFMC: '商标侵权案',
      CF_CFLB1: '罚款',
      CF_CFLB2: '没收',
      CF_SY: '销售侵权商品',
      CF_YJ: '《商标法》第六十条',
      CF_XDR_MC: '甲公司',
      CF_XDR_SHXYM: '91330100799655058B',
      CF_FR: '张三',
      CF_JG: '罚款 1 万元',
      CF_JDRQ: '2016/8/1',
      CF_XZJG: '某区市场监管局',
      CF_ZT: '0',
      DFBM: '330100',
      SJC: '2016/8/2',
      BZ: '',
    };
    const mapping = mapColumns(Object.keys(old), specs);
    expect([mapping.unmapped, mapping.missingRequired, mapping.duplicates]).toEqual([[], [], []]);
    expect(penaltySetOf(mapping.columns.map(({ key }) => key))).toBe('2016');
    expect(paths(old, '2016')).toEqual([]);
    expect(row(old)).toMatchObject({ penaltyKind2: '没收', authority: '某区市场监管局', content: '罚款 1 万元' });
  });

  it('tells the two meanings of 行政相对人代码_5 by the words in its brackets', () => {
    const headers = ['行政相对人代码_5（事业单位证书号）', '行政相对人代码_5 (居民身份证号)'];
    expect(mapColumns(headers, specs).columns.map(({ key }) => key)).toEqual(['institutionNo', 'subjectIdNumber']);
  });

  it('believes a header that says 元', () => {
    const { CF_NR_FK: _, ...others } = CURRENT;
    expect(row({ ...others, '罚款金额（元）': 3500 }).fineFen).toBe(350_000);
  });

  it('notes an amount that looks like 元 in a column of 万元', () => {
    const result = read({ ...CURRENT, CF_NR_FK: 50_000 });
    expect(result).toMatchObject({
      kind: 'record',
      notes: [{ key: 'fineFen', message: expect.stringContaining('1 亿元') }],
    });
  });

  it.each([
    [{ CF_XDR_LB: null }, 'subjectCategory'],
    [{ CF_WFXW: '' }, 'violationType'],
    [{ CF_YXQ: null }, 'validUntil'],
    [{ CF_SJLY: null }, 'source'],
    [{ CF_NR_FK: null }, 'fineFen'],
    [{ CF_NR_WFFF: null }, 'confiscatedFen'],
    [{ CF_CFLB: '吊销许可证件' }, 'licence'],
    [{ CF_CFLB: null }, 'penaltyKind'],
    [{ CF_YXQ: '2025-05-31' }, 'validUntil'],
    [{ CF_GSJZQ: '2025-05-31' }, 'publicUntil'],
    [{ CF_XDR_SHXYM: null, CF_XDR_GSDJ: null, CF_XDR_ZDM: null }, 'uscc'],
    [{ CF_XDR_LB: '自然人' }, 'subjectIdNumber'],
    [{ CF_XDR_LB: '自然人', CF_XDR_ZJLX: '身份证', CF_XDR_ZJHM: '110105194912310021' }, 'subjectIdNumber'],
  ])('finds %j at %s', (change: Record<string, ImportCell>, path) => {
    expect(paths({ ...CURRENT, ...change })).toEqual([path]);
  });

  it('takes a passport number as it is', () => {
    expect(paths({ ...CURRENT, CF_XDR_LB: '自然人', CF_XDR_ZJLX: '护照', CF_XDR_ZJHM: 'E12345678' })).toEqual([]);
  });

  it('refuses a decision of tomorrow', () => {
    expect(checkPenaltyRow(row(CURRENT), { set: 'current', today: '2025-05-31' }).map(({ path }) => path)).toEqual([
      'decidedOn',
    ]);
  });

  it('tells an individual business by its code when the category is missing', () => {
    expect(penaltySubjectCategory({ ...row(CURRENT), subjectCategory: null, uscc: '92370102MA3M9AG94X' })).toBe(
      'individual_business',
    );
  });
});

describe('moneyToFen', () => {
  it.each([
    ['0.35', 'wan', 350_000],
    ['0.000001', 'wan', 1],
    [0.1 + 0.2, 'wan', 300_000],
    [1.005, 'yuan', null],
    ['1.15', 'wan', 1_150_000],
    [4.35, 'wan', 4_350_000],
    ['1,234.56', 'yuan', 123_456],
    ['￥１，２３４．５６元', 'wan', 123_456],
    ['5万元', 'yuan', 5_000_000],
    ['5 万', 'wan', 5_000_000],
    ['人民币50000元整', 'wan', 5_000_000],
    [0, 'wan', 0],
    [1e-6, 'wan', 1],
    ['123456789.123456', 'wan', 123_456_789_123_456],
    ['0.0000001', 'wan', null],
    ['-1', 'yuan', null],
    ['1.2.3', 'wan', null],
    ['1,23', 'wan', null],
    ['伍万元', 'wan', null],
    ['99999999999', 'wan', null],
  ] as const)('reads %j in %s as %j fen', (value, unit, fen) => {
    const money = moneyToFen(value, unit);
    expect(money.ok ? money.fen : null).toBe(fen);
  });
});

describe('normaliseDocumentNumber', () => {
  it.each([
    ['赤壁市监处罚〔2025〕179号', '赤壁市监处罚〔2025〕179号'],
    ['国知处运字（2026）11 号', '国知处运字〔2026〕11号'],
    ['浙杭上工商异入【2014】第0001号', '浙杭上工商异入〔2014〕第0001号'],
    ['厦工商食责[２０１２]14号', '厦工商食责〔2012〕14号'],
    ['某监(知)罚［2024］3号', '某监(知)罚〔2024〕3号'],
  ])('writes %s as %s', (text, value) => {
    expect(normaliseDocumentNumber(text).value).toBe(value);
  });

  it('marks an unusual number and keeps it', () => {
    expect(normaliseDocumentNumber('(2025)京0105行初1号')).toEqual({ value: '〔2025〕京0105行初1号', standard: false });
    expect(read({ ...CURRENT, CF_WSH: 'A-17' })).toMatchObject({ kind: 'record', notes: [{ key: 'documentNumber' }] });
  });
});
