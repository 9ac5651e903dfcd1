import type { Alignment, Border, Borders, Fill, Font, Style } from 'exceljs';

/**
 * Fonts: a cell names one font only, so the chain 方正小标宋 → 宋体 and 仿宋_GB2312 → 仿宋 → 宋体 cannot be written.
 * Papers name 宋体, 仿宋 and 黑体, which Windows and WPS bring along; LibreOffice puts its own Chinese font in their
 * place, and heights are computed with room for it.
 */
export const FONTS = { title: '宋体', body: '仿宋', strong: '黑体' } as const;

const RED = 'FFB3372B';
const GREY = 'FF5B6472';

type Look = {
  readonly font: keyof typeof FONTS;
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly border?: boolean;
  readonly shade?: boolean;
  /** Kept free at the left, in steps of `INDENT_POINTS`. */
  readonly indent?: number;
};

/** Every look a paper may use, so that all papers look alike. */
export const LOOKS = {
  office: { font: 'title', size: 16, align: 'center' },
  title: { font: 'title', size: 22, bold: true, align: 'center' },
  ledgerTitle: { font: 'title', size: 18, bold: true, align: 'center' },
  number: { font: 'body', size: 12, align: 'right' },
  line: { font: 'body', size: 12, align: 'left' },
  lineRight: { font: 'body', size: 12, align: 'right' },
  mark: { font: 'strong', size: 12, color: RED, align: 'center' },
  letter: { font: 'body', size: 14, align: 'left', vertical: 'top' },
  question: { font: 'strong', size: 12, align: 'left', vertical: 'top', border: true, indent: 1 },
  answer: { font: 'body', size: 12, align: 'left', vertical: 'top', border: true, indent: 1 },
  letterRight: { font: 'body', size: 14, align: 'right' },
  section: { font: 'strong', size: 12, align: 'left', border: true, shade: true, indent: 1 },
  label: { font: 'title', size: 10.5, bold: true, align: 'center', border: true },
  head: { font: 'title', size: 11, bold: true, align: 'center', border: true, shade: true },
  cell: { font: 'body', size: 12, align: 'left', border: true, indent: 1 },
  cellTop: { font: 'body', size: 12, align: 'left', vertical: 'top', border: true, indent: 1 },
  center: { font: 'body', size: 12, align: 'center', border: true },
  centerShade: { font: 'strong', size: 12, align: 'center', border: true, shade: true },
  // large enough to be read from a wall
  wall: { font: 'body', size: 16, align: 'left', border: true, indent: 1 },
  wallCenter: { font: 'body', size: 16, align: 'center', border: true },
  wallAlert: { font: 'strong', size: 16, color: RED, align: 'center', border: true },
  right: { font: 'body', size: 12, align: 'right', border: true },
  alert: { font: 'strong', size: 12, color: RED, align: 'left', border: true, indent: 1 },
  alertCenter: { font: 'strong', size: 12, color: RED, align: 'center', border: true },
  steps: { font: 'body', size: 10.5, align: 'left', border: true, indent: 1 },
  small: { font: 'body', size: 10, align: 'left', border: true },
  smallCenter: { font: 'body', size: 10, align: 'center', border: true },
  smallLeftAlert: { font: 'strong', size: 10, color: RED, align: 'left', border: true },
  smallAlert: { font: 'strong', size: 10, color: RED, align: 'center', border: true },
  smallHead: { font: 'title', size: 10, bold: true, align: 'center', border: true, shade: true },
  smallSection: { font: 'strong', size: 10, align: 'left', border: true, shade: true },
  code: { font: 'title', size: 9, align: 'left', border: true },
  plainCode: { font: 'title', size: 9, align: 'left' },
  note: { font: 'title', size: 9, color: GREY, align: 'left' },
} as const satisfies Record<string, Look>;

/** What one step of indent takes in Excel. */
export const INDENT_POINTS = 9;

export const indentOf = (name: LookName): number => ((LOOKS[name] as Look).indent ?? 0) * INDENT_POINTS;

export type LookName = keyof typeof LOOKS;

/** Which of its horizontal edges a piece of a divided cell draws. */
export type Edges = 'both' | 'top' | 'bottom' | 'none';

const THIN: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
/** Between the pieces of one divided cell: faint, but it closes the box where a page ends. */
const HAIR: Partial<Border> = { style: 'hair', color: { argb: 'FF000000' } };
const SHADE: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0EFEB' } };

const made = new Map<string, Partial<Style>>();

/** The one style object of a look: exceljs keeps one entry a distinct object, so sharing them keeps files small. */
export function styleOf(name: LookName, edges: Edges = 'both', asText = false, top = false): Partial<Style> {
  const key = `${name}|${edges}|${asText}|${top}`;
  const known = made.get(key);
  if (known) return known;
  const look: Look = LOOKS[name];
  const font: Partial<Font> = {
    name: FONTS[look.font],
    size: look.size,
    charset: 134,
    bold: look.bold ?? false,
    ...(look.color ? { color: { argb: look.color } } : {}),
  };
  const alignment: Partial<Alignment> = {
    horizontal: look.align,
    vertical: top ? 'top' : (look.vertical ?? 'middle'),
    wrapText: true,
    ...(look.indent ? { indent: look.indent } : {}),
  };
  const style: Partial<Style> = {
    font,
    alignment,
    ...(look.border ? { border: borders(edges) } : {}),
    ...(look.shade ? { fill: SHADE } : {}),
    ...(asText ? { numFmt: '@' } : {}),
  };
  made.set(key, style);
  return style;
}

function borders(edges: Edges): Partial<Borders> {
  const top = edges === 'both' || edges === 'top';
  const bottom = edges === 'both' || edges === 'bottom';
  return { left: THIN, right: THIN, top: top ? THIN : HAIR, bottom: bottom ? THIN : HAIR };
}
