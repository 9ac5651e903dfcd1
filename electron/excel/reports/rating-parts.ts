import { packStatusLabels } from '#shared/domain/catalogue/labels';
import { basisTexts } from '#shared/domain/rating/basis-text';
import type { Explanation } from '#shared/domain/rating/explain';
import { nameOf } from '#shared/domain/rating/grade-distance';
import { formatPoints } from '#shared/kernel/decimal';
import { groupRows } from '../../db/group-rows';
import type { Paper } from '../paper/paper';
import type { LookName } from '../paper/styles';
import { UNVERIFIED, unverified } from './parts';
import { effectText, factText, measuresText, type RatingView, sourceText } from './rating-view';

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

export const smallSection = (paper: Paper, text: string): void =>
  paper.row([{ text, span: paper.columns, look: 'smallSection' }]);

/** A line in red over the whole width: what limits the worth of this paper. */
export function bar(paper: Paper, text: string): void {
  paper.row([{ text, span: paper.columns, look: 'alertCenter' }], { minHeight: 24 });
}

export const packText = ({ title, id, version, status }: RatingView['pack'], sha256: string): string =>
  `${title}（${packStatusLabels[status]}，${id} 第 ${version} 版，校验值 ${sha256.slice(0, 12)}）`;

/** The lines that add up to the score, each with its records; bases stand once, below, under their numbers. */
function writeLines(paper: Paper, { why, result }: RatingView, title: string): void {
  paper.row([
    { text: title, span: 4, look: 'smallSection' },
    { text: '分值', look: 'smallHead' },
    { text: '累计', look: 'smallHead' },
    { text: '来源记录', span: 5, look: 'smallHead' },
    { text: '依据', look: 'smallHead' },
  ]);
  const shown = why.lines.filter((line) => line.points !== 0 || line.facts.length > 0);
  const bases = [...new Set(shown.flatMap(basesOf))];
  for (const line of shown)
    paper.row([
      { text: `${line.label}${unverified(line.verified)}`, span: 4, look: 'small' },
      { text: signed(line), look: line.points < 0 ? 'smallAlert' : 'smallCenter' },
      { text: formatPoints(line.running), look: 'smallCenter' },
      { text: line.facts.map(factText).join('\n') || '—', span: 5, look: 'small' },
      {
        text:
          basesOf(line)
            .map((basis) => numberMark(bases.indexOf(basis) + 1))
            .join('') || '—',
        look: 'smallCenter',
      },
    ]);
  paper.row([
    { text: '得分', span: 5, look: 'smallHead' },
    { text: formatPoints(result.scoreThousandths), look: 'smallHead' },
    { text: `${why.grade.symbol} ${why.grade.name}`, span: 6, look: 'smallHead' },
  ]);
  if (bases.length > 0) smallWide(paper, '依据', bases.map((basis, at) => `${numberMark(at + 1)}${basis}`).join('；'));
  const silent = why.lines.filter((line) => !shown.includes(line)).map((line) => line.label);
  if (silent.length > 0) paper.line(`没有记录、不加分也不扣分的指标：${silent.join('、')}。`, 'note');
}

const basesOf = ({ basis }: Line): readonly string[] => basis.split('；').filter((text) => text !== '');

/** @example numberMark(3) // '③' */
const numberMark = (number: number): string =>
  number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `(${number})`;

const signed = (line: Line): string =>
  line.kind === 'base' || line.points <= 0 ? formatPoints(line.points) : `+${formatPoints(line.points)}`;

/** What holds the grade down whatever the points say. */
function writeVetoes(paper: Paper, { why, pack }: RatingView): void {
  for (const veto of why.vetoes) {
    const records = veto.facts.map((fact) => `${fact.occurredOn} ${sourceText(fact)}`).join('\n');
    const text = [
      `${veto.label}，等级不得优于${nameOf(pack, veto.ceiling)}${unverified(veto.verified)}`,
      records,
      `依据：${veto.basis}`,
    ];
    smallWide(paper, '■ 否决项', text.filter((part) => part !== '').join('\n'), 'smallLeftAlert');
  }
}

/** The way up and down, and what cost most. */
function writeNear(paper: Paper, { why }: RatingView): void {
  paper.row([
    { text: '升级', span: 2, look: 'smallHead' },
    { text: why.up ? why.up.sentence : '已是最高等级', span: 4, look: 'small' },
    { text: '降级', span: 2, look: 'smallHead' },
    { text: why.down ? why.down.sentence : '已是最低等级', span: 4, look: 'small' },
  ]);
  if (why.costliest.length === 0) return;
  const costly = why.costliest.map(
    (fact, index) => `${index + 1}．${fact.occurredOn} ${fact.label}，${effectText(fact.points)}`,
  );
  smallWide(paper, '影响最大\n的记录', costly.join('\n'));
}

/** What can be done about each record that costs points, those with one answer together; says so when there is none. */
function writeReliefs(paper: Paper, { why, reliefs, facts }: RatingView, title: string): void {
  // the title is the head of its table: a title alone at the foot of a page would be torn from it
  paper.row([
    { text: title, span: 7, look: 'smallSection' },
    { text: '可以怎样补救', span: 5, look: 'smallHead' },
  ]);
  if (reliefs.length === 0) {
    const vetoed = '没有按分值计入的不利记录；否决项解除后等级才能上升。';
    paper.line(why.vetoes.length > 0 ? vetoed : '没有不利记录，无需补救。', 'small', 20);
  }
  for (const list of groupRows(reliefs.slice(0, MOST_RELIEFS), ({ sentence }) => sentence).values()) {
    // its source stands in the first part already
    const records = list.map(
      ({ factId, label, points }) => `${facts.get(factId)?.occurredOn ?? ''} ${label}，${effectText(points)}`,
    );
    paper.row([
      { text: records.join('\n'), span: 7, look: 'small' },
      { text: list[0]?.sentence ?? '', span: 5, look: 'small' },
    ]);
  }
  const rest = reliefs.length - MOST_RELIEFS;
  if (rest > 0) paper.line(`另有 ${rest} 条扣分较少的记录，见第一部分。`, 'note');
}

/** What the grade brings with it. */
function writeEntails(paper: Paper, { why, pack }: RatingView): void {
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
  writeLines(paper, view, titles[0]);
  writeVetoes(paper, view);
  smallSection(paper, titles[1]);
  writeNear(paper, view);
  writeReliefs(paper, view, titles[2]);
  smallSection(paper, titles[3]);
  writeEntails(paper, view);
}
