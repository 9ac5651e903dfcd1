import type { Calendar } from '#shared/domain/calendar/calendar';
import { remaining } from '#shared/domain/calendar/remaining';
import type { NoticePack } from '#shared/domain/rectification/notice-pack';
import { orderText } from '#shared/domain/rectification/order';
import { alerts, overdueState } from '#shared/domain/rectification/overdue';
import { waitingForRecheck } from '#shared/domain/rectification/proof';
import { effectiveDue, type Rectification } from '#shared/domain/rectification/rectification';
import { termText } from '#shared/domain/rectification/term';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { listAttachments } from '../../db/attachment';
import type { ReadDb } from '../../db/dialect';
import { groupRows } from '../../db/group-rows';
import { loadRectification, toItem, toRectification } from './load-rectification';
import { countRectifications, listItems, listRectifications } from './rectification-repository';

type Row = RouteOutput<'rectification.list'>['rows'][number];
type File = RouteOutput<'rectification.get'>;
type Subject = { readonly name: string; readonly uscc: string | null };

export async function viewRectifications(
  db: ReadDb,
  input: ParsedInput<'rectification.list'>,
  today: IsoDate,
  calendar: Calendar,
): Promise<{ rows: Row[]; total: number }> {
  const [rows, total] = [await listRectifications(db, input, today), await countRectifications(db, input, today)];
  const ids = rows.map((row) => row.id);
  const items = groupRows(await listItems(db, ids), (item) => item.rectification_id);
  return {
    total,
    rows: rows.map((row) => {
      const record = toRectification(row, (items.get(row.id) ?? []).map(toItem), []);
      return viewRow(record, { name: row.subject_name, uscc: row.subject_uscc }, today, calendar);
    }),
  };
}

function viewRow(record: Rectification, subject: Subject, today: IsoDate, calendar: Calendar): Row {
  const due = overdueState(record, today, calendar);
  return {
    id: record.id,
    no: record.no,
    subjectId: record.subjectId,
    subjectName: subject.name,
    subjectUscc: subject.uscc,
    inspectionId: record.inspectionId,
    orderedOn: record.orderedOn,
    behaviour: record.behaviour,
    state: record.state,
    stateOn: record.stateOn,
    deliveredOn: record.deliveredOn,
    itemCount: record.items.length,
    correctedCount: record.items.filter((item) => item.state === 'corrected').length,
    nextDueOn: due.nextDueOn,
    overdue: due.overdueItemIds.length > 0,
    uncorrected: record.items.some((item) => item.state === 'uncorrected'),
    remaining: due.remaining,
  };
}

export async function viewRectification(
  db: ReadDb,
  id: string,
  today: IsoDate,
  pack: NoticePack,
  calendar: Calendar,
): Promise<File> {
  const { record, subject, inspectionNo, createdAt, proofs, reminders } = await loadRectification(db, id);
  const { overdueItemIds } = overdueState(record, today, calendar);
  const text = orderText(record, pack);
  const waiting = record.state === 'ordered' ? waitingForRecheck(record, proofs) : null;
  return {
    ...viewRow(record, subject, today, calendar),
    inspectionNo,
    violated: record.violated,
    basis: record.basis,
    contact: record.contact,
    contactPhone: record.contactPhone,
    receivedBy: record.receivedBy,
    stateReason: record.stateReason,
    officers: [...record.officers],
    createdAt,
    items: record.items.map((item) => ({
      ...item,
      termText: termText(item.term),
      dueSteps: [...item.dueSteps],
      overdue: overdueItemIds.includes(item.id),
      remaining:
        record.state === 'ordered' && item.state !== 'corrected'
          ? remaining(today, effectiveDue(item), calendar).text
          : '',
    })),
    rechecks: record.rechecks.map((recheck) => ({
      ...recheck,
      officers: [...recheck.officers],
      results: [...recheck.results],
    })),
    proofs: proofs.map((proof) => ({ ...proof, itemIds: [...proof.itemIds] })),
    reminders: [...reminders],
    recheckOffer: waiting ? { proofId: waiting.proof.id, itemIds: [...waiting.itemIds] } : null,
    extension: { times: pack.extension.times, latest: pack.extension.latest, verified: pack.extension.verified },
    alerts: [...alerts(record, today, calendar)],
    orderText: { ...text, items: [...text.items] },
    attachments: await listAttachments(db, { table: 'rectification', id }),
  };
}
