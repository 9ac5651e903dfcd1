import { getAt, pathOf } from './json-path';

const members: Readonly<Record<string, string>> = {
  id: '编号',
  version: '版本',
  title: '名称',
  place: '适用地区',
  issuer: '制定机关',
  status: '规则性质',
  notice: '提示语',
  effectiveFrom: '施行日期',
  effectiveTo: '失效日期',
  extends: '基础包',
  changes: '改动说明',
  subjectKinds: '适用主体',
  catalogue: '信用信息目录',
  model: '计分方式',
  base: '基础分',
  nodes: '指标树',
  bonus: '加分项',
  vetoes: '否决项',
  grades: '等级与应用',
  dataAgeLimits: '数据时效',
  bases: '依据库',
  cases: '验证用例',
  better: '得分方向',
  name: '名称',
  basis: '依据',
  verified: '核实情况',
  note: '备注',
  weight: '权重',
  floor: '下限',
  cap: '上限',
  combine: '下级合计方式',
  provider: '数据来源',
  mayImprove: '例外说明',
  children: '下级指标',
  leaf: '计分方法',
  measure: '计分方法',
  facts: '读取的记录',
  items: '信息项',
  from: '自',
  where: '条件',
  when: '条件',
  of: '条件',
  if: '条件种类',
  op: '比较方式',
  value: '比较值',
  values: '取值',
  since: '起算日',
  months: '月数',
  years: '年数',
  days: '天数',
  maxMonths: '最长月数',
  window: '时间范围',
  type: '种类',
  rules: '计分规则',
  points: '分值',
  pointsFrom: '取自记录的分值',
  factor: '倍数',
  read: '取数方法',
  take: '取数方法',
  field: '字段',
  scale: '换算方法',
  bands: '分段',
  missing: '没有数据时的分值',
  other: '其他取值的分值',
  start: '起始分',
  per: '每满',
  monitor: '监测预警',
  thresholds: '预警线',
  unit: '单位',
  colour: '颜色',
  symbol: '符号',
  text: '文字',
  code: '代码',
  above: '超过',
  to: '至',
  below: '不满',
  meaning: '含义',
  entails: '应用',
  sampling: '抽查',
  ratioPercent: '抽查比例',
  visitsPerYear: '每年次数',
  inspectionKinds: '检查方式',
  measures: '监管措施',
  incentives: '激励措施',
  warningLetter: '警示函文字',
  entitlements: '权益',
  amount: '额度',
  subject: '主体条件',
  atLeast: '起算条数',
  ceiling: '最高等级',
  item: '信息项',
  maxDays: '最长天数',
  required: '是否必须有',
  document: '文件名称',
  number: '文号',
  article: '条款',
  asOf: '评价日',
  kind: '主体类型',
  tags: '标签',
  attributes: '登记事项',
  occurredOn: '发生日期',
  validFrom: '生效日期',
  validTo: '失效日期',
  state: '记录状态',
  repairedOn: '修复或者撤销日期',
  via: '谁的记录',
  fields: '字段',
  expect: '应得结果',
  score: '得分',
  grade: '等级',
};

/** Members whose entries are named by what they are, not by their number. */
const NAMED = new Set(['nodes', 'children', 'vetoes', 'grades', 'bases', 'cases']);
/** Members that add nothing to where one is. */
const SILENT = new Set(['children', 'entails']);

/**
 * Where a place is, as an officer would say it; parts that the pack does not name go by their number.
 *
 * @example placeWords(pack, 'nodes.0.children.1.leaf.scale.bands.2') // '指标树 › 守法 › 处罚次数 › 换算方法 › 分段 3'
 */
export function placeWords(pack: unknown, place: string): string {
  const path = pathOf(place);
  const words: string[] = [];
  path.forEach((part, at) => {
    const above = path[at - 1];
    if (typeof part === 'number') {
      if (NAMED.has(String(above))) words.push(entryName(getAt(pack, path.slice(0, at + 1)), part));
      else if (words.length > 0) words[words.length - 1] += ` ${part + 1}`;
      return;
    }
    // the condition inside a condition is still the condition
    if (SILENT.has(part) || (part === 'of' && words.at(-1)?.startsWith('条件'))) return;
    if (part === 'leaf' && typeof path[at + 1] === 'string' && path[at + 1] !== 'measure') return;
    words.push(members[part] ?? part);
  });
  return words.length === 0 ? '整个规则包' : words.join(' › ');
}

function entryName(entry: unknown, at: number): string {
  const { name, document, article } = (entry ?? {}) as Record<string, string | undefined>;
  return name || (document ? `${document}${article ?? ''}` : '') || `第 ${at + 1} 项`;
}

/** The checker's words for a field that is merely blank, in the words of the forms. */
export function plainMessage(message: string): string {
  if (/实际接收 (undefined|null|NaN)/.test(message)) return '请填写';
  if (/^数值过小：期望 string/.test(message)) return '请填写';
  const least = /^数值过小：期望 array >=(\d+)/.exec(message);
  if (least) return `至少要有 ${least[1]} 项`;
  const above = /^数值过小：期望 number (>=?)(\S+)$/.exec(message);
  if (above) return above[1] === '>' ? `应当大于 ${above[2]}` : `不得小于 ${above[2]}`;
  return message.startsWith('无效输入') ? '请选择' : message;
}
