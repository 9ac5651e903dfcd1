import { BLANK_DAY, type PaperBlock, type PaperContent } from '#shared/domain/paper/content';
import { assertNever } from '#shared/kernel/assert';
import type { Paper } from '../paper/paper';
import { placeQr } from '../paper/qr-picture';
import type { LookName } from '../paper/styles';
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

/** Columns at either side of the title; the code stands in the right ones. */
const SIDE = 2;
const CODE_MM = 24;

function head(paper: Paper, { office, title, no, remark, layout, code }: PaperContent): void {
  const middle = paper.columns - 2 * SIDE;
  const line = (text: string, look: LookName, minHeight: number) =>
    paper.row(
      [
        { text: '', span: SIDE, look: 'line' },
        { text, span: middle, look },
        { text: '', span: SIDE, look: 'line' },
      ],
      { minHeight },
    );
  const top = paper.next;
  line(office, 'office', 30);
  line(title, 'title', 42);
  if (code !== '') {
    const column = paper.columns - SIDE + 1;
    placeQr(paper, code, { row: top, column, mm: CODE_MM, rightMm: paper.widthMm(column, SIDE) - CODE_MM });
  }
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
      for (const row of block.rows) fieldRow(paper, row, content.blank);
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
      return;
    default:
      assertNever(block);
  }
}

type Of<K extends PaperBlock['kind']> = Extract<PaperBlock, { kind: K }>;

function fieldRow(paper: Paper, row: Of<'fields'>['rows'][number], blank: boolean): void {
  const rest = paper.columns / row.length - LABEL;
  paper.row(
    row.flatMap(({ label, text }) => [
      { text: label, span: LABEL, look: 'label' as const },
      { text: text || (blank ? '' : '—'), span: rest, look: 'cell' as const },
    ]),
    { minHeight: blank ? HAND_LINE : 0 },
  );
}

function table(paper: Paper, { columns, rows, lines }: Of<'table'>): void {
  paper.row(columns.map(({ title, span }) => ({ text: title, span, look: 'smallHead' as const })));
  for (const { cells, strong } of rows)
    paper.row(
      columns.map(({ span, align }, index) => ({
        text: cells[index] ?? '',
        span,
        look: align === 'left' ? 'small' : strong && cells[index]?.startsWith('■') ? 'smallAlert' : 'smallCenter',
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
