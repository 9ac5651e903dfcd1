/** Anything that JSON has to write in another way than between two quotes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON escapes
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

const quote = (text: string): string => (NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`);

/**
 * JSON with sorted keys and no white space: equal values give equal bytes, so it can be hashed.
 * Only plain data; `undefined` members are left out, a number that is not finite is a bug.
 * Written as one pass of string appends: rating a big office spends most of its time here.
 *
 * @example canonicalJson({ b: [1, null], a: '甲' }) // '{"a":"甲","b":[1,null]}'
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      if (!Number.isFinite(value)) throw new Error('a number that is not finite has no JSON');
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? arrayJson(value) : objectJson(value as Readonly<Record<string, unknown>>);
    default:
      throw new Error(`no JSON for ${typeof value}`);
  }
}

function arrayJson(items: readonly unknown[]): string {
  let text = '[';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += ',';
    text += canonicalJson(items[i] ?? null);
  }
  return `${text}]`;
}

function objectJson(members: Readonly<Record<string, unknown>>): string {
  let text = '{';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text.length > 1 ? ',' : ''}${quote(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}
