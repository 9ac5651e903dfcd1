import { refuseTooDeep } from '../basis/parse-pack';
import { readPackJson } from '../basis/read-json';

export const PACK_TITLE = '评价规则包';

/** A rating pack of some thousand rules stays far below; what is larger is no pack. */
export const MAX_PACK_BYTES = 2 * 1024 * 1024;

/** The order in which a pack is read: whose it is, what it says, on what it rests, what lies below. */
const ORDER = [
  ...['format', 'id', 'code', 'version', 'title', 'place', 'issuer', 'status', 'notice', 'effectiveFrom'],
  ...['effectiveTo', 'extends', 'changes', 'subjectKinds', 'catalogue', 'bases', 'document', 'number', 'article'],
  ...['if', 'take', 'measure', 'by', 'type', 'kind', 'when', 'points', 'pointsFrom', 'name', 'item', 'asOf'],
  ...['ratioPercent', 'visitsPerYear', 'amount', 'unit', 'occurredOn', 'score', 'text', 'items', 'from', 'above', 'to'],
  ...['below', 'colour', 'symbol', 'meaning', 'basis', 'verified', 'note', 'weight', 'floor', 'cap', 'combine'],
  ...['provider', 'mayImprove', 'children', 'leaf', 'model', 'base', 'nodes', 'bonus', 'subject', 'facts', 'of'],
  ...['field', 'op', 'value', 'values', 'factor', 'where', 'window', 'read', 'scale', 'monitor', 'rules', 'bands'],
  ...['grade', 'vetoes', 'better', 'grades', 'ceiling', 'dataAgeLimits', 'cases', 'expect'],
];
const RANK = new Map(ORDER.map((key, index) => [key, index]));

/**
 * The one text of a pack's content: keys in a fixed order, two blanks a level. The same content gives the same bytes
 * in every office, so its hash names it.
 *
 * @throws AppError `bad_pack` for what is nested without end
 */
export function packText(content: unknown): string {
  refuseTooDeep(content, PACK_TITLE);
  return `${JSON.stringify(content, ordered, 2)}\n`;
}

/** @throws AppError `bad_pack` with line and column */
export const readRatingPackText = (text: string): unknown => readPackJson(text, PACK_TITLE);

function ordered(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1)));
}

const rankOf = (key: string): number => RANK.get(key) ?? ORDER.length;
