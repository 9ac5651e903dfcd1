import { maskIdNumber } from '../subject/id-number';
import { usccCell } from '../subject/subject-columns';
import { choiceParser, codeParser, dateOrOpenParser, dateParser, textParser } from '../table-import/cell-parsers';
import { CellNote, type CellParser, column, type RecordOf, refuse } from '../table-import/column-spec';
import { normaliseDocumentNumber } from './document-number';
import { type MoneyUnit, moneyToFen } from './money-text';

export type PenaltySubjectCategory = 'organisation' | 'natural_person' | 'individual_business';

export const penaltySubjectCategoryLabels: Record<PenaltySubjectCategory, string> = {
  organisation: '法人及非法人组织',
  natural_person: '自然人',
  individual_business: '个体工商户',
};

/** One row of the 双公示 administrative-penalty table; money in fen, `'open'` = 长期. */
export type PenaltyRow = RecordOf<ReturnType<typeof penaltyColumns>>;

/**
 * The columns of the 双公示 penalty upload table by code and by Chinese name, with the variants in use and the set of
 * 2016. Required of every table is only what both sets have; `checkPenaltyRow` asks for the rest.
 *
 * @param options.date1904 the workbook counts days from 1904; matters for unformatted numbers in date columns
 */
export function penaltyColumns(options: { readonly date1904?: boolean } = {}) {
  const date = dateParser(options);
  return [
    column({
      key: 'subjectName',
      label: '行政相对人名称',
      required: true,
      parse: textParser(200),
      aliases: [
        'CF_XDR_MC',
        '行政相对人',
        '相对人名称',
        '当事人',
        '当事人名称',
        '被处罚人',
        '被处罚单位',
        '被处罚人名称',
      ],
    }),
    column({
      key: 'subjectCategory',
      label: '行政相对人类别',
      required: false,
      parse: categoryCell,
      aliases: ['CF_XDR_LB', '相对人类别'],
    }),
    column({
      key: 'uscc',
      label: '统一社会信用代码',
      required: false,
      parse: usccCell,
      aliases: [
        'CF_XDR_SHXYM',
        '行政相对人代码_1（统一社会信用代码）',
        '行政相对人代码_1',
        '行政相对人统一社会信用代码',
        '社会信用代码',
      ],
    }),
    column({
      key: 'registrationNo',
      label: '工商注册号',
      required: false,
      parse: codeParser(50),
      aliases: [
        'CF_XDR_GSZC',
        'CF_XDR_GSDJ',
        '行政相对人代码_2（工商注册号）',
        '行政相对人代码_2（工商登记码）',
        '行政相对人代码_2',
        '工商登记码',
      ],
    }),
    column({
      key: 'organisationCode',
      label: '组织机构代码',
      required: false,
      parse: codeParser(50),
      aliases: ['CF_XDR_ZZJG', 'CF_XDR_ZDM', '行政相对人代码_3（组织机构代码）', '行政相对人代码_3'],
    }),
    column({
      key: 'taxNo',
      label: '税务登记号',
      required: false,
      parse: codeParser(50),
      aliases: ['CF_XDR_SWDJ', '行政相对人代码_4（税务登记号）', '行政相对人代码_4'],
    }),
    column({
      key: 'institutionNo',
      label: '事业单位证书号',
      required: false,
      parse: codeParser(50),
      aliases: ['CF_XDR_SYDW', '行政相对人代码_5（事业单位证书号）', '行政相对人代码_5'],
    }),
    column({
      key: 'socialOrganisationNo',
      label: '社会组织登记证号',
      required: false,
      parse: codeParser(50),
      aliases: ['CF_XDR_SHZZ', '行政相对人代码_6（社会组织登记证号）', '行政相对人代码_6'],
    }),
    column({
      key: 'legalPerson',
      label: '法定代表人',
      required: false,
      parse: textParser(100),
      aliases: ['CF_FRDB', 'CF_FR', '法定代表人姓名', '法定代表人（负责人）'],
    }),
    column({
      key: 'legalPersonIdKind',
      label: '法定代表人证件类型',
      required: false,
      parse: textParser(50),
      aliases: ['CF_FR_ZJLX'],
    }),
    column({
      key: 'legalPersonIdNumber',
      label: '法定代表人证件号码',
      required: false,
      parse: codeParser(50),
      mask: maskIdNumber,
      aliases: ['CF_FR_ZJHM', '法定代表人身份证号'],
    }),
    column({
      key: 'subjectIdKind',
      label: '证件类型',
      required: false,
      parse: textParser(50),
      aliases: ['CF_XDR_ZJLX', '自然人证件类型'],
    }),
    column({
      key: 'subjectIdNumber',
      label: '证件号码',
      required: false,
      parse: codeParser(50),
      mask: maskIdNumber,
      aliases: [
        'CF_XDR_ZJHM',
        'CF_XDR_SFZ',
        '自然人证件号码',
        '居民身份证号',
        '身份证号',
        '行政相对人代码_5（居民身份证号）',
      ],
    }),
    column({
      key: 'documentNumber',
      label: '行政处罚决定书文号',
      required: true,
      parse: documentNumberCell,
      aliases: ['CF_WSH', '决定书文号', '处罚决定书文号', '处罚文书号', '文书号', '文号', '处罚决定书编号', 'penDecNo'],
    }),
    column({
      key: 'penaltyName',
      label: '处罚名称',
      required: false,
      parse: textParser(500),
      aliases: ['CF_CFMC', '案件名称', '行政处罚名称'],
    }),
    column({
      key: 'violationType',
      label: '违法行为类型',
      required: false,
      parse: textParser(2000),
      aliases: ['CF_WFXW', '违法行为', 'illegActType'],
    }),
    column({
      key: 'facts',
      label: '违法事实',
      required: true,
      parse: textParser(20_000),
      aliases: ['CF_SY', '处罚事由', '主要违法事实'],
    }),
    column({
      key: 'basis',
      label: '处罚依据',
      required: true,
      parse: textParser(20_000),
      aliases: ['CF_YJ', '行政处罚依据', '处罚的依据'],
    }),
    column({
      key: 'penaltyKind',
      label: '处罚类别',
      required: false,
      parse: textParser(500),
      aliases: ['CF_CFLB', 'CF_CFLB1', '处罚类别1', '处罚种类', '行政处罚种类', '行政处罚类别'],
    }),
    column({ key: 'penaltyKind2', label: '处罚类别2', required: false, parse: textParser(500), aliases: ['CF_CFLB2'] }),
    column({
      key: 'content',
      label: '处罚内容',
      required: true,
      parse: textParser(20_000),
      aliases: ['CF_NR', 'CF_JG', '处罚结果', '行政处罚内容', '处罚决定内容', 'penContent'],
    }),
    column({
      key: 'fineFen',
      label: '罚款金额（万元）',
      required: false,
      parse: moneyCell('wan'),
      parserFor: moneyByHeader,
      aliases: ['CF_NR_FK', '罚款', '罚款数额'],
    }),
    column({
      key: 'confiscatedFen',
      label: '没收违法所得、没收非法财物的金额（万元）',
      required: false,
      parse: moneyCell('wan'),
      parserFor: moneyByHeader,
      aliases: ['CF_NR_WFFF', '没收金额', '没收违法所得金额', '没收违法所得、没收非法财物的价值'],
    }),
    column({
      key: 'licence',
      label: '暂扣或吊销证照名称及编号',
      required: false,
      parse: textParser(500),
      aliases: ['CF_NR_ZKDX', '暂扣或吊销证照'],
    }),
    column({
      key: 'decidedOn',
      label: '处罚决定日期',
      required: true,
      parse: date,
      aliases: ['CF_JDRQ', '决定日期', '处罚日期', '作出处罚决定日期', '行政处罚决定日期', 'penDecIssDate'],
    }),
    column({
      key: 'validUntil',
      label: '处罚有效期',
      required: false,
      parse: dateOrOpenParser(options),
      aliases: ['CF_YXQ', '有效期', '有效期至', '处罚有效期至'],
    }),
    column({
      key: 'publicUntil',
      label: '公示截止期',
      required: false,
      parse: dateOrOpenParser(options),
      aliases: ['CF_GSJZQ', '公示截止日期', '公示期限至'],
    }),
    column({
      key: 'publishedOn',
      label: '公示日期',
      required: false,
      parse: date,
      aliases: ['publicDate', '公开日期'],
    }),
    column({
      key: 'authority',
      label: '处罚机关',
      required: true,
      parse: textParser(200),
      aliases: ['CF_CFJG', 'CF_XZJG', '行政处罚机关', '处罚单位', '作出处罚机关', '处罚机关名称', 'penAuth_CN'],
    }),
    column({
      key: 'authorityUscc',
      label: '处罚机关统一社会信用代码',
      required: false,
      parse: usccCell,
      aliases: ['CF_CFJGDM', '处罚机关代码'],
    }),
    column({
      key: 'source',
      label: '数据来源单位',
      required: false,
      parse: textParser(200),
      aliases: ['CF_SJLY', '数据来源'],
    }),
    column({
      key: 'sourceUscc',
      label: '数据来源单位统一社会信用代码',
      required: false,
      parse: usccCell,
      aliases: ['CF_SJLYDM', '数据来源单位代码'],
    }),
    column({
      key: 'state',
      label: '当前状态',
      required: false,
      parse: textParser(100),
      aliases: ['CF_ZT', '状态', '处罚状态'],
    }),
    column({ key: 'areaCode', label: '地方编码', required: false, parse: codeParser(20), aliases: ['DFBM'] }),
    column({
      key: 'sourceUpdatedAt',
      label: '数据更新时间',
      required: false,
      parse: textParser(50),
      aliases: ['SJC', '数据更新时间戳'],
    }),
    column({ key: 'note', label: '备注', required: false, parse: textParser(2000), aliases: ['BZ'] }),
  ] as const;
}

const categoryCell = choiceParser<PenaltySubjectCategory>(
  new Map<string, PenaltySubjectCategory>([
    ['法人及非法人组织', 'organisation'],
    ['法人', 'organisation'],
    ['非法人组织', 'organisation'],
    ['企业', 'organisation'],
    ['企业法人', 'organisation'],
    ['单位', 'organisation'],
    ['自然人', 'natural_person'],
    ['个人', 'natural_person'],
    ['个体工商户', 'individual_business'],
    ['个体', 'individual_business'],
  ]),
  penaltySubjectCategoryLabels,
);

function documentNumberCell(text: string): string | CellNote<string> {
  const { value, standard } = normaliseDocumentNumber(text);
  return standard ? value : new CellNote(value, '文号不是通常的“机关代字〔年份〕序号号”格式，请核对。');
}

/** One hundred million yuan: far above what is usual, and what a sum in 元 looks like in a column of 万元. */
const NOTEWORTHY_FEN = 10_000_000_000;

function moneyCell(unit: MoneyUnit): CellParser<number> {
  return (text, cell) => {
    const money = moneyToFen(typeof cell === 'number' ? cell : text, unit);
    if (!money.ok) return refuse(money.message);
    if (money.fen < NOTEWORTHY_FEN) return money.fen;
    return new CellNote(money.fen, '金额超过 1 亿元，请核对单位是否为万元。');
  };
}

/** Officially 万元; a header that says 元 and not 万元 is believed. */
function moneyByHeader(header: string): CellParser<number> {
  return moneyCell(header.includes('元') && !header.includes('万') ? 'yuan' : 'wan');
}
