import type { HeaderFooter, PageSetup } from 'exceljs';

export type Orientation = 'portrait' | 'landscape';

/** What stands around every page of every paper. */
export type PageFrame = {
  readonly office: string;
  /** Document number, empty when there is none. */
  readonly no: string;
  /** `数据截至 2026年11月23日`. */
  readonly asOf: string;
  /** `存证链 第 128 条 1a2b3c4d5e6f`. */
  readonly chain: string;
  readonly practice: boolean;
  /** Stands above every page of a paper that must not be taken for a final one, e.g. `未经审定`. */
  readonly mark?: string;
  /** At the foot of every page, for papers of which each page is signed. */
  readonly pageLine?: string;
};

export const PRACTICE_MARK = '练习数据，不作凭证';

/** Millimetres; portrait has the margins of GB/T 9704 at the sides, tables get more of the sheet. */
const MARGINS = {
  portrait: { left: 28, right: 26, top: 27, bottom: 25, header: 12, footer: 12 },
  landscape: { left: 18, right: 18, top: 22, bottom: 20, header: 10, footer: 10 },
} as const;

const SHEET = { portrait: { width: 210, height: 297 }, landscape: { width: 297, height: 210 } } as const;
const MM_PER_INCH = 25.4;
const A4 = 9;

/** What columns may fill, a hair less than the paper: one column too wide would shrink the whole page. */
export function printableMm(orientation: Orientation): number {
  const { left, right } = MARGINS[orientation];
  return SHEET[orientation].width - left - right - 1;
}

export function printableHeightMm(orientation: Orientation): number {
  const { top, bottom } = MARGINS[orientation];
  return SHEET[orientation].height - top - bottom;
}

/** A4, one page wide; `titleRows` (`1:4`) are repeated on every page. */
export function pageSetup(orientation: Orientation, titleRows: string): Partial<PageSetup> {
  const mm = MARGINS[orientation];
  return {
    paperSize: A4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: titleRows,
    margins: {
      left: mm.left / MM_PER_INCH,
      right: mm.right / MM_PER_INCH,
      top: mm.top / MM_PER_INCH,
      bottom: mm.bottom / MM_PER_INCH,
      header: mm.header / MM_PER_INCH,
      footer: mm.footer / MM_PER_INCH,
    },
  };
}

/** Excel takes `&` as the beginning of a code, and digits behind a size for part of it. */
const plain = (text: string) => text.replaceAll('&', '&&');
const SMALL = '&"宋体,常规"&9 ';

export function headerFooter(frame: PageFrame): Partial<HeaderFooter> {
  const marks = [frame.practice ? PRACTICE_MARK : '', frame.mark ?? ''].filter((text) => text !== '');
  const mark = marks.length > 0 ? `&C&"黑体,常规"&16&KB3372B ${plain(marks.join('　'))}` : '';
  // a line of its own above the others, over the whole width
  const signed = frame.pageLine ? '\n' : '';
  const left = `&L${SMALL}${signed}${plain(frame.asOf)}\n${plain(frame.chain)}`;
  const center = `&C${SMALL}${frame.pageLine ? `${plain(frame.pageLine)}\n\n` : ''}第 &P 页 共 &N 页`;
  const right = `&R${SMALL}${signed}${plain(frame.no)}\n${plain(cut(frame.office, 24))}`;
  return { oddHeader: mark, oddFooter: left + center + right };
}

/** A header or footer holds 255 characters in all. */
function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
