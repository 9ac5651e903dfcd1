import { maskIdNumber } from '../subject/id-number';
import { usccCell } from '../subject/subject-cells';
import { codeParser, dateOrOpenParser, dateParser, textParser } from '../table-import/cell-parsers';
import { column, optionalColumn, type RecordOf } from '../table-import/column-spec';
import { categoryCell, documentNumberCell, moneyByHeader, moneyCell } from './penalty-cells';
import { PENALTY_HEADERS as H } from './penalty-headers';

/** One row of the 双公示 administrative-penalty table; money in fen, `'open'` = 长期. */
export type PenaltyRow = RecordOf<ReturnType<typeof penaltyColumns>>;

/**
 * The columns of the 双公示 penalty upload table by code and by Chinese name, with the variants in use and the set of
 * 2016. Required of every table is only what both sets have; `checkPenaltyRow` asks for the rest.
 *
 * @example findHeader(rows, penaltyColumns())
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
      aliases: H.subjectName,
    }),
    optionalColumn('subjectCategory', '行政相对人类别', categoryCell, H.subjectCategory),
    optionalColumn('uscc', '统一社会信用代码', usccCell, H.uscc),
    optionalColumn('registrationNo', '工商注册号', codeParser(50), H.registrationNo),
    optionalColumn('organisationCode', '组织机构代码', codeParser(50), H.organisationCode),
    optionalColumn('taxNo', '税务登记号', codeParser(50), H.taxNo),
    optionalColumn('institutionNo', '事业单位证书号', codeParser(50), H.institutionNo),
    optionalColumn('socialOrganisationNo', '社会组织登记证号', codeParser(50), H.socialOrganisationNo),
    optionalColumn('legalPerson', '法定代表人', textParser(100), H.legalPerson),
    optionalColumn('legalPersonIdKind', '法定代表人证件类型', textParser(50), H.legalPersonIdKind),
    optionalColumn('legalPersonIdNumber', '法定代表人证件号码', codeParser(50), H.legalPersonIdNumber, maskIdNumber),
    optionalColumn('subjectIdKind', '证件类型', textParser(50), H.subjectIdKind),
    optionalColumn('subjectIdNumber', '证件号码', codeParser(50), H.subjectIdNumber, maskIdNumber),
    column({
      key: 'documentNumber',
      label: '行政处罚决定书文号',
      required: true,
      parse: documentNumberCell,
      aliases: H.documentNumber,
    }),
    optionalColumn('penaltyName', '处罚名称', textParser(500), H.penaltyName),
    optionalColumn('violationType', '违法行为类型', textParser(2000), H.violationType),
    column({ key: 'facts', label: '违法事实', required: true, parse: textParser(20_000), aliases: H.facts }),
    column({ key: 'basis', label: '处罚依据', required: true, parse: textParser(20_000), aliases: H.basis }),
    optionalColumn('penaltyKind', '处罚类别', textParser(500), H.penaltyKind),
    optionalColumn('penaltyKind2', '处罚类别2', textParser(500), H.penaltyKind2),
    column({ key: 'content', label: '处罚内容', required: true, parse: textParser(20_000), aliases: H.content }),
    column({
      key: 'fineFen',
      label: '罚款金额（万元）',
      required: false,
      parse: moneyCell('wan'),
      parserFor: moneyByHeader,
      aliases: H.fineFen,
    }),
    column({
      key: 'confiscatedFen',
      label: '没收违法所得、没收非法财物的金额（万元）',
      required: false,
      parse: moneyCell('wan'),
      parserFor: moneyByHeader,
      aliases: H.confiscatedFen,
    }),
    optionalColumn('licence', '暂扣或吊销证照名称及编号', textParser(500), H.licence),
    column({ key: 'decidedOn', label: '处罚决定日期', required: true, parse: date, aliases: H.decidedOn }),
    optionalColumn('validUntil', '处罚有效期', dateOrOpenParser(options), H.validUntil),
    optionalColumn('publicUntil', '公示截止期', dateOrOpenParser(options), H.publicUntil),
    optionalColumn('publishedOn', '公示日期', date, H.publishedOn),
    column({ key: 'authority', label: '处罚机关', required: true, parse: textParser(200), aliases: H.authority }),
    optionalColumn('authorityUscc', '处罚机关统一社会信用代码', usccCell, H.authorityUscc),
    optionalColumn('source', '数据来源单位', textParser(200), H.source),
    optionalColumn('sourceUscc', '数据来源单位统一社会信用代码', usccCell, H.sourceUscc),
    optionalColumn('state', '当前状态', textParser(100), H.state),
    optionalColumn('areaCode', '地方编码', codeParser(20), H.areaCode),
    optionalColumn('sourceUpdatedAt', '数据更新时间', textParser(50), H.sourceUpdatedAt),
    optionalColumn('note', '备注', textParser(2000), H.note),
  ] as const;
}
