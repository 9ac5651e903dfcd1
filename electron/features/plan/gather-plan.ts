import * as z from 'zod';
import type { PlanOfficer } from '#shared/domain/plan/assign-officers';
import type { BatchSeries, PlanInput } from '#shared/domain/plan/plan';
import type { PlanFlag, PlanSubject } from '#shared/domain/plan/plan-subject';
import type { SamplingPack } from '#shared/domain/plan/sampling-pack';
import { isIncentiveMember } from '#shared/domain/plan/visit-cap';
import type { SubjectKind } from '#shared/domain/subject/subject';
import type { ParsedInput } from '#shared/ipc/contract';
import { addMonths } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { listDishonestyBesideActive, termsToday, toDishonesty } from '../../db/dishonesty-row';
import type { ReadContext } from '../../ipc/context';
import { countDrawnByStratum, findSeriesStart, listDrawnBatches, listOfficerDays } from './freeze-repository';
import {
  listAvoidedSubjects,
  listDrawableOfficers,
  listFlagFacts,
  listInspectedSubjects,
  listPlannedSubjects,
  listPlanSubjects,
} from './plan-repository';

const skillsColumn = z.array(z.string());
const tagsColumn = z.array(z.string());
const leavesColumn = z.array(z.object({ from: z.string(), to: z.string() }));
const listFields = z.looseObject({ removedOn: z.string().nullish() });

/** Statuses that take a subject out of any pool. */
const CEASED = new Set(['cancelled', 'revoked', 'moved_out']);

export type GatheredPlan = PlanInput & { readonly names: ReadonlyMap<string, string> };

type Wanted = Pick<ParsedInput<'plan.preview'>, 'year' | 'packId' | 'startOn' | 'officerIds' | 'scope'>;

/** Everything the rules of planning need, read once. */
export async function gatherPlan(
  wanted: Wanted,
  { db, packs }: Pick<ReadContext, 'db' | 'packs'>,
): Promise<GatheredPlan> {
  const { year, packId, startOn } = wanted;
  const pack = packs.samplingPacks().find((candidate) => candidate.id === packId);
  if (!pack) throw new AppError('not_found', '没有找到选定的抽样规则包，请重新选择。');
  const rows = await listPlanSubjects(db, pack.subjectKinds);
  const cap = packs.visitCap();
  const flagsOf = await gatherFlags(pack, year, startOn, db, packs);
  const isIncentive = ({ grade_code: grade, grade_pack: gradePack, tags }: (typeof rows)[number]) =>
    isIncentiveMember(cap, { grade, gradePack, tags: tagsColumn.parse(JSON.parse(tags)) });
  const subjects = rows.map(
    (row): PlanSubject => ({
      subjectId: row.id,
      code: row.uscc ?? row.agency_code ?? row.id,
      kind: row.kind as SubjectKind,
      grade: row.grade_code,
      flags: [
        ...(CEASED.has(row.status) ? (['ceased'] as const) : []),
        ...(isIncentive(row) ? (['incentive'] as const) : []),
        ...flagsOf(row.id),
      ],
    }),
  );
  const officers = await gatherOfficers(wanted, subjects, db);
  const names = new Map(subjects.map(({ code }, index) => [code, rows[index]?.name ?? code]));
  const series = wanted.scope === 'batch' ? await gatherSeries(pack, year, db) : null;
  return { pack, year, startOn, subjects, officers, calendar: packs.calendar(), names, series };
}

async function gatherOfficers(
  { year, officerIds }: Wanted,
  subjects: readonly PlanSubject[],
  db: ReadContext['db'],
): Promise<PlanOfficer[]> {
  const codes = new Map(subjects.map(({ subjectId, code }) => [subjectId, code]));
  const avoided = await listAvoidedSubjects(db);
  const duties = await listOfficerDays(db, year);
  return (await listDrawableOfficers(db))
    .filter((officer) => officerIds.length === 0 || officerIds.includes(officer.id))
    .map((officer) => {
      const busy = duties
        .filter((duty) => duty.officer1_id === officer.id || duty.officer2_id === officer.id)
        .map(({ date }) => date);
      return {
        id: officer.id,
        name: officer.name,
        certificateUntil: officer.certificate_until,
        leaves: leavesColumn.parse(JSON.parse(officer.leaves)),
        busy,
        load: busy.length,
        skills: skillsColumn.parse(JSON.parse(officer.skills)),
        avoids: avoided
          .filter((row) => row.officer_id === officer.id)
          .flatMap((row) => codes.get(row.subject_id) ?? []),
      };
    });
}

/** Which batch is due: the first that no standing draw has taken, so that a void one is drawn again. */
async function gatherSeries(pack: SamplingPack, year: number, db: ReadContext['db']): Promise<BatchSeries> {
  const batches = await listDrawnBatches(db, year, pack.id);
  const taken = new Set(batches.map(({ batchNo }) => batchNo));
  let batchNo = 1;
  while (taken.has(batchNo)) batchNo += 1;
  const counts =
    batches.length === 0
      ? []
      : await countDrawnByStratum(
          db,
          batches.map(({ planId }) => planId),
        );
  const start = await findSeriesStart(db, year, pack.id);
  return {
    batchNo,
    drawn: Object.fromEntries(counts.map(({ stratum, n }) => [stratum, n])),
    startOn: start?.start_on ?? null,
  };
}

/** Which catalogue items mean a listing or a penalty is told by their codes' families. */
async function gatherFlags(
  pack: SamplingPack,
  year: number,
  asOf: string,
  db: ReadContext['db'],
  packs: ReadContext['packs'],
): Promise<(subjectId: string) => PlanFlag[]> {
  const flags = new Map<string, Set<PlanFlag>>();
  const set = (subjectId: string, flag: PlanFlag) => {
    const own = flags.get(subjectId) ?? new Set<PlanFlag>();
    flags.set(subjectId, own.add(flag));
  };
  const penalties = packs
    .catalogue()
    .items.map((item) => item.code)
    .filter((code) => code.startsWith('penalty_'));
  const facts = await listFlagFacts(db, ['abnormal_list', 'serious_list', ...penalties]);
  const since = pack.recentPenaltyMonths === null ? null : addMonths(asOf, -pack.recentPenaltyMonths);
  for (const fact of facts) {
    const removedOn = listFields.parse(JSON.parse(fact.fields)).removedOn ?? null;
    const listed = (removedOn === null || removedOn > asOf) && (fact.valid_to === null || fact.valid_to >= asOf);
    if (fact.item_code === 'abnormal_list' || fact.item_code === 'serious_list') {
      if (listed) set(fact.subject_id, fact.item_code);
    } else if (since !== null && fact.occurred_on >= since) set(fact.subject_id, 'recent_penalty');
  }
  for (const subjectId of await listDishonestSubjects(db, packs, asOf)) set(subjectId, 'dishonest');
  for (const row of await listInspectedSubjects(db, year)) set(row.subject_id, 'inspected_this_year');
  for (const row of await listPlannedSubjects(db, year)) set(row.subject_id, 'planned_this_year');
  return (subjectId) => [...(flags.get(subjectId) ?? [])];
}

/** Whoever is still within the term of a record; one whose term has run out is no longer watched for it. */
async function listDishonestSubjects(
  db: ReadContext['db'],
  packs: ReadContext['packs'],
  asOf: string,
): Promise<string[]> {
  const records = (await listDishonestyBesideActive(db)).map(toDishonesty);
  const regimes = packs.repairRegimes();
  return records
    .filter((record) => {
      if (record.state !== 'active') return false;
      const ofSubject = records.filter((other) => other.subjectId === record.subjectId);
      const terms = termsToday(regimes, record, ofSubject, asOf);
      return terms === null || asOf < terms.endsOn;
    })
    .map((record) => record.subjectId);
}
