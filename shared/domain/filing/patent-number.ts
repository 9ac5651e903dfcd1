import { codeText } from '../table-import/cell-parsers';
import { CellNote, CellRefusal, refuse } from '../table-import/column-spec';
import { type ImportCell, toHalfWidth } from '../table-import/import-cell';

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** 发明、实用新型、外观设计, and the first two by way of PCT. */
const KINDS = '12389';

/** @example patentCheckDigit('201910796888') // '7' */
export function patentCheckDigit(body: string): string {
  const rest = WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11;
  return rest === 10 ? 'X' : String(rest);
}

/**
 * An application number of a patent as it is written today, `201910796888.7`. Takes the marks in front (CN, ZL), full
 * width and a missing point; refuses a wrong check digit.
 */
export function patentNumberCell(text: string, cell: ImportCell): string | CellNote<string> | CellRefusal {
  const raw = typeof cell === 'number' ? numberText(cell) : codeText(text, cell);
  if (raw instanceof CellRefusal) return raw;
  const plain = toHalfWidth(raw).replace(/\s+/g, '').toUpperCase();
  const [, body, check] = /^(?:CN|ZL)?(\d{12})\.?([\dX])?$/.exec(plain) ?? [];
  if (body === undefined) return refuse('专利申请号应为 12 位数字加小数点和 1 位校验位，如 201910796888.7，请核对。');
  const year = Number(body.slice(0, 4));
  if (year < 1985 || year > 2100) return refuse(`专利申请号前 4 位应为申请年份，“${body.slice(0, 4)}”不是，请核对。`);
  if (!KINDS.includes(body[4] ?? '')) return refuse(`专利申请号第 5 位表示专利种类，应为 1、2、3、8、9 之一，请核对。`);
  const right = patentCheckDigit(body);
  const value = `${body}.${right}`;
  if (check === undefined)
    // a number cell loses the point and the zero after it; another missing digit was never there
    return typeof cell === 'number' && right === '0'
      ? new CellNote(value, 'Excel 去掉了末尾的“.0”，已补上校验位 0，请核对。')
      : refuse(`专利申请号缺少校验位，请补上。`, value);
  return check === right ? value : refuse(`专利申请号的校验位应为 ${right}，现为 ${check}，号码可能有误，请核对。`);
}

/** Thirteen digits with one decimal are exact in a number cell. */
function numberText(cell: number): string | CellRefusal {
  const text = String(cell);
  return /^\d{12,13}(?:\.\d)?$/.test(text)
    ? text
    : refuse('号码被 Excel 当作数字保存后变了样，请把这一列设为文本格式后重新填写完整号码。');
}
