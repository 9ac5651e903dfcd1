import * as z from 'zod';
import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';

export const changeKinds = ['move', 'exchange', 'merge', 'cancel'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeKindLabels: Record<ChangeKind, string> = {
  move: '改期',
  exchange: '换人',
  merge: '合并',
  cancel: '取消',
};

/** Why a visit is changed; which of them may be chosen depends on the kind. */
export const changeCauses = [
  'leave',
  'illness',
  'certificate',
  'avoidance',
  'inactive',
  'short_handed',
  'arrangement',
  'subject_request',
  'undo',
  'other',
] as const;
export type ChangeCause = (typeof changeCauses)[number];
export const changeCauseLabels: Record<ChangeCause, string> = {
  leave: '请假',
  illness: '因病不能参加',
  certificate: '执法证件到期',
  avoidance: '应当回避',
  inactive: '离岗或停用',
  short_handed: '原未排到人员',
  arrangement: '工作安排调整',
  subject_request: '检查对象申请',
  undo: '撤销',
  other: '其他',
};
/** Why officers of a drawn visit may be exchanged; `arrangement` is none, or the draw of officers would mean nothing. */
export const exchangeCauses = [
  'leave',
  'illness',
  'certificate',
  'avoidance',
  'inactive',
  'short_handed',
  'other',
] as const satisfies readonly ChangeCause[];
export const moveCauses = ['arrangement', 'subject_request', 'leave', 'illness', 'other'] as const;

/** What of a visit can change. */
export const visitPlaceSchema = z.object({
  date: z.string(),
  officer1Id: z.string().nullable(),
  officer2Id: z.string().nullable(),
  state: z.string(),
});
export type VisitPlace = z.output<typeof visitPlaceSchema>;

export type VisitChange = {
  readonly id: string;
  readonly visitId: string;
  readonly before: VisitPlace;
  readonly after: VisitPlace;
};

/**
 * The officers of a visit after one of them was exchanged; the new one takes the place of the old one. `outId` null
 * fills the first empty place of a visit for which the draw found no pair.
 *
 * @throws AppError `bad_input` when the one who goes is not on the visit, or the one who comes is already
 * @example exchangeOfficer({ officer1Id: 'a', officer2Id: 'b' }, { outId: 'b', inId: 'c' }) // { officer1Id: 'a', officer2Id: 'c' }
 */
export function exchangeOfficer(
  pair: { readonly officer1Id: string | null; readonly officer2Id: string | null },
  { outId, inId }: { readonly outId: string | null; readonly inId: string },
): { readonly officer1Id: string | null; readonly officer2Id: string | null } {
  const { officer1Id, officer2Id } = pair;
  if (inId === officer1Id || inId === officer2Id)
    throw new AppError('bad_input', '所选人员已经在这次检查中，请选择另一名人员。', [
      { path: 'inOfficerId', message: '已在这次检查中' },
    ]);
  if (officer1Id === outId) return { officer1Id: inId, officer2Id };
  if (officer2Id === outId) return { officer1Id, officer2Id: inId };
  throw new AppError('bad_input', '要更换的人员已经不在这次检查中，请刷新后重试。', [
    { path: 'outOfficerId', message: '不在这次检查中' },
  ]);
}

/**
 * The officers as they were before the first change: as they were drawn. A visit without changes is as it was drawn.
 *
 * @param changes of one visit, oldest first
 * @returns the first thing that does not fit together, or the pair
 * @example drawnPair({ officer1Id: 'a', officer2Id: 'c' }, [exchangeOfBforC]).officer2Id // 'b'
 */
export function drawnPair(
  now: Pick<VisitPlace, 'officer1Id' | 'officer2Id'>,
  changes: readonly Pick<VisitChange, 'before' | 'after'>[],
):
  | { readonly ok: true; readonly officer1Id: string | null; readonly officer2Id: string | null }
  | { readonly ok: false } {
  const same = (a: Pick<VisitPlace, 'officer1Id' | 'officer2Id'>, b: typeof a) =>
    a.officer1Id === b.officer1Id && a.officer2Id === b.officer2Id;
  for (const [index, change] of changes.entries()) {
    const next = changes[index + 1]?.before ?? now;
    if (!same(change.after, next)) return { ok: false };
  }
  const { officer1Id, officer2Id } = changes[0]?.before ?? now;
  return { ok: true, officer1Id, officer2Id };
}

type Leave = { readonly from: IsoDate; readonly to: IsoDate };

/** The leave that a day falls into. */
export const leaveOn = (leaves: readonly Leave[], date: IsoDate): Leave | undefined =>
  leaves.find(({ from, to }) => from <= date && date <= to);
