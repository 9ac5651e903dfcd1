import * as z from 'zod';
import { inForce } from '#shared/domain/basis/basis';
import { type Checklist, checklistItems } from '#shared/domain/inspection/checklist';
import { severityLabels } from '#shared/domain/inspection/codes';
import { rulingLabels, rulingOutcomeLabels } from '#shared/domain/inspection/site-acts';
import type { SiteRecordPaper } from '#shared/domain/paper/build-record';
import type { ResultPaper } from '#shared/domain/paper/build-result';
import type { PaperPerson } from '#shared/domain/paper/content';
import { inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import type { ReadDb } from '../../../db/dialect';
import { getInspection, type PaperInspection } from '../../reports/data/inspection-repository';
import { citation, unverified } from '../../reports/parts';
import { toParty } from './party';

type Finding = PaperInspection['findings'][number];

const findingText = (finding: Finding): string =>
  `【${severityLabels[finding.severity]}】${finding.facts}（${citation(finding.clause)}）`;

const checklistTitle = ({ title, version, verified }: Checklist): string =>
  `${title}，第 ${version} 版${unverified(verified)}`;

export async function getSitePapers(db: ReadDb, id: string) {
  const found = await getInspection(db, id);
  return { found, record: toRecord(found), result: toResult(found) };
}

function toRecord(found: PaperInspection): SiteRecordPaper {
  return {
    party: toParty(found.subject),
    onSite: found.method === 'on_site',
    finished: found.finished,
    startedAt: found.startedAt,
    endedAt: found.endedAt,
    place: found.place,
    officers: found.officers,
    matter: found.checklist.title,
    partyPresent: found.partyPresent,
    rightsTold: found.rightsTold,
    avoidance: found.avoidance,
    scene: found.scene,
    measures: '',
    statement: found.statement,
    attachments: found.attachments.map((file) => `${file.file_name}${file.note ? `（${file.note}）` : ''}`),
    signatures: found.signatures.map((one) => ({
      role: one.role,
      name: one.name,
      state: one.state,
      way: one.way,
      reason: one.reason,
      witnessName: one.witness_name,
      witnessUnit: one.witness_unit,
      recorded: one.recorded === 1,
      at: one.at,
    })),
    ruling: found.ruling ? rulingText(found.ruling) : '',
    refusal: found.refusal ? refusalText(found.refusal) : '',
    brokenOff: found.brokenOff,
  };
}

const rulingText = (ruling: NonNullable<PaperInspection['ruling']>): string =>
  `当事人申请${ruling.officerName}回避，${ruling.decidedBy}于${ruling.decidedAt.replace('T', ' ')}决定${rulingLabels[ruling.decision]}（${ruling.reason}），${rulingOutcomeLabels[ruling.outcome]}。`;

const refusalText = (refused: NonNullable<PaperInspection['refusal']>): string =>
  `${refused.at.replace('T', ' ')} 当事人拒绝检查：${refused.facts}${refused.told ? '（已告知拒绝检查的后果）' : ''}${refused.witnessName === '' ? '' : `见证人：${refused.witnessName}${refused.witnessUnit === '' ? '' : `（${refused.witnessUnit}）`}。`}${refused.recorded ? '全程录音录像。' : ''}`;

function toResult(found: PaperInspection): ResultPaper {
  const problems = (code: string) => found.findings.filter((finding) => finding.item_code === code).map(findingText);
  return {
    party: toParty(found.subject),
    kind: z.enum(inspectionKinds).parse(found.kind),
    plan: found.plan,
    method: found.method,
    checklist: checklistTitle(found.checklist),
    items: checklistItems(found.checklist).map((item) => {
      const answer = found.answers.find((entry) => entry.item_code === item.code);
      return {
        question: item.question,
        clause: citation(item.clause),
        answer:
          answer?.asked === 'not_asked' ? 'not_asked' : answer?.asked === 'reopened' ? null : (answer?.answer ?? null),
        remark: problems(item.code).join('\n') || answer?.asked_because || answer?.reason || answer?.note || '',
      };
    }),
    others: found.findings.filter((finding) => finding.item_code === null).map(findingText),
    result: found.result,
    disposition: found.disposition,
    finished: found.finished,
    finishedOn: found.finishedOn,
    scan: found.scanNo || (found.scanReason === '' ? '' : `未扫码：${found.scanReason}`),
    officers: found.officers,
  };
}

type BlankCase = {
  readonly party: SiteRecordPaper['party'];
  readonly kind: string;
  readonly plan: string;
  readonly place: string;
  readonly officers: readonly PaperPerson[];
  readonly checklist: Checklist | null;
};

/** The same papers before the visit: who, where and by whom is known, all else is for the hand. */
export function blankRecord({ party, place, officers, checklist }: BlankCase): SiteRecordPaper {
  return {
    party,
    onSite: true,
    finished: false,
    startedAt: null,
    endedAt: null,
    place,
    officers,
    matter: checklist?.title ?? '',
    partyPresent: '',
    rightsTold: false,
    avoidance: null,
    scene: '',
    measures: '',
    statement: '',
    attachments: [],
    signatures: [],
    ruling: '',
    refusal: '',
    brokenOff: '',
  };
}

export function blankResult({ party, kind, plan, officers, checklist }: BlankCase): ResultPaper {
  return {
    party,
    kind: inspectionKinds.find((one) => one === kind) ?? 'double_random',
    plan,
    method: 'on_site',
    checklist: checklist ? checklistTitle(checklist) : '',
    items: (checklist ? checklistItems(checklist) : []).map((item) => ({
      question: item.question,
      clause: citation(item.clause),
      answer: null,
      remark: '',
    })),
    others: [],
    result: null,
    disposition: null,
    finished: false,
    finishedOn: '',
    scan: '',
    officers,
  };
}

/** The checklist the visit was arranged with, else the newest one in force that day for a kind of subject. */
export function checklistFor(
  all: readonly Checklist[],
  subjectKind: string,
  on: string,
  id: string | null,
): Checklist | null {
  const usable = all.filter((pack) => inForce(pack, on) && pack.subjectKinds.includes(subjectKind));
  const chosen = usable.filter((pack) => pack.id === id);
  return (chosen.length > 0 ? chosen : usable).reduce<Checklist | null>(
    (best, pack) => (best === null || pack.version > best.version ? pack : best),
    null,
  );
}
