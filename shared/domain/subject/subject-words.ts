import type { SubjectKind, SubjectStatus } from './subject';

/** What registers call the kinds; the label itself is always accepted. */
export const kindWords: Readonly<Record<SubjectKind, readonly string[]>> = {
  enterprise: [
    '企业法人',
    '公司',
    '有限责任公司',
    '有限公司',
    '股份有限公司',
    '内资企业',
    '外资企业',
    '合伙企业',
    '个人独资企业',
    '企业主体',
  ],
  patent_agency: ['专利代理', '专利代理事务所', '专利代理公司', '专利机构'],
  trademark_agency: ['商标代理', '商标代理公司', '商标代理组织', '商标机构'],
  agency_branch: ['分支机构', '代理机构分所', '专利代理机构分支机构', '商标代理机构分支机构', '分所', '分公司'],
  agent: ['专利代理师（自然人）', '代理师', '专利代理人', '代理人', '执业专利代理师', '自然人'],
  ecommerce_platform: ['电商平台', '平台', '电子商务平台经营者', '平台经营者', '网络交易平台'],
  market: ['市场', '专业市场', '实体市场', '集贸市场', '商品市场', '商场'],
  individual_business: ['个体户', '个体', '个体经营'],
  association: ['协会', '社会团体', '行业组织', '社会组织', '商会', '学会'],
  institution: ['事业法人', '机关事业单位', '高校', '高等学校', '科研院所', '科研机构', '医院'],
};

/** What registers call the states of a subject. */
export const statusWords: Readonly<Record<SubjectStatus, readonly string[]>> = {
  active: [
    '在业',
    '在营',
    '开业',
    '正常',
    '有效',
    '营业',
    '执业',
    '在册',
    '存续（在营、开业、在册）',
    '正常执业',
    '在营（开业）企业',
  ],
  suspended: ['歇业', '暂停', '停业整顿', '停业整改', '暂停执业'],
  cancelled: ['已注销', '注销登记', '终止', '撤销登记'],
  revoked: ['已吊销', '吊销未注销', '吊销，未注销', '吊销执照', '吊销许可证', '撤销'],
  moved_out: ['已迁出', '外迁', '移出'],
};
