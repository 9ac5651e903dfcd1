import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { addDays, weekday } from '#shared/kernel/dates';
import { Paper } from '../paper/paper';
import type { ExcelBook } from '../paper/workbook';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getPlan, type PaperPlan, type PaperVisit } from './data/plan-repository';
import type { Issue, ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { ledgerHead, signatures } from './parts';
import { writeChanges } from './schedule-changes';
import { writeCandidates, writeOfficers, writeProof, writeVerification } from './schedule-proof';

/** 年度检查计划表: by batch, by pair of officers, the strata with their arithmetic, and the proof of the draw. */
export const schedule: ReportDefinition = {
  id: 'schedule',
  title: '年度检查计划表',
  group: 'document',
  description:
    '按批次、按检查人员、按周、分层与公式、抽取证明、候选名录、人员抽取，以及核验数据和核验程序，各一张工作表。',
  params: [{ key: 'id', label: '年度检查计划', type: 'id', noun: 'plan' }],
  gather: async ({ db, packs, office, now }, params) => {
    const plan = await getPlan(db, requireParam(params, 'id', '年度检查计划'));
    return {
      fileName: fileNameOf('年度检查计划表', String(plan.year), plan.title),
      owner: { table: 'plan', id: plan.id },
      numbering: { kind: 'series', word: '检计' },
      write: async (path, issue) => {
        const workbook = newWorkbook(plan.title, office.name, new Date(now));
        writeByBatch(workbook, plan, issue);
        writeByOfficers(workbook, plan, issue);
        writeByWeek(workbook, plan, issue);
        writeStrata(workbook, plan, issue);
        writeProof(workbook, plan, issue);
        if (plan.changes.length > 0) writeChanges(workbook, plan, issue);
        writeCandidates(workbook, plan, issue);
        writeOfficers(workbook, plan, issue);
        writeVerification(workbook, plan, issue, packs);
        await saveWorkbook(workbook, path);
        return plan.visits.length;
      },
    };
  },
};

const VISIT_STATES: Record<PaperVisit['state'], string> = {
  planned: '○ 待检查',
  inspected: '● 已检查',
  cancelled: '■ 已取消',
};

function sheet(workbook: ExcelBook, plan: PaperPlan, issue: Issue, name: string, shares: readonly number[]): Paper {
  const paper = new Paper(workbook, name, 'landscape', shares, issue.frame);
  ledgerHead(
    paper,
    issue,
    `${plan.title}（${name}）`,
    [`${plan.year}年度`, issue.again].filter((text) => text !== '').join('　'),
  );
  if (plan.state === 'void') paper.line(`本计划已作废：${plan.voidReason}`, 'mark');
  return paper;
}

function head(paper: Paper, headers: readonly string[]): void {
  paper.row(headers.map((text) => ({ text, look: 'smallHead' as const })));
  paper.repeatAbove();
  paper.freezeAbove();
}

const people = (visit: PaperVisit): string =>
  visit.officers.length === 0
    ? '未派出'
    : visit.officers.map(({ name, certificateNo }) => `${name}（${certificateNo}）`).join('\n');

function labels(plan: PaperPlan) {
  const strata = new Map(plan.strata.map((stratum) => [stratum.id, stratum]));
  const kinds: Readonly<Record<string, string>> = inspectionKindLabels;
  return (visit: PaperVisit) => {
    const stratum = strata.get(visit.stratum);
    return { stratum: stratum?.label ?? visit.stratum, kind: kinds[stratum?.inspectionKind ?? ''] ?? '' };
  };
}

function writeByBatch(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  const paper = sheet(workbook, plan, issue, '按批次', [9, 13, 22, 44, 42, 40, 32, 38, 21]);
  head(paper, [
    '序号',
    '批次',
    '检查日期',
    '检查对象',
    '统一社会信用代码',
    '住所',
    '分层\n检查方式',
    '检查人员（执法证号）',
    '状态',
  ]);
  const label = labels(plan);
  plan.visits.forEach((visit, index) => {
    issue.progress('写入计划', index, plan.visits.length);
    const { stratum, kind } = label(visit);
    paper.row([
      { text: index + 1, look: 'smallCenter' },
      { text: `第${visit.batchNo}批`, look: 'smallCenter' },
      { text: visit.date, look: 'smallCenter' },
      { text: visit.subjectName, look: 'small' },
      { text: visit.code, look: 'smallCenter' },
      { text: visit.address, look: 'small' },
      { text: kind ? `${stratum}\n${kind}` : stratum, look: 'smallCenter' },
      { text: people(visit), look: visit.officers.length === 2 ? 'smallCenter' : 'smallAlert' },
      { text: VISIT_STATES[visit.state], look: 'smallCenter' },
    ]);
  });
  const batches = new Map<number, number>();
  for (const visit of plan.visits) batches.set(visit.batchNo, (batches.get(visit.batchNo) ?? 0) + 1);
  const each = [...batches].map(([no, count]) => `第${no}批 ${count} 个`).join('，');
  paper.line(`合计：${plan.visits.length} 个，分 ${batches.size} 批。${each}。`, 'small', 20);
  signatures(paper, ['制表人（签名）：', '审核人（签名）：', '负责人（签名）：'], 64);
}

/** Who is where in a week, Monday to Sunday. */
function writeByWeek(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  const paper = sheet(workbook, plan, issue, '按周', [40, 10, 24, 40, 66, 62, 22]);
  head(paper, ['周', '序号', '检查日期', '检查人员（执法证号）', '检查对象', '住所', '状态']);
  const weeks = new Map<string, PaperVisit[]>();
  for (const visit of [...plan.visits].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const monday = addDays(visit.date, 1 - weekday(visit.date));
    weeks.set(monday, [...(weeks.get(monday) ?? []), visit]);
  }
  for (const [monday, visits] of weeks)
    visits.forEach((visit, index) => {
      const week = `${monday} 至\n${addDays(monday, 6)}\n${visits.length} 户`;
      paper.row([
        { text: index === 0 ? week : '', look: 'smallCenter' },
        { text: index + 1, look: 'smallCenter' },
        { text: visit.date, look: 'smallCenter' },
        { text: people(visit), look: visit.officers.length === 2 ? 'smallCenter' : 'smallAlert' },
        { text: visit.subjectName, look: 'small' },
        { text: visit.address, look: 'small' },
        { text: VISIT_STATES[visit.state], look: 'smallCenter' },
      ]);
    });
  paper.line(`合计：${plan.visits.length} 个，分 ${weeks.size} 周。`, 'small', 20);
}

function writeByOfficers(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  const paper = sheet(workbook, plan, issue, '按检查人员', [44, 10, 22, 14, 60, 43, 68]);
  head(paper, ['检查人员组', '序号', '检查日期', '批次', '检查对象', '统一社会信用代码', '回避与跳过']);
  const groups = new Map<string, PaperVisit[]>();
  for (const visit of plan.visits) groups.set(people(visit), [...(groups.get(people(visit)) ?? []), visit]);
  for (const [pair, visits] of [...groups].sort(([a], [b]) => a.localeCompare(b, 'zh-CN'))) {
    const ordered = [...visits].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.rank - b.rank));
    ordered.forEach((visit, index) => {
      paper.row([
        {
          text:
            index === 0 ? `${pair}\n共 ${visits.length} 个` : pair.replaceAll(/（[^）]*）/g, '').replace('\n', '、'),
          look: 'smallCenter',
        },
        { text: index + 1, look: 'smallCenter' },
        { text: visit.date, look: 'smallCenter' },
        { text: `第${visit.batchNo}批`, look: 'smallCenter' },
        { text: visit.subjectName, look: 'small' },
        { text: visit.code, look: 'smallCenter' },
        {
          text: visit.skips.map(({ officerName, reason }) => `${officerName}：${reason}`).join('；') || '无',
          look: 'small',
        },
      ]);
    });
  }
}

function writeStrata(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  const paper = sheet(workbook, plan, issue, '分层与公式', [50, 16, 18, 24, 16, 76, 60]);
  head(paper, ['分层', '基数', '抽查比例', '基数×比例', '抽取数', '算法', '依据']);
  for (const stratum of plan.strata)
    paper.row([
      { text: stratum.label, look: 'small' },
      { text: stratum.base, look: 'smallCenter' },
      { text: stratum.ratio, look: 'smallCenter' },
      { text: stratum.quotient, look: 'smallCenter' },
      { text: stratum.count, look: 'smallCenter' },
      { text: stratum.work, look: 'small' },
      { text: `${stratum.basis}${stratum.verified ? '' : '（未核实）'}`, look: 'small' },
    ]);
  const sum = (pick: (stratum: PaperPlan['strata'][number]) => number) =>
    plan.strata.reduce((total, one) => total + pick(one), 0);
  paper.row([
    { text: '合计', look: 'smallHead' },
    { text: sum((one) => one.base), look: 'smallHead' },
    { text: '', look: 'smallHead' },
    { text: '', look: 'smallHead' },
    { text: sum((one) => one.count), look: 'smallHead' },
    { text: '', look: 'smallHead' },
    { text: '', look: 'smallHead' },
  ]);
  if (plan.exclusions.length > 0) {
    paper.gap(10);
    paper.line(`未列入抽取的对象（${plan.exclusions.length} 个）`, 'section');
    for (const { code, name, reason } of plan.exclusions)
      paper.row([
        { text: name || code, look: 'small' },
        { text: code, span: 3, look: 'smallCenter' },
        { text: reason, span: 3, look: 'small' },
      ]);
  }
  for (const problem of plan.problems) paper.line(`提示：${problem}`, 'note');
}
