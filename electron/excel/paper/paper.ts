import type { Anchor, Image, Style, Workbook, Worksheet } from 'exceljs';
import { cellText, needsTextFormat } from './cell-text';
import { linesHeight, splitText, wrapText } from './measure';
import { headerFooter, type Orientation, type PageFrame, pageSetup, printableHeightMm, printableMm } from './page';
import { pagesNeeded } from './page-count';
import { type Edges, indentOf, LOOKS, type LookName, styleOf } from './styles';

export type PaperCell = {
  readonly text: string | number;
  /** Columns it covers, 1 unless told. */
  readonly span?: number;
  readonly look?: LookName;
};

export type RowOptions = {
  readonly minHeight?: number;
  /** First column it begins in, 1 unless told; for rows beside a cell that spans several rows. */
  readonly from?: number;
};

/** Where a picture lies: the row and column whose upper left corner it is measured from. */
export type PicturePlace = {
  readonly row: number;
  readonly column: number;
  readonly mm: number;
  /** Height, the same as `mm` for a square one. */
  readonly heightMm?: number;
  readonly rightMm?: number;
  readonly downMm?: number;
};

type Placed = { readonly cell: PaperCell; readonly first: number; readonly last: number; readonly look: LookName };

const POINTS_PER_MM = 72 / 25.4;
const PIXELS_PER_MM = 96 / 25.4;
const EMU_PER_MM = 36_000;
/**
 * Width of a digit of 宋体 11 in points where it is narrowest. Excel rounds it up to whole pixels (6 points on most
 * screens) and then prints the wider page a little smaller; the other way round texts would be cut.
 */
const DIGIT_POINTS = 5.5;
const SMALL_REST = 0.25;
/** How much smaller the page is printed: in Excel, where 宋体 is measured exactly, and where another font stands in. */
const PRINT_SCALES = [5.5 / 6, 1, 5.5 / 7];
/** Rows are divided beyond this many lines, so that a page break finds a place. */
const MAX_LINES = 12;
/** … into pieces of this many. */
const PIECE_LINES = 6;

/** One printed sheet, written from top to bottom on a fixed grid of columns. */
export class Paper {
  readonly columns: number;
  private readonly sheet: Worksheet;
  private readonly pageHeight: number;
  private repeatFrom = 1;
  private repeatTo = 0;
  private readonly widths: readonly number[];
  private nextRow = 1;

  /** @param shares widths of the columns as shares of the printable width */
  constructor(workbook: Workbook, name: string, orientation: Orientation, shares: readonly number[], frame: PageFrame) {
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const width = printableMm(orientation) * POINTS_PER_MM;
    this.widths = shares.map((share) => (share / whole) * width);
    this.columns = shares.length;
    this.pageHeight = printableHeightMm(orientation) * POINTS_PER_MM;
    this.sheet = workbook.addWorksheet(sheetName(name), {
      pageSetup: pageSetup(orientation, '1:1'),
      headerFooter: headerFooter(frame),
      views: [{ showGridLines: false }],
    });
    this.widths.forEach((points, index) => {
      this.sheet.getColumn(index + 1).width = points / DIGIT_POINTS;
    });
  }

  /** Number of the row that comes next. */
  get next(): number {
    return this.nextRow;
  }

  /** Printed width of `span` columns from `column` on. */
  widthMm(column: number, span: number): number {
    return this.widths.slice(column - 1, column - 1 + span).reduce((sum, width) => sum + width, 0) / POINTS_PER_MM;
  }

  /** Spans that divide the width into `count` parts as equal as the grid allows. */
  evenSpans(count: number): readonly number[] {
    const whole = this.widths.reduce((sum, width) => sum + width, 0);
    const spans = Array.from({ length: count }, () => 0);
    let before = 0;
    for (const width of this.widths) {
      const part = Math.min(count - 1, Math.floor(((before + width / 2) / whole) * count));
      spans[part] = (spans[part] ?? 0) + 1;
      before += width;
    }
    return spans;
  }

  /** The rows written so far stand on every page. */
  repeatAbove(from = 1): void {
    this.repeatFrom = from;
    this.repeatTo = this.nextRow - 1;
    this.sheet.pageSetup.printTitlesRow = `${this.repeatFrom}:${this.repeatTo}`;
  }

  /**
   * Ends the paper: when little more than the signatures would stand on a last page, everything is printed a trifle
   * smaller so that they stay with the text.
   *
   * @param rest share of a page that is not worth a page of its own
   */
  close(rest = SMALL_REST): void {
    const heights = Array.from({ length: this.nextRow - 1 }, (_, index) => this.sheet.getRow(index + 1).height);
    const repeated = heights.slice(this.repeatFrom - 1, this.repeatTo).reduce((sum, height) => sum + height, 0);
    for (const scale of PRINT_SCALES) {
      const height = this.pageHeight / scale;
      const { pages, lastPage } = pagesNeeded(heights, height, repeated);
      if (pages === 1 || lastPage - repeated >= height * rest) continue;
      this.sheet.pageSetup.fitToHeight = pages - 1;
      return;
    }
  }

  /** The rows written so far stay in view on the screen. */
  freezeAbove(): void {
    this.sheet.views = [{ state: 'frozen', ySplit: this.nextRow - 1, showGridLines: false }];
  }

  /** A line over all columns. */
  line(text: string, look: LookName = 'line', minHeight = 0): void {
    this.row([{ text, span: this.columns, look }], { minHeight });
  }

  gap(points: number): void {
    this.sheet.getRow(this.nextRow++).height = points;
  }

  /**
   * A row of cells; its height is that of its longest text. What is too long for one row goes on in further rows
   * without lines between them, so that nothing is cut and a page may end in the middle.
   */
  row(cells: readonly PaperCell[], options: RowOptions = {}): void {
    const placed = this.place(cells, options.from ?? 1);
    const pieces = placed.map((one) => this.pieces(one));
    const count = Math.max(1, ...pieces.map((list) => list.length));
    const top = this.nextRow;
    for (let part = 0; part < count; part++) {
      const heights = placed.map((one, index) => this.heightOf(one, pieces[index]?.[part] ?? ''));
      this.sheet.getRow(top + part).height = Math.min(408, Math.max(options.minHeight ?? 0, ...heights));
    }
    placed.forEach((one, index) => {
      const texts = pieces[index] ?? [''];
      if (texts.length === 1) this.put(one, top, top + count - 1, texts[0] ?? '', 'both');
      else
        for (let part = 0; part < count; part++)
          this.put(one, top + part, top + part, texts[part] ?? '', edgesOf(part, count));
    });
    this.nextRow = top + count;
  }

  /** A cell at the left that covers all rows written by `rows`, which begin behind it. */
  beside(cell: PaperCell, rows: (from: number) => void): void {
    const top = this.nextRow;
    const [placed] = this.place([cell], 1);
    if (!placed) return;
    rows(placed.last + 1);
    this.put(placed, top, this.nextRow - 1, cellText(String(cell.text)), 'both', false);
  }

  /** Lays a picture over cells that were written before; it moves with them and keeps its size. */
  picture(bytes: Uint8Array, extension: 'png' | 'jpeg', place: PicturePlace): void {
    const { row, column, mm, heightMm = mm, rightMm = 0, downMm = 0 } = place;
    // exceljs brings a Buffer type of its own, which is not Node's
    const buffer = Buffer.from(bytes) as unknown as NonNullable<Image['buffer']>;
    const id = this.sheet.workbook.addImage({ buffer, extension });
    this.sheet.addImage(id, {
      tl: {
        nativeCol: column - 1,
        nativeColOff: Math.round(rightMm * EMU_PER_MM),
        nativeRow: row - 1,
        nativeRowOff: Math.round(downMm * EMU_PER_MM),
      } as Anchor,
      ext: { width: mm * PIXELS_PER_MM, height: heightMm * PIXELS_PER_MM },
      editAs: 'oneCell',
    });
  }

  private place(cells: readonly PaperCell[], from: number): readonly Placed[] {
    let column = from;
    return cells.map((cell) => {
      const first = column;
      column += cell.span ?? 1;
      if (column - 1 > this.columns) throw new Error(`a row of ${this.sheet.name} is wider than its grid`);
      return { cell, first, last: column - 1, look: cell.look ?? 'cell' };
    });
  }

  /** What is left for the text. */
  private widthOf({ first, last, look }: Placed): number {
    return this.widths.slice(first - 1, last).reduce((sum, width) => sum + width, -indentOf(look));
  }

  private pieces(one: Placed): readonly string[] {
    const text = cellText(String(one.cell.text));
    const width = this.widthOf(one);
    const { size } = LOOKS[one.look];
    if (wrapText(text, width, size).length <= MAX_LINES) return [text];
    return splitText(text, width, size, PIECE_LINES);
  }

  private heightOf(one: Placed, text: string): number {
    const { size } = LOOKS[one.look];
    return linesHeight(wrapText(text, this.widthOf(one), size).length, size);
  }

  private put(
    { cell, first, last, look }: Placed,
    top: number,
    bottom: number,
    text: string,
    edges: Edges,
    atTop = true,
  ): void {
    if (last > first || bottom > top) this.sheet.mergeCellsWithoutStyle(top, first, bottom, last);
    const style: Partial<Style> = styleOf(
      look,
      edges,
      needsTextFormat(text),
      edges !== 'both' || (atTop && bottom > top),
    );
    for (let row = top; row <= bottom; row++)
      for (let column = first; column <= last; column++) this.sheet.getCell(row, column).style = style;
    if (text !== '') this.sheet.getCell(top, first).value = typeof cell.text === 'number' ? cell.text : text;
  }
}

function edgesOf(part: number, count: number): Edges {
  if (count === 1) return 'both';
  if (part === 0) return 'top';
  return part === count - 1 ? 'bottom' : 'none';
}

/** Excel allows 31 characters, none of `[]:*?/\`. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, '_').slice(0, 31);
}
