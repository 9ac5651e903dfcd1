import { askingOf } from '#shared/domain/inspection/ask-when';
import type { AnswerCode } from '#shared/domain/inspection/codes';
import type { RouteOutput } from '#shared/ipc/contract';
import { actor, rateEverybody } from './story-office';
import { signAll } from './story-site';
import type { StoryTools } from './story-tools';

type Visit = RouteOutput<'plan.list-visits'>['rows'][number];

/** What was found at a visit that did not go well, and what became of the order. */
export type OrderedCase = { readonly rectificationId: string; readonly subjectId: string; readonly orderedOn: string };

const WITH_PROBLEMS = 5;
/** The officers before this place carry the avoidances of the story. */
const FIRST_RECHECKER = 6;

/** Ratings, the year's draw, the visits so far, and the orders that followed. */
export async function tellChecks(tools: StoryTools): Promise<readonly OrderedCase[]> {
  const { call, today, day, step } = tools;
  const { officers } = await call('officer.list', { activeOnly: true });
  const by = actor(officers);
  const early = await rateEverybody(call, officers, day(-180));
  step('半年前的信用评价', early.rated);

  // nine months back, so that most of the visits lie behind us in every month
  const year = Number(day(-270).slice(0, 4));
  const { packs } = await call('plan.list-packs', {}, by);
  const pack = packs[0];
  if (!pack) return [];
  const input = { year, packId: pack.id, startOn: `${year}-01-01` };
  const title = `${year}年度知识产权代理机构双随机抽查计划`;
  const { freezeId } = await call('plan.freeze', { ...input, title }, by);
  const publicValue = '示例公开值 03 08 15 22 27 31 + 06';
  const drawn = await call(
    'plan.draw',
    {
      freezeId,
      publicValue,
      publicValueAgain: publicValue,
      typedBy: '示例经办人',
      typedAgainBy: '示例见证人甲',
      witnesses: '示例见证人甲、示例见证人乙',
    },
    by,
  );
  step('随机抽取检查任务', drawn.visits);

  const { rows: visits } = await call('plan.list-visits', { planId: drawn.planId, limit: 1000 }, by);
  const past = visits.filter((visit) => visit.date < today && visit.officers.length === 2);
  const ordered: OrderedCase[] = [];
  const perDay = new Map<string, number>();
  for (const [index, visit] of past.entries()) {
    const slot = perDay.get(visit.date) ?? 0;
    perDay.set(visit.date, slot + 1);
    const isLast = index === past.length - 1;
    const inspectionId = await inspect({ call }, visit, slot, index % WITH_PROBLEMS === 0, !isLast);
    if (index % WITH_PROBLEMS === 0 && !isLast) ordered.push(await order({ call }, visit, inspectionId));
  }
  step('完成现场检查', past.length);
  step('责令改正', ordered.length);
  await follow(tools, ordered, officers);
  return ordered;
}

/** One visit from opening to finish; the newest stays open, as it does on a working day. */
async function inspect(
  { call }: Pick<StoryTools, 'call'>,
  visit: Visit,
  slot: number,
  hasProblem: boolean,
  finish: boolean,
): Promise<string> {
  const [first, second] = visit.officers;
  if (!first || !second) throw new Error(`visit ${visit.id} has no pair`);
  const by = { officerId: first.id };
  const kind = visit.subjectKind === 'agent' ? 'patent_agency' : visit.subjectKind;
  const { checklists } = await call('inspection.list-checklists', { subjectKind: kind, on: visit.date }, by);
  const checklist = checklists[0];
  if (!checklist) throw new Error(`no checklist for ${visit.subjectKind}`);
  const hour = (minutes: number) => {
    const total = 9 * 60 + slot * 90 + minutes;
    return `${visit.date}T${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
  };
  const { id } = await call(
    'inspection.create',
    {
      subjectId: visit.subjectId,
      visitId: visit.id,
      kind: 'double_random',
      method: 'on_site',
      checklistId: checklist.id,
      officer1Id: first.id,
      officer2Id: second.id,
      startedAt: hour(0),
      place: visit.address ?? '当事人办公场所',
    },
    by,
  );
  const items = checklist.sections.flatMap((section) => section.items);
  const given: { itemCode: string; answer: AnswerCode }[] = [];
  const bad = hasProblem ? [items[2], items[items.length - 3]] : [];
  for (const [index, item] of items.entries()) {
    if (!finish && index > items.length / 2) break;
    if (askingOf(items, given).get(item.code)?.state !== 'asked') continue;
    const answer = bad.includes(item) ? 'problem' : index % 9 === 8 ? 'not_applicable' : 'compliant';
    given.push({ itemCode: item.code, answer });
    await call(
      'inspection.answer',
      { id, itemCode: item.code, answer, ...(answer === 'not_applicable' ? { reason: '本机构未开展此项业务' } : {}) },
      by,
    );
    if (answer === 'problem')
      await call(
        'inspection.add-finding',
        {
          id,
          itemCode: item.code,
          clause: item.clause,
          facts: `现场查阅材料并与负责人逐项核对，“${item.question}”一项与要求不一致，已拍照并复印相关材料。`,
          severity: item.severityDefault,
        },
        by,
      );
  }
  await call(
    'inspection.update-record',
    {
      id,
      certificatesShownAt: hour(0),
      rightsTold: true,
      rightsToldAt: hour(2),
      scannedAt: hour(-5),
      avoidanceAsked: 'not_requested',
      partyPresent: '负责人到场',
      scanNo: `YZ${visit.date.replaceAll('-', '')}${String(slot + 1).padStart(3, '0')}`,
      scene: '检查人员出示执法证件后，查阅执业许可证、人员名册、业务台账和制度文件，并核对办公场所。',
      statement: hasProblem ? '对检查情况没有异议，将按要求改正。' : '没有异议。',
    },
    by,
  );
  if (finish) await signAll({ call }, id, first.id, hour(70));
  if (finish)
    await call(
      'inspection.finish',
      {
        id,
        endedAt: hour(75),
        resultCode: hasProblem ? 'D' : '1',
        dispositionCode: hasProblem ? 'order_correction' : 'none_needed',
      },
      by,
    );
  return id;
}

async function order({ call }: Pick<StoryTools, 'call'>, visit: Visit, inspectionId: string): Promise<OrderedCase> {
  const [first, second] = visit.officers;
  if (!first || !second) throw new Error(`visit ${visit.id} has no pair`);
  const by = { officerId: first.id };
  const file = await call('inspection.get', { id: inspectionId }, by);
  const { basis } = await call('rectification.get-defaults', {}, by);
  const questions = new Map(
    file.checklist.sections.flatMap((section) => section.items).map((item) => [item.code, item]),
  );
  const findings = file.findings.filter((finding) => finding.state === 'open');
  const { id } = await call(
    'rectification.order',
    {
      inspectionId,
      subjectId: visit.subjectId,
      orderedOn: visit.date,
      items: findings.map((finding, index) => ({
        findingId: finding.id,
        problem: finding.facts,
        requirement: questions.get(finding.itemCode ?? '')?.requirementDefault ?? '按规定改正，并提交改正情况说明',
        term: index === 0 ? { count: 15, unit: 'working_day' } : { count: 30, unit: 'calendar_day' },
      })),
      violated: findings
        .map((finding) => `《${finding.clause.document.replace(/[《》]/g, '')}》${finding.clause.article}`)
        .join('、'),
      basis: basis.text,
      contact: first.name,
      contactPhone: '0990-5100018',
      officerIds: [first.id, second.id],
    },
    by,
  );
  await call('rectification.deliver', { id, on: visit.date, receivedBy: '负责人签收' }, by);
  return { rectificationId: id, subjectId: visit.subjectId, orderedOn: visit.date };
}

/** The older orders are re-checked and closed, one is extended first, one is escalated; the last two still run or are overdue. */
async function follow(
  { call, today, step }: StoryTools,
  ordered: readonly OrderedCase[],
  officers: readonly { id: string; certificateUntil: string | null }[],
): Promise<void> {
  let [closed, extended, escalated] = [0, 0, 0];
  for (const [index, one] of ordered.entries()) {
    const file = await call('rectification.get', { id: one.rectificationId });
    const due =
      file.items
        .map((item) => item.dueOn)
        .sort()
        .at(-1) ?? today;
    const pair = officers
      .filter((officer) => !officer.certificateUntil || officer.certificateUntil > today)
      .slice(index + FIRST_RECHECKER, index + FIRST_RECHECKER + 2);
    const [first, second] = pair;
    if (!first || !second || due >= today || index >= ordered.length - 2) continue;
    const by = { officerId: first.id };
    const item = file.items[0];
    const fails = index === 2;
    if (index === 1 && item) {
      await call(
        'rectification.extend',
        {
          id: one.rectificationId,
          itemId: item.id,
          on: one.orderedOn,
          reason: '变更手续须经登记机关办理，确需延长',
          term: { count: 10, unit: 'working_day' },
        },
        by,
      );
      extended += 1;
    }
    await call(
      'rectification.recheck',
      {
        id: one.rectificationId,
        checkedOn: due,
        officer1Id: first.id,
        officer2Id: second.id,
        results: file.items.map((row) => ({
          itemId: row.id,
          result: fails ? 'uncorrected' : 'corrected',
          note: fails ? '未见改正材料' : '已提交改正说明和佐证材料，现场核对一致',
        })),
        conclusion: fails ? '逾期未改正，建议依法处理。' : '各项问题均已改正。',
      },
      by,
    );
    if (fails) {
      await call(
        'rectification.escalate',
        { id: one.rectificationId, on: due, reason: '逾期未改正，移交办案机构依法处理' },
        by,
      );
      escalated += 1;
    } else {
      await call('rectification.close', { id: one.rectificationId, on: due, note: '' }, by);
      closed += 1;
    }
  }
  step('复查结案', closed);
  step('延期一次', extended);
  step('转办案处理', escalated);
}
