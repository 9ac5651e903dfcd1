import { inForce } from '#shared/domain/basis/basis';
import type { Checklist } from '#shared/domain/inspection/checklist';
import { routeOrder } from '#shared/domain/inspection/route-order';
import { type InspectionKind, inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from './dialect';
import { groupRows } from './group-rows';

export type OutingFilter = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly officerId?: string | undefined;
  readonly planId?: string | undefined;
  readonly batchNo?: number | undefined;
};

/** Problems of the last visit that are shown of one subject. */
const PROBLEMS = 5;

const visitsOf = (db: ReadDb, { from, to, officerId, planId, batchNo }: OutingFilter) => {
  let found = db
    .selectFrom('visit')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .where('visit.date', '>=', from)
    .where('visit.date', '<=', to)
    .where('visit.state', '=', 'planned')
    .where('visit.merged_into', 'is', null)
    .where((eb) => eb.or([eb('plan.state', 'is', null), eb('plan.state', '=', 'drawn')]));
  if (officerId)
    found = found.where((eb) =>
      eb.or([eb('visit.officer1_id', '=', officerId), eb('visit.officer2_id', '=', officerId)]),
    );
  if (planId) found = found.where('visit.plan_id', '=', planId);
  if (batchNo !== undefined) found = found.where('visit.batch_no', '=', batchNo);
  return found;
};

/** Visits to be made in a span of days, in the order of the way, with what the officers want to know of each. */
export async function loadOuting(db: ReadDb, filter: OutingFilter, checklists: readonly Checklist[], limit: number) {
  const { n: total } = await visitsOf(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const rows = await visitsOf(db, filter)
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .leftJoin('current_rating', 'current_rating.subject_id', 'visit.subject_id')
    .leftJoin('visit_route', 'visit_route.visit_id', 'visit.id')
    .leftJoin('officer as taker', 'taker.id', 'visit_route.taken_by')
    .select(['visit.id', 'visit.date', 'visit.batch_no', 'visit.kind', 'visit.checklist_id', 'visit.subject_id'])
    .select(['visit.officer1_id', 'visit.officer2_id', 'visit.stratum', 'plan.strata'])
    .select(['subject.name', 'subject.uscc', 'subject.kind as subject_kind', 'subject.district', 'subject.address'])
    .select(['subject.legal_person', 'subject.phone', 'current_rating.grade_code'])
    .select(['visit_route.position', 'visit_route.taken_at', 'taker.name as taken_by'])
    .orderBy('visit.date')
    .orderBy('visit.id')
    .limit(limit)
    .execute();
  const subjectIds = [...new Set(rows.map((row) => row.subject_id))];
  const [officers, last, opened] = [
    await officersOf(db, rows),
    await lastVisits(db, subjectIds),
    await openedFrom(db, subjectIds),
  ];
  const stops = rows.map((row) => {
    const checklist = checklistFor(checklists, row);
    const before = last.get(row.subject_id);
    return {
      ...{ visitId: row.id, date: row.date, batchNo: row.batch_no, kind: kindOf(row) },
      ...{ subjectId: row.subject_id, subjectName: row.name, uscc: row.uscc, gradeCode: row.grade_code },
      ...{ district: row.district, address: row.address, contact: row.legal_person, phone: row.phone },
      officers: [row.officer1_id, row.officer2_id].flatMap((id) => officers.get(id ?? '') ?? []),
      checklistTitle: checklist?.title ?? '',
      bring: checklist?.bring ?? [],
      lastVisitOn: before?.on ?? null,
      lastProblems: before?.problems ?? [],
      ...{ position: row.position, takenAt: row.taken_at, takenBy: row.taken_by },
      inspectionId: opened.get(row.id) ?? null,
    };
  });
  const ordered = routeOrder(stops.map((stop) => ({ ...stop, name: stop.subjectName })));
  return { stops: ordered.map(({ name: _, ...stop }) => stop), more: total - stops.length };
}

export type OutingStop = Awaited<ReturnType<typeof loadOuting>>['stops'][number];

/** A visit drawn by an older program has its kind in its stratum. */
function kindOf(row: { kind: string | null; stratum: string; strata: string | null }): InspectionKind {
  const strata = JSON.parse(row.strata ?? '[]') as readonly { id?: string; label?: string; inspectionKind?: string }[];
  const stratum = strata.find(({ id, label }) => id === row.stratum || label === row.stratum);
  const wanted = row.kind ?? stratum?.inspectionKind;
  return inspectionKinds.find((kind) => kind === wanted) ?? 'double_random';
}

function checklistFor(
  all: readonly Checklist[],
  { checklist_id, subject_kind, date }: { checklist_id: string | null; subject_kind: string; date: IsoDate },
): Checklist | undefined {
  const usable = all.filter((pack) => inForce(pack, date) && pack.subjectKinds.includes(subject_kind));
  const wanted = checklist_id ? usable.filter((pack) => pack.id === checklist_id) : usable;
  return [...wanted].sort((a, b) => b.version - a.version).find((pack) => pack.id === wanted[0]?.id);
}

async function officersOf(
  db: ReadDb,
  rows: readonly { officer1_id: string | null; officer2_id: string | null }[],
): Promise<ReadonlyMap<string, { id: string; name: string; certificateNo: string }>> {
  const ids = [...new Set(rows.flatMap((row) => [row.officer1_id ?? '', row.officer2_id ?? '']))];
  const found = await db
    .selectFrom('officer')
    .select(['id', 'name', 'certificate_no as certificateNo'])
    .where('id', 'in', ids)
    .execute();
  return new Map(found.map((officer) => [officer.id, officer]));
}

type LastVisit = {
  readonly on: IsoDate;
  readonly problems: {
    facts: string;
    itemCode: string | null;
    rectified: 'open' | 'corrected' | 'uncorrected' | null;
  }[];
};

/** The last finished visit of each subject with its problems and what became of them. */
async function lastVisits(db: ReadDb, subjectIds: readonly string[]): Promise<ReadonlyMap<string, LastVisit>> {
  const visits = await db
    .selectFrom('inspection')
    .select(['id', 'subject_id', 'started_at'])
    .where('subject_id', 'in', subjectIds)
    .where('state', '=', 'finished')
    .where('broken_off', 'is', null)
    .orderBy('started_at', 'desc')
    .execute();
  const newest = new Map<string, (typeof visits)[number]>();
  for (const visit of visits) if (!newest.has(visit.subject_id)) newest.set(visit.subject_id, visit);
  const findings = await db
    .selectFrom('finding')
    .select(['finding.inspection_id', 'finding.facts', 'finding.item_code'])
    .select((eb) =>
      eb
        .selectFrom('rectification_item')
        .innerJoin('rectification', 'rectification.id', 'rectification_item.rectification_id')
        .whereRef('rectification.subject_id', '=', 'finding.subject_id')
        .whereRef('rectification_item.finding_id', '=', 'finding.id')
        .where('rectification.state', '!=', 'cancelled')
        .orderBy('rectification.ordered_on', 'desc')
        .limit(1)
        .select('rectification_item.state')
        .as('rectified'),
    )
    .where(
      'finding.inspection_id',
      'in',
      [...newest.values()].map(({ id }) => id),
    )
    .where('finding.state', '=', 'open')
    .orderBy('finding.id')
    .execute();
  const byVisit = groupRows(findings, (finding) => finding.inspection_id);
  return new Map(
    [...newest].map(([subjectId, visit]) => [
      subjectId,
      {
        on: visit.started_at.slice(0, 10),
        problems: (byVisit.get(visit.id) ?? [])
          .slice(0, PROBLEMS)
          .map(({ facts, item_code, rectified }) => ({ facts, itemCode: item_code, rectified })),
      },
    ]),
  );
}

/** Inspections that run already, by their visit. */
async function openedFrom(db: ReadDb, subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('inspection')
    .select(['id', 'visit_id'])
    .where('subject_id', 'in', subjectIds)
    .where('state', '=', 'open')
    .where('visit_id', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.visit_id ?? '', row.id]));
}
