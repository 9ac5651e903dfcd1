import { toHalfWidth } from './import-cell';

const BRACKETED = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g;

/**
 * A header reduced to what identifies it: half width, lower case, no spaces, signs or line breaks.
 *
 * @example headerKey('＊统一社会\n信用代码：') // '统一社会信用代码'
 */
export function headerKey(text: string): string {
  return toHalfWidth(text)
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');
}

/** Words that officers put around a header without changing what it means. */
const AFFIXES =
  /^(?:请填写|请填|填写|登记的|登记|现|当前|受检|被检查|被检|监管对象|主体)|(?:全称|信息|必填|选填|如有|一|1)$/u;

/**
 * The forms under which a header may be known, best first. `exact` forms are the header as written and
 * without its brackets (`罚款金额（万元）`); `similar` forms are the lower line of a two-line header, the words
 * in its brackets, and the header without harmless words (`企业名称全称`).
 */
export function headerForms(header: string): {
  readonly exact: readonly string[];
  readonly similar: readonly string[];
} {
  const plain = toHalfWidth(header);
  const exact = [headerKey(plain), headerKey(plain.replace(BRACKETED, ''))];
  const similar: string[] = [];
  const lines = plain.split('\n');
  if (lines.length > 1)
    similar.push(headerKey(lines.at(-1) ?? ''), headerKey((lines.at(-1) ?? '').replace(BRACKETED, '')));
  for (const bracket of plain.match(BRACKETED) ?? []) similar.push(headerKey(bracket));
  for (const form of [...exact, ...similar]) similar.push(form.replace(AFFIXES, ''));
  return { exact: distinct(exact), similar: distinct(similar) };
}

/** The forms under which a column's own label and aliases are looked up; brackets belong to an alias. */
export function aliasKeys(label: string, aliases: readonly string[]): readonly string[] {
  return distinct([label, ...aliases].map(headerKey));
}

function distinct(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)].filter((form) => form !== '');
}
