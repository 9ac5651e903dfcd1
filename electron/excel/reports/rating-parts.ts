import { packStatusLabels } from '#shared/domain/catalogue/labels';
import { basisTexts } from '#shared/domain/rating/basis-text';
import type { Explanation } from '#shared/domain/rating/explain';
import { formatPoints } from '#shared/kernel/decimal';
import type { Paper } from '../paper/paper';
import type { LookName } from '../paper/styles';
import { section, UNVERIFIED, unverified } from './parts';
import { factText, measuresText, type RatingView, sourceText } from './rating-view';

type Line = Explanation['lines'][number];

/** Beyond so many records a page would hold nothing else; the rest are on the page of the program. */
const MOST_RELIEFS = 8;

/** One labelled text in small type over the whole width. */
export function smallWide(paper: Paper, label: string, text: string, look: LookName = 'small'): void {
  paper.row([
    { text: label, span: 2, look: 'smallHead' },
    { text: text || '—', span: paper.columns - 2, look },
  ]);
}

/** A line in red over the whole width: what limits the worth of this paper. */
export function bar(paper: Paper, text: string): void {
  paper.row([{ text, span: paper.columns, look: 'alertCenter' }], { minHeight: 24 });
}

export const STALE_BAR = '▲ 数据过期，等级暂缓使用';

export const packText = ({ title, id, version, status }: RatingView['pack'], sha256: string): string =>
  `${title}（${packStatusLabels[status]}，${id} 第 ${version} 版，校验值 ${sha256.slice(0, 12)}）`;

/** The lines that add up to the score, each with its records and its basis. */
export function writeLines(paper: Paper, { why, result }: RatingView): void {
  paper.row([
    { text: '指标', span: 3, look: 'smallHead' },
    { text: '加减分', span: 1, look: 'smallHead' },
    { text: '累计', span: 1, look: 'smallHead' },
    { text: '来源记录', span: 4, look: 'smallHead' },
    { text: '依据', span: 3, look: 'smallHead' },
  ]);
  const shown = why.lines.filter((line) => line.points !== 0 || line.facts.length > 0);
  for (const line of shown)
    paper.row([
      { text: `${line.label}${unverified(line.verified)}`, span: 3, look: 'small' },
      { text: signed(line), look: line.points < 0 ? 'smallAlert' : 'smallCenter' },
      { text: formatPoints(line.running), look: 'smallCenter' },
      { text: line.facts.map(factText).join('\n') || '—', span: 4, look: 'small' },
      { text: line.basis || '—', span: 3, look: 'small' },
    ]);
  paper.row([
    { text: '得分', span: 4, look: 'smallHead' },
    { text: formatPoints(result.scoreThousandths), look: 'smallHead' },
    { text: `${why.grade.symbol} ${why.grade.name}`, span: 7, look: 'smallHead' },
  ]);
  const silent = why.lines.filter((line) => !shown.includes(line)).map((line) => line.label);
  if (silent.length > 0) paper.line(`没有记录、不加分也不扣分的指标：${silent.join('、')}。`, 'note');
}

const signed = (line: Line): string =>
  line.kind === 'base' || line.points <= 0 ? formatPoints(line.points) : `+${formatPoints(line.points)}`;

/** What holds the grade down whatever the points say. */
export function writeVetoes(paper: Paper, { why }: RatingView): void {
  for (const veto of why.vetoes) {
    const records = veto.facts.map((fact) => `${fact.occurredOn} ${sourceText(fact)}`).join('\n');
    const text = [
      `${veto.label}，等级不得高于 ${veto.ceiling} 级${unverified(veto.verified)}`,
      records,
      `依据：${veto.basis}`,
    ];
    smallWide(paper, '■ 否决项', text.filter((part) => part !== '').join('\n'), 'smallLeftAlert');
  }
}

/** The way up and down, and what cost most. */
export function writeNear(paper: Paper, { why }: RatingView): void {
  paper.row([
    { text: '升级', span: 2, look: 'smallHead' },
    { text: why.up ? why.up.sentence : '已是最高等级', span: 4, look: 'small' },
    { text: '降级', span: 2, look: 'smallHead' },
    { text: why.down ? why.down.sentence : '已是最低等级', span: 4, look: 'small' },
  ]);
  if (why.costliest.length === 0) return;
  const costly = why.costliest.map((fact, index) => `${index + 1}．${fact.label}：${factText(fact)}`);
  smallWide(paper, '影响最大\n的记录', costly.join('\n'));
}

/** What can be done about each record that costs points; says so when there is none. */
export function writeReliefs(paper: Paper, { reliefs, facts }: RatingView): void {
  if (reliefs.length === 0) {
    paper.line('没有扣分的记录，无需补救。', 'small', 20);
    return;
  }
  paper.row([
    { text: '记录', span: 5, look: 'smallHead' },
    { text: '加减分', span: 1, look: 'smallHead' },
    { text: '可以怎样补救', span: 6, look: 'smallHead' },
  ]);
  for (const relief of reliefs.slice(0, MOST_RELIEFS)) {
    const fact = facts.get(relief.factId);
    const source = fact ? `${fact.occurredOn} ${sourceText(fact)}` : '';
    paper.row([
      { text: [relief.label, source].filter((text) => text !== '').join('\n'), span: 5, look: 'small' },
      { text: `${relief.points > 0 ? '+' : ''}${formatPoints(relief.points)}`, look: 'smallAlert' },
      { text: relief.sentence, span: 6, look: 'small' },
    ]);
  }
  const rest = reliefs.length - MOST_RELIEFS;
  if (rest > 0) paper.line(`另有 ${rest} 条扣分较少的记录，见第一部分。`, 'note');
}

/** What the grade brings with it. */
export function writeEntails(paper: Paper, { why, pack }: RatingView): void {
  const { sampling, inspectionKinds, measures, incentives, entitlements = [] } = why.grade.entails;
  const grounds = basisTexts(pack, sampling.basis).join('；');
  smallWide(
    paper,
    '监督检查',
    `${sampling.text}${inspectionKinds.length > 0 ? `；检查方式：${inspectionKinds.join('、')}` : ''}${grounds === '' ? '' : `（${grounds}${sampling.verified ? '' : '，未经官方文本核实'}）`}`,
  );
  if (measures.length > 0) smallWide(paper, '管理措施', measuresText(pack, measures));
  if (incentives.length > 0) smallWide(paper, '激励措施', measuresText(pack, incentives));
  const granted = entitlements.map(
    ({ name, amount, unit, text, verified }) =>
      `${name}${amount === null ? '' : ` ${amount}${unit ?? ''}`}：${text}${verified ? '' : UNVERIFIED}`,
  );
  if (granted.length > 0) smallWide(paper, '可以享有', granted.join('\n'));
}

/** The parts every paper about a rating has in common. */
export function writeParts(paper: Paper, view: RatingView, titles: readonly [string, string, string, string]): void {
  section(paper, titles[0]);
  writeLines(paper, view);
  writeVetoes(paper, view);
  section(paper, titles[1]);
  writeNear(paper, view);
  section(paper, titles[2]);
  writeReliefs(paper, view);
  section(paper, titles[3]);
  writeEntails(paper, view);
}
