import type { OrderPaper, RecheckPaper } from '#shared/domain/paper/build-order';
import type { NoticePack } from '#shared/domain/rectification/notice-pack';
import { orderText } from '#shared/domain/rectification/order';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import { jsonColumn, officers } from '../../reports/data/json-column';
import { getOrder } from '../../reports/data/rectification-repository';
import { toParty } from './party';

/** One order as it was served. @throws AppError `not_found` */
export async function getOrderPaper(db: ReadDb, id: string, pack: NoticePack) {
  const { order, items, rechecks, subject } = await getOrder(db, id);
  const text = orderText(
    // the notice keeps the terms it was served with: an extension is a document of its own
    {
      ...order,
      inspectionId: null,
      items: items.map((item) => ({ ...item, findingId: null, extendedTo: null })),
      rechecks: rechecks.map((one) => ({ ...one, id: '', officers: [] })),
      officers: [],
    },
    pack,
  );
  const paper: OrderPaper = {
    party: toParty(subject),
    text,
    remedy: text.remedy,
    basis: order.basis,
    contact: order.contact,
    contactPhone: order.contactPhone,
    orderedOn: order.orderedOn,
    deliveredOn: order.deliveredOn,
    receivedBy: order.receivedBy ?? '',
  };
  return { paper, no: order.no, subjectId: subject.id, rows: items.length };
}

/** One re-check with the items it looked at. @throws AppError `not_found` */
export async function getRecheckPaper(db: ReadDb, id: string) {
  const row = await db.selectFrom('recheck').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这次复查，请刷新后重试。');
  const { order, items, rechecks, subject } = await getOrder(db, row.rectification_id);
  const before = await db
    .selectFrom('recheck')
    .select('id')
    .where('rectification_id', '=', row.rectification_id)
    .orderBy('checked_on')
    .orderBy('created_at')
    .execute();
  const nth = before.findIndex((one) => one.id === id) + 1;
  const results = rechecks[nth - 1]?.results ?? [];
  const paper: RecheckPaper = {
    party: toParty(subject),
    orderNo: order.no,
    orderedOn: order.orderedOn,
    nth,
    checkedOn: row.checked_on,
    signedOn: row.created_at.slice(0, 10) < row.checked_on ? row.checked_on : row.created_at.slice(0, 10),
    officers: jsonColumn(officers, row.officers, '复查人员'),
    items: items
      .filter((item) => results.some((result) => result.itemId === item.id))
      .map((item) => {
        const result = results.find((entry) => entry.itemId === item.id);
        const extended = item.extendedTo !== null && (item.extendedOn ?? '') <= row.checked_on;
        return {
          seq: item.seq,
          requirement: item.requirement,
          dueOn: extended && item.extendedTo ? item.extendedTo : item.dueOn,
          result: result?.result ?? null,
          note: result?.note ?? '',
        };
      }),
    conclusion: row.conclusion,
  };
  return { paper, no: order.no, subjectId: subject.id };
}
