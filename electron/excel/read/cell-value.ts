import { clockTime, isoToDate, serialToDate } from './serial-date';
import type { NumberKind } from './styles';
import { type Cell, type DateCell, type ErrorCell, maxCellChars } from './table';
import { decodeExcelEscapes, malformed, xmlTokens } from './xml';

/** What cells of one workbook refer to. */
export type CellContext = {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly date1904: boolean;
};

/** The `t` attribute. */
export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

const maxKnownDates = 50_000;

/** Turns the stored form of a cell into its value. */
export class CellValues {
  private readonly known = new Map<number, DateCell | ErrorCell>();
  constructor(private readonly context: CellContext) {}

  text(text: string): Cell {
    if (text.length > maxCellChars)
      return { error: `文字过长（${text.length} 字，Excel 单元格最多 ${maxCellChars} 字）` };
    return text === '' ? null : text;
  }

  shared(index: number): Cell {
    const text = this.context.strings[index];
    if (text === undefined) throw malformed();
    return this.text(text);
  }

  number(value: number, style: number): Cell {
    if (style === 0) return value;
    const kind = this.context.kinds[style];
    if (kind === undefined || kind === 'number') return value;
    if (kind === 'time' && value >= 0 && value < 1) return clockTime(Math.round(value * 86_400) % 86_400);
    const known = this.known.get(value);
    if (known) return known;
    if (this.known.size >= maxKnownDates) this.known.clear();
    const date = serialToDate(value, this.context.date1904);
    this.known.set(value, date);
    return date;
  }

  /** The value of a cell whose content has been read as text. */
  fromText(type: CellType, text: string, style: number): Cell {
    switch (type) {
      case 'n': {
        const value = Number(text);
        return text.trim() === '' || !Number.isFinite(value)
          ? { error: `不是有效的数字（${text.slice(0, 50)}）` }
          : this.number(value, style);
      }
      case 's':
        return /^\d+$/.test(text.trim()) ? this.shared(Number(text)) : this.fail();
      case 'b':
        return text.trim() === '1' || text.trim() === 'true';
      case 'e':
        return { error: text };
      case 'd':
        return isoToDate(text.trim());
      case 'str':
      case 'inlineStr':
        return this.text(decodeExcelEscapes(text));
    }
  }

  /** The general way for any legal spelling of a cell's content; the scanner handles the usual spellings itself. */
  fromXml(type: CellType, xml: string, style: number): Cell {
    let value: string | undefined;
    let formula = false;
    let open = '';
    let phonetic = 0;
    for (const token of xmlTokens(xml)) {
      if (token.kind === 'open') {
        if (token.name === 'f') formula = true;
        else if (token.name === 'v' || (token.name === 't' && phonetic === 0)) value ??= '';
        if (token.empty) continue;
        if (token.name === 'rPh') phonetic++;
        else if (token.name === 'v' || token.name === 't') open = token.name;
      } else if (token.kind === 'close') {
        if (token.name === 'rPh') phonetic--;
        if (token.name === open) open = '';
      } else if (open !== '' && phonetic === 0) value = (value ?? '') + token.text;
    }
    if (value === undefined || (value === '' && type !== 'str' && type !== 'inlineStr')) return this.absent(formula);
    return this.fromText(type, value, style);
  }

  /** A cell without a value; with a formula the result was never computed, so there is nothing to import. */
  absent(formula: boolean): Cell {
    return formula ? { error: '公式没有保存计算结果，请用 Excel 打开并保存一次后再导入' } : null;
  }

  private fail(): never {
    throw malformed();
  }
}
