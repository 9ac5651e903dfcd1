import { type InspectionMethod, inspectionMethodLabels, inspectionMethods } from '../inspection/codes';
import { type InspectionKind, inspectionKindLabels } from '../plan/inspection-kinds';
import {
  BLANK_DAY,
  numbered,
  type PaperContent,
  type PaperHead,
  type PaperParty,
  type PaperPerson,
  partyRows,
  personsText,
  zhDay,
  zhMoment,
  zhSpan,
} from './content';
import { fillPassage, type PaperPack } from './paper-pack';
import { receiptPlace } from './signing';

export type NoticePaper = {
  readonly party: PaperParty;
  readonly kind: InspectionKind;
  readonly method: InspectionMethod;
  readonly matters: readonly string[];
  readonly reason: string;
  readonly basis: string;
  readonly place: string;
  readonly plannedFrom: string;
  readonly plannedTo: string;
  readonly officers: readonly PaperPerson[];
  readonly appliedBy: string;
  readonly appliedOn: string;
  readonly urgentReason: string | null;
  readonly decision: {
    readonly approved: boolean;
    readonly by: string;
    readonly on: string;
    readonly note: string;
  } | null;
  readonly noticedOn: string | null;
  readonly servedOn: string | null;
  readonly receivedBy: string;
  readonly contact: string;
  readonly contactPhone: string;
};

const ticks = (method: InspectionMethod) =>
  inspectionMethods.map((one) => `${one === method ? '☑' : '□'} ${inspectionMethodLabels[one]}`).join('　');

/**
 * 行政检查审批表: what is asked for, by whom, and the decision of the head of the office.
 *
 * @example buildApproval(notice, head).blocks.length
 */
export function buildApproval(notice: NoticePaper, head: PaperHead): PaperContent {
  const { decision } = notice;
  const verdict = decision ? `${decision.approved ? '同意。' : '不同意。'}${decision.note}` : '';
  return {
    ...head,
    paper: 'check-approval',
    layout: 'form',
    title: '行政检查审批表',
    remark: decision ? '' : '待审批',
    pageLine: '',
    blocks: [
      {
        kind: 'fields',
        rows: [
          ...partyRows(notice.party, '检查对象'),
          [
            { label: '检查类型', text: inspectionKindLabels[notice.kind] },
            { label: '申请日期', text: zhDay(notice.appliedOn) },
          ],
          [{ label: '检查方式', text: ticks(notice.method) }],
          [{ label: '检查事项', text: numbered(notice.matters) }],
          [{ label: '检查事由', text: notice.reason }],
          [{ label: '检查依据', text: notice.basis }],
          [{ label: '检查时间', text: zhSpan(notice.plannedFrom, notice.plannedTo) }],
          [{ label: '检查地点', text: notice.place }],
          [{ label: '检查人员\n及执法证号', text: personsText(notice.officers) }],
          ...(notice.urgentReason === null ? [] : [[{ label: '先行检查\n的理由', text: notice.urgentReason }]]),
        ],
      },
      {
        kind: 'text',
        label: '承办人意见',
        text: `拟对上述对象开展行政检查，请审批。\n\n承办人：${notice.appliedBy}　　（签名）\n${zhDay(notice.appliedOn)}`,
        lines: 3,
      },
      {
        kind: 'text',
        label: '机关负责人\n审批意见',
        text: `${verdict}\n\n审批人：${decision?.by ?? ''}　　　　（签名）\n${decision ? zhDay(decision.on) : BLANK_DAY}`,
        lines: 4,
      },
      { kind: 'text', label: '备注', text: '', lines: 2 },
    ],
  };
}

/**
 * 行政检查通知书, one copy served, the other kept with the receipt filled in.
 *
 * @example buildNotice(notice, texts, head).title // '行政检查通知书'
 */
export function buildNotice(notice: NoticePaper, pack: PaperPack, head: PaperHead): PaperContent {
  const values = {
    basis: notice.basis,
    from: zhMoment(notice.plannedFrom),
    reason: notice.reason.replace(/。$/, ''),
    items: notice.matters.join('、').replace(/。$/, ''),
  };
  const line = (text: string, indent = true) => ({ text, indent });
  const { officers } = notice;
  return {
    ...head,
    paper: 'check-notice',
    layout: 'letter',
    title: '行政检查通知书',
    remark: '',
    pageLine: '',
    blocks: [
      {
        kind: 'letter',
        paragraphs: [
          line(`${notice.party.name}：`, false),
          line(fillPassage(pack.passages.noticeBody.text, values)),
          line(`检查人员：${personsText(officers)}。`),
          line(`检查地点：${notice.place}。`),
          line(`检查方式：${inspectionMethodLabels[notice.method]}。`),
          line(fillPassage(pack.passages.noticeDuty.text, values)),
          line(`联系人：${notice.contact}　　联系电话：${notice.contactPhone}`),
        ],
      },
      { kind: 'seal', office: head.office, date: zhDay(notice.noticedOn) },
      {
        kind: 'signatures',
        places: [receiptPlace(notice.servedOn, notice.receivedBy), { title: '送达人（签名）：', text: '', date: '' }],
      },
      { kind: 'note', text: '本通知书一式两联：一联送达当事人，一联由本机关存档。' },
    ],
  };
}
