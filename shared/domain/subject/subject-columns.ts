import { choiceParser, codeParser, codeText, dateParser, textParser } from '../table-import/cell-parsers';
import { CellNote, type CellParser, CellRefusal, column, type RecordOf, refuse } from '../table-import/column-spec';
import { toHalfWidth } from '../table-import/import-cell';
import { type CodeResult, checkAgencyCode, checkAgentCertNo } from './agency-codes';
import { checkIdNumber, maskIdNumber, maskPhone } from './id-number';
import { type SubjectKind, type SubjectStatus, subjectKindLabels, subjectStatusLabels } from './subject';
import { kindWords, statusWords } from './subject-words';
import { checkUscc } from './uscc';

/** One row of a table of subjects; a cell that is empty or whose column is missing is null. */
export type SubjectRow = RecordOf<ReturnType<typeof subjectColumns>>;

/**
 * The columns of a table of subjects: own labels first, then the headers met in registers and lists of other
 * offices. Only the name is required of the table; what else a kind needs is `checkSubject`'s business.
 *
 * @param options.date1904 the workbook counts days from 1904; matters for unformatted numbers in date columns
 */
export function subjectColumns(options: { readonly date1904?: boolean } = {}) {
  return [
    column({ key: 'name', label: '名称', required: true, parse: textParser(200), aliases: NAME }),
    column({ key: 'uscc', label: '统一社会信用代码', required: false, parse: usccCell, aliases: USCC }),
    column({ key: 'kind', label: '主体类型', required: false, parse: kindCell, aliases: KIND }),
    column({
      key: 'agencyCode',
      label: '代理机构代码',
      required: false,
      parse: coded(checkAgencyCode),
      aliases: AGENCY,
    }),
    column({ key: 'agentCertNo', label: '资格证号', required: false, parse: coded(checkAgentCertNo), aliases: CERT }),
    column({ key: 'idNumber', label: '身份证号', required: false, parse: idCell, mask: maskIdNumber, aliases: ID }),
    column({ key: 'legalPerson', label: '法定代表人', required: false, parse: textParser(100), aliases: LEGAL }),
    column({ key: 'address', label: '住所', required: false, parse: textParser(300), aliases: ADDRESS }),
    column({ key: 'district', label: '所属区域', required: false, parse: textParser(50), aliases: DISTRICT }),
    column({ key: 'phone', label: '联系电话', required: false, parse: phoneCell, mask: maskPhone, aliases: PHONE }),
    column({ key: 'email', label: '电子邮箱', required: false, parse: emailCell, aliases: EMAIL }),
    column({ key: 'industry', label: '行业', required: false, parse: textParser(100), aliases: INDUSTRY }),
    column({
      key: 'establishedOn',
      label: '成立日期',
      required: false,
      parse: dateParser(options),
      aliases: ESTABLISHED,
    }),
    column({ key: 'status', label: '状态', required: false, parse: statusCell, aliases: STATUS }),
    column({ key: 'parentName', label: '所属机构', required: false, parse: textParser(200), aliases: PARENT }),
    column({ key: 'parentUscc', label: '所属机构信用代码', required: false, parse: usccCell, aliases: PARENT_USCC }),
    column({
      key: 'formerNames',
      label: '曾用名',
      required: false,
      parse: listCell,
      aliases: ['原名称', '变更前名称'],
    }),
    column({
      key: 'oldRegistrationNo',
      label: '工商注册号',
      required: false,
      parse: oldNumberCell,
      aliases: OLD_NUMBER,
    }),
    column({ key: 'noUsccReason', label: '无代码原因', required: false, parse: textParser(200), aliases: NO_CODE }),
    column({ key: 'tags', label: '标签', required: false, parse: listCell, aliases: ['标记', '分组'] }),
    column({ key: 'note', label: '备注', required: false, parse: textParser(2000), aliases: ['说明', '备注说明'] }),
  ] as const;
}

const NAME = [
  '企业名称',
  '单位名称',
  '机构名称',
  '主体名称',
  '当事人',
  '当事人名称',
  '监管对象',
  '监管对象名称',
  '市场主体名称',
  '经营主体名称',
  '公司名称',
  '代理机构名称',
  '专利代理机构名称',
  '商标代理机构名称',
  '平台名称',
  '市场名称',
  '协会名称',
  '字号名称',
  '姓名',
  '代理师姓名',
  '专利代理师姓名',
  '代理人姓名',
  '行政相对人名称',
  'name',
];
const USCC = [
  '社会信用代码',
  '信用代码',
  '统一信用代码',
  '统一社会信用码',
  '统一社会信用代码/注册号',
  '企业统一社会信用代码',
  '机构统一社会信用代码',
  '信用代码证号',
  'USCC',
  'CREDIT_CODE',
  'uniscid',
];
const KIND = ['类型', '对象类型', '监管对象类型', '主体类别', '类别', '机构类型', '企业类型', '市场主体类型', 'kind'];
const AGENCY = [
  '机构代码',
  '专利代理机构代码',
  '代理机构编号',
  '机构编号',
  '代理机构号',
  '执业许可证号',
  '机构执业许可证编号',
];
const CERT = [
  '专利代理师资格证号',
  '资格证书号',
  '资格证编号',
  '代理师资格证号',
  '专利代理师资格证书编号',
  '代理人资格证号',
];
const ID = [
  '身份证号码',
  '身份证',
  '公民身份号码',
  '公民身份证号码',
  '居民身份证号',
  '居民身份证号码',
  '身份证件号码',
  '证件号码',
];
const LEGAL = [
  '法定代表人（负责人、经营者）',
  '法定代表人姓名',
  '法定代表人/负责人',
  '法人',
  '法人代表',
  '法人姓名',
  '负责人',
  '负责人姓名',
  '经营者',
  '经营者姓名',
  '投资人',
  '执行事务合伙人',
  '合伙事务执行人',
  '法定代表人或负责人',
  '法定代表人（负责人）',
];
const ADDRESS = [
  '地址',
  '注册地址',
  '住所地址',
  '住所（住址）',
  '登记住所',
  '经营场所',
  '经营地址',
  '办公地址',
  '通讯地址',
  '联系地址',
  '经营住所',
  '住址',
];
const DISTRICT = [
  '区县',
  '所在区县',
  '所属区县',
  '辖区',
  '所在区',
  '所属地区',
  '所在地区',
  '行政区划',
  '区域',
  '所属辖区',
  '管辖区域',
];
const PHONE = [
  '电话',
  '手机',
  '手机号',
  '手机号码',
  '联系方式',
  '电话号码',
  '联系人电话',
  '单位电话',
  '法定代表人电话',
];
const EMAIL = ['邮箱', '电子邮件', '电邮', 'E-mail', '联系邮箱'];
const INDUSTRY = ['所属行业', '行业类别', '行业门类', '行业名称', '国民经济行业', '行业分类'];
const ESTABLISHED = [
  '成立时间',
  '注册日期',
  '注册时间',
  '设立日期',
  '设立时间',
  '登记日期',
  '开业日期',
  '成立年月日',
  '核准成立日期',
];
const STATUS = ['登记状态', '经营状态', '企业状态', '存续状态', '主体状态', '机构状态', '执业状态', '企业登记状态'];
const PARENT = [
  '所在机构',
  '执业机构',
  '所属代理机构',
  '所在代理机构',
  '总部名称',
  '总所',
  '总部',
  '总公司',
  '上级机构',
  '隶属机构',
  '总机构名称',
  '所属机构名称',
  '执业机构名称',
];
const PARENT_USCC = [
  '所属机构统一社会信用代码',
  '总部统一社会信用代码',
  '总机构统一社会信用代码',
  '执业机构统一社会信用代码',
  '上级机构统一社会信用代码',
];
const OLD_NUMBER = ['注册号', '营业执照注册号', '旧注册号', '工商登记码', '营业执照号'];
const NO_CODE = ['无信用代码原因', '无代码说明', '无统一社会信用代码原因'];

const kindCell = choiceParser<SubjectKind>(wordMap(kindWords, subjectKindLabels), subjectKindLabels);
const statusCell = choiceParser<SubjectStatus>(wordMap(statusWords, subjectStatusLabels), subjectStatusLabels);

/** A unified social credit code, with what was normalised as a note and a single obvious repair as the fix. */
export function usccCell(
  text: string,
  cell: Parameters<CellParser<string>>[1],
): string | CellNote<string> | CellRefusal {
  const code = codeText(text, cell);
  if (code instanceof CellRefusal) return code;
  const checked = checkUscc(text);
  if (!checked.ok) return refuse(checked.message, checked.suggestions[0] ?? null);
  if (checked.note !== null) return new CellNote(checked.value, checked.note);
  return checked.normalised ? new CellNote(checked.value, `代码已规范为 ${checked.value}，请核对。`) : checked.value;
}

function idCell(text: string, cell: Parameters<CellParser<string>>[1]): string | CellRefusal {
  const code = codeText(text, cell);
  if (code instanceof CellRefusal) return code;
  const checked = checkIdNumber(code);
  return checked.ok ? checked.value : refuse(checked.message);
}

function coded(check: (text: string) => CodeResult): CellParser<string> {
  return (text, cell) => {
    const code = codeText(text, cell);
    if (code instanceof CellRefusal) return code;
    const checked = check(code);
    if (!checked.ok) return refuse(checked.message);
    return checked.note === null ? checked.value : new CellNote(checked.value, checked.note);
  };
}

const codeCell = codeParser(30);

function oldNumberCell(text: string, cell: Parameters<CellParser<string>>[1]): string | CellRefusal | CellNote<string> {
  const code = codeCell(text, cell);
  if (typeof code !== 'string') return code;
  return /^\d{15}$/.test(code) ? code : refuse('旧工商注册号应为 15 位数字，请核对；不需要时可清空。');
}

function phoneCell(text: string, cell: Parameters<CellParser<string>>[1]): string | CellRefusal {
  const code = codeText(text, cell);
  if (code instanceof CellRefusal) return code;
  if ((code.match(/\d/g) ?? []).length < 5) return refuse('联系电话应含号码数字，请核对。');
  return code.length > 100 ? refuse(`联系电话有 ${code.length} 个字，最多 100 个字，请缩短。`) : code;
}

function emailCell(text: string): string | CellRefusal {
  const value = toHalfWidth(text);
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) && value.length <= 200 ? value : refuse('电子邮箱格式不对，请核对。');
}

function listCell(text: string): readonly string[] | CellRefusal {
  const items = text.split(/[,，;；、|\n]/).map((item) => item.trim());
  const found = [...new Set(items.filter((item) => item !== ''))];
  return found.some((item) => item.length > 200) || found.length > 20
    ? refuse('最多 20 项，每项不超过 200 个字，请精简。')
    : found;
}

function wordMap<Code extends string>(
  words: Readonly<Record<Code, readonly string[]>>,
  labels: Readonly<Record<Code, string>>,
): ReadonlyMap<string, Code> {
  const map = new Map<string, Code>();
  for (const code of Object.keys(words) as Code[]) {
    for (const word of [code, labels[code], ...words[code]])
      map.set(toHalfWidth(word).toLowerCase().replace(/\s+/g, ''), code);
  }
  return map;
}
