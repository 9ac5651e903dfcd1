import { type Explanation, explain } from '#shared/domain/rating/explain';
import type { TraceFact } from '#shared/domain/rating/trace';
import { invariant } from '#shared/kernel/assert';
import { formatPoints } from '#shared/kernel/decimal';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getRating } from './data/rating-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { day, FORM_GRID, formHead, pair, section, signatures, unverified, wide } from './parts';

type Line = Explanation['lines'][number];
type Found = Awaited<ReturnType<typeof getRating>>;

/** 信用评价说明: lines that add up to the score, with the source of every point. */
export const ratingWhy: ReportDefinition = {
  id: 'rating-why',
  title: '信用评价说明',
  group: 'document',
  description: '得分怎样逐项相加而成，每一分的来源文号，距上下一级的分数，未核实的规则逐条标明。',
  params: [{ key: 'id', label: '评价', type: 'id', noun: 'rating' }],
  gather: async ({ db, packs, office, now }, params) => {
    const found = await getRating(db, packs, requireParam(params, 'id', '评价'));
    const why = explain(found.pack, found.result, packs.catalogue());
    invariant((why.lines.at(-1)?.running ?? 0) === found.result.scoreThousandths, 'the lines add up to the score');
    return {
      fileName: fileNameOf('信用评价说明', found.subject.name, found.result.asOf),
      owner: { table: 'rating', id: found.id },
      numbering: { kind: 'series', word: '评说' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`信用评价说明 ${found.subject.name}`, office.name, new Date(now));
        const paper = new Paper(workbook, '信用评价说明', 'portrait', FORM_GRID, issue.frame);
        formHead(paper, issue, '信用评价说明', issue.again);
        writeHead(paper, found, why);
        writeLines(paper, why, found);
        writeEnd(paper, why);
        // meant for one page; only a long list of records takes a second one
        paper.close(0.5);
        await saveWorkbook(workbook, path);
        return why.lines.length;
      },
    };
  },
};

function writeHead(paper: Paper, { subject, result, pack, packSha256, ratedOn }: Found, why: Explanation): void {
  wide(paper, '监管对象', subject.name);
  pair(paper, [subject.idLabel.replace('统一社会', '统一社会\n'), subject.idText], ['主体类型', subject.kindText]);
  wide(paper, '评价结果', why.headline);
  pair(paper, ['评价基准日', day(result.asOf)], ['评价日期', day(ratedOn)]);
  wide(paper, '适用规则', `${pack.title}（${pack.id} 第 ${pack.version} 版，校验值 ${packSha256.slice(0, 12)}）`);
  if (why.warnings.length > 0) wide(paper, '▲ 提示', why.warnings.join('\n'), 'alert');
}

function writeLines(paper: Paper, why: Explanation, { result }: Found): void {
  section(paper, '一、得分构成（自上而下逐项相加）');
  paper.row([
    { text: '指标', span: 3, look: 'smallHead' },
    { text: '加减分', span: 1, look: 'smallHead' },
    { text: '累计', span: 1, look: 'smallHead' },
    { text: '来源记录', span: 3, look: 'smallHead' },
    { text: '依据', span: 4, look: 'smallHead' },
  ]);
  const shown = why.lines.filter((line) => line.points !== 0 || line.facts.length > 0);
  for (const line of shown)
    paper.row([
      { text: `${line.label}${unverified(line.verified)}`, span: 3, look: 'small' },
      { text: signed(line), look: line.points < 0 ? 'smallAlert' : 'smallCenter' },
      { text: formatPoints(line.running), look: 'smallCenter' },
      { text: line.facts.map(source).join('\n') || '—', span: 3, look: 'small' },
      { text: line.basis || '—', span: 4, look: 'small' },
    ]);
  paper.row([
    { text: '得分', span: 4, look: 'smallHead' },
    { text: formatPoints(result.scoreThousandths), look: 'smallHead' },
    { text: `${why.grade.symbol} ${why.grade.name}`, span: 7, look: 'smallHead' },
  ]);
  const silent = why.lines.filter((line) => !shown.includes(line)).map((line) => line.label);
  if (silent.length > 0) paper.line(`没有记录、不加分也不扣分的指标：${silent.join('、')}。`, 'note');
}

function writeEnd(paper: Paper, why: Explanation): void {
  for (const veto of why.vetoes)
    wide(paper, '■ 否决项', `${veto.sentence}${unverified(veto.verified)}\n依据：${veto.basis}`, 'alert');
  section(paper, '二、距上下一级');
  wide(paper, '升级', why.up ? why.up.sentence : '已是最高等级');
  wide(paper, '降级', why.down ? why.down.sentence : '已是最低等级');
  if (why.costliest.length > 0)
    wide(paper, '影响最大\n的记录', why.costliest.map(({ sentence }, index) => `${index + 1}．${sentence}`).join('\n'));
  signatures(paper, ['制作人（签名）：', '审核人（签名）：']);
}

const signed = (line: Line): string =>
  line.kind === 'base' || line.points <= 0 ? formatPoints(line.points) : `+${formatPoints(line.points)}`;

const effect = (points: number): string =>
  points === 0 ? '' : `，${points < 0 ? '扣' : '加'} ${formatPoints(Math.abs(points))} 分`;

const source = ({ occurredOn, sourceOrg, sourceNo, points }: TraceFact): string =>
  `${occurredOn} ${[sourceOrg, sourceNo].filter((text) => text !== '').join(' ') || '（无文号）'}${effect(points)}`;
