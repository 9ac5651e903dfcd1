import * as z from 'zod';
import { packHead } from '../basis/basis';

/** What a record can say to another platform, by what the record is; labels are shown beside the platform's heading. */
export const exchangeFields = {
  inspection_result: {
    no: '检查记录编号',
    planTitle: '计划（任务）名称',
    planNo: '计划（任务）编号',
    subjectName: '检查对象名称',
    uscc: '统一社会信用代码',
    registrationNo: '注册号',
    address: '住所',
    legalPerson: '法定代表人（负责人）',
    items: '检查事项',
    problems: '发现问题情况',
    method: '核查方式',
    kind: '检查类型',
    result: '检查结果',
    resultCode: '检查结果代码',
    disposition: '后续处置措施',
    closed: '是否完结',
    closedOn: '完结日期',
    inspectedOn: '检查日期',
    publishedOn: '公示日期',
    department: '检查执行部门',
    officers: '检查人员',
    officerNos: '执法证号',
    blank: '（留空）',
  },
  penalty: {
    subjectName: '行政相对人名称',
    subjectCategory: '行政相对人类别',
    uscc: '统一社会信用代码',
    registrationNo: '工商注册号',
    legalPerson: '法定代表人',
    documentNo: '决定书文号',
    violationType: '违法行为类型',
    facts: '违法事实',
    legalBasis: '处罚依据',
    penaltyKinds: '处罚类别',
    content: '处罚内容',
    fine: '罚款金额',
    confiscated: '没收金额',
    licence: '暂扣或吊销证照',
    decidedOn: '决定日期',
    validTo: '处罚有效期',
    publicUntil: '公示截止期',
    authority: '处罚机关',
    office: '本机关名称',
    blank: '（留空）',
  },
} as const;

export const exchangeSources = ['inspection_result', 'penalty'] as const;
export type ExchangeSource = (typeof exchangeSources)[number];
export const exchangeSourceLabels: Record<ExchangeSource, string> = {
  inspection_result: '已公示的检查结果',
  penalty: '行政处罚信息',
};

const column = z.strictObject({
  /** The platform's own heading, word for word. */
  heading: z.string().trim().min(1).max(100),
  field: z.string().min(1),
  /** `wan`: an amount in 万元; `date_zh`: 2026年11月3日. */
  format: z.enum(['text', 'date', 'date_zh', 'wan']).default('text'),
  required: z.boolean().default(false),
  /** Written in every row instead of a field. */
  constant: z.string().max(200).optional(),
  maxLength: z.int().min(1).max(32_000).optional(),
});

/** The columns of one table of another platform, in its order. Data: an office may bring its own. */
export const exchangeMapping = packHead
  .extend({
    kind: z.literal('exchange'),
    platform: z.string().min(1).max(60),
    source: z.enum(exchangeSources),
    fileFormat: z.enum(['xlsx', 'csv']),
    /** The column order was compared with the platform's own template. */
    verified: z.boolean(),
    columns: z.array(column).min(1).max(200),
  })
  .superRefine((mapping, ctx) => {
    const headings = new Set<string>();
    mapping.columns.forEach(({ heading, field }, index) => {
      if (headings.has(heading))
        ctx.addIssue({ code: 'custom', path: ['columns', index, 'heading'], message: `列名“${heading}”重复` });
      headings.add(heading);
      if (!(field in exchangeFields[mapping.source]))
        ctx.addIssue({
          code: 'custom',
          path: ['columns', index, 'field'],
          message: `没有名为“${field}”的内容，可用的有：${Object.keys(exchangeFields[mapping.source]).join('、')}`,
        });
    });
  });
export type ExchangeMapping = z.output<typeof exchangeMapping>;
export type ExchangeColumn = ExchangeMapping['columns'][number];

export const fieldLabel = (source: ExchangeSource, field: string): string =>
  (exchangeFields[source] as Readonly<Record<string, string>>)[field] ?? field;
