import { formatBasis, inForce } from '#shared/domain/basis/basis';
import type { Checklist } from '#shared/domain/inspection/checklist';
import type { InspectionMethod } from '#shared/domain/inspection/codes';
import { fillPassage } from '#shared/domain/paper/paper-pack';
import { type InspectionKind, inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import type { RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { Packs } from '../../packs/packs';
import { findInspection, findInspectionOfVisit, findVisit } from './paper-repository';

/** The two ends of one case and what is known at either. */
export type Case = {
  readonly subjectId: string;
  readonly subjectName: string;
  readonly subjectKind: string;
  readonly visitId: string | null;
  readonly inspectionId: string | null;
  readonly kind: InspectionKind;
  readonly method: InspectionMethod;
  readonly planTitle: string;
  readonly day: IsoDate;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly place: string;
  readonly officerIds: readonly [string, string];
  readonly checklist: Checklist | null;
};

type Key = { readonly visitId?: string | undefined; readonly inspectionId?: string | undefined };

/**
 * The case that a visit or an inspection belongs to.
 *
 * @throws AppError `not_found`; `bad_state` for a visit whose officers were not found in the draw
 */
export async function loadCase(db: ReadDb, { visitId, inspectionId }: Key, checklists: readonly Checklist[]) {
  const visit = visitId ? await findVisit(db, visitId) : undefined;
  if (visitId && !visit) throw new AppError('not_found', '没有找到这次检查安排，请刷新计划后重试。');
  const made = inspectionId ?? (visit ? (await findInspectionOfVisit(db, visit.id, visit.subject_id))?.id : undefined);
  const inspection = made ? await findInspection(db, made) : undefined;
  if (inspectionId && !inspection) throw new AppError('not_found', '没有找到这次检查，请刷新列表后重试。');
  if (inspection) {
    const planned = visit ?? (inspection.visit_id ? await findVisit(db, inspection.visit_id) : undefined);
    return ofInspection(inspection, planned);
  }
  if (!visit) throw new AppError('not_found', '没有找到这次检查，请刷新列表后重试。');
  return ofVisit(visit, checklists);
}

type InspectionRow = NonNullable<Awaited<ReturnType<typeof findInspection>>>;
type VisitRow = NonNullable<Awaited<ReturnType<typeof findVisit>>>;

const kindOf = (text: string): InspectionKind => inspectionKinds.find((kind) => kind === text) ?? 'double_random';

const ofInspection = (row: InspectionRow, visit: VisitRow | undefined): Case => ({
  subjectId: row.subject_id,
  subjectName: row.subject_name,
  subjectKind: row.subject_kind,
  visitId: row.visit_id,
  inspectionId: row.id,
  kind: kindOf(row.kind),
  method: row.method as InspectionMethod,
  planTitle: visit?.plan_title ?? '',
  day: row.started_at.slice(0, 10),
  startedAt: row.started_at,
  endedAt: row.ended_at,
  place: row.place,
  officerIds: [row.officer1_id, row.officer2_id],
  checklist: JSON.parse(row.checklist) as Checklist,
});

function ofVisit(row: VisitRow, checklists: readonly Checklist[]): Case {
  const usable = checklists.filter((pack) => inForce(pack, row.date) && pack.subjectKinds.includes(row.subject_kind));
  return {
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    subjectKind: row.subject_kind,
    visitId: row.id,
    inspectionId: null,
    kind: kindOf(row.kind ?? 'double_random'),
    method: 'on_site',
    planTitle: row.plan_title ?? '',
    day: row.date,
    startedAt: null,
    endedAt: null,
    place: row.subject_address ?? '',
    officerIds: [row.officer1_id ?? '', row.officer2_id ?? ''],
    checklist: usable.find((pack) => pack.id === row.checklist_id) ?? usable.at(-1) ?? null,
  };
}

/** What the approval form says: kind, items, cause, basis, place, time and officers, all from the records. */
export function proposeNotice(found: Case, packs: Packs): RouteOutput<'paper.propose-notice'> {
  const { checklist, kind } = found;
  const reason = packs.papers().reasons[kind];
  return {
    subjectId: found.subjectId,
    subjectName: found.subjectName,
    kind,
    method: found.method,
    matters: checklist ? checklist.sections.map(({ title }) => title.replace(/^[一二三四五六七八九十]+、/, '')) : [],
    reason: fillPassage(reason.text, { plan: found.planTitle === '' ? '年度抽查计划' : `“${found.planTitle}”` }),
    basis: checklist ? checklist.basis.map(formatBasis).join('、') : '',
    place: found.place,
    plannedFrom: found.startedAt ?? `${found.day}T09:00`,
    plannedTo: found.endedAt ?? `${found.startedAt?.slice(0, 10) ?? found.day}T17:00`,
    officer1Id: found.officerIds[0],
    officer2Id: found.officerIds[1],
    urgentReason: null,
  };
}
