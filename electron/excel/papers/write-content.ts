import { BLANK_DAY, type PaperBlock, type PaperContent } from '#shared/domain/paper/content';
import { assertNever } from '#shared/kernel/assert';
import type { Paper } from '../paper/paper';
import { section } from '../reports/parts';

/** A line to write on by hand: high enough for a pen. */
const HAND_LINE = 26;
const OFFICE_PLACE = 72;
const LABEL = 2;

/** Writes one paper from top to bottom on a grid of twelve columns. */
export function writeContent(paper: Paper, content: PaperContent): void {
  head(paper, content);
  for (const block of content.blocks) writeBlock(paper, block, content);
  // seal and receipt of a letter belong below the text they confirm
  paper.close(content.layout === 'letter' ? 0.35 : undefined);
}

function head(paper: Paper, { office, title, no, remark, layout }: PaperContent): void {
  paper.line(office, 'office');
  paper.line(title, 'title', 40);
  if (layout === 'letter') {
    paper.repeatAbove();
    paper.line(no, 'number');
    paper.gap(8);
    return;
  }
  const half = paper.columns / 2;
  paper.row([
    { text: remark, span: half, look: 'line' },
    { text: no, span: half, look: 'number' },
  ]);
  paper.repeatAbove();
}

function writeBlock(paper: Paper, block: PaperBlock, content: PaperContent): void {
  const wide = paper.columns - LABEL;
  switch (block.kind) {
    case 'fields':
      for (const row of block.rows) fieldRow(paper, row);
      return;
    case 'text':
      if (block.text === '' && block.lines > 0)
        paper.beside({ text: block.label, span: LABEL, look: 'label' }, (from) => {
          for (let line = 0; line < block.lines; line++)
            paper.row([{ text: '', span: wide, look: 'cell' }], { from, minHeight: HAND_LINE });
        });
      else
        paper.row([
          { text: block.label, span: LABEL, look: 'label' },
          { text: block.text || '—', span: wide, look: 'cell' },
        ]);
      return;
    case 'section':
      section(paper, block.text);
      return;
    case 'table':
      table(paper, block);
      return;
    case 'letter':
      for (const { text, indent } of block.paragraphs) paper.line(indent ? `　　${text}` : text, 'letter');
      paper.gap(6);
      return;
    case 'questions':
      questions(paper, block);
      return;
    case 'signatures':
      signaturePlaces(paper, block);
      return;
    case 'seal':
      paper.line(`${block.office}　　\n（印章）　　　　\n${block.date}　　`, 'letterRight', OFFICE_PLACE);
      return;
    case 'note':
      paper.line(block.text, 'note');
      if (content.pageLine !== '') paper.line(`每页签名：${content.pageLine}`, 'note');
      return;
    default:
      assertNever(block);
  }
}

type Of<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>;

function fieldRow(paper: Paper, row: Of<'fields'>['rows'][number]): void {
  const rest = paper.columns / row.length - LABEL;
  paper.row(
    row.flatMap(({ label, text }) => [
      { text: label, span: LABEL, look: 'label' as const },
      { text: text || '—', span: rest, look: 'cell' as const },
    ]),
  );
}

function table(paper: Paper, { columns, rows, lines }: Of<'table'>): void {
  paper.row(columns.map(({ title, span }) => ({ text: title, span, look: 'smallHead' as const })));
  for (const { cells, strong } of rows)
    paper.row(
      columns.map(({ span, align }, index) => ({
        text: cells[index] ?? '',
        span,
        look: align === 'left' ? 'small' : strong ? 'smallAlert' : 'smallCenter',
      })),
      { minHeight: lines > 1 ? lines * 18 : 0 },
    );
}

function questions(paper: Paper, { lines, blank }: Of<'questions'>): void {
  for (const { question, answer } of lines) {
    paper.line(`问：${question}`, 'question');
    paper.line(`答：${answer}`, 'answer', answer === '' ? HAND_LINE * 2 : 0);
  }
  for (let pair = 0; pair < blank; pair++) {
    paper.line('问：', 'question', HAND_LINE);
    paper.line('答：', 'answer', HAND_LINE * 2);
  }
}

function signaturePlaces(paper: Paper, { places }: Of<'signatures'>): void {
  const spans = paper.evenSpans(places.length);
  paper.row(
    places.map(({ title, text, date }, index) => ({
      text: `${title}\n${text}${date === null ? '' : `\n${date || BLANK_DAY}`}`,
      span: spans[index] ?? 1,
      look: 'cellTop' as const,
    })),
    { minHeight: OFFICE_PLACE },
  );
}
