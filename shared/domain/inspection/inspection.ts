import type { InspectionKind } from '../plan/inspection-kinds';
import type { Checklist, Clause } from './checklist';
import type { AnswerCode, AvoidanceAnswer, FindingState, InspectionMethod, InspectionState, Severity } from './codes';
import type { OfficerOnDuty } from './officer-pair';
import type { DispositionCode, ResultCode } from './result-codes';
import type { Signature } from './signature';
import type { AvoidanceRuling, Refusal } from './site-acts';
import type { LocalTime } from './visit-time';

export type Answer = {
  readonly itemCode: string;
  readonly answer: AnswerCode;
  readonly reason: string;
  readonly note: string;
  readonly answeredAt: string;
};

export type Finding = {
  readonly id: string;
  /** Null for something seen outside the checklist. */
  readonly itemCode: string | null;
  readonly clause: Clause;
  readonly facts: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly createdAt: string;
};

export type Inspection = {
  readonly id: string;
  readonly no: string;
  readonly subjectId: string;
  readonly visitId: string | null;
  readonly kind: InspectionKind;
  readonly method: InspectionMethod;
  /** The checklist as it was when the visit began; later versions do not reach into old records. */
  readonly checklist: Checklist;
  readonly officers: readonly OfficerOnDuty[];
  readonly place: string;
  readonly startedAt: LocalTime;
  readonly endedAt: LocalTime | null;
  readonly scanNo: string | null;
  readonly scannedAt: LocalTime | null;
  /** To be scanned before leaving. */
  readonly scanLater: boolean;
  /** Why the visit was not scanned at all. */
  readonly scanReason: string | null;
  readonly certificatesShownAt: LocalTime | null;
  readonly rightsTold: boolean;
  readonly rightsToldAt: LocalTime | null;
  readonly avoidanceAsked: AvoidanceAnswer | null;
  readonly avoidanceRuling: AvoidanceRuling | null;
  readonly refusal: Refusal | null;
  /** Why the visit was broken off; a broken-off record has no result. */
  readonly brokenOff: string | null;
  readonly partyPresent: string | null;
  readonly scene: string;
  readonly statement: string;
  readonly resultCode: ResultCode | null;
  readonly dispositionCode: DispositionCode | null;
  readonly state: InspectionState;
  readonly finishedAt: string | null;
  readonly createdAt: string;
  /** Only of questions that are asked; what a left-out question once had stands in the history. */
  readonly answers: readonly Answer[];
  readonly findings: readonly Finding[];
  /** Those that count: the last one of each signer. */
  readonly signatures: readonly Signature[];
  readonly photos: readonly { readonly itemCode: string; readonly attachmentId: string }[];
};
