import type { OrderText } from '../rectification/order';
import { type RecheckResult, recheckResultLabels } from '../rectification/rectification';
import {
  BLANK_DAY,
  type PaperContent,
  type PaperHead,
  type PaperParty,
  type PaperPerson,
  personsText,
  zhDay,
} from './content';
import { receiptPlace } from './signing';

export type OrderPaper = {
  readonly party: PaperParty;
  /** Null in a blank paper: the paragraphs are written in by hand. */
  readonly text: OrderText | null;
  readonly remedy: string;
  readonly basis: string;
  readonly contact: string;
  readonly contactPhone: string;
  readonly orderedOn: string | null;
  readonly deliveredOn: string | null;
  readonly receivedBy: string;
};

const line = (text: string, indent = true) => ({ text, indent });

/**
 * 责令改正通知书, one copy served, the other kept with the receipt filled in.
 *
 * @example buildOrder(order, head).title // '责令改正通知书'
 */
export function buildOrder(order: OrderPaper, head: PaperHead): PaperContent {
  const { party, text } = order;
  const who = [
    line(`当事人：${party.name}`, false),
    line(`${party.idLabel}：${party.idText || '—'}`, false),
    ...(party.legalPerson === '' ? [] : [line(`法定代表人（负责人）：${party.legalPerson}`, false)]),
    line(`住所（住址）：${party.address || '—'}`, false),
  ];
  return {
    ...head,
    paper: 'rectification-order',
    layout: 'letter',
    title: '责令改正通知书',
    remark: '',
    pageLine: '',
    blocks: [
      { kind: 'letter', paragraphs: who },
      ...(text ? body(text) : byHand(order)),
      { kind: 'letter', paragraphs: [line(order.remedy), line(contactOf(order))] },
      { kind: 'seal', office: head.office, date: zhDay(order.orderedOn) },
      {
        kind: 'signatures',
        places: [receiptPlace(order.deliveredOn, order.receivedBy), { title: '送达人（签名）：', text: '', date: '' }],
      },
      { kind: 'note', text: '本通知书一式两联：一联送达当事人，一联由本机关存档。' },
    ],
  };
}

const contactOf = ({ contact, contactPhone }: OrderPaper) =>
  `联系人：${contact || '＿＿＿＿＿＿'}　　联系电话：${contactPhone || '＿＿＿＿＿＿'}`;

const body = (text: OrderText) => [
  {
    kind: 'letter' as const,
    paragraphs: [text.behaviour, text.violated, text.basis, ...text.items].map((paragraph) => line(paragraph)),
  },
];

/** A blank order leaves lines for behaviour, clause and requirements. */
const byHand = (order: OrderPaper) => [
  { kind: 'text' as const, label: '违法行为', text: '', lines: 5 },
  { kind: 'text' as const, label: '违反规定', text: '', lines: 3 },
  { kind: 'text' as const, label: '责令依据', text: order.basis, lines: 2 },
  { kind: 'text' as const, label: '改正内容\n及要求', text: '', lines: 6 },
  { kind: 'text' as const, label: '改正期限', text: `□ 立即改正　　□ 于${BLANK_DAY}前改正`, lines: 1 },
];

export type RecheckPaper = {
  readonly party: PaperParty;
  readonly orderNo: string;
  readonly orderedOn: string;
  /** The how manieth of the order; null in a blank paper. */
  readonly nth: number | null;
  readonly checkedOn: string | null;
  readonly signedOn: string | null;
  readonly officers: readonly PaperPerson[];
  readonly items: readonly {
    readonly seq: number;
    readonly requirement: string;
    readonly dueOn: string;
    readonly result: RecheckResult | null;
    readonly note: string;
  }[];
  readonly conclusion: string;
};

/**
 * 复查记录 of an order: later than the order, by two officers, each item 已整改 or 未整改.
 *
 * @example buildRecheck(recheck, head).title // '复查记录（第 1 次）'
 */
export function buildRecheck(recheck: RecheckPaper, head: PaperHead): PaperContent {
  const { blank } = head;
  const marks = {
    corrected: `● ${recheckResultLabels.corrected}`,
    uncorrected: `■ ${recheckResultLabels.uncorrected}`,
  };
  return {
    ...head,
    paper: 'recheck-record',
    layout: 'form',
    title: recheck.nth === null ? '复查记录（第　　次）' : `复查记录（第 ${recheck.nth} 次）`,
    remark: '',
    pageLine: '',
    blocks: [
      {
        kind: 'fields',
        rows: [
          [
            { label: '责令改正\n通知书文号', text: recheck.orderNo },
            { label: '责令日期', text: zhDay(recheck.orderedOn) },
          ],
          [{ label: '当事人', text: recheck.party.name }],
          [
            { label: recheck.party.idLabel.replace('统一社会', '统一社会\n'), text: recheck.party.idText },
            { label: '复查日期', text: zhDay(recheck.checkedOn) },
          ],
          [{ label: '住所（住址）', text: recheck.party.address }],
          [{ label: '复查人员\n及执法证号', text: personsText(recheck.officers) }],
        ],
      },
      { kind: 'section', text: '逐项复查情况' },
      {
        kind: 'table',
        columns: [
          { title: '序号', span: 1, align: 'center' },
          { title: '整改要求', span: 4, align: 'left' },
          { title: '整改期限', span: 2, align: 'center' },
          { title: '复查结果', span: 2, align: 'center' },
          { title: '说明', span: 3, align: 'left' },
        ],
        rows: recheck.items.map((item) => ({
          cells: [
            String(item.seq),
            item.requirement,
            zhDay(item.dueOn),
            item.result ? marks[item.result] : blank ? '□ 已整改\n□ 未整改' : '—',
            item.note,
          ],
          strong: item.result === 'uncorrected',
        })),
        lines: blank ? 3 : 1,
      },
      { kind: 'text', label: '复查意见', text: recheck.conclusion, lines: 5 },
      {
        kind: 'signatures',
        places: [
          { title: '当事人\n（签名盖章）：', text: '', date: '' },
          { title: '复查人员\n（签名）：', text: '', date: '' },
          { title: '复查人员\n（签名）：', text: '', date: '' },
        ],
      },
      { kind: 'seal', office: head.office, date: zhDay(recheck.signedOn) },
    ],
  };
}
