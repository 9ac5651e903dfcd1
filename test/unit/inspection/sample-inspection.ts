import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ChecklistItem, checklistItems, parseChecklist } from '#shared/domain/inspection/checklist';
import type { Answer, Finding, Inspection } from '#shared/domain/inspection/inspection';
import type { OfficerOnDuty } from '#shared/domain/inspection/officer-pair';
import { type Signature, type Signer, signedTextSha256, signersOf } from '#shared/domain/inspection/signature';

const file = resolve(import.meta.dirname, '../../../resources/checklists/patent-agency.v1.json');
export const sampleChecklist = parseChecklist(JSON.parse(readFileSync(file, 'utf8')), file);
export const sampleItems = checklistItems(sampleChecklist);

export const officer = (id: string, until: string | null = '2030-12-31'): OfficerOnDuty => ({
  id,
  name: `检查员${id}`,
  certificateNo: `31010${id}`,
  certificateUntil: until,
});

export const answerOf = (
  item: Pick<ChecklistItem, 'code'>,
  answer: Answer['answer'] = 'compliant',
  reason = '',
): Answer => ({
  itemCode: item.code,
  answer,
  reason,
  note: '',
  answeredAt: '2026-05-10T02:00:00.000Z',
});

export const findingOf = (itemCode: string | null, id = 'f1'): Finding => ({
  id,
  itemCode,
  clause: { document: '专利代理管理办法', article: '第四十一条第（五）项', text: '是否建立健全执业管理制度和运营制度' },
  facts: '现场未能提供利益冲突审查制度文本',
  severity: 'minor',
  state: 'open',
  createdAt: '2026-05-10T02:00:00.000Z',
});

export const signatureOf = (record: Inspection, signer: Signer, change: Partial<Signature> = {}): Signature => ({
  id: `sign-${signer.officerId ?? signer.role}`,
  role: signer.role,
  officerId: signer.officerId,
  name: signer.name || '周例文',
  state: 'signed',
  way: 'pad',
  reason: '',
  witnessName: '',
  witnessUnit: '',
  recorded: false,
  at: '2026-05-10T10:50',
  textSha256: signedTextSha256(record),
  attachmentId: 'att-1',
  ...change,
});

/** The record as it stands, signed by everybody who has to. */
export const signedBy = (record: Inspection, change: Partial<Signature> = {}): Inspection => ({
  ...record,
  signatures: signersOf(record).map((signer) => signatureOf(record, signer, change)),
});

/** A visit with nothing wrong, ready to be finished with result 1; signed unless the change says otherwise. */
export const sampleInspection = (change: Partial<Inspection> = {}): Inspection => {
  const record = unsignedInspection(change);
  return change.signatures ? record : signedBy(record);
};

function unsignedInspection(change: Partial<Inspection>): Inspection {
  return {
    id: 'v1',
    no: '××知检〔2026〕1号',
    subjectId: 's1',
    visitId: null,
    kind: 'double_random',
    method: 'on_site',
    checklist: sampleChecklist,
    officers: [officer('1'), officer('2')],
    place: '示例市知行路1号',
    startedAt: '2026-05-10T09:30',
    endedAt: '2026-05-10T11:00',
    scanNo: 'SM-1',
    scannedAt: '2026-05-10T09:28',
    scanLater: false,
    scanReason: null,
    certificatesShownAt: '2026-05-10T09:30',
    rightsTold: true,
    rightsToldAt: '2026-05-10T09:31',
    avoidanceAsked: 'not_requested',
    avoidanceRuling: null,
    refusal: null,
    brokenOff: null,
    partyPresent: '法定代表人到场',
    scene: '经营场所位于三楼，悬挂执业许可证正本。',
    statement: '无异议',
    resultCode: '1',
    dispositionCode: 'none_needed',
    state: 'open',
    finishedAt: null,
    createdAt: '2026-05-10T01:00:00.000Z',
    answers: sampleItems.map((item) => answerOf(item)),
    findings: [],
    signatures: [],
    photos: [],
    ...change,
  };
}
