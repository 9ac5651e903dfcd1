import type { InspectionFile } from './inspection-words';

/** The steps of a visit in hand, in their order; the number is also the key (Ctrl+1 …). */
export const stepKeys = ['arrive', 'checklist', 'record', 'sign', 'leave'] as const;
export type StepKey = (typeof stepKeys)[number];

export const isStep = (value: string | null): value is StepKey => stepKeys.some((key) => key === value);

const ARRIVE = ['startedAt', 'place', 'certificatesShownAt', 'rightsTold', 'avoidanceAsked', 'avoidanceRuling'];

/** Where a line of the departure list is dealt with; null: on the list's own page. */
export function placeOf(
  field: string,
  itemCode: string | null,
): { readonly step: StepKey; readonly id: string } | null {
  if (itemCode) return { step: 'checklist', id: itemCode };
  if (field.startsWith('sign.')) return { step: 'sign', id: `sign-${field.slice('sign.'.length)}` };
  if (ARRIVE.includes(field) || field === 'scanNo' || field === 'refusal')
    return { step: 'arrive', id: `record-${field}` };
  if (field === 'scene' || field === 'statement') return { step: 'record', id: `record-${field}` };
  return null;
}

/** Where an officer goes on when the record is opened: also after a power cut. */
export function firstStep(file: InspectionFile): StepKey {
  if (file.refusal) return 'sign';
  const told = file.rightsTold && file.avoidanceAsked !== null;
  return told || file.answers.length > 0 ? 'checklist' : 'arrive';
}

const hasArrived = (file: InspectionFile): boolean =>
  file.rightsTold &&
  file.avoidanceAsked !== null &&
  (file.avoidanceAsked === 'not_requested' || file.avoidanceRuling !== null);

const isRecorded = (file: InspectionFile): boolean => file.method !== 'on_site' || file.scene.trim() !== '';

const isSigned = (file: InspectionFile): boolean =>
  file.signings.every(({ status }) => status === 'signed' || status === 'paper_waiting' || status === 'refused');

/** The words of a step in the bar. */
export function stepWords(key: StepKey, file: InspectionFile, answered: number, asked: number) {
  switch (key) {
    case 'arrive':
      return { label: '到场告知', note: file.rightsTold ? '已告知权利' : '尚未告知权利' };
    case 'checklist':
      return { label: '逐项检查', note: file.refusal ? '拒绝检查' : `已作答 ${answered} / ${asked}` };
    case 'record':
      return { label: '现场记录', note: isRecorded(file) ? '已记录' : '尚未记录' };
    case 'sign':
      return { label: '签名', note: isSigned(file) ? '已签名' : '尚未签全' };
    case 'leave':
      return { label: '离场核对', note: '核对后办结' };
  }
}

/** Is there nothing open in this step? */
export function isStepDone(key: StepKey, file: InspectionFile, allAnswered: boolean): boolean {
  if (key === 'arrive') return hasArrived(file);
  if (key === 'checklist') return allAnswered || file.refusal !== null;
  if (key === 'record') return isRecorded(file);
  return key === 'sign' && isSigned(file);
}
