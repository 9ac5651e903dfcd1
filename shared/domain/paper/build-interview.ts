import { type PaperContent, type PaperHead, type PaperPerson, personsText, zhSpan } from './content';
import type { InterviewLine, Sex } from './interview';
import { sexLabels } from './interview';
import type { PaperPack } from './paper-pack';

export type InterviewPaper = {
  readonly nth: number | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly place: string;
  readonly officers: readonly PaperPerson[];
  readonly recorder: string;
  readonly person: {
    readonly name: string;
    readonly sex: Sex | null;
    readonly idNumber: string;
    readonly employer: string;
    readonly post: string;
    readonly phone: string;
    readonly otherContact: string;
    readonly address: string;
  };
  readonly lines: readonly Pick<InterviewLine, 'question' | 'answer'>[];
  readonly confirmation: string | null;
  readonly refusedReason: string | null;
  readonly witnessName: string | null;
  readonly finished: boolean;
};

/**
 * 询问笔录: head, questions and answers, what the person wrote at the end, and a line to sign on every page.
 *
 * @example buildInterview(interview, texts, head).pageLine // '被询问人（签名）：…'
 */
export function buildInterview(interview: InterviewPaper, pack: PaperPack, head: PaperHead): PaperContent {
  const { person } = interview;
  const { blank } = head;
  const refused = interview.refusedReason !== null;
  const closing = interview.confirmation ?? pack.passages.interviewConfirmation.text;
  return {
    ...head,
    paper: 'interview-record',
    layout: 'form',
    title: interview.nth === null ? '询问笔录（第　　次）' : `询问笔录（第 ${interview.nth} 次）`,
    remark: blank || interview.finished ? '' : '未核对确认，仅供核对',
    pageLine: '被询问人（签名）：＿＿＿＿＿　询问人（签名）：＿＿＿＿＿、＿＿＿＿＿',
    blocks: [
      {
        kind: 'fields',
        rows: [
          [{ label: '询问时间', text: zhSpan(interview.startedAt, interview.endedAt) }],
          [{ label: '询问地点', text: interview.place }],
          [{ label: '询问人\n及执法证号', text: personsText(interview.officers) }],
          [
            { label: '记录人', text: interview.recorder },
            { label: '被询问人', text: person.name },
          ],
          [
            { label: '性别', text: person.sex === null || person.sex === 'unknown' ? '' : sexLabels[person.sex] },
            { label: '身份证件\n号码', text: person.idNumber },
          ],
          [
            { label: '工作单位', text: person.employer },
            { label: '职务', text: person.post },
          ],
          [
            { label: '联系电话', text: person.phone },
            { label: '其他联系\n方式', text: person.otherContact },
          ],
          [{ label: '联系地址', text: person.address }],
        ],
      },
      { kind: 'section', text: '询问内容' },
      {
        kind: 'questions',
        lines: interview.lines.map(({ question, answer }) => ({ question, answer })),
        blank: blank ? 12 : 0,
      },
      {
        kind: 'text',
        label: '笔录确认',
        text: refused
          ? `被询问人${person.name}拒绝签名：${interview.refusedReason ?? ''}。见证人：${interview.witnessName ?? ''}。`
          : `被询问人：${closing}\n${'＿'.repeat(20)}（由被询问人逐字书写并签名）`,
        lines: 0,
      },
      {
        kind: 'signatures',
        places: [
          { title: '被询问人\n（签名）：', text: refused ? '拒绝签名' : '', date: '' },
          ...(refused ? [{ title: '见证人\n（签名）：', text: '', date: '' }] : []),
          { title: '询问人\n（签名）：', text: '', date: '' },
          { title: '询问人\n（签名）：', text: '', date: '' },
        ],
      },
      { kind: 'note', text: '更正之处由被询问人签名或者按指印。' },
    ],
  };
}
