/** Tables of the store as an officer calls them; what is not named here is shown by its own name. */
const TABLES: Readonly<Record<string, string>> = {
  setting: '设置',
  officer: '执法人员',
  import_batch: '导入批次',
  import_change: '导入前的内容',
  import_problem: '导入错误行',
  subject: '监管对象',
  query_log: '查看记录',
  avoidance: '回避',
  fact: '信用信息',
  plan: '年度计划',
  visit: '抽查安排',
  inspection: '检查',
  answer: '检查项',
  answer_history: '以前的作答',
  item_photo: '项目照片',
  signature: '签名',
  phrase: '常用语',
  visit_route: '外出清单',
  finding: '发现的问题',
  result_review: '检查结果公示',
  result_review_step: '结果审核经过',
  letter: '函件',
  attachment: '附件',
  rectification: '责令改正',
  rectification_item: '整改事项',
  recheck: '复查',
  rating: '评价',
  rating_batch: '评价批次',
  rating_move: '等级变动',
  rule_pack: '规则包',
  pack_activation: '规则包启用',
  plan_freeze: '冻结名录',
  dishonesty: '失信记录',
  repair: '信用修复',
  filing: '名单中的申请',
  lead: '预警线索',
  lead_step: '线索办理经过',
  document_series: '文书编号',
  check_notice: '检查审批与通知',
  interview: '询问笔录',
  interview_line: '询问问答',
  number_block: '文号段',
  reserved_number: '预留文号',
  issued_document: '已出具文书',
  month_freeze: '冻结的月份',
  month_figure: '冻结的指标',
  month_row: '冻结的记录',
  month_correction: '统计更正',
  exchange_mapping: '报送对应表',
  send_out: '对外报送',
  send_out_row: '报送的记录',
};

const FIELDS: Readonly<Record<string, string>> = {
  id: '编号',
  no: '文书号',
  name: '名称',
  kind: '类型',
  state: '状态',
  status: '登记状态',
  state_on: '状态日期',
  state_reason: '状态原因',
  reason: '原因',
  note: '备注',
  value: '内容',
  created_at: '登记时间',
  officer_id: '经办人',
  subject_id: '监管对象',
  certificate_no: '执法证号',
  certificate_until: '证件有效期至',
  station: '所在单位',
  position: '职务',
  skills: '专长',
  leaves: '休假',
  active: '在用',
  uscc: '统一社会信用代码',
  no_uscc_reason: '无代码原因',
  former_names: '曾用名',
  old_registration_no: '工商注册号',
  id_number: '公民身份号码',
  agency_code: '代理机构代码',
  agent_cert_no: '资格证号',
  legal_person: '法定代表人',
  address: '住所',
  district: '所属区域',
  applicant_name: '申请人',
  applicant_code: '申请人代码',
  party_name: '线索主体',
  party_code: '线索主体代码',
  handling: '处理情况',
  handled_on: '处理日期',
  notified_on: '通报日期',
  filed_on: '申请日期',
  assigned_to: '承办人',
  evidence: '核实情况',
  close_reason: '关闭原因',
  why: '线索内容',
  filings: '涉及的申请',
  filing_count: '涉及件数',
  phone: '联系电话',
  email: '电子邮箱',
  industry: '行业',
  established_on: '成立日期',
  tags: '标签',
  parent_name: '所属机构',
  item_code: '信息项',
  source_org: '来源单位',
  source_no: '来源文号',
  occurred_on: '发生日期',
  valid_from: '有效期自',
  valid_to: '有效期至',
  summary: '摘要',
  fields: '明细',
  purpose: '查看用途',
  answer: '答案',
  facts: '事实',
  severity: '严重程度',
  clause: '条款',
  started_at: '开始时间',
  ended_at: '结束时间',
  finished_at: '办结时间',
  place: '地点',
  scene: '现场情况',
  statement: '当事人陈述',
  scan_no: '扫码编号',
  rights_told: '已告知权利',
  result_code: '检查结果',
  disposition_code: '后续处理',
  ordered_on: '责令日期',
  delivered_on: '送达日期',
  received_by: '签收人',
  due_on: '到期日',
  extended_to: '延期至',
  extended_reason: '延期原因',
  correction: '整改情况',
  requirement: '整改要求',
  problem: '存在问题',
  conclusion: '复查意见',
  checked_on: '复查日期',
  score: '得分（千分之一分）',
  grade_code: '信用等级',
  as_of: '评价基准日',
  document_no: '文书号',
  authority: '认定机关',
  decided_on: '认定日期',
  applied_on: '申请日期',
  decision: '决定',
  opinion: '意见',
  verification: '核查',
  file_name: '文件名',
  sha256: '校验值',
  size: '大小',
  year: '年度',
  title: '标题',
  date: '日期',
  batch_no: '批次',
  void_reason: '作废原因',
  ended_on: '解除日期',
  mode: '评价范围',
  covered_seq: '截至的审计记录',
  checked: '核对户数',
  rated: '重新定级户数',
  first_rated: '首次评价户数',
  moved: '等级变动户数',
  without_pack: '无适用规则包户数',
  decided_by: '审定人',
  published_on: '公示日期',
  published_where: '公示渠道',
  unpublished_on: '停止公示日期',
  unpublished_reason: '停止公示理由',
  from_grade: '原等级',
  to_grade: '新等级',
  causes: '变动原因',
  pack_id: '规则包编号',
  pack_version: '规则包版本',
  version: '版本',
  content: '内容',
  origin: '来源',
  changed_at: '修改时间',
  subject_kinds: '适用主体',
  from_date: '启用日期',
  until_date: '停用日期',
  dry_run: '试运行结果',
  next_change_on: '可能变动的日期',
  origin_office: '来源机关',
  adopted_on: '采信日期',
  adopted_reason: '采信理由',
  freeze_id: '冻结名录',
  void_by: '作废人',
  void_second: '作废复核人',
  void_at: '作废时间',
  nonce: '本局随机数',
  nonce_sha256: '本局随机数的校验值',
  list_sha256: '名录校验值（SHA-256）',
  list_sm3: '名录校验值（SM3）',
};

/** Numbers of persons stay out of sight here too. */
const MASKED = new Set(['id_number', 'phone', 'contact_phone']);
/** Whole rows of other tables or files, kept as text: the same numbers stand among them. */
const MIXED = new Set(['before', 'cells', 'applicant']);
const PERSONAL = /\b[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]\b|\b1[3-9]\d{9}\b/g;
const masked = (number: string): string => `${number.slice(0, 3)}****${number.slice(-2)}`;

export const tableLabel = (table: string): string => TABLES[table] ?? table;
export const fieldLabel = (field: string): string => FIELDS[field] ?? field;

export type ChangeLine = { readonly field: string; readonly before: string; readonly after: string };
export type RowChange = {
  readonly key: string;
  readonly table: string;
  readonly kind: 'added' | 'changed';
  readonly lines: readonly ChangeLine[];
};

type Stored = {
  readonly table: string;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
};

/** Of an entry with too many rows to list: how many of which table. */
export function readCounts(json: string): readonly { readonly table: string; readonly count: number }[] {
  const stored = JSON.parse(json) as { readonly counts?: Readonly<Record<string, number>> };
  return Object.entries(stored.counts ?? {}).map(([table, count]) => ({ table, count }));
}

/** The stored changes as pairs of texts: of a new row what it holds, of a changed one only what differs. */
export function readChanges(json: string): readonly RowChange[] {
  const stored: unknown = JSON.parse(json);
  if (!Array.isArray(stored)) return [];
  return (stored as readonly Stored[]).map(({ table, id, before, after }) => ({
    key: `${table} ${id}`,
    table,
    kind: before === null ? 'added' : 'changed',
    lines: Object.keys(after)
      .map((field) => ({
        field,
        before: before === null ? '' : textOf(field, before[field]),
        after: textOf(field, after[field]),
      }))
      .filter((line) => (before === null ? line.after !== '' : line.before !== line.after)),
  }));
}

function textOf(field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (MASKED.has(field) && text.length > 4) return masked(text);
  if (MIXED.has(field)) return text.replace(PERSONAL, masked);
  return text;
}
