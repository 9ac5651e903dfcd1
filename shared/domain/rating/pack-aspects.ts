import { packStatusLabels } from '../catalogue/labels';
import { type Aspect, aspect } from './aspects';
import { basisTexts } from './basis-text';
import { intervalText, leafAspects, pointsText } from './leaf-aspects';
import type { BasisEntry, Combine, Grade, PackCase, PackNode, RatingPack, Veto } from './pack';
import { conditionText, type RuleWords, selectionText, subjectKindText } from './rule-text';

const COMBINE_LABELS: Record<Combine, string> = { points: '分值相加', weighted: '按权重计算' };
const COLOUR_LABELS: Record<Grade['colour'], string> = {
  green: '绿',
  blue: '蓝',
  amber: '黄',
  orange: '橙',
  red: '红',
  grey: '灰',
};

type Grounded = {
  readonly basis: readonly string[];
  readonly verified: boolean;
  readonly note?: string | undefined;
};

const ground = (pack: RatingPack, of: Grounded): Aspect[] => [
  aspect('依据', ...of.basis.map((id) => basisTexts(pack, [id])[0] ?? id)),
  aspect('核实情况', of.verified ? '已核实' : '未经官方文本核实'),
  aspect('说明', of.note),
];

/** A rule of a list, with its ground when it is not the same kind of plain text. */
const measureText = (pack: RatingPack, { text, ...grounded }: Grounded & { readonly text: string }): string => {
  const remarks = [basisTexts(pack, grounded.basis).join('；'), grounded.verified ? '' : '未核实', grounded.note ?? ''];
  return `${text}（${remarks.filter((part) => part !== '').join('，')}）`;
};

export const headAspects = (pack: RatingPack): Aspect[] => [
  aspect('名称', pack.title),
  aspect('适用地区', pack.place),
  aspect('制定机关', pack.issuer),
  aspect('性质', packStatusLabels[pack.status]),
  aspect('提示', pack.notice),
  aspect('生效日期', pack.effectiveFrom),
  aspect('失效日期', pack.effectiveTo),
  aspect('适用主体', ...pack.subjectKinds.map(subjectKindText)),
  aspect('信用信息目录', pack.catalogue),
  aspect('计分模型', COMBINE_LABELS[pack.model]),
  aspect('分数方向', pack.better === 'higher' ? '分数越高越好' : '分数越高风险越大'),
];

export const baseAspects = (pack: RatingPack): Aspect[] => [
  aspect('名称', pack.base.name),
  aspect('分值', pointsText(pack.base.points)),
  ...ground(pack, pack.base),
];

export const totalAspects = (pack: RatingPack): Aspect[] => [
  aspect('总分下限', pack.floor),
  aspect('总分上限', pack.cap),
];

export const basisAspects = (entry: BasisEntry): Aspect[] => [
  aspect('文件', entry.document),
  aspect('文号', entry.number),
  aspect('条款', entry.article),
  aspect('原文', entry.text),
  aspect('施行日期', entry.from),
  aspect('失效日期', entry.to),
];

export const nodeAspects = (pack: RatingPack, node: PackNode, words: RuleWords): Aspect[] => [
  aspect('名称', node.name),
  aspect('权重', node.weight === undefined ? null : `${node.weight}%`),
  aspect('下限', node.floor),
  aspect('上限', node.cap),
  aspect('下级合计方式', node.children === undefined ? null : COMBINE_LABELS[node.combine ?? 'points']),
  aspect('数据来源', node.provider),
  aspect('允许改善的理由', node.mayImprove),
  ...(node.leaf === undefined ? [] : leafAspects(node.leaf, words)),
  ...ground(pack, node),
];

export const vetoAspects = (pack: RatingPack, veto: Veto, words: RuleWords): Aspect[] => [
  aspect('名称', veto.name),
  aspect('等级不高于', veto.ceiling),
  aspect('主体条件', veto.subject === undefined ? null : conditionText(veto.subject, [], words)),
  aspect('记录条件', veto.facts === undefined ? null : selectionText(veto.facts, words)),
  aspect('记录条数', veto.facts === undefined ? null : `至少 ${veto.atLeast} 条`),
  ...ground(pack, veto),
];

export function gradeAspects(pack: RatingPack, grade: Grade): Aspect[] {
  const { sampling, inspectionKinds, measures, incentives, warningLetter, entitlements } = grade.entails;
  return [
    aspect('名称', grade.name),
    aspect('分数区间', intervalText(grade)),
    aspect('颜色', COLOUR_LABELS[grade.colour]),
    aspect('符号', grade.symbol),
    aspect('含义', grade.meaning),
    aspect('抽查比例', sampling.ratioPercent === null ? null : `${sampling.ratioPercent}%`),
    aspect('每年检查次数', sampling.visitsPerYear),
    aspect('抽查要求', measureText(pack, sampling)),
    aspect('检查方式', ...inspectionKinds),
    aspect('管理措施', ...measures.map((one) => measureText(pack, one))),
    aspect('激励措施', ...incentives.map((one) => measureText(pack, one))),
    aspect('警示函', warningLetter),
    aspect(
      '可享受的支持',
      ...(entitlements ?? []).map(
        (one) =>
          `${one.name}${one.amount === null ? '' : ` ${one.amount}${one.unit ?? ''}`}：${measureText(pack, one)}`,
      ),
    ),
    ...ground(pack, grade),
  ];
}

export const bonusAspects = (pack: RatingPack): Aspect[] =>
  pack.bonus === null
    ? []
    : [aspect('名称', pack.bonus.name), aspect('加分上限', pointsText(pack.bonus.cap)), ...ground(pack, pack.bonus)];

export const ageLimitAspects = (limit: RatingPack['dataAgeLimits'][number]): Aspect[] => [
  aspect('最长天数', `${limit.maxDays} 天`),
  aspect('缺少数据时', limit.required ? '提示' : '不提示'),
  aspect('说明', limit.note),
];

export const caseAspects = (one: PackCase, words: RuleWords): Aspect[] => [
  aspect('基准日', one.asOf),
  aspect('主体类型', subjectKindText(one.subject.kind)),
  aspect('应得分数', one.expect.score),
  aspect('应评等级', one.expect.grade),
  aspect('应触发的否决项', ...one.expect.vetoes),
  aspect('记录', ...one.facts.map((fact) => `${fact.occurredOn} ${words.item(fact.item)}`)),
];
