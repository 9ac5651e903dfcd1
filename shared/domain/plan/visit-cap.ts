import * as z from 'zod';
import { AppError } from '../../kernel/errors';
import { basis, packHead } from '../basis/basis';
import { type InspectionMethod, inspectionMethods } from '../inspection/codes';
import { inspectionKinds } from './inspection-kinds';
import { type VisitCause, visitCauseLabels, visitCauses } from './visit-cause';

/** How often a subject may be visited in a year over all kinds, what counts, and who is reviewed at the desk first. */
export const visitCapPack = packHead.extend({
  kind: z.literal('visit-cap'),
  place: z.string().min(1).max(60),
  issuer: z.string().min(1).max(100),
  cap: z.int().min(1).max(100),
  /** 核查方式 that count. */
  onSiteMethods: z.array(z.enum(inspectionMethods)).min(1),
  /** Kinds of planned visits that do not count. */
  notOnSiteKinds: z.array(z.enum(inspectionKinds)),
  /** The counting rule as it is shown and printed. */
  counting: z.string().min(1).max(500),
  /** Causes that allow one more visit, with a second person. */
  exceptionCauses: z.array(z.enum(visitCauses)).min(1),
  basis,
  verified: z.boolean(),
  deskReviewFirst: z.strictObject({
    /** Ratings whose grades count here: an A of another scheme promises no such thing. */
    gradePacks: z.array(z.string().min(1).max(60)),
    grades: z.array(z.string().min(1).max(20)),
    tags: z.array(z.string().min(1).max(30)),
    unlessCauses: z.array(z.enum(visitCauses)),
    reason: z.string().min(1).max(200),
    basis,
    verified: z.boolean(),
  }),
});
export type VisitCapPack = Readonly<z.output<typeof visitCapPack>>;

/** Does a planned visit of that kind take the inspectors to the place? A visit of an earlier program has no kind and does. */
export const isOnSiteKind = (pack: VisitCapPack, kind: string | null): boolean =>
  !pack.notOnSiteKinds.some((code) => code === kind);

export const isOnSiteMethod = (pack: VisitCapPack, method: InspectionMethod): boolean =>
  pack.onSiteMethods.includes(method);

/** The cause and the second person that are given for a visit above the cap. */
export type OverCap = {
  readonly cause: VisitCause;
  readonly causeNote: string;
  readonly secondOfficerId: string | null;
};

type CapCase = {
  /** On-site visits of the year without this one. */
  readonly counted: number;
  readonly year: number;
  readonly subjectName: string;
  /** Who acts now, and who makes the visit: none of them can be the second person. */
  readonly actorId: string | null;
  readonly officerIds: readonly string[];
  readonly given: OverCap | null;
};

/**
 * Holds one more on-site visit against the yearly cap (国办发〔2024〕54号).
 *
 * @returns whether the visit is above the cap; then cause and second person are in order
 * @throws AppError `conflict` above the cap without a cause that allows it, `bad_input` without a second person,
 *   `forbidden` when that person is involved already
 * @example judgeCap(pack, { counted: 1, year: 2026, given: null, … }) // false, with a cap of 2
 */
export function judgeCap(pack: VisitCapPack, one: CapCase): boolean {
  const { counted, given } = one;
  if (counted < pack.cap) return false;
  const over = `${one.subjectName} ${one.year} 年已有 ${counted} 次现场检查，达到年度上限 ${pack.cap} 次`;
  const allowed = pack.exceptionCauses.map((code) => visitCauseLabels[code]).join('、');
  if (!given || !pack.exceptionCauses.includes(given.cause))
    throw new AppError(
      'conflict',
      `${over}。仅因${allowed}确需检查的可以再查，请选定事由并由另一人确认，或改为书面检查。`,
      [{ path: 'cause', message: `须为${allowed}之一` }],
    );
  if (given.causeNote.trim() === '')
    throw new AppError('bad_input', `${over}。请写明线索来源或文号。`, [
      { path: 'causeNote', message: '请写明线索来源或文号' },
    ]);
  if (given.secondOfficerId === null)
    throw new AppError('bad_input', `${over}。超过上限的检查须由另一人确认，请选择确认人。`, [
      { path: 'secondOfficerId', message: '请选择确认人' },
    ]);
  if (given.secondOfficerId === one.actorId || one.officerIds.includes(given.secondOfficerId))
    throw new AppError('forbidden', '确认人不能是经办人，也不能是本次的检查人员，请另选一人确认。', [
      { path: 'secondOfficerId', message: '须是经办人和检查人员以外的人' },
    ]);
  return true;
}

type Member = {
  readonly grade: string | null;
  /** The rating pack that gave the grade. */
  readonly gradePack: string | null;
  readonly tags: readonly string[];
};

/**
 * Does the subject enjoy the incentive (守信激励名单, 企业信用风险分类A类)? One rule for the draw and for desk reviews.
 *
 * @example isIncentiveMember(pack, { grade: null, gradePack: null, tags: ['守信激励名单'] }) // true
 */
export function isIncentiveMember(pack: VisitCapPack, { grade, gradePack, tags }: Member): boolean {
  const { gradePacks, grades, tags: listed } = pack.deskReviewFirst;
  const graded = grade !== null && gradePack !== null && gradePacks.includes(gradePack) && grades.includes(grade);
  return graded || tags.some((tag) => listed.includes(tag));
}

/**
 * Is the subject reviewed at the desk first (守信激励)? Not when the cause of the visit is one the pack lets through.
 *
 * @returns the reason in words, or null
 * @example deskFirst(pack, member, 'complaint') // null: complaints are looked into on the spot
 */
export function deskFirst(pack: VisitCapPack, member: Member, cause: VisitCause | null): string | null {
  const { unlessCauses, reason } = pack.deskReviewFirst;
  if (cause !== null && unlessCauses.includes(cause)) return null;
  return isIncentiveMember(pack, member) ? reason : null;
}
