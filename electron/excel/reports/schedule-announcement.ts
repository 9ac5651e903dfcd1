import { roundingLabels } from '#shared/domain/plan/sampling-pack';
import { Paper } from '../paper/paper';
import { qrRow } from '../paper/qr-picture';
import { type ExcelBook, newWorkbook, saveWorkbook } from '../paper/workbook';
import { getFreeze, listCandidateNames, type PaperFreeze } from './data/freeze-repository';
import type { Issue, ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { formHead, ledgerHead, section, signatures, wide } from './parts';
import { writeLines } from './schedule-lines';
import { DRAW_METHOD_WORDS, grouped, localMoment } from './schedule-words';

/** 随机抽取公布单: what is announced before the chance exists; printed and signed, then nobody can turn back. */
export const scheduleAnnouncement: ReportDefinition = {
  id: 'schedule-announcement',
  title: '随机抽取公布单',
  group: 'document',
  description: '抽取之前公布的校验值、规则、候选名录和不列入名单，供见证人签名留存。',
  params: [{ key: 'id', label: '冻结的名录', type: 'id', noun: 'plan' }],
  gather: async ({ db, office, now }, params) => {
    const freeze = await getFreeze(db, requireParam(params, 'id', '冻结的名录'));
    const names = await listCandidateNames(db, freeze.subjectIds);
    return {
      fileName: fileNameOf('随机抽取公布单', String(freeze.year), freeze.title),
      owner: { table: 'plan_freeze', id: freeze.id },
      numbering: { kind: 'series', word: '抽公' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`${freeze.title}（公布单）`, office.name, new Date(now));
        writeAnnouncement(workbook, freeze, issue);
        writeStrata(workbook, freeze, issue);
        writeLists(workbook, freeze, names, issue);
        const remark = '校验值就是下面各行的校验值；每行以换行结束，文本为 UTF-8 编码。';
        writeLines(workbook, issue, '名录原文', '抽取名录原文', remark, freeze.listText);
        await saveWorkbook(workbook, path);
        return freeze.list.population.candidates.length;
      },
    };
  },
};

/** Two lines of eight groups, so that nobody loses the place when it is read aloud. */
const inTwoLines = (hex: string): string => `${grouped(hex.slice(0, 32))}\n${grouped(hex.slice(32))}`;

const scopeWords = ({ scope, batchNo, batches }: PaperFreeze): string =>
  scope === 'batch' ? `本年度第 ${batchNo} 批` : `全年，分 ${batches.length} 批`;

function writeAnnouncement(workbook: ExcelBook, freeze: PaperFreeze, issue: Issue): void {
  const paper = new Paper(
    workbook,
    '公布单',
    'portrait',
    Array.from({ length: 12 }, () => 1),
    issue.frame,
  );
  formHead(
    paper,
    issue,
    '随机抽取公布单',
    [`${freeze.year}年度`, issue.again].filter((text) => text !== '').join('　'),
  );
  if (freeze.state === 'discarded') paper.line(`本名录已停用，未抽取：${freeze.discardReason}`, 'mark');
  const { list } = freeze;
  wide(paper, '计划', `${freeze.title}（${scopeWords(freeze)}）`);
  wide(paper, '冻结时间', `${localMoment(freeze.createdAt)}　${freeze.officerName}`);
  wide(
    paper,
    '名录',
    `候选 ${list.population.candidates.length} 户，抽取 ${freeze.total} 户；不列入 ${list.exclusions.length} 户；可派执法人员 ${list.officers.length} 名`,
  );
  const rounding: Readonly<Record<string, string>> = roundingLabels;
  wide(
    paper,
    '规则',
    `规则包 ${list.packId} 第 ${list.packVersion} 版，按分层比例抽取，取整：${rounding[list.rounding] ?? list.rounding}；每组每日检查 ${list.visitsPerDay} 户`,
  );
  section(paper, '抽取之前公布的校验值');
  qrRow(
    paper,
    { text: '名录校验值\nSHA-256', span: 2, look: 'label' },
    { text: inTwoLines(freeze.listSha256), span: 7, look: 'cell' },
    { text: freeze.listSha256, span: 3 },
  );
  wide(paper, '名录校验值\nSM3', inTwoLines(freeze.listSm3));
  wide(paper, '其中人员名单\nSHA-256', inTwoLines(freeze.officersSha256));
  wide(paper, '单位随机数\n承诺值', `${inTwoLines(freeze.nonceSha256)}\n（SHA-256；单位随机数在抽取时公开）`);
  section(paper, '抽取办法');
  DRAW_METHOD_WORDS.forEach((words, index) => {
    wide(paper, `第${'一二三四五'[index]}步`, words.replace(/^\d．/, ''));
  });
  section(paper, '公开随机值（公布之后产生，当场填写）');
  wide(paper, '产生办法', '　\n　');
  wide(paper, '结果', '　\n　');
  for (const problem of freeze.problems) paper.line(`提示：${problem}`, 'note');
  signatures(paper, ['公布人（签名）：', '见证人（签名）：', '见证人（签名）：']);
  paper.close();
}

function head(paper: Paper, headers: readonly string[]): void {
  paper.row(headers.map((text) => ({ text, look: 'smallHead' as const })));
  paper.repeatAbove();
  paper.freezeAbove();
}

function writeStrata(workbook: ExcelBook, freeze: PaperFreeze, issue: Issue): void {
  const paper = new Paper(workbook, '分层与公式', 'landscape', [60, 16, 18, 16, 90, 60], issue.frame);
  ledgerHead(paper, issue, '分层与公式', scopeWords(freeze));
  head(paper, ['分层', '基数', '抽查比例', '本次抽取', '算法', '依据']);
  for (const stratum of freeze.strata)
    paper.row([
      { text: stratum.label, look: 'small' },
      { text: stratum.base, look: 'smallCenter' },
      { text: stratum.ratio, look: 'smallCenter' },
      { text: stratum.count, look: 'smallCenter' },
      { text: stratum.work, look: 'small' },
      { text: `${stratum.basis}${stratum.verified ? '' : '（未核实）'}`, look: 'small' },
    ]);
  if (freeze.scope === 'year')
    paper.line(
      `各批户数：${freeze.batches.map((count, index) => `第${index + 1}批 ${count} 户`).join('，')}。`,
      'small',
    );
}

function writeLists(workbook: ExcelBook, freeze: PaperFreeze, names: readonly string[], issue: Issue): void {
  const { list } = freeze;
  const labels = new Map(freeze.strata.map(({ id, label }) => [id, label]));
  const candidates = new Paper(workbook, '候选名录', 'landscape', [16, 90, 50, 100], issue.frame);
  ledgerHead(candidates, issue, '候选名录', `校验值 ${freeze.listSha256}`);
  head(candidates, ['序号', '监管对象', '代码', '分层']);
  list.population.candidates.forEach(({ code, stratum }, index) => {
    issue.progress('写入候选名录', index, list.population.candidates.length);
    candidates.row([
      { text: index + 1, look: 'smallCenter' },
      { text: names[index] ?? '', look: 'small' },
      { text: code, look: 'smallCenter' },
      { text: labels.get(stratum) ?? stratum, look: 'small' },
    ]);
  });
  const excluded = new Paper(workbook, '不列入名单', 'landscape', [16, 90, 50, 100], issue.frame);
  ledgerHead(excluded, issue, '不列入候选名录的对象', `共 ${freeze.exclusions.length} 户`);
  head(excluded, ['序号', '监管对象', '代码', '不列入的理由']);
  freeze.exclusions.forEach(({ code, name, reason }, index) => {
    excluded.row([
      { text: index + 1, look: 'smallCenter' },
      { text: name ?? '', look: 'small' },
      { text: code, look: 'smallCenter' },
      { text: reason, look: 'small' },
    ]);
  });
  if (freeze.exclusions.length === 0) excluded.line('没有不列入的对象。', 'small');
  const officers = new Paper(workbook, '执法人员名单', 'landscape', [16, 40, 34, 24, 60, 50, 32], issue.frame);
  ledgerHead(officers, issue, '可派执法人员名单', `名单校验值 ${freeze.officersSha256}`);
  head(officers, ['序号', '姓名', '证件有效期', '此前次数', '请假', '专长', '回避']);
  list.officers.forEach((one, index) => {
    officers.row([
      { text: index + 1, look: 'smallCenter' },
      { text: one.name, look: 'smallCenter' },
      { text: one.certificateUntil ?? '长期', look: 'smallCenter' },
      { text: one.load, look: 'smallCenter' },
      { text: one.leaves.map(({ from, to }) => `${from}至${to}`).join('、') || '—', look: 'small' },
      { text: one.skills.join('、') || '—', look: 'small' },
      { text: one.avoids.length === 0 ? '—' : `${one.avoids.length} 户`, look: 'smallCenter' },
    ]);
  });
}
