import * as z from 'zod';
import { type CataloguePack, findItem } from '#shared/domain/catalogue/catalogue';
import type { MeasuresPack } from '#shared/domain/dishonesty/acts';
import { dishonestyClassLabels, dishonestyStateLabels } from '#shared/domain/dishonesty/codes';
import { inspectionMethodLabels, severityLabels } from '#shared/domain/inspection/codes';
import { resultLabels } from '#shared/domain/inspection/result-codes';
import { letterKindLabels, letterStateLabels } from '#shared/domain/letter/letter';
import { kindText } from '#shared/domain/plan/inspection-kinds';
import type { RatingPack } from '#shared/domain/rating/pack';
import { rectificationStateLabels } from '#shared/domain/rectification/rectification';
import { repairStateLabels } from '#shared/domain/repair/repair';
import type { RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import type { History } from './subject-timeline-repository';

type Entry = RouteOutput<'subject.get'>['timeline'][number];
type Context = {
  readonly today: IsoDate;
  readonly catalogue: CataloguePack;
  readonly acts: readonly MeasuresPack[];
  readonly ratingPacks: readonly Pick<RatingPack, 'id' | 'title'>[];
};

/** One story of a subject in three lanes, newest first. */
export function buildTimeline(history: History, context: Context): Entry[] {
  const entries = [
    ...history.facts.map((fact) => factEntry(fact, context)),
    ...history.inspections.map((inspection) => inspectionEntry(inspection, history)),
    ...history.published.flatMap(publicationEntries),
    ...history.letters.map((letter) => letterEntry(letter, context)),
    ...history.findings.map(findingEntry),
    ...history.visits.map(visitEntry),
    ...history.rectifications.map((order) => rectificationEntry(order, context)),
    ...history.rechecks.map(recheckEntry),
    ...history.ratings.map((rating, index) => ratingEntry(rating, history.ratings.slice(0, index), context)),
    ...history.dishonesty.map((record) => dishonestyEntry(record, context)),
    ...history.repairs.map(repairEntry),
    ...history.attachments.map(attachmentEntry),
  ];
  // ids rise with time, so they order what happened on one day
  return entries.sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1));
}

const join = (...parts: readonly (string | null | false)[]) => parts.filter((part) => part).join('；');
/** Labels are total over their codes; a code of a later version is shown as it is. */
const labelOf = (labels: Readonly<Record<string, string>>, code: string) => labels[code] ?? code;

function factEntry(fact: History['facts'][number], { catalogue, today }: Context): Entry {
  const item = findItem(catalogue, fact.item_code);
  const nature = item?.nature ?? 'neutral';
  const expired = fact.valid_to !== null && fact.valid_to < today;
  const counts = fact.state === 'active' && !expired;
  const ended =
    fact.state === 'withdrawn'
      ? `已撤回（${fact.state_reason ?? ''}）`
      : fact.state === 'repaired'
        ? '已修复'
        : expired && '已过有效期';
  return {
    id: fact.id,
    noun: 'fact',
    opensId: fact.id,
    on: fact.occurred_on,
    lane: nature === 'negative' ? 'after' : nature === 'positive' ? 'before' : 'during',
    title: item?.name ?? fact.item_code,
    detail: join(
      ended,
      fact.summary,
      fact.source_no && `文号 ${fact.source_no}`,
      `来源 ${fact.source_org}`,
      fact.valid_to && `有效期至 ${fact.valid_to}`,
    ),
    tone: !counts ? 'neutral' : nature === 'negative' ? 'bad' : nature === 'positive' ? 'good' : 'neutral',
    open: counts && nature === 'negative',
  };
}

function inspectionEntry(inspection: History['inspections'][number], { findings }: History): Entry {
  const problems = findings.filter(
    (finding) => finding.inspection_id === inspection.id && finding.state === 'open',
  ).length;
  const result = inspection.result_code === null ? '检查中' : labelOf(resultLabels, inspection.result_code);
  return {
    id: inspection.id,
    noun: 'inspection',
    opensId: inspection.id,
    on: inspection.started_at.slice(0, 10),
    lane: 'during',
    title: `检查 ${inspection.no}：${result}`,
    detail: join(
      labelOf(inspectionMethodLabels, inspection.method),
      inspection.place,
      problems > 0 && `发现问题 ${problems} 项`,
    ),
    tone: inspection.state === 'open' || problems > 0 ? 'warn' : 'good',
    open: inspection.state === 'open',
  };
}

/** A result goes public once; taken back, that is a line of its own. */
function publicationEntries(review: History['published'][number]): Entry[] {
  const line = { noun: 'review', opensId: review.inspection_id, lane: 'during', open: false } as const;
  const { published_on: on, withdrawn_on: back } = review;
  return [
    ...(on === null
      ? []
      : [
          {
            ...line,
            ...{ id: `${review.id}:public`, on, title: `公示检查结果 ${review.no}`, tone: 'neutral' as const },
            detail: join(labelOf(resultLabels, review.result_code), review.published_where),
          },
        ]),
    ...(back === null
      ? []
      : [
          {
            ...line,
            ...{ id: `${review.id}:withdrawn`, on: back, title: `撤回公示 ${review.no}`, tone: 'warn' as const },
            detail: review.withdrawn_reason ?? '',
          },
        ]),
  ];
}

function letterEntry(letter: History['letters'][number], { today }: Context): Entry {
  const waiting = letter.state === 'sent';
  const overdue = waiting && letter.reply_due_on !== null && letter.reply_due_on < today;
  return {
    id: letter.id,
    noun: 'letter',
    opensId: letter.id,
    on: letter.sent_on ?? letter.written_on,
    lane: 'during',
    title: `${letterKindLabels[letter.kind]} ${letter.no}：${overdue ? '逾期未回复' : letterStateLabels[letter.state]}`,
    detail: join(
      `致${letter.to_unit}`,
      waiting && letter.reply_due_on && `回复期限 ${letter.reply_due_on}`,
      letter.replied_on && `${letter.replied_on} 回复：${letter.reply ?? ''}`,
    ),
    tone: overdue ? 'bad' : waiting || letter.state === 'draft' ? 'warn' : 'neutral',
    open: waiting || letter.state === 'draft',
  };
}

function findingEntry(finding: History['findings'][number]): Entry {
  const valid = finding.state === 'open';
  return {
    id: finding.id,
    noun: 'inspection',
    opensId: finding.inspection_id,
    on: finding.started_at.slice(0, 10),
    lane: 'during',
    title: `检查发现（${severityLabels[finding.severity]}）`,
    detail: join(!valid && '已撤回', finding.facts),
    tone: !valid ? 'neutral' : finding.severity === 'serious' ? 'bad' : 'warn',
    open: valid && finding.item_state !== null && finding.item_state !== 'corrected',
  };
}

function visitEntry(visit: History['visits'][number]): Entry {
  return {
    id: visit.id,
    noun: 'plan',
    // visits arranged by hand stand in the list of all visits
    opensId: visit.plan_id ?? 'tasks',
    on: visit.date,
    lane: 'during',
    title: visit.plan_id === null ? `计划检查：${kindText(visit.kind)}` : `计划检查：第 ${visit.batch_no} 批`,
    detail: visit.title ?? '',
    tone: 'neutral',
    open: true,
  };
}

function rectificationEntry(order: History['rectifications'][number], { today }: Context): Entry {
  const open = order.state === 'ordered';
  const overdue = open && order.next_due !== null && order.next_due < today;
  return {
    id: order.id,
    noun: 'rectification',
    opensId: order.id,
    on: order.ordered_on,
    lane: 'during',
    title: `责令改正 ${order.no}：${overdue ? '已逾期' : rectificationStateLabels[order.state]}`,
    detail: join(order.behaviour, open && order.next_due && `改正期限 ${order.next_due}`, order.state_reason),
    tone:
      overdue || order.state === 'escalated' ? 'bad' : open ? 'warn' : order.state === 'closed' ? 'good' : 'neutral',
    open,
  };
}

const results = z.array(z.looseObject({ result: z.string() }));

function recheckEntry(recheck: History['rechecks'][number]): Entry {
  const missing = results.parse(JSON.parse(recheck.results)).filter(({ result }) => result !== 'corrected').length;
  return {
    id: recheck.id,
    noun: 'rectification',
    opensId: recheck.rectification_id,
    on: recheck.checked_on,
    lane: 'during',
    title: `复查 ${recheck.no}：${missing === 0 ? '均已整改' : `${missing} 项未整改`}`,
    detail: recheck.conclusion,
    tone: missing === 0 ? 'good' : 'warn',
    open: false,
  };
}

function ratingEntry(rating: History['ratings'][number], earlier: History['ratings'], { ratingPacks }: Context): Entry {
  const before = earlier.findLast(({ pack_id }) => pack_id === rating.pack_id);
  const moved = before && before.grade_code !== rating.grade_code;
  return {
    id: rating.id,
    noun: 'rating',
    opensId: rating.id,
    on: rating.as_of,
    lane: 'during',
    title: `信用评价：${rating.grade_code} 级（${(rating.score / 1000).toFixed(3).replace(/\.?0+$/, '')} 分）`,
    detail: join(
      moved ? `由 ${before.grade_code} 级调整为 ${rating.grade_code} 级` : null,
      `依据 ${ratingPacks.find(({ id }) => id === rating.pack_id)?.title ?? rating.pack_id} 第 ${rating.pack_version} 版`,
    ),
    tone: !moved ? 'neutral' : rating.score < before.score ? 'warn' : 'good',
    open: false,
  };
}

function dishonestyEntry(record: History['dishonesty'][number], { acts }: Context): Entry {
  const act = acts.flatMap((pack) => pack.acts).find((candidate) => candidate.code === record.act_code);
  const active = record.state === 'active';
  return {
    id: record.id,
    noun: 'dishonesty',
    opensId: record.id,
    on: record.decided_on,
    lane: 'after',
    title: `失信认定（${labelOf(dishonestyClassLabels, record.class)}）：${act?.text ?? record.act_code}`,
    detail: join(
      !active && dishonestyStateLabels[record.state],
      record.act_summary,
      `文号 ${record.document_no}`,
      record.authority,
    ),
    tone: active ? 'bad' : 'neutral',
    open: active,
  };
}

function repairEntry(repair: History['repairs'][number]): Entry {
  return {
    id: repair.id,
    noun: 'repair',
    opensId: repair.id,
    on: repair.applied_on,
    lane: 'after',
    title: `信用修复 ${repair.no}：${repairStateLabels[repair.state]}`,
    detail: repair.state_on ? `办理日期 ${repair.state_on}` : '',
    tone:
      repair.state === 'granted' || repair.state === 'closed'
        ? 'good'
        : repair.state === 'refused'
          ? 'warn'
          : 'neutral',
    open: repair.state === 'applied' || repair.state === 'verified' || repair.state === 'opined',
  };
}

function attachmentEntry(file: History['attachments'][number]): Entry {
  return {
    id: file.id,
    noun: file.owner_table,
    opensId: file.owner_id,
    on: file.created_at.slice(0, 10),
    lane: file.owner_table === 'repair' || file.owner_table === 'dishonesty' ? 'after' : 'during',
    title: `附件：${file.file_name}`,
    detail: file.note,
    tone: 'neutral',
    open: false,
  };
}
