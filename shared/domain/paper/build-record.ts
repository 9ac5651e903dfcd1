import { type AvoidanceAnswer, avoidanceLabels } from '../inspection/codes';
import {
  type PaperContent,
  type PaperHead,
  type PaperParty,
  type PaperPerson,
  partyRows,
  personsText,
  zhSpan,
} from './content';
import { fillPassage, type PaperPack } from './paper-pack';
import { type RecordedSignature, recordSignatures, refusedText } from './signing';

export type SiteRecordPaper = {
  readonly party: PaperParty;
  readonly onSite: boolean;
  readonly finished: boolean;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly place: string;
  readonly officers: readonly PaperPerson[];
  /** What the inspection is about: the title of the checklist. */
  readonly matter: string;
  readonly partyPresent: string;
  /** Null while not recorded. */
  readonly rightsTold: boolean;
  readonly avoidance: AvoidanceAnswer | null;
  readonly scene: string;
  readonly measures: string;
  readonly statement: string;
  readonly attachments: readonly string[];
  readonly signatures: readonly RecordedSignature[];
  /** Sentences on a decided request for avoidance, a refused inspection, a visit that was broken off. */
  readonly ruling: string;
  readonly refusal: string;
  readonly brokenOff: string;
};

const BLANK = '＿＿＿＿＿＿';

/**
 * 现场检查笔录: head, opening and rights in their standard wording, facts, statement, confirmation, signatures. In a
 * blank paper every text is a place to write in.
 *
 * @example buildSiteRecord(record, texts, head).title // '现场检查笔录'
 */
export function buildSiteRecord(record: SiteRecordPaper, pack: PaperPack, head: PaperHead): PaperContent {
  const { passages } = pack;
  const { blank } = head;
  const refused = refusedText(record.signatures);
  const values = { office: head.office, items: record.matter };
  const answered = record.avoidance === null ? BLANK : `${avoidanceLabels[record.avoidance]}。`;
  return {
    ...head,
    paper: 'inspection-record',
    layout: 'form',
    title: record.onSite ? '现场检查笔录' : '检查笔录',
    remark: blank || record.finished ? '' : '未办结，仅供核对',
    pageLine: '当事人（签名）：＿＿＿＿＿　检查人员（签名）：＿＿＿＿＿、＿＿＿＿＿',
    blocks: [
      {
        kind: 'fields',
        rows: [
          [{ label: '检查时间', text: zhSpan(record.startedAt, record.endedAt) }],
          [{ label: '检查地点', text: record.place }],
          [{ label: '检查人员\n及执法证号', text: personsText(record.officers) }],
          ...partyRows(record.party, '当事人'),
          [{ label: '通知当事人\n到场情况', text: record.partyPresent }],
        ],
      },
      {
        kind: 'text',
        label: '出示证件\n说明来意',
        text: `检查人员：${fillPassage(passages.opening.text, values)}\n当事人：${record.rightsTold ? '已看清楚。' : BLANK}`,
        lines: 0,
      },
      {
        kind: 'text',
        label: '告知权利\n义务',
        text: `检查人员：${passages.rights.text}\n当事人：${answered}${record.ruling === '' ? '' : `\n${record.ruling}`}`,
        lines: 0,
      },
      { kind: 'text', label: '现场情况', text: record.scene, lines: 16 },
      ...(record.refusal === ''
        ? []
        : [{ kind: 'text' as const, label: '拒绝检查\n的情况', text: record.refusal, lines: 0 }]),
      ...(record.brokenOff === ''
        ? []
        : [{ kind: 'text' as const, label: '中止检查\n的原因', text: record.brokenOff, lines: 0 }]),
      { kind: 'text', label: '采取强制\n措施的告知', text: record.measures || (blank ? '' : '无'), lines: 2 },
      { kind: 'text', label: '当事人的\n陈述和申辩', text: record.statement || (blank ? '' : '无'), lines: 5 },
      {
        kind: 'text',
        label: '附件',
        text:
          record.attachments.length > 0
            ? record.attachments.map((file, index) => `${index + 1}．${file}`).join('\n')
            : blank
              ? ''
              : '无',
        lines: 1,
      },
      {
        kind: 'text',
        label: '笔录确认',
        text: `当事人：${passages.confirmation.text}\n${'＿'.repeat(20)}（由当事人逐字书写并签名）`,
        lines: 0,
      },
      ...(refused === '' ? [] : [{ kind: 'text' as const, label: '拒绝签名\n的情况', text: refused, lines: 0 }]),
      { kind: 'signatures', places: [...recordSignatures(record.signatures, record.onSite)] },
      { kind: 'note', text: passages.correctionNote.text },
    ],
  };
}
