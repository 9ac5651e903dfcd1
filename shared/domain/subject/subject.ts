import * as z from 'zod';
import { isIsoDate } from '#shared/kernel/dates';
import { checkIdNumber } from './id-number';
import { checkUscc } from './uscc';

export const subjectKinds = [
  'enterprise',
  'patent_agency',
  'trademark_agency',
  'agency_branch',
  'agent',
  'ecommerce_platform',
  'market',
  'individual_business',
  'association',
  'institution',
] as const;

export type SubjectKind = (typeof subjectKinds)[number];

export const subjectKindLabels: Record<SubjectKind, string> = {
  enterprise: '企业',
  patent_agency: '专利代理机构',
  trademark_agency: '商标代理机构',
  agency_branch: '代理机构分支机构',
  agent: '专利代理师',
  ecommerce_platform: '电子商务平台',
  market: '商品交易市场',
  individual_business: '个体工商户',
  association: '行业协会',
  institution: '事业单位',
};

export const subjectStatuses = ['active', 'suspended', 'cancelled', 'revoked', 'moved_out'] as const;

export type SubjectStatus = (typeof subjectStatuses)[number];

export const subjectStatusLabels: Record<SubjectStatus, string> = {
  active: '存续',
  suspended: '停业',
  cancelled: '注销',
  revoked: '吊销',
  moved_out: '迁出',
};

const optionalText = (max: number) => z.string().trim().min(1).max(max, `最多 ${max} 个字，请缩短。`).nullable();

const usccField = (message: string) =>
  z
    .string()
    .refine((text) => {
      const checked = checkUscc(text);
      return checked.ok && checked.value === text;
    }, message)
    .nullable();

/** What an officer enters about a subject (监管对象), and what an import yields. Absent is null, never ''. */
export const subjectDraft = z.object({
  kind: z.enum(subjectKinds),
  name: z.string().trim().min(1, '请填写名称。').max(200, '名称最多 200 个字，请缩短。'),
  /** Names it had before, newest first. */
  formerNames: z.array(z.string().trim().min(1).max(200)).max(20),
  uscc: usccField('统一社会信用代码不正确，请核对证照。'),
  /** Why an organisation has no unified social credit code (set up abroad, not yet exchanged, …). */
  noUsccReason: optionalText(200),
  /** The 15-digit registration number from before 2015, kept as history. */
  oldRegistrationNo: z
    .string()
    .regex(/^\d{15}$/, '旧注册号应为 15 位数字，请核对。')
    .nullable(),
  /** Natural persons only. */
  idNumber: z
    .string()
    .refine((text) => {
      const checked = checkIdNumber(text);
      return checked.ok && checked.value === text;
    }, '公民身份号码不正确，请核对证件。')
    .nullable(),
  /** Own code of a patent agency or branch; for an agent the code of the agency. */
  agencyCode: z
    .string()
    .regex(/^\d{5}(?:\d{2})?$/, '专利代理机构代码应为 5 位数字（分支机构可为 7 位），请核对。')
    .nullable(),
  agentCertNo: z
    .string()
    .regex(/^\d{7}$/, '专利代理师资格证号应为 7 位数字，请核对。')
    .nullable(),
  legalPerson: optionalText(100),
  address: optionalText(300),
  district: optionalText(50),
  phone: optionalText(100),
  email: optionalText(200),
  industry: optionalText(100),
  establishedOn: z.string().refine(isIsoDate, '成立日期不存在，请核对。').nullable(),
  status: z.enum(subjectStatuses),
  tags: z.array(z.string().trim().min(1).max(30)).max(50),
  note: optionalText(2000),
  /** Head office of a branch, agency of an agent, as named in the source; the importer resolves it. */
  parentName: optionalText(200),
  parentUscc: usccField('上级机构的统一社会信用代码不正确，请核对证照。'),
});

export type SubjectDraft = Readonly<z.infer<typeof subjectDraft>>;

/** A draft of which only kind and name are known. */
export function emptySubject(kind: SubjectKind, name: string): SubjectDraft {
  return {
    kind,
    name,
    formerNames: [],
    uscc: null,
    noUsccReason: null,
    oldRegistrationNo: null,
    idNumber: null,
    agencyCode: null,
    agentCertNo: null,
    legalPerson: null,
    address: null,
    district: null,
    phone: null,
    email: null,
    industry: null,
    establishedOn: null,
    status: 'active',
    tags: [],
    note: null,
    parentName: null,
    parentUscc: null,
  };
}
