import * as z from 'zod';
import { readFrozenList } from '#shared/domain/plan/frozen-list';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import { jsonColumn } from './json-column';

export const strataColumn = z.array(
  z.object({
    id: z.string(),
    label: z.string().optional(),
    base: z.number(),
    ratio: z.string(),
    quotient: z.string(),
    count: z.number(),
    work: z.string(),
    inspectionKind: z.string().default(''),
    basis: z.string().default(''),
    verified: z.boolean().default(true),
  }),
);
export const exclusionsColumn = z.array(
  z.object({ code: z.string(), name: z.string().optional(), reason: z.string() }),
);

/** A frozen list as it was announced. @throws AppError `not_found` */
export async function getFreeze(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('plan_freeze')
    .leftJoin('officer', 'officer.id', 'plan_freeze.officer_id')
    .selectAll('plan_freeze')
    .select('officer.name as officer_name')
    .where('plan_freeze.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这份冻结的名录，请刷新列表后重试。');
  return {
    id: row.id,
    year: row.year,
    title: row.title,
    scope: row.scope,
    batchNo: row.batch_no,
    batches: jsonColumn(z.array(z.number()), row.batches, '批次'),
    startOn: row.start_on,
    strata: jsonColumn(strataColumn, row.strata, '抽样分层').map((stratum) => ({
      ...stratum,
      label: stratum.label ?? stratum.id,
    })),
    exclusions: jsonColumn(exclusionsColumn, row.exclusions, '排除名单'),
    list: readFrozenList(row.list),
    listText: row.list,
    listSha256: row.list_sha256,
    listSm3: row.list_sm3,
    officersSha256: row.officers_sha256,
    nonceSha256: row.nonce_sha256,
    subjectIds: row.subject_ids.split('\n'),
    total: row.total,
    problems: jsonColumn(z.array(z.string()), row.problems, '抽取提示'),
    state: row.state,
    discardReason: row.discard_reason ?? '',
    resultText: row.result ?? '',
    officerName: row.officer_name ?? '',
    createdAt: row.created_at,
  };
}

export type PaperFreeze = Awaited<ReturnType<typeof getFreeze>>;

/** Names of the candidates today, in the order of the list. */
export async function listCandidateNames(db: ReadDb, ids: readonly string[]): Promise<readonly string[]> {
  const names = new Map<string, string>();
  for (let from = 0; from < ids.length; from += 500) {
    const part = ids.slice(from, from + 500);
    for (const row of await db.selectFrom('subject').select(['id', 'name']).where('id', 'in', part).execute())
      names.set(row.id, row.name);
  }
  return ids.map((id) => names.get(id) ?? '');
}
