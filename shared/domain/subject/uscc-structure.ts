import { provinceNames } from './area-codes';

/** GB 32100-2015 table 1: registration office (1st character) and category (2nd character). */
const OFFICES: Readonly<
  Record<string, { readonly label: string; readonly categories: Readonly<Record<string, string>> }>
> = {
  '1': {
    label: '机构编制',
    categories: { '1': '机关', '2': '事业单位', '3': '编办直接管理机构编制的群众团体', '9': '其他' },
  },
  '2': { label: '外交', categories: { '1': '外国常驻新闻机构', '9': '其他' } },
  '3': {
    label: '司法行政',
    categories: {
      '1': '律师执业机构',
      '2': '公证处',
      '3': '基层法律服务所',
      '4': '司法鉴定机构',
      '5': '仲裁委员会',
      '9': '其他',
    },
  },
  '4': { label: '文化', categories: { '1': '外国在华文化中心', '9': '其他' } },
  '5': { label: '民政', categories: { '1': '社会团体', '2': '民办非企业单位', '3': '基金会', '9': '其他' } },
  '6': {
    label: '旅游',
    categories: { '1': '外国旅游部门常驻代表机构', '2': '港澳台地区旅游部门常驻内地（大陆）代表机构', '9': '其他' },
  },
  '7': { label: '宗教', categories: { '1': '宗教活动场所', '2': '宗教院校', '9': '其他' } },
  '8': { label: '工会', categories: { '1': '基层工会', '9': '其他' } },
  '9': { label: '市场监管', categories: { '1': '企业', '2': '个体工商户', '3': '农民专业合作社', '9': '其他' } },
  A: { label: '军队', categories: { '1': '军队事业单位', '9': '其他' } },
  N: {
    label: '农业农村',
    categories: { '1': '组级集体经济组织', '2': '村级集体经济组织', '3': '乡镇级集体经济组织', '9': '其他' },
  },
  Y: { label: '其他', categories: { '1': '其他' } },
};

export type UsccParts = {
  /** Null labels: a code the standard's table does not (yet) name. */
  readonly office: { readonly code: string; readonly label: string | null };
  readonly category: { readonly code: string; readonly label: string | null };
  readonly areaCode: string;
  readonly province: string | null;
  /** GB 11714 code without hyphen. */
  readonly organisationCode: string;
};

/**
 * Splits a unified social credit code of 18 characters into its parts (GB 32100-2015, 4).
 *
 * @example splitUscc('91330100799655058B').province // '浙江省'
 */
export function splitUscc(uscc: string): UsccParts {
  const office = OFFICES[uscc.charAt(0)];
  return {
    office: { code: uscc.charAt(0), label: office?.label ?? null },
    category: { code: uscc.charAt(1), label: office?.categories[uscc.charAt(1)] ?? null },
    areaCode: uscc.slice(2, 8),
    province: provinceNames[uscc.slice(2, 4)] ?? null,
    organisationCode: uscc.slice(8, 17),
  };
}

/** Could this be issued: a known office and category, a six-digit area in a known province? */
export function hasPlausibleHead(uscc: string): boolean {
  return (
    OFFICES[uscc.charAt(0)]?.categories[uscc.charAt(1)] !== undefined &&
    /^\d{6}$/.test(uscc.slice(2, 8)) &&
    provinceNames[uscc.slice(2, 4)] !== undefined
  );
}
