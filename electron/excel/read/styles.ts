import { xmlAttributes, xmlTokens } from './xml';

/** What a number with this cell style means. `time` is a time of day as long as the number is below 1. */
export type NumberKind = 'number' | 'date' | 'time';

/**
 * Built-in formats by ECMA-376 18.8.30 with the Chinese meanings of 27–36 and 50–58. 46 (`[h]:mm:ss`) is a length of
 * time, so a number.
 */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]);

/** The kind of every cell style (`s="3"` is index 3) of `xl/styles.xml`. */
export function readStyles(xml: string): readonly NumberKind[] {
  const custom = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inside = '';
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'close') {
      if (token.name === inside) inside = '';
    } else if (token.kind === 'open') {
      if ((token.name === 'numFmts' || token.name === 'cellXfs') && !token.empty) inside = token.name;
      else if (token.name === 'numFmt' && inside === 'numFmts') {
        const attributes = xmlAttributes(token.attributes);
        custom.set(Number(attributes.get('numFmtId')), formatKind(attributes.get('formatCode') ?? ''));
      } else if (token.name === 'xf' && inside === 'cellXfs') {
        const id = Number(xmlAttributes(token.attributes).get('numFmtId') ?? 0);
        kinds.push(custom.get(id) ?? (builtInDates.has(id) ? 'date' : builtInTimes.has(id) ? 'time' : 'number'));
      }
    }
  }
  return kinds;
}

/**
 * Does a number format show a date? Only its first section counts, without quoted text, escaped characters and
 * brackets (`[红色]`, `[$-804]`); `[h]` marks a length of time.
 *
 * @example formatKind('yyyy"年"m"月"d"日"') // 'date'
 */
export function formatKind(code: string): NumberKind {
  const bare = code.replace(/"[^"]*"?|[\\_*]./g, '');
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return 'number';
  const section = (bare.replace(/\[[^\]]*\]/g, '').split(';')[0] ?? '').toLowerCase();
  if (/^\s*(?:general|g\/通用格式)\s*$/.test(section)) return 'number';
  if (/[yd年月日]|aaa/.test(section)) return 'date';
  if (/[hs]/.test(section)) return 'time';
  return section.includes('m') ? 'date' : 'number';
}
