import { rankAll } from '#shared/domain/plan/draw';
import { Paper } from '../paper/paper';
import type { ExcelBook } from '../paper/workbook';
import type { PaperPlan } from './data/plan-repository';
import type { Issue } from './definition';
import { ledgerHead, signatures } from './parts';

/** What a witness is told; the same words every time, because it is what was done. */
const METHOD = [
  '1．抽取前先把全部候选对象按代码排列成一份名录，每行为“代码|分层”，算出名录的 SHA-256 校验值并当场宣布；此后名录改动一个字，校验值就会不同。',
  '2．名录宣布之后，才由见证人现场报出事先不可能知道的公开随机值，与单位事先生成的随机数和名录校验值连在一起，再算一次 SHA-256，得到种子。',
  '3．用种子对每个对象的“分层|代码”计算 HMAC-SHA-256，得到抽取键；同一分层内按抽取键从小到大排队，取前若干名。任何人用同一名录和种子重新计算，结果都相同。',
] as const;

/** The hash and the seed in groups of four, large enough to be read aloud. */
const grouped = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? '';

export function writeProof(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  const paper = new Paper(workbook, '抽取证明', 'landscape', [10, 46, 56, 44, 14, 90], issue.frame);
  ledgerHead(paper, issue, '随机抽取证明', plan.title);
  if (plan.state === 'void') paper.line(`本次抽取已作废：${plan.voidReason}`, 'mark');
  const fact = (label: string, text: string) =>
    paper.row([
      { text: label, span: 2, look: 'label' },
      { text, span: 4, look: 'cell' },
    ]);
  fact('候选对象数', `${plan.population.candidates.length} 个`);
  fact('候选名录校验值（SHA-256）', grouped(plan.populationSha256));
  fact('公开随机值', plan.seedParts.publicValue);
  fact('单位随机数', grouped(plan.seedParts.officeNonce));
  fact('种子', `${grouped(plan.seed)}\n＝ SHA-256（名录校验值|公开随机值|单位随机数）`);
  fact('见证人', plan.seedParts.witnesses);
  fact('算法版本', `第 ${plan.algorithm} 版，HMAC-SHA-256；规则包 ${plan.packId} 第 ${plan.packVersion} 版`);
  fact('抽取日期与操作人', `${plan.createdOn}　${plan.officerName}`);
  fact('方法', METHOD.join('\n'));
  signatures(paper, ['抽取人（签名）：', '见证人（签名）：'], 64);
  paper.gap(10);
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

/** The frozen list with every key, so that the draw can be followed without the program. */
export function writeCandidates(workbook: ExcelBook, plan: PaperPlan, issue: Issue): void {
  const paper = new Paper(workbook, '候选名录', 'landscape', [16, 50, 44, 20, 24, 106], issue.frame);
  ledgerHead(paper, issue, '候选名录与抽取键', `校验值 ${plan.populationSha256}`);
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
