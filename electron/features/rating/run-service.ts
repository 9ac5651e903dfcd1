import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { groupRows } from '../../db/group-rows';
import { getOfficerOnDuty } from '../../db/officers-on-duty';
import type { RatingBatchTable } from '../../db/schema-rating';
import type { WriteTx } from '../../db/write-tx';
import type { ReadContext } from '../../ipc/context';
import { ratingPacks } from '../../packs/rating-packs';
import {
  type BatchRow,
  countBatches,
  findBatch,
  findRatingOfRun,
  findSubjectOfRun,
  listBatches,
  listMoves,
  spreadWith,
} from './run-repository';

type BatchView = RouteOutput<'rating.list-batches'>['rows'][number];

export const viewBatch = (row: BatchRow): BatchView => ({
  id: row.id,
  mode: row.mode,
  asOf: row.as_of,
  checked: row.checked,
  rated: row.rated,
  firstRated: row.first_rated,
  moved: row.moved,
  withoutPack: row.without_pack,
  state: row.state,
  proposedById: row.officer_id,
  proposedBy: row.maker_name ?? '',
  proposedAt: row.created_at,
  decidedBy: row.decider_name,
  decidedOn: row.decided_on,
  reason: row.reason,
  publishedOn: row.published_on,
  publishedWhere: row.published_where,
  unpublishedOn: row.unpublished_on,
  unpublishedReason: row.unpublished_reason,
  subjectName: row.subject_name,
});

export const viewBatches = async (
  db: ReadDb,
  input: ParsedInput<'rating.list-batches'>,
): Promise<RouteOutput<'rating.list-batches'>> => ({
  rows: (await listBatches(db, input)).map(viewBatch),
  total: await countBatches(db, input.states),
});

async function getBatch(db: ReadDb, id: string): Promise<BatchRow> {
  const batch = await findBatch(db, id);
  if (!batch) throw new AppError('not_found', '没有找到这批评价，请刷新列表后重试。');
  return batch;
}

export async function viewRun(
  { db, packs }: Pick<ReadContext, 'db' | 'packs'>,
  id: string,
): Promise<RouteOutput<'rating.get-batch'>> {
  const batch = await getBatch(db, id);
  const used = Object.entries(JSON.parse(batch.packs) as Record<string, string>);
  const known = await ratingPacks(db, packs);
  return {
    ...viewBatch(batch),
    moves: (await listMoves(db, id)).map((move) => ({
      ratingId: move.rating_id,
      subjectId: move.subject_id,
      subjectName: move.name,
      subjectKind: move.kind,
      from: move.from_grade,
      to: move.to_grade,
      fromScoreThousandths: move.from_score,
      scoreThousandths: move.to_score,
      causes: JSON.parse(move.causes),
    })),
    packs: [...groupRows(used, ([, sha256]) => sha256)].map(([sha256, kinds]) => {
      const pack = known.find((source) => source.sha256 === sha256)?.value;
      return {
        title: pack?.title ?? `不在本机的规则包（${sha256.slice(0, 12)}）`,
        version: pack?.version ?? 0,
        kinds: kinds.map(([kind]) => kind),
      };
    }),
    ratingId: batch.mode === 'single' ? await findRatingOfRun(db, id) : null,
    spread: batch.state === 'proposed' ? await spreadWith(db, id) : [],
  };
}

/** A second officer approves a run, and its grades become current, or sends it back with a reason. */
export async function decideRun(
  tx: WriteTx,
  { id, officerId, decision, reason }: ParsedInput<'rating.decide-batch'>,
): Promise<{ readonly batch: RatingBatchTable; readonly current: number }> {
  const batch = await getBatch(tx.db, id);
  if (batch.state !== 'proposed')
    throw new AppError('bad_state', `这批评价${SETTLED[batch.state]}，不能再审定。请刷新后查看最新的一批。`);
  if (officerId === batch.officer_id)
    throw new AppError('forbidden', `审定人不能是提交人（${batch.maker_name ?? ''}），请由另一名执法人员审定。`, [
      { path: 'officerId', message: '与提交人相同' },
    ]);
  const subjectId = batch.mode === 'single' ? await findSubjectOfRun(tx.db, id) : null;
  await getOfficerOnDuty(tx.db, officerId, { subjectId, on: tx.today });
  if (decision === 'reject' && reason === '')
    throw new AppError('bad_input', '退回评价应当说明理由，请填写后再提交。', [
      { path: 'reason', message: '请填写退回理由' },
    ]);
  tx.update('rating_batch', id, {
    state: decision === 'approve' ? 'approved' : 'rejected',
    decided_by: officerId,
    decided_on: tx.today,
    reason,
  });
  return { batch, current: decision === 'approve' ? tx.makeCurrent('batch_id', id) : 0 };
}

const SETTLED: Readonly<Record<RatingBatchTable['state'], string>> = {
  proposed: '等待审定',
  approved: '已经审定',
  rejected: '已经退回',
  superseded: '已被更新的评价替代',
};

export async function publishRun(tx: WriteTx, { id, on, where }: ParsedInput<'rating.publish-batch'>): Promise<void> {
  const batch = await getBatch(tx.db, id);
  if (batch.state !== 'approved')
    throw new AppError('bad_state', '评价结果未经审定，不能公示。请先由第二名执法人员审定。');
  if (batch.published_on !== null && batch.unpublished_on === null)
    throw new AppError('bad_state', `这批评价已于 ${batch.published_on} 公示，不能重复登记。`);
  // published again after a stop: not before it
  requireDay(on, batch.unpublished_on ?? batch.decided_on, tx.today, '公示');
  tx.update('rating_batch', id, {
    published_on: on,
    published_where: where,
    unpublished_on: null,
    unpublished_reason: null,
  });
}

export async function unpublishRun(
  tx: WriteTx,
  { id, on, reason }: ParsedInput<'rating.unpublish-batch'>,
): Promise<void> {
  const batch = await getBatch(tx.db, id);
  if (batch.published_on === null || batch.unpublished_on !== null)
    throw new AppError('bad_state', '这批评价没有在公示，不需要停止公示。');
  requireDay(on, batch.published_on, tx.today, '停止公示');
  tx.update('rating_batch', id, { unpublished_on: on, unpublished_reason: reason });
}

function requireDay(on: string, earliest: string | null, today: string, what: string): void {
  const message =
    on > today
      ? `${what}日期不能晚于今天（${today}）`
      : earliest !== null && on < earliest
        ? `${what}日期不能早于 ${earliest}`
        : null;
  if (message !== null) throw new AppError('bad_input', `${message}，请改正。`, [{ path: 'on', message }]);
}
