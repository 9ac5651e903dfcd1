import { usccCheckCharacter } from '#shared/domain/subject/uscc-digits';
import type { OfficerTable, SubjectTable } from '../../electron/db/schema';

/** A code with valid check digits from a running number. */
export function usccOf(number: number): string {
  const digits = String(number).padStart(8, '0');
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const rest = 11 - (sum % 11);
  const head = `91330100${digits}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`;
  return `${head}${usccCheckCharacter(`${head}0`) ?? usccCheckCharacter(head) ?? ''}`;
}

export const LONG_NAME = '云州市知行未来知识产权代理与科技成果转化综合服务有限责任公司示范区第一分公司虚构';

export const subjectRow = (id: string, number: number, change: Partial<SubjectTable> = {}): SubjectTable => ({
  id,
  kind: 'patent_agency',
  name: `云州虚构${number}号知识产权代理有限公司`,
  former_names: '[]',
  uscc: usccOf(number),
  id_number: null,
  agency_code: `33${String(number % 1000).padStart(3, '0')}`,
  agent_cert_no: null,
  legal_person: '赵虚构',
  address: `云州市知行区虚构路${number}号示例大厦 8 层`,
  district: '知行区',
  phone: '13800138000',
  email: null,
  industry: '商务服务业',
  established_on: '2015-03-09',
  status: 'active',
  tags: '[]',
  note: null,
  parent_id: null,
  parent_name: null,
  parent_uscc: null,
  no_uscc_reason: null,
  old_registration_no: null,
  initials: 'YZXG',
  initials_alt: null,
  pinyin: 'yunzhouxugou',
  import_id: null,
  withdrawn_at: null,
  created_at: '2026-01-05T02:00:00.000Z',
  ...change,
});

const SURNAMES = ['钱', '孙', '李', '周', '吴', '郑'];

export const officerRow = (index: number): OfficerTable => ({
  id: `o${index}`,
  name: `${SURNAMES[index % SURNAMES.length]}办案${'一二三四五六'[index % 6]}`,
  certificate_no: `3301000${index}`,
  certificate_until: '2030-12-31',
  station: '知识产权科',
  position: '一级主任科员',
  skills: '[]',
  leaves: '[]',
  active: 1,
  created_at: '2026-01-05T02:00:00.000Z',
});

export const onDuty = (index: number) => {
  const { id, name, certificate_no, certificate_until } = officerRow(index);
  return { id, name, certificateNo: certificate_no, certificateUntil: certificate_until };
};
