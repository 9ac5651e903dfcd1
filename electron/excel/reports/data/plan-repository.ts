import * as z from 'zod';
import { skipReasonLabels } from '#shared/domain/plan/assign-officers';
import { parsePopulation } from '#shared/domain/plan/population';
import { changeCauseLabels, changeKindLabels, drawnPair } from '#shared/domain/plan/visit-change';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import { groupRows } from '../../../db/group-rows';
import { listPlanChanges, parsePlace } from '../../../db/visit-change';
import { exclusionsColumn, getFreeze, strataColumn } from './freeze-repository';
import { jsonColumn } from './json-column';

const seedParts = z.object({
  publicValue: z.string(),
  officeNonce: z.string(),
  witnesses: z.string(),
  typists: z.string().default(''),
});
const skips = z.array(
  z.object({
    officerName: z.string().optional(),
    officerId: z.string().optional(),
    reason: z.string(),
    date: z.string().default(''),
    days: z.number().default(1),
  }),
);

/** @throws AppError `not_found` */
export async function getPlan(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('plan')
    .leftJoin('officer', 'officer.id', 'plan.officer_id')
    .selectAll('plan')
    .select('officer.name as officer_name')
    .where('plan.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这份年度检查计划，请刷新列表后重试。');
  return {
    id: row.id,
    year: row.year,
    title: row.title,
    packId: row.pack_id,
    packVersion: row.pack_version,
    strata: jsonColumn(strataColumn, row.strata, '抽样分层').map((stratum) => ({
      ...stratum,
      label: stratum.label ?? stratum.id,
    })),
    exclusions: await named(db, jsonColumn(exclusionsColumn, row.exclusions, '排除名单')),
    population: parsePopulation(row.population),
    populationSha256: row.population_sha256,
    seedParts: jsonColumn(seedParts, row.seed_parts, '种子组成'),
    seed: row.seed,
    algorithm: row.algorithm,
    problems: jsonColumn(z.array(z.string()), row.problems, '抽取提示'),
    state: row.state,
    voidReason: row.void_reason ?? '',
    officerName: row.officer_name ?? '',
    createdAt: row.created_at,
    /** null for draws of method 1, which had no recorded freeze. */
    freeze: row.freeze_id === null ? null : await getFreeze(db, row.freeze_id),
    visits: await listVisits(db, id),
    changes: await listChanges(db, id),
  };
}

/** What was changed after the draw, oldest first; what was taken back is left out with its taking back. */
async function listChanges(db: ReadDb, planId: string) {
  const rows = await listPlanChanges(db, planId);
  const undone = new Set(rows.map(({ undoes }) => undoes));
  const officers = await db.selectFrom('officer').select(['id', 'name']).execute();
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? id));
  const causes: Readonly<Record<string, string>> = changeCauseLabels;
  return rows
    .filter(({ id, undoes }) => undoes === null && !undone.has(id))
    .map((row) => {
      const [before, after] = [parsePlace(row.before), parsePlace(row.after)];
      const words = (place: typeof before) =>
        row.kind === 'exchange'
          ? [place.officer1Id, place.officer2Id].map(nameOf).filter(Boolean).join('、') || '未派出'
          : place.date;
      return {
        visitId: row.visit_id,
        kind: row.kind,
        kindLabel: changeKindLabels[row.kind],
        before: words(before),
        after: row.kind === 'cancel' ? '不再单独检查' : words(after),
        cause: causes[row.cause] ?? row.cause,
        reason: row.reason,
        by: nameOf(row.officer_id),
        second: nameOf(row.second_officer_id),
        at: row.at,
      };
    });
}

/** Names for those that are stored by their code only. */
async function named(db: ReadDb, list: z.output<typeof exclusionsColumn>) {
  const codes = list.filter(({ name }) => name === undefined).map(({ code }) => code);
  const names = new Map<string | null, string>();
  for (let from = 0; from < codes.length; from += 500) {
    const rows = await db
      .selectFrom('subject')
      .select(['uscc', 'name'])
      .where('uscc', 'in', codes.slice(from, from + 500))
      .execute();
    for (const { uscc, name } of rows) names.set(uscc, name);
  }
  return list.map(({ code, name, reason }) => ({ code, name: name ?? names.get(code) ?? '', reason }));
}

async function listVisits(db: ReadDb, planId: string) {
  const rows = await db
    .selectFrom('visit')
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .leftJoin('officer as first', 'first.id', 'visit.officer1_id')
    .leftJoin('officer as second', 'second.id', 'visit.officer2_id')
    .selectAll('visit')
    .select([
      'subject.name as subjectName',
      'subject.address as address',
      'first.name as name1',
      'first.certificate_no as no1',
      'second.name as name2',
      'second.certificate_no as no2',
    ])
    .where('visit.plan_id', '=', planId)
    .orderBy('visit.batch_no')
    .orderBy('visit.date')
    .orderBy('visit.rank')
    .execute();
  const changes = groupRows(await listPlanChanges(db, planId), ({ visit_id }) => visit_id);
  const drawnIds = (row: (typeof rows)[number]): readonly string[] => {
    const pair = drawnPair(
      { officer1Id: row.officer1_id, officer2Id: row.officer2_id },
      (changes.get(row.id) ?? []).map(({ before, after }) => ({
        before: parsePlace(before),
        after: parsePlace(after),
      })),
    );
    if (!pair.ok)
      throw new AppError('bad_state', `${row.subjectName}的检查人员与换人记录接不上，没有导出，请用备份核对。`);
    return [pair.officer1Id, pair.officer2Id].filter((id) => id !== null);
  };
  const names = new Map(
    (await db.selectFrom('officer').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  const reasons: Readonly<Record<string, string>> = skipReasonLabels;
  return rows.map((row) => ({
    id: row.id,
    /** As they were drawn; `officers` are those who go. */
    drawnOfficerIds: drawnIds(row),
    subjectName: row.subjectName,
    address: row.address ?? '',
    code: row.code,
    stratum: row.stratum,
    rank: row.rank,
    drawKey: row.draw_key,
    batchNo: row.batch_no,
    date: row.date,
    state: row.state,
    officers: [
      { id: row.officer1_id, name: row.name1, certificateNo: row.no1 },
      { id: row.officer2_id, name: row.name2, certificateNo: row.no2 },
    ].flatMap(({ id, name, certificateNo }) => (id && name ? [{ id, name, certificateNo: certificateNo ?? '' }] : [])),
    skips: jsonColumn(skips, row.skips, '回避与跳过').map(({ officerName, officerId, reason, date, days }) => ({
      officerId: officerId ?? '',
      officerName: officerName ?? names.get(officerId ?? '') ?? '',
      reason: `${reasons[reason] ?? reason}${days > 1 ? `（${date}起 ${days} 天）` : ''}`,
    })),
  }));
}

export type PaperPlan = Awaited<ReturnType<typeof getPlan>>;
export type PaperVisit = PaperPlan['visits'][number];
