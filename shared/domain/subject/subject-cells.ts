import { choiceParser, codeParser, codeText } from '../table-import/cell-parsers';
import { CellNote, type CellParser, CellRefusal, refuse } from '../table-import/column-spec';
import { type ImportCell, toHalfWidth } from '../table-import/import-cell';
import type { CodeResult } from './agency-codes';
import { checkIdNumber } from './id-number';
import { type SubjectKind, type SubjectStatus, subjectKindLabels, subjectStatusLabels } from './subject';
import { kindWords, statusWords } from './subject-words';
import { checkUscc } from './uscc';

export const kindCell = choiceParser<SubjectKind>(wordMap(kindWords, subjectKindLabels), subjectKindLabels);
export const statusCell = choiceParser<SubjectStatus>(wordMap(statusWords, subjectStatusLabels), subjectStatusLabels);

/** A unified social credit code, with what was normalised as a note and a single obvious repair as the fix. */
export function usccCell(text: string, cell: ImportCell): string | CellNote<string> | CellRefusal {
  const code = codeText(text, cell);
  if (code instanceof CellRefusal) return code;
  const checked = checkUscc(text);
  if (!checked.ok) return refuse(checked.message, checked.suggestions[0] ?? null);
  if (checked.note !== null) return new CellNote(checked.value, checked.note);
  return checked.normalised ? new CellNote(checked.value, `代码已规范为 ${checked.value}，请核对。`) : checked.value;
}

export function idCell(text: string, cell: ImportCell): string | CellRefusal {
  const code = codeText(text, cell);
  if (code instanceof CellRefusal) return code;
  const checked = checkIdNumber(code);
  return checked.ok ? checked.value : refuse(checked.message);
}

export function coded(check: (text: string) => CodeResult): CellParser<string> {
  return (text, cell) => {
    const code = codeText(text, cell);
    if (code instanceof CellRefusal) return code;
    const checked = check(code);
    if (!checked.ok) return refuse(checked.message);
    return checked.note === null ? checked.value : new CellNote(checked.value, checked.note);
  };
}

const codeCell = codeParser(30);

export function oldNumberCell(text: string, cell: ImportCell): string | CellRefusal | CellNote<string> {
  const code = codeCell(text, cell);
  if (typeof code !== 'string') return code;
  return /^\d{15}$/.test(code) ? code : refuse('旧工商注册号应为 15 位数字，请核对；不需要时可清空。');
}

export function phoneCell(text: string, cell: ImportCell): string | CellRefusal {
  const code = codeText(text, cell);
  if (code instanceof CellRefusal) return code;
  if (!/(?:\d\D*){5}/.test(code)) return refuse('联系电话应含号码数字，请核对。');
  return code.length > 100 ? refuse(`联系电话有 ${code.length} 个字，最多 100 个字，请缩短。`) : code;
}

export function emailCell(text: string): string | CellRefusal {
  const value = toHalfWidth(text);
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) && value.length <= 200 ? value : refuse('电子邮箱格式不对，请核对。');
}

const LIST_SIGNS = /[,，;；、|\n]/;

export function listCell(text: string): readonly string[] | CellRefusal {
  if (!LIST_SIGNS.test(text) && text.length <= 200) return [text];
  const items = text.split(LIST_SIGNS).map((item) => item.trim());
  const found = [...new Set(items.filter((item) => item !== ''))];
  return found.some((item) => item.length > 200) || found.length > 20
    ? refuse('最多 20 项，每项不超过 200 个字，请精简。')
    : found;
}

function wordMap<Code extends string>(
  words: Readonly<Record<Code, readonly string[]>>,
  labels: Readonly<Record<Code, string>>,
): ReadonlyMap<string, Code> {
  const map = new Map<string, Code>();
  for (const code of Object.keys(words) as Code[]) {
    for (const word of [code, labels[code], ...words[code]])
      map.set(toHalfWidth(word).toLowerCase().replace(/\s+/g, ''), code);
  }
  return map;
}
