import { codeParser, dateParser, textParser } from '../table-import/cell-parsers';
import { type ColumnSpec, column, optionalColumn, type RecordOf } from '../table-import/column-spec';
import type { FilingKind } from './codes';
import {
  applicantCell,
  applicantCodeCell,
  classesCell,
  decisionKindCell,
  handlingCell,
  trademarkNumberCell,
} from './filing-cells';
import { FILING_HEADERS as H } from './filing-headers';
import { patentNumberCell } from './patent-number';

type Options = { readonly date1904?: boolean };

const applicant = column({
  key: 'applicant',
  label: '申请人',
  required: true,
  parse: applicantCell,
  aliases: H.applicant,
});
const applicantCode = optionalColumn('applicantCode', '申请人统一社会信用代码', applicantCodeCell, H.applicantCode);
const agency = optionalColumn('agency', '代理机构', textParser(200), H.agency);

/** The list of abnormal patent applications that CNIPA passes to the localities. */
export function abnormalPatentColumns(options: Options = {}) {
  const date = dateParser(options);
  return [
    column({ key: 'number', label: '专利申请号', required: true, parse: patentNumberCell, aliases: H.patentNumber }),
    optionalColumn('title', '发明名称', textParser(500), H.patentTitle),
    applicant,
    applicantCode,
    agency,
    optionalColumn('filedOn', '申请日', date, H.filedOn),
    column({ key: 'notifiedOn', label: '通报日期', required: true, parse: date, aliases: H.notifiedOn }),
    optionalColumn('handling', '处理情况', handlingCell, H.handling),
    optionalColumn('handledOn', '处理日期', date, H.handledOn),
  ] as const;
}

/** Trademark filings, with assignments and decisions where the list has them. */
export function trademarkColumns(options: Options = {}) {
  const date = dateParser(options);
  return [
    column({
      key: 'number',
      label: '商标申请号',
      required: true,
      parse: trademarkNumberCell,
      aliases: H.trademarkNumber,
    }),
    column({ key: 'title', label: '商标名称', required: true, parse: textParser(200), aliases: H.mark }),
    optionalColumn('classes', '国际分类', classesCell, H.classes),
    applicant,
    applicantCode,
    agency,
    column({ key: 'filedOn', label: '申请日期', required: true, parse: date, aliases: H.filedOn }),
    optionalColumn('assignee', '受让人', textParser(200), H.assignee),
    optionalColumn('assignedOn', '转让日期', date, H.assignedOn),
    optionalColumn('decisionKind', '决定种类', decisionKindCell, H.decisionKind),
    optionalColumn('decisionNo', '决定文号', textParser(100), H.decisionNo),
    optionalColumn('decidedOn', '决定日期', date, H.decidedOn),
  ] as const;
}

/** A third party's list of suspects: what it says is a lead, never a fact. */
export function thirdPartyColumns(_options: Options = {}) {
  return [
    column({ key: 'applicant', label: '名称', required: true, parse: textParser(200), aliases: H.partyName }),
    optionalColumn('applicantCode', '统一社会信用代码', applicantCodeCell, H.applicantCode),
    column({ key: 'remark', label: '疑点说明', required: true, parse: textParser(1000), aliases: H.remark }),
    optionalColumn('source', '来源', textParser(100), H.source),
    optionalColumn('sourceNo', '编号', codeParser(60), H.sourceNo),
  ] as const;
}

export type PatentFilingRow = RecordOf<ReturnType<typeof abnormalPatentColumns>>;
export type TrademarkFilingRow = RecordOf<ReturnType<typeof trademarkColumns>>;
export type ThirdPartyRow = RecordOf<ReturnType<typeof thirdPartyColumns>>;

export const filingColumns: Record<FilingKind, (options: Options) => readonly ColumnSpec[]> = {
  abnormal_patent: abnormalPatentColumns,
  trademark: trademarkColumns,
  third_party: thirdPartyColumns,
};
