import type { Clause } from '../../components/law-side';

const LAW = '中华人民共和国行政处罚法';

/** Who may check: shown beside the choice of the officers. */
export const pairClauses: readonly Clause[] = [
  { document: LAW, article: '第四十二条', text: '执法人员不得少于两人', verified: true },
  {
    document: LAW,
    article: '第四十三条',
    text: '有直接利害关系或者有其他关系可能影响公正执法的，应当回避',
    verified: true,
  },
];

/** What the party is told, in the words of the form of the site record. */
export const RIGHTS_TOLD =
  '你有权进行陈述和申辩。你应当如实回答询问，并协助调查或者检查，不得拒绝或者阻挠。你认为检查人员与你（单位）有直接利害关系或者有其他关系可能影响公正执法的，依法有申请回避的权利。你是否申请检查人员回避？';

export const recordClauses: readonly Clause[] = [
  { document: LAW, article: '第五十五条', text: '主动出示执法证件，询问或者检查应当制作笔录', verified: true },
  { document: LAW, article: '第四十三条', text: '当事人有申请回避的权利，由机关负责人决定', verified: true },
  { document: LAW, article: '第四十七条', text: '全过程记录，归档保存', verified: true },
];
