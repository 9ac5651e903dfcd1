import { dateParser, textParser } from '../table-import/cell-parsers';
import { column, optionalColumn, type RecordOf } from '../table-import/column-spec';
import { checkAgencyCode, checkAgentCertNo } from './agency-codes';
import { maskIdNumber, maskPhone } from './id-number';
import {
  coded,
  emailCell,
  idCell,
  kindCell,
  listCell,
  oldNumberCell,
  phoneCell,
  statusCell,
  usccCell,
} from './subject-cells';
import { SUBJECT_HEADERS as H } from './subject-headers';

/** One row of a table of subjects; a cell that is empty or whose column is missing is null. */
export type SubjectRow = RecordOf<ReturnType<typeof subjectColumns>>;

/**
 * The columns of a table of subjects: own labels first, then the headers met in registers and lists of other
 * offices. Only the name is required of the table; what else a kind needs is `checkSubject`'s business.
 *
 * @example findHeader(rows, subjectColumns())
 * @param options.date1904 the workbook counts days from 1904; matters for unformatted numbers in date columns
 */
export function subjectColumns(options: { readonly date1904?: boolean } = {}) {
  return [
    column({ key: 'name', label: '名称', required: true, parse: textParser(200), aliases: H.name }),
    optionalColumn('uscc', '统一社会信用代码', usccCell, H.uscc),
    optionalColumn('kind', '主体类型', kindCell, H.kind),
    optionalColumn('agencyCode', '代理机构代码', coded(checkAgencyCode), H.agencyCode),
    optionalColumn('agentCertNo', '资格证号', coded(checkAgentCertNo), H.agentCertNo),
    optionalColumn('idNumber', '身份证号', idCell, H.idNumber, maskIdNumber),
    optionalColumn('legalPerson', '法定代表人', textParser(100), H.legalPerson),
    optionalColumn('address', '住所', textParser(300), H.address),
    optionalColumn('district', '所属区域', textParser(50), H.district),
    optionalColumn('phone', '联系电话', phoneCell, H.phone, maskPhone),
    optionalColumn('email', '电子邮箱', emailCell, H.email),
    optionalColumn('industry', '行业', textParser(100), H.industry),
    optionalColumn('establishedOn', '成立日期', dateParser(options), H.establishedOn),
    optionalColumn('status', '状态', statusCell, H.status),
    optionalColumn('parentName', '所属机构', textParser(200), H.parentName),
    optionalColumn('parentUscc', '所属机构信用代码', usccCell, H.parentUscc),
    optionalColumn('formerNames', '曾用名', listCell, H.formerNames),
    optionalColumn('oldRegistrationNo', '工商注册号', oldNumberCell, H.oldRegistrationNo),
    optionalColumn('noUsccReason', '无代码原因', textParser(200), H.noUsccReason),
    optionalColumn('tags', '标签', listCell, H.tags),
    optionalColumn('note', '备注', textParser(2000), H.note),
  ] as const;
}
