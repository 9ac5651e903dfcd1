import { orderOfficers } from '#shared/domain/plan/assign-officers';
import { rankAll, seedHmac } from '#shared/domain/plan/draw';
import { proofText } from '#shared/domain/plan/draw-frozen';
import type { Packs } from '../../packs/packs';
import { Paper } from '../paper/paper';
import { qrRow } from '../paper/qr-picture';
import type { ExcelBook } from '../paper/workbook';
import type { PaperPlan } from './data/plan-repository';
import type { Issue } from './definition';
import { ledgerHead, signatures } from './parts';
import { writeLines } from './schedule-lines';
import { VERIFIERS } from './schedule-verifiers';
import { DRAW_METHOD_WORDS, FIRST_METHOD_WORDS, grouped, localMoment } from './schedule-words';

export function writeProof(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  const paper = new Paper(workbook, '抽取证明', 'landscape', [10, 46, 56, 44, 14, 90], issue.frame);
  ledgerHead(paper, issue, '随机抽取证明', plan.title);
  if (plan.state === 'void') paper.line(`本次抽取已作废：${plan.voidReason}`, 'mark');
  const fact = (label: string, text: string) =>
    paper.row([
      { text: label, span: 2, look: 'label' },
      { text, span: 4, look: 'cell' },
    ]);
  const hash = (sha256: string) =>
    qrRow(
      paper,
      { text: '名录校验值（SHA-256）', span: 2, look: 'label' },
      { text: grouped(sha256), span: 3, look: 'cell' },
      { text: sha256, span: 1 },
    );
  if (plan.freeze) writeFreezeFacts(plan.freeze, fact, hash);
  else {
    fact('候选对象数', `${plan.population.candidates.length} 个`);
    fact('候选名录校验值（SHA-256）', grouped(plan.populationSha256));
  }
  const { publicValue, typists, officeNonce, witnesses } = plan.seedParts;
  fact('公开随机值', typists ? `${publicValue}\n由${typists}各输入一遍，两遍一致` : publicValue);
  fact('单位随机数', grouped(officeNonce));
  fact('种子', `${grouped(plan.seed)}\n＝ SHA-256（名录校验值|公开随机值|单位随机数）`);
  fact('见证人', witnesses);
  fact('算法版本', `第 ${plan.algorithm} 版，HMAC-SHA-256；规则包 ${plan.packId} 第 ${plan.packVersion} 版`);
  fact('抽取时间与操作人', `${localMoment(plan.createdAt)}　${plan.officerName}`);
  fact('方法', (plan.freeze ? DRAW_METHOD_WORDS : FIRST_METHOD_WORDS).join('\n'));
  signatures(paper, ['抽取人（签名）：', '见证人（签名）：'], 64);
  paper.gap(10);
  writePicks(paper, plan);
}

function writeFreezeFacts(
  freeze: NonNullable<PaperPlan['freeze']>,
  fact: (label: string, text: string) => void,
  hash: (sha256: string) => void,
): void {
  const { list } = freeze;
  fact('冻结并公布的时间', `${localMoment(freeze.createdAt)}　${freeze.officerName}`);
  fact(
    '公布的名录',
    `候选 ${list.population.candidates.length} 个，不列入 ${list.exclusions.length} 个，执法人员 ${list.officers.length} 名`,
  );
  hash(freeze.listSha256);
  fact('名录校验值（SM3）', grouped(freeze.listSm3));
  fact('其中人员名单校验值（SHA-256）', grouped(freeze.officersSha256));
  fact('公布时承诺的单位随机数校验值', `${grouped(freeze.nonceSha256)}\n＝ SHA-256（单位随机数）`);
}

function writePicks(paper: Paper, plan: PaperPlan): void {
  paper.line(`抽中的对象（${plan.visits.length} 个）`, 'section');
  const header = paper.next;
  paper.row(
    ['序号', '分层', '检查对象', '代码', '名次', '抽取键'].map((text) => ({ text, look: 'smallHead' as const })),
  );
  paper.repeatAbove(header);
  const names = new Map(plan.strata.map(({ id, label }) => [id, label]));
  const order = new Map(plan.strata.map(({ id }, index) => [id, index]));
  const picks = [...plan.visits].sort(
    (a, b) => (order.get(a.stratum) ?? 0) - (order.get(b.stratum) ?? 0) || a.rank - b.rank,
  );
  picks.forEach((visit, index) => {
    paper.row([
      { text: index + 1, look: 'smallCenter' },
      { text: names.get(visit.stratum) ?? visit.stratum, look: 'small' },
      { text: visit.subjectName, look: 'small' },
      { text: visit.code, look: 'smallCenter' },
      { text: visit.rank, look: 'smallCenter' },
      { text: visit.drawKey, look: 'code' },
    ]);
  });
}

/** The candidates with every key, so that the draw can be followed without the program. */
export function writeCandidates(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  const paper = new Paper(workbook, '候选名录', 'landscape', [16, 50, 44, 20, 24, 106], issue.frame);
  ledgerHead(paper, issue, '候选名录与抽取键', `校验值 ${plan.freeze?.listSha256 ?? plan.populationSha256}`);
  paper.row(
    ['序号', '代码', '分层代码', '名次', '结果', '抽取键'].map((text) => ({ text, look: 'smallHead' as const })),
  );
  paper.repeatAbove();
  paper.freezeAbove();
  const quotas = plan.strata.map(({ id, count }) => ({ stratum: id, count }));
  let index = 0;
  for (const row of rankAll(plan.population, quotas, plan.seed)) {
    index += 1;
    issue.progress('写入候选名录', index, plan.population.candidates.length);
    paper.row([
      { text: index, look: 'smallCenter' },
      { text: row.code, look: 'smallCenter' },
      { text: row.stratum, look: 'smallCenter' },
      { text: row.rank, look: 'smallCenter' },
      { text: row.picked ? '● 抽中' : '未抽中', look: 'smallCenter' },
      { text: row.key, look: 'code' },
    ]);
  }
}

/** The officers in the order of their keys, and what came of it; why someone was skipped stands with each visit. */
export function writeOfficers(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  if (!plan.freeze) return;
  const { list } = plan.freeze;
  const paper = new Paper(workbook, '人员抽取', 'landscape', [12, 26, 30, 22, 22, 22, 40, 92], issue.frame);
  ledgerHead(paper, issue, '执法人员抽取顺序', `名单校验值 ${plan.freeze.officersSha256}`);
  paper.row(
    ['顺序', '姓名', '证件有效期', '此前次数', '本次次数', '被跳过', '专长', '抽取键'].map((text) => ({
      text,
      look: 'smallHead' as const,
    })),
  );
  paper.repeatAbove();
  paper.freezeAbove();
  const hmac = seedHmac(plan.seed);
  orderOfficers(list.officers, plan.seed).forEach((one, index) => {
    const visits = plan.visits.filter(({ drawnOfficerIds }) => drawnOfficerIds.includes(one.id)).length;
    const skipped = plan.visits.filter(({ skips }) => skips.some(({ officerId }) => officerId === one.id)).length;
    paper.row([
      { text: index + 1, look: 'smallCenter' },
      { text: one.name, look: 'smallCenter' },
      { text: one.certificateUntil ?? '长期', look: 'smallCenter' },
      { text: one.load, look: 'smallCenter' },
      { text: visits, look: 'smallCenter' },
      { text: skipped === 0 ? '—' : `${skipped} 户`, look: 'smallCenter' },
      { text: one.skills.join('、') || '—', look: 'small' },
      { text: hmac.hex(`officer|${one.id}`), look: 'code' },
    ]);
  });
  paper.line(
    '抽取键＝HMAC-SHA-256（种子，“officer|人员编号”）。检查次数少的先派，次数相同的按本表顺序；跳过的人员和理由见“按检查人员”。',
    'note',
  );
}

/** What the verifiers read, and the verifiers. */
export function writeVerification(workbook: ExcelBook, plan: PaperPlan, issue: Issue, packs: Packs): void {
  const { freeze } = plan;
  if (!freeze) return;
  const text = proofText({ ...freeze, seedParts: plan.seedParts, seed: plan.seed });
  writeLines(
    workbook,
    issue,
    '核验数据',
    '核验数据',
    '公布的名录、种子组成和抽取结果，每行一条；核验时复制 A 列。',
    text,
  );
  for (const { sheet, fileName, scope } of VERIFIERS)
    writeLines(
      workbook,
      issue,
      sheet,
      '核验程序',
      `复制 A 列第 4 行起的内容，存为 ${fileName}；用法见前两行。${scope === 'picks' ? '核验名录、种子和抽中的对象。' : '前一半核验对象，后一半核验检查人员。'}`,
      packs.verifierText(fileName),
    );
}
