import type { WriteTx } from '../../electron/db/write-tx';
import { LONG_NAME } from './report-subjects';

const CREATED = '2026-09-22T01:00:00.000Z';
const json = (value: unknown) => JSON.stringify(value);
const officer = (n: number) => ({
  id: `o${n}`,
  name: ['钱办案一', '孙办案二', '李办案三', '周办案四'][n] ?? '',
  certificateNo: `3301000${n + 1}`,
  certificateUntil: '2028-12-31',
});

/** Number of the person who is questioned; on the paper that is signed it stands in full. */
export const ASKED_PERSON = '110105199003078512';

export function insertNotice(tx: WriteTx, id = 'n1', inspectionId: string | null = 'v1'): void {
  tx.insert('check_notice', {
    id,
    no: '云州市监检审〔2026〕9号',
    subject_id: 's1',
    visit_id: null,
    inspection_id: inspectionId,
    kind: 'double_random',
    method: 'on_site',
    items: json(['执业资质', '内部管理', '业务活动', '信息公示']),
    reason: '按照“2026年度专利代理机构抽查计划”，随机抽取检查对象、随机选派检查人员开展抽查',
    basis: '《专利代理条例》第二十四条、《专利代理管理办法》第三十七条',
    place: '云州市知行区虚构路1号示例大厦 8 层',
    planned_from: '2026-09-22T09:00',
    planned_to: '2026-09-22T17:00',
    officer1_id: 'o0',
    officer2_id: 'o1',
    officers: json([officer(0), officer(1)]),
    applied_by: 'o0',
    applied_on: '2026-09-18',
    state: 'served',
    urgent_reason: null,
    decided_by: 'o4',
    decided_on: '2026-09-19',
    decision_note: '',
    notice_no: '云州市监检通〔2026〕9号',
    noticed_on: '2026-09-19',
    served_on: '2026-09-21',
    received_by: '赵虚构',
    not_notified_reason: null,
    withdrawn_reason: null,
    created_at: CREATED,
  });
}

type Line = { readonly question: string; readonly answer: string };

const LINES: readonly Line[] = [
  {
    question:
      '我们是云州市市场监督管理局（云州市知识产权局）的执法人员，现向你出示我们的执法证件（执法证号：33010001、33010002），你是否看清楚？',
    answer: '看清楚了。',
  },
  { question: '请介绍一下你的姓名、职务和在单位负责的工作。', answer: '我叫赵虚构，是负责人，负责全面工作。' },
  {
    question: '检查中发现的上述情况是否属实？',
    answer: '属实。三份合同签订时检索系统正在更换，事后没有补做记录。',
  },
];

export function insertInterview(
  tx: WriteTx,
  { id = 'w1', refused = false, lines = LINES }: { id?: string; refused?: boolean; lines?: readonly Line[] } = {},
): void {
  tx.insert('interview', {
    id,
    no: '云州市监询〔2026〕4号',
    inspection_id: 'v1',
    subject_id: 's1',
    nth: 1,
    started_at: '2026-09-22T13:30',
    ended_at: '2026-09-22T14:10',
    place: '云州市知行区虚构路1号示例大厦 8 层会议室',
    officer1_id: 'o0',
    officer2_id: 'o1',
    officers: json([officer(0), officer(1)]),
    recorder: json({ id: 'o1', name: '孙办案二', certificateNo: '33010002' }),
    person_name: '赵虚构',
    person_sex: 'male',
    person_id_number: ASKED_PERSON,
    person_employer: '云州虚构1号知识产权代理有限公司',
    person_post: '负责人',
    person_phone: '13900139000',
    person_other_contact: '',
    person_address: '云州市知行区虚构路1号',
    confirmation: refused ? null : '以上笔录我已看过，与我说的一致。',
    refused_reason: refused ? '认为与本人无关' : null,
    witness_name: refused ? '物业王某' : null,
    state: 'finished',
    void_reason: null,
    finished_at: CREATED,
    created_at: CREATED,
  });
  lines.forEach((line, index) => {
    tx.insert('interview_line', {
      id: `${id}-l${String(index).padStart(3, '0')}`,
      interview_id: id,
      seq: (index + 1) * 1024,
      standard: index === 0 ? 'identity' : null,
      ...line,
      state: 'active',
      updated_at: CREATED,
    });
  });
}

export function insertRefusedSignature(tx: WriteTx): void {
  tx.insert('signature', {
    id: 'sig1',
    owner_table: 'inspection',
    owner_id: 'v1',
    role: 'party',
    officer_id: null,
    name: '赵虚构',
    state: 'refused',
    way: 'none',
    reason: '对现场情况的表述有不同意见',
    witness_name: '王某',
    witness_unit: '示例大厦物业',
    recorded: 1,
    at: '2026-09-22T11:38',
    text_sha256: '',
    attachment_id: null,
    superseded_at: null,
    created_at: CREATED,
  });
}

/** A number taken in advance for papers of that series. */
export function insertReserved(tx: WriteTx, id: string, noun: string, no: string): void {
  tx.insert('reserved_number', {
    id,
    no,
    noun,
    word: '检',
    year: 2026,
    seq: 80,
    paper: 'inspection-record',
    subject_id: 's1',
    visit_id: null,
    state: 'reserved',
    bound_table: null,
    bound_id: null,
    bound_on: null,
    void_reason: null,
    void_on: null,
    officer_id: null,
    created_at: CREATED,
  });
}

/** A clue handed over, sent and waiting for its answer. */
export function insertLetter(tx: WriteTx): void {
  tx.insert('letter', {
    id: 'l1',
    no: '云州市监移〔2026〕3号',
    kind: 'transfer',
    subject_id: 's1',
    inspection_id: 'v1',
    to_unit: '云州市市场监督管理综合行政执法支队',
    title: `关于${LONG_NAME}有关案件线索的函`,
    content: '我单位在检查中发现下列案件线索，现将有关材料移送你单位。\n1. 未按规定建立利益冲突审查制度。',
    enclosures: '检查记录；证据材料 3 件',
    written_on: '2026-09-23',
    written_by: 'o0',
    sent_on: '2026-09-24',
    sent_how: '机要交换',
    reply_due_on: '2026-10-12',
    reply_due_steps: '[]',
    reminded_on: null,
    replied_on: null,
    reply: null,
    state: 'sent',
    state_reason: null,
    created_at: CREATED,
  });
}

export function insertGivenBlock(tx: WriteTx): void {
  tx.insert('number_block', {
    id: 'nb1',
    word: '检',
    year: 2026,
    office_code: '云州市监',
    role: 'given',
    first_no: 101,
    last_no: 150,
    next_no: 101,
    device_no: '02',
    device_name: '二号笔记本',
    state: 'active',
    closed_reason: null,
    closed_on: null,
    officer_id: null,
    created_at: CREATED,
  });
}
