import * as z from 'zod';
import type { Calendar } from '#shared/domain/calendar/calendar';
import { remaining } from '#shared/domain/calendar/remaining';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { openEnds } from '#shared/domain/review/open-ends';
import { type ReviewTab, reviewTabs } from '#shared/domain/review/review';
import type { ReviewPack } from '#shared/domain/review/review-pack';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { dateStep } from '#shared/ipc/rectification';
import type { IsoDate } from '#shared/kernel/dates';
import { listAttachments } from '../../db/attachment';
import type { ReadDb } from '../../db/dialect';
import { officersColumn } from '../../db/officers-on-duty';
import { codesOf, endedOn, lateSince, loadReview, publishDue, readMarks } from './load-review';
import {
  countReviews,
  listFindingFacts,
  listLettersOf,
  listOrders,
  listReviews,
  listSteps,
  type ReviewRecord,
} from './review-repository';

type Row = RouteOutput<'review.list'>['rows'][number];
type File = RouteOutput<'review.get'>;
export type ReviewDay = { readonly today: IsoDate; readonly calendar: Calendar; readonly pack: ReviewPack };

const steps = z.array(dateStep);
const publicResult = z.custom<File['publicResult']>((value) => typeof value === 'object');

export async function viewReviews(db: ReadDb, input: ParsedInput<'review.list'>, day: ReviewDay) {
  const filter = { ...input, today: day.today, lateSince: lateSince(day.today, day.pack, day.calendar) };
  return {
    rows: (await listReviews(db, filter)).map((row) => viewRow(row, day)),
    total: await countReviews(db, filter),
  };
}

export async function countTabs(db: ReadDb, { today, pack, calendar }: ReviewDay): Promise<Record<ReviewTab, number>> {
  const late = lateSince(today, pack, calendar);
  const counts = {} as Record<ReviewTab, number>;
  for (const tab of reviewTabs) counts[tab] = await countReviews(db, { tab, today, lateSince: late });
  return counts;
}

function viewRow(row: Awaited<ReturnType<typeof listReviews>>[number], { today, pack, calendar }: ReviewDay): Row {
  const ended = endedOn(row);
  const dueOn = row.due_on ?? publishDue(ended, pack, calendar).date;
  const open = row.state !== 'published';
  return {
    inspectionId: row.id,
    no: row.no,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    subjectUscc: row.subject_uscc,
    kind: row.kind as Row['kind'],
    officers: officersColumn.parse(JSON.parse(row.officers)),
    endedOn: ended,
    state: row.state,
    ...codesOf(row),
    dueOn,
    overdue: open && dueOn < today,
    remaining: open ? remaining(today, dueOn, calendar).text : '',
    enteredBy:
      row.entered_by === null
        ? null
        : { id: row.entered_by, name: row.entered_name ?? '', certificateNo: row.entered_certificate ?? '' },
    publishedOn: row.published_on,
    withdrawnOn: row.withdrawn_on,
    disposalClosedOn: row.disposal_closed_on,
  };
}

export async function viewReview(db: ReadDb, inspectionId: string, day: ReviewDay): Promise<File> {
  const { row, review, inspected } = await loadReview(db, inspectionId);
  const head = viewRow(row, day);
  const computed = publishDue(inspected.endedOn, day.pack, day.calendar);
  const followed = { orders: await listOrders(db, row), letters: await listLettersOf(db, row.id) };
  const { basis, verified } = day.pack.publish;
  return {
    ...head,
    publicResult: review
      ? { resultCode: review.resultCode, dispositionCode: review.dispositionCode, summary: review.summary }
      : { ...codesOf(row), summary: await proposeSummary(db, row) },
    due: {
      dueOn: head.dueOn,
      dueSteps: row.due_steps === null ? [...computed.steps] : steps.parse(JSON.parse(row.due_steps)),
      dueEstimated: row.due_estimated === null ? computed.estimated : row.due_estimated === 1,
      overdue: head.overdue,
      remaining: head.remaining,
    },
    publishBasis: { basis, verified },
    places: [...day.pack.places],
    marks: readMarks(row.marks),
    reviewedBy:
      row.reviewed_by === null
        ? null
        : { id: row.reviewed_by, name: row.reviewer_name ?? '', certificateNo: row.reviewer_certificate ?? '' },
    reviewedOn: row.reviewed_on,
    publishedWhere: row.published_where,
    withdrawnReason: row.withdrawn_reason,
    disposalNote: row.disposal_note ?? '',
    steps: row.review_id === null ? [] : (await listSteps(db, row.review_id)).map(viewStep),
    attachments: row.review_id === null ? [] : await listAttachments(db, { table: 'result_review', id: row.review_id }),
    openEnds: head.disposalClosedOn === null ? openEnds(head, followed).map((end) => ({ ...end })) : [],
  };
}

const viewStep = (row: Awaited<ReturnType<typeof listSteps>>[number]): File['steps'][number] => ({
  id: row.id,
  action: row.action,
  on: row.on_date,
  officerName: row.officer_name ?? '',
  secondName: row.second_name,
  text: row.text,
  before: row.before === null ? null : publicResult.parse(JSON.parse(row.before)),
  after: row.after === null ? null : publicResult.parse(JSON.parse(row.after)),
});

/** What the public would be told: the codes in words, and the facts found. */
async function proposeSummary(db: ReadDb, row: ReviewRecord): Promise<string> {
  const { resultCode, dispositionCode } = codesOf(row);
  const facts = await listFindingFacts(db, row.id);
  const found = facts.length === 0 ? '' : `：${facts.map((one, at) => `（${at + 1}）${one.facts}`).join('')}`;
  const then = dispositionCode === 'none_needed' ? '' : `后续处置：${dispositionLabels[dispositionCode]}。`;
  return `${resultLabels[resultCode]}${found}${found.endsWith('。') ? '' : '。'}${then}`.slice(0, 2000);
}
