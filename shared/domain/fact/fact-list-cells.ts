import type { CatalogueField } from '../catalogue/catalogue';
import { toThousandths } from '../catalogue/thousandths';
import { choiceParser, dateParser, textParser } from '../table-import/cell-parsers';
import { type CellParser, type ColumnSpec, refuse } from '../table-import/column-spec';
import { toHalfWidth } from '../table-import/import-cell';
import { moneyCell } from './penalty-cells';

export type FieldKey = `fields.${string}`;
type FieldParsing = Pick<ColumnSpec<FieldKey, string | number, boolean>, 'parse' | 'parserFor'>;

/** How the cells of one field of the catalogue are read; money in yuan unless the header names another unit. */
export function fieldParsing(field: CatalogueField, options: { readonly date1904?: boolean }): FieldParsing {
  switch (field.type) {
    case 'text':
      return { parse: textParser(4000) };
    case 'date':
      return { parse: dateParser(options) };
    case 'money':
      return { parse: moneyCell('yuan'), parserFor: catalogueMoney };
    case 'integer':
    case 'decimal':
      return { parse: numberCell(field) };
    case 'choice':
      return { parse: choiceCell(field.choices ?? []) };
  }
}

function catalogueMoney(header: string): CellParser<number> {
  if (header.includes('万')) return moneyCell('wan');
  return /[(（]分[)）]/.test(header) ? numberCell({ type: 'integer' }) : moneyCell('yuan');
}

function numberCell({ type, unit }: Pick<CatalogueField, 'type' | 'unit'>): CellParser<number> {
  const form = type === 'integer' ? /^[+-]?\d+$/ : /^[+-]?\d+(?:\.\d+)?$/;
  return (text) => {
    const plain = toHalfWidth(text).replace(/[\s,]+/g, '');
    const bare = unit && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain;
    if (form.test(bare) && toThousandths(bare) !== null) return Number(bare);
    const wanted = type === 'integer' ? '整数' : '最多三位小数的数';
    return refuse(`“${text.slice(0, 20)}”不是${wanted}，请只填数字。`);
  };
}

/**
 * The code or the label of a choice, in any width and case; a grade also as `A类`, and a label that repeats its code
 * (`A 信用风险低`) also without it. A word that two choices could mean is none.
 */
function choiceCell(choices: NonNullable<CatalogueField['choices']>): CellParser<string> {
  const plain = (text: string) => toHalfWidth(text).toLowerCase().replace(/\s+/g, '');
  const words = new Map<string, string>();
  const loose = new Map<string, Set<string>>();
  for (const { code, label } of choices) {
    words.set(plain(code), code);
    if (!words.has(plain(label))) words.set(plain(label), code);
    const tail = label.startsWith(code) ? [plain(label.slice(code.length))] : [];
    const grade = /^[a-z]$/i.test(code) ? [plain(`${code}类`), plain(`${code}级`)] : [];
    for (const word of [...tail, ...grade]) loose.set(word, (loose.get(word) ?? new Set()).add(code));
  }
  for (const [word, [code, other]] of loose)
    if (word !== '' && code !== undefined && other === undefined && !words.has(word)) words.set(word, code);
  return choiceParser(words, Object.fromEntries(choices.map(({ code, label }) => [code, label])));
}
