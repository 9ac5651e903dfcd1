import type { AnswerCode, InspectionMethod } from '../inspection/codes';
import { answerLabels, inspectionMethodLabels, inspectionMethods } from '../inspection/codes';
import { type DispositionCode, dispositionLabels, type ResultCode, resultLabels } from '../inspection/result-codes';
import { type InspectionKind, inspectionKindLabels } from '../plan/inspection-kinds';
import {
  type PaperBlock,
  type PaperContent,
  type PaperHead,
  type PaperParty,
  type PaperPerson,
  partyRows,
  personsText,
  zhDay,
} from './content';

export type ResultItem = {
  readonly question: string;
  readonly clause: string;
  readonly answer: AnswerCode | 'not_asked' | null;
  /** Problem found, reason or note. */
  readonly remark: string;
};

export type ResultPaper = {
  readonly party: PaperParty;
  readonly kind: InspectionKind;
  readonly plan: string;
  readonly method: InspectionMethod;
  /** Title, version and whether it was verified. */
  readonly checklist: string;
  readonly items: readonly ResultItem[];
  /** Problems outside the checklist. */
  readonly others: readonly string[];
  readonly result: ResultCode | null;
  readonly disposition: DispositionCode | null;
  readonly finished: boolean;
  readonly finishedOn: string;
  readonly scan: string;
  readonly officers: readonly PaperPerson[];
};

const CHOICES = '□符合　□发现问题\n□不适用　□未检查';

/** Symbol and word of an answer; one that was not given is never passed. @example answerMark(null) // '○ 未作答' */
export function answerMark(answer: ResultItem['answer']): string {
  switch (answer) {
    case 'compliant':
      return `● ${answerLabels.compliant}`;
    case 'problem':
      return `■ ${answerLabels.problem}`;
    case 'not_applicable':
      return `— ${answerLabels.not_applicable}`;
    case 'not_checked':
      return `○ ${answerLabels.not_checked}`;
    case 'not_asked':
      return '— 不询问';
    case null:
      return '○ 未作答';
  }
}

const itemTable = (items: readonly ResultItem[], blank: boolean, offset = 0): PaperBlock => ({
  kind: 'table',
  columns: [
    { title: '序号', span: 1, align: 'center' },
    { title: '检查事项及依据', span: 5, align: 'left' },
    { title: '结果', span: blank ? 3 : 2, align: 'center' },
    { title: '发现问题情况', span: blank ? 3 : 4, align: 'left' },
  ],
  rows: items.map((item, index) => ({
    cells: [
      String(offset + index + 1),
      `${item.question}\n${item.clause}`,
      blank ? CHOICES : answerMark(item.answer),
      blank ? '' : item.remark,
    ],
    strong: !blank && item.answer === 'problem',
  })),
  lines: blank ? 3 : 1,
});

/**
 * 检查结果记录表 with the fields of the 随机抽查情况记录表: items one by one, result, disposition and whether it is
 * closed.
 *
 * @example buildResult(result, head).title // '随机抽查情况记录表'
 */
export function buildResult(result: ResultPaper, head: PaperHead): PaperContent {
  const { blank } = head;
  const methods = inspectionMethods
    .map((one) => `${!blank && one === result.method ? '☑' : '□'} ${inspectionMethodLabels[one]}`)
    .join('　');
  return {
    ...head,
    paper: 'result-record',
    layout: 'form',
    title: result.kind === 'double_random' ? '随机抽查情况记录表' : '检查结果记录表',
    remark: blank || result.finished ? '' : '未办结，仅供核对',
    pageLine: '',
    blocks: [
      {
        kind: 'fields',
        rows: [
          [
            { label: '任务名称', text: result.plan || inspectionKindLabels[result.kind] },
            { label: '任务编号', text: head.no },
          ],
          ...partyRows(result.party, '被检查对象'),
          [{ label: '核查方式', text: methods }],
        ],
      },
      { kind: 'section', text: `检查事项（${result.checklist}）` },
      itemTable(result.items, blank),
      ...(result.others.length === 0
        ? []
        : [{ kind: 'text' as const, label: '检查表以外\n的问题', text: result.others.join('\n'), lines: 0 }]),
      { kind: 'section', text: '检查结果与后续处置' },
      {
        kind: 'text',
        label: '检查结果',
        text: result.result ? `${resultLabels[result.result]}（代码 ${result.result}）` : blank ? '' : '未登记',
        lines: 2,
      },
      {
        kind: 'text',
        label: '后续处置\n措施',
        text: result.disposition ? dispositionLabels[result.disposition] : blank ? '' : '未登记',
        lines: 2,
      },
      {
        kind: 'fields',
        rows: [
          [
            { label: '是否完结', text: blank ? '□ 已完结　□ 未完结' : result.finished ? '● 已完结' : '○ 未完结' },
            {
              label: '完结日期',
              text: result.finishedOn === '' ? (blank ? zhDay(null) : '—') : zhDay(result.finishedOn),
            },
          ],
          [
            { label: '检查执行部门', text: head.office },
            { label: '扫码入企\n登记号', text: result.scan },
          ],
          [{ label: '检查人员', text: personsText(result.officers) }],
        ],
      },
      {
        kind: 'signatures',
        places: [
          { title: '检查人员（签名）：', text: '', date: '' },
          { title: '检查人员（签名）：', text: '', date: '' },
          { title: '审核人（签名）：', text: '', date: '' },
        ],
      },
      { kind: 'note', text: '检查结果应当依法向社会公示。' },
    ],
  };
}

/** Questions that stand on one page of a blank checklist. */
const ITEMS_A_PAGE = 12;

/**
 * A blank checklist to be ticked by hand, in tables of about one page each: question, clause, four boxes, room for a
 * note.
 *
 * @example buildChecklist(result, head).blocks.filter(({ kind }) => kind === 'table').length
 */
export function buildChecklist(result: ResultPaper, head: PaperHead): PaperContent {
  const pages = Math.max(1, Math.ceil(result.items.length / ITEMS_A_PAGE));
  return {
    ...head,
    paper: 'checklist',
    layout: 'form',
    title: '检查表（现场填写）',
    remark: '',
    pageLine: '当事人（签名）：＿＿＿＿＿　检查人员（签名）：＿＿＿＿＿、＿＿＿＿＿',
    blocks: [
      {
        kind: 'fields',
        rows: [
          [{ label: '被检查对象', text: result.party.name }],
          [
            { label: result.party.idLabel.replace('统一社会', '统一社会\n'), text: result.party.idText },
            { label: '检查日期', text: zhDay(null) },
          ],
          [{ label: '检查人员', text: personsText(result.officers) }],
        ],
      },
      ...Array.from({ length: pages }, (_, page) => [
        { kind: 'section' as const, text: `${result.checklist}　第 ${page + 1} 部分（共 ${pages} 部分）` },
        itemTable(result.items.slice(page * ITEMS_A_PAGE, (page + 1) * ITEMS_A_PAGE), true, page * ITEMS_A_PAGE),
      ]).flat(),
      { kind: 'note', text: '每一事项只勾选一格；未勾选视为未检查。发现问题的，写明看到的事实和证据编号。' },
    ],
  };
}
