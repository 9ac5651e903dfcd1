import * as z from 'zod';
import { clause } from '#shared/domain/inspection/checklist';
import { recheckResults } from '#shared/domain/rectification/rectification';
import { term } from '#shared/domain/rectification/term';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import { listProofs, NO_PROOFS } from '../../../db/rectification-proofs';
import type { RecheckTable, RectificationItemTable, RectificationTable } from '../../../db/schema-rectification';
import { jsonColumn, officers, steps } from './json-column';
import { getPaperSubject } from './subject-repository';

const results = z.array(z.object({ itemId: z.string(), result: z.enum(recheckResults), note: z.string().default('') }));

const toItem = (row: RectificationItemTable & { clause: string | null }) => ({
  id: row.id,
  seq: row.seq,
  problem: row.problem,
  requirement: row.requirement,
  term: jsonColumn(term, row.term, '整改期限'),
  dueOn: row.due_on,
  dueSteps: jsonColumn(steps, row.due_steps, '期限计算步骤'),
  dueEstimated: row.due_estimated === 1,
  extendedTo: row.extended_to,
  extendedOn: row.extended_on,
  extendedReason: row.extended_reason,
  state: row.state,
  correction: row.correction,
  clause: row.clause === null ? null : jsonColumn(clause, row.clause, '违反条款'),
});

const toRecheck = (row: RecheckTable) => ({
  checkedOn: row.checked_on,
  officers: jsonColumn(officers, row.officers, '复查人员'),
  results: jsonColumn(results, row.results, '复查结果'),
  conclusion: row.conclusion,
});

const toOrder = (row: RectificationTable) => ({
  id: row.id,
  no: row.no,
  subjectId: row.subject_id,
  orderedOn: row.ordered_on,
  behaviour: row.behaviour,
  violated: row.violated,
  basis: row.basis,
  contact: row.contact,
  contactPhone: row.contact_phone,
  deliveredOn: row.delivered_on,
  receivedBy: row.received_by,
  state: row.state,
  stateOn: row.state_on,
  stateReason: row.state_reason,
  officers: jsonColumn(officers, row.officers, '承办人员'),
});

export type PaperItem = ReturnType<typeof toItem>;
export type PaperRecheck = ReturnType<typeof toRecheck>;
export type PaperOrder = ReturnType<typeof toOrder>;

const itemQuery = (db: ReadDb) =>
  db
    .selectFrom('rectification_item')
    .leftJoin('finding', 'finding.id', 'rectification_item.finding_id')
    .selectAll('rectification_item')
    .select('finding.clause');

/** One order with all that hangs on it. @throws AppError `not_found` */
export async function getOrder(db: ReadDb, id: string) {
  const row = await db.selectFrom('rectification').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这份责令改正，请刷新列表后重试。');
  const items = await itemQuery(db).where('rectification_id', '=', id).orderBy('seq').execute();
  const rechecks = await db
    .selectFrom('recheck')
    .selectAll()
    .where('rectification_id', '=', id)
    .orderBy('checked_on')
    .orderBy('created_at')
    .execute();
  const inspection = row.inspection_id
    ? await db
        .selectFrom('inspection')
        .select(['no', 'started_at'])
        .where('id', '=', row.inspection_id)
        .executeTakeFirst()
    : undefined;
  return {
    order: toOrder(row),
    items: items.map(toItem),
    rechecks: rechecks.map(toRecheck),
    ...((await listProofs(db, [id])).get(id) ?? NO_PROOFS),
    subject: await getPaperSubject(db, row.subject_id),
    inspection: inspection ? { no: inspection.no, on: inspection.started_at.slice(0, 10) } : null,
  };
}

/** Orders that were open at some time between the two days, oldest first. */
export async function listOpenOrders(db: ReadDb, from: IsoDate, to: IsoDate) {
  const orders = await db
    .selectFrom('rectification')
    .innerJoin('subject', 'subject.id', 'rectification.subject_id')
    .selectAll('rectification')
    .select(['subject.name as subject_name', 'subject.uscc as subject_uscc'])
    .where('ordered_on', '<=', to)
    .where((eb) => eb.or([eb('state_on', 'is', null), eb('state_on', '>=', from)]))
    .orderBy('ordered_on')
    .orderBy('rectification.no')
    .execute();
  const items = groupBy(await itemQuery(db).orderBy('seq').execute(), (row) => row.rectification_id);
  const rechecks = groupBy(
    await db
      .selectFrom('recheck')
      .selectAll()
      .where('checked_on', '<=', to)
      .orderBy('checked_on')
      .orderBy('created_at')
      .execute(),
    (row) => row.rectification_id,
  );
  const proofs = await listProofs(
    db,
    orders.map(({ id }) => id),
  );
  return orders.map(({ subject_name, subject_uscc, ...row }) => ({
    order: toOrder(row),
    subjectName: subject_name,
    subjectUscc: subject_uscc ?? '',
    items: (items.get(row.id) ?? []).map(toItem),
    rechecks: (rechecks.get(row.id) ?? []).map(toRecheck),
    ...(proofs.get(row.id) ?? NO_PROOFS),
  }));
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
