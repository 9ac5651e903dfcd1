import { checklistItems } from '#shared/domain/inspection/checklist';
import { orderRectification } from '#shared/domain/rectification/order';
import type { Recheck, Rectification } from '#shared/domain/rectification/rectification';
import type { Term } from '#shared/domain/rectification/term';
import { transition } from '#shared/domain/rectification/transition';
import { repairTerms, selectRegime } from '#shared/domain/repair/terms';
import type { RepairTable } from '../../electron/db/schema-repair';
import type { WriteTx } from '../../electron/db/write-tx';
import { packs, TODAY } from './report-store';
import { officerRow, onDuty } from './report-subjects';

const json = JSON.stringify;
const CREATED = '2026-06-01T02:00:00.000Z';
const CLAUSE = {
  document: '专利代理管理办法',
  article: '第四十一条第（五）项',
  text: '是否建立健全执业管理制度和运营制度',
};
const context = { today: TODAY, calendar: packs.calendar(), extension: packs.orderNotice().extension };

export type ItemDraft = { readonly problem: string; readonly requirement: string; readonly term: Term };

export const ITEMS: readonly ItemDraft[] = [
  {
    problem: '现场未能提供利益冲突审查制度文本，2026年新立案的 12 件委托中有 3 件没有利益冲突检索记录',
    requirement: '建立利益冲突审查制度，补做 3 件委托的检索并提交文本',
    term: { count: 15, unit: 'calendar_day' },
  },
  {
    problem: '年度报告填报的合伙人出资信息与国家企业信用信息公示系统的登记信息不一致',
    requirement: '更正年度报告',
    term: { count: 5, unit: 'working_day' },
  },
  {
    problem: '两名专利代理师离职后未办理执业备案注销手续',
    requirement: '办理执业备案注销',
    term: { count: 30, unit: 'calendar_day' },
  },
];

export function buildOrder(
  id: string,
  change: { subjectId?: string; no?: string; orderedOn?: string; items?: readonly ItemDraft[] } = {},
): Rectification {
  const items = change.items ?? ITEMS;
  return orderRectification(
    {
      id,
      no: change.no ?? '云州市监责改〔2026〕12号',
      subjectId: change.subjectId ?? 's1',
      inspectionId: null,
      orderedOn: change.orderedOn ?? '2026-09-24',
      violated: '《专利代理管理办法》第四十一条第（三）项、第（五）项、第（六）项',
      basis: '《中华人民共和国行政处罚法》第二十八条第一款',
      contact: '钱办案一',
      contactPhone: '0000-12345678',
      officers: [onDuty(0), onDuty(1)],
      items: items.map((item, index) => ({ ...item, id: `${id}-i${index + 1}`, findingId: null })),
    },
    context,
  );
}

export const recheckOf = (
  order: Rectification,
  checkedOn: string,
  results: Recheck['results'],
  id = `${order.id}-k`,
): Rectification =>
  transition(
    order,
    {
      type: 'recheck',
      recheck: {
        id,
        checkedOn,
        officers: [onDuty(2), onDuty(3)],
        results,
        conclusion: '已到现场逐项查看，查阅制度文本和备案系统截图',
      },
    },
    context,
  );

export function insertOrder(tx: WriteTx, order: Rectification, inspectionId: string | null = null): void {
  tx.insert('rectification', {
    id: order.id,
    no: order.no,
    subject_id: order.subjectId,
    inspection_id: inspectionId,
    ordered_on: order.orderedOn,
    behaviour: order.behaviour,
    violated: order.violated,
    basis: order.basis,
    contact: order.contact,
    contact_phone: order.contactPhone,
    delivered_on: order.deliveredOn,
    received_by: order.receivedBy,
    state: order.state,
    state_on: order.stateOn,
    state_reason: order.stateReason,
    officers: json(order.officers),
    created_at: CREATED,
  });
  for (const item of order.items)
    tx.insert('rectification_item', {
      id: item.id,
      rectification_id: order.id,
      seq: item.seq,
      finding_id: null,
      problem: item.problem,
      requirement: item.requirement,
      term: json(item.term),
      due_on: item.dueOn,
      due_steps: json(item.dueSteps),
      due_estimated: item.dueEstimated ? 1 : 0,
      extended_to: item.extendedTo,
      extended_on: item.extendedOn,
      extended_reason: item.extendedReason,
      state: item.state,
      correction: item.correction,
    });
  for (const recheck of order.rechecks)
    tx.insert('recheck', {
      id: recheck.id,
      rectification_id: order.id,
      checked_on: recheck.checkedOn,
      officer1_id: recheck.officers[0]?.id ?? '',
      officer2_id: recheck.officers[1]?.id ?? '',
      officers: json(recheck.officers),
      results: json(recheck.results),
      conclusion: recheck.conclusion,
      created_at: CREATED,
    });
}

/** Three items: corrected, extended, overdue. */
export function storyOrder(): Rectification {
  const served = transition(buildOrder('r1'), { type: 'deliver', on: '2026-09-25', receivedBy: '赵虚构' }, context);
  const extended = transition(
    served,
    {
      type: 'extend',
      itemId: 'r1-i3',
      on: '2026-10-12',
      reason: '备案系统升级，暂停受理',
      to: { term: { count: 15, unit: 'working_day' } },
    },
    context,
  );
  return recheckOf(extended, '2026-10-20', [
    { itemId: 'r1-i1', result: 'corrected', note: '已建立制度并补做检索' },
    { itemId: 'r1-i2', result: 'uncorrected', note: '年度报告尚未更正' },
  ]);
}

/** A general-class record under the rules of the day; `change` sets how far the application has come. */
export function insertRepair(tx: WriteTx, id: string, change: Partial<RepairTable> = {}, subjectId = 's1'): void {
  const record = { regime: 'ndrc', class: 'general', decidedOn: '2026-05-10', publishedOn: '2026-05-15' } as const;
  const terms = repairTerms(selectRegime(packs.repairRegimes(), record, '2026-10-08'), record);
  tx.insert('dishonesty', {
    id: `${id}-d`,
    subject_id: subjectId,
    fact_id: null,
    act_code: 'CF-7',
    regime: record.regime,
    class: record.class,
    document_no: '云州市监处罚〔2026〕77号',
    authority: '云州市市场监督管理局',
    decided_on: record.decidedOn,
    act_summary: '以虚构客户案例的方式在网站宣传专利代理业务，误导委托人，持续时间自2025年8月至2026年2月',
    penalty: '警告，罚款人民币 30,000 元，已缴清',
    published_on: record.publishedOn,
    state: 'active',
    state_on: null,
    created_at: CREATED,
  });
  tx.insert('repair', {
    id,
    no: `云州市监信修〔2026〕${id.replace(/\D/g, '') || 1}号`,
    dishonesty_id: `${id}-d`,
    subject_id: subjectId,
    regime: terms.packId,
    terms: json(terms),
    applied_on: '2026-10-08',
    applicant: json({ contact: '赵虚构', phone: '13900139000', statement: '申请停止公示上述行政处罚信息' }),
    conditions: json([
      { code: 'corrected_fulfilled', met: true, evidence: '罚款缴款凭证；整改报告 2026-06-30' },
      { code: 'commitment', met: true, evidence: '信用承诺书（已公开）' },
      { code: 'others', met: true, evidence: '无其他法定条件' },
    ]),
    verification: null,
    opinion: null,
    decision: null,
    follow_up: '[]',
    state: 'applied',
    state_on: '2026-10-08',
    officer_id: 'o0',
    created_at: CREATED,
    ...change,
  });
}

const by = (index: number) => ({ officerId: officerRow(index).id, officerName: officerRow(index).name });

export const granted: Partial<RepairTable> = {
  verification: json({
    on: '2026-10-10',
    officers: [onDuty(0), onDuty(1)],
    method: 'on_site',
    text: '到经营场所核查，网站虚构案例已全部删除，罚款已缴清',
  }),
  opinion: json({
    on: '2026-10-12',
    ...by(0),
    text: '申请人已满最短公示期，履行了处罚决定，建议准予修复',
    recommend: 'grant',
  }),
  decision: json({ on: '2026-10-14', ...by(2), decision: 'grant', reason: '', nextOn: null }),
  follow_up: json([
    { code: 'unpublish', on: '2026-10-15', ...by(0), note: '国家企业信用信息公示系统' },
    { code: 'stop_sharing', on: '2026-10-15', ...by(0), note: '' },
  ]),
  state: 'granted',
  state_on: '2026-10-14',
};

export const refused: Partial<RepairTable> = {
  verification: json({
    on: '2026-10-10',
    officers: [onDuty(0), onDuty(1)],
    method: 'desk',
    text: '核对网页存证，申请人网站仍有两处虚构案例',
  }),
  conditions: json([
    { code: 'commitment', met: true, evidence: '信用承诺书（已公开）' },
    { code: 'corrected_fulfilled', met: true, evidence: '' },
  ]),
  opinion: json({ on: '2026-10-12', ...by(0), text: '仍有两处虚构案例在线', recommend: 'refuse' }),
  decision: json({
    on: '2026-10-14',
    ...by(2),
    decision: 'refuse',
    reason: '网站仍有两处虚构案例未删除，未完成整改',
    nextOn: '2026-12-01',
  }),
  state: 'refused',
  state_on: '2026-10-14',
};

export function insertInspection(
  tx: WriteTx,
  id = 'v1',
  scene = '经营场所位于八层，悬挂执业许可证正本。前台摆放收费公示牌。随机抽取 12 份委托合同，其中 3 份没有利益冲突检索记录。',
): void {
  const pack = packs.checklists().find((candidate) => candidate.id === 'patent-agency');
  if (!pack) throw new Error('no checklist');
  tx.insert('inspection', {
    id,
    no: '云州市监检〔2026〕31号',
    subject_id: 's1',
    visit_id: null,
    kind: 'double_random',
    method: 'on_site',
    checklist_id: pack.id,
    checklist_version: pack.version,
    checklist: json(pack),
    officer1_id: 'o0',
    officer2_id: 'o1',
    officers: json([onDuty(0), onDuty(1)]),
    place: '云州市知行区虚构路1号示例大厦 8 层',
    started_at: '2026-09-22T09:30',
    ended_at: '2026-09-22T11:40',
    scan_no: 'SM-20260922-0007',
    rights_told: 1,
    avoidance_asked: 'not_requested',
    party_present: '法定代表人赵虚构到场',
    scene,
    statement: '近期人员变动，制度正在修订，将尽快补齐。',
    result_code: 'D',
    disposition_code: 'order_correction',
    state: 'finished',
    finished_at: '2026-09-22T03:50:00.000Z',
    created_at: CREATED,
    certificates_shown_at: '2026-09-22T09:30',
    rights_told_at: '2026-09-22T09:32',
    scanned_at: '2026-09-22T09:28',
    scan_later: 0,
    scan_reason: null,
    avoidance_ruling: null,
    refusal: null,
    broken_off: null,
    review_id: null,
  });
  checklistItems(pack).forEach((item, index) => {
    const answer = index === 1 ? 'problem' : index === 4 ? 'not_applicable' : index === 6 ? 'not_checked' : 'compliant';
    tx.insert('answer', {
      id: `${id}-a${index}`,
      inspection_id: id,
      item_code: item.code,
      answer,
      reason: answer === 'not_applicable' ? '没有分支机构' : answer === 'not_checked' ? '资料不在现场' : '',
      note: '',
      answered_at: CREATED,
      asked: null,
      asked_because: null,
    });
    if (answer === 'problem')
      tx.insert('finding', {
        id: `${id}-f${index}`,
        inspection_id: id,
        subject_id: 's1',
        item_code: item.code,
        clause: json(CLAUSE),
        facts: '抽查的 12 份委托合同中有 3 份没有利益冲突检索记录',
        severity: 'general',
        state: 'open',
        created_at: CREATED,
      });
  });
}
