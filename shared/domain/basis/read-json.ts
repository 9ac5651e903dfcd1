import { badPack } from './parse-pack';

type Flaw = { readonly at: number; readonly message: string };
type Open = { readonly kind: '{' | '['; readonly keys: Set<string> };

const SPACE = /[ \t\r\n]*/y;
const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a JSON string may not hold
  /([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/**
 * Reads the text of a pack. `JSON.parse` says neither line nor column reliably and takes a name that stands twice
 * without a word, so that half a rule would be lost quietly.
 *
 * @throws AppError `bad_pack` with line and column of the first flaw
 * @example readPackJson('{"a": 1,}', '评价规则包') // 第 1 行第 9 列：…
 */
export function readPackJson(text: string, title: string): unknown {
  const flaw = findFlaw(text);
  if (flaw === null) return JSON.parse(text);
  const before = text.slice(0, flaw.at).split('\n');
  const column = [...(before.at(-1) ?? '')].length + 1;
  throw badPack(title, [
    { path: '', message: `不是有效的 JSON：第 ${before.length} 行第 ${column} 列${flaw.message}` },
  ]);
}

/** The first place where the text is no JSON, or where a name stands twice in one object. Without recursion. */
function findFlaw(text: string): Flaw | null {
  const stack: Open[] = [];
  let at = 0;
  /** What may come next: a value, a name, a colon, or what follows a value; `close`: or the end of an empty bracket. */
  let expect: 'value' | 'name' | 'colon' | 'after' = 'value';
  let mayClose = false;
  for (;;) {
    at = skipSpace(text, at);
    const open = stack.at(-1);
    if (at === text.length)
      return expect === 'after' && open === undefined ? null : { at, message: '文件没有写完，末尾缺少内容或括号' };
    TOKEN.lastIndex = at;
    const [token = '', mark, name] = TOKEN.exec(text) ?? [];
    if (token === '') return { at, message: strange(text, at) };
    if ((mark === '}' || mark === ']') && (mayClose || expect === 'after')) {
      if (open === undefined || (open.kind === '{') !== (mark === '}'))
        return { at, message: `的“${mark}”没有对应的左括号` };
      stack.pop();
      [expect, mayClose] = ['after', false];
    } else if (expect === 'after') {
      if (open === undefined) return { at, message: '之后还有多余的内容' };
      if (mark !== ',') return { at, message: '之前缺少逗号' };
      [expect, mayClose] = [open.kind === '{' ? 'name' : 'value', false];
    } else if (expect === 'colon') {
      if (mark !== ':') return { at, message: '之前缺少冒号' };
      expect = 'value';
    } else if (expect === 'name') {
      if (name === undefined) return { at, message: mark === '}' ? '之前多了一个逗号' : '应当是加双引号的栏目名' };
      const key = JSON.parse(name) as string;
      if (open?.keys.has(key)) return { at, message: `的栏目“${key}”在同一处写了两次` };
      open?.keys.add(key);
      [expect, mayClose] = ['colon', false];
    } else if (mark === '{' || mark === '[') {
      stack.push({ kind: mark, keys: new Set() });
      [expect, mayClose] = [mark === '{' ? 'name' : 'value', true];
    } else if (mark !== undefined) {
      return { at, message: mark === ']' ? '之前多了一个逗号' : `不应出现“${mark}”，此处应当是一个值` };
    } else {
      [expect, mayClose] = ['after', false];
    }
    at += token.length;
  }
}

function skipSpace(text: string, from: number): number {
  SPACE.lastIndex = from;
  return from + (SPACE.exec(text)?.[0].length ?? 0);
}

function strange(text: string, at: number): string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (char === '"') return '的文字缺少右引号，或含有未转义的换行、反斜杠';
  if ('“”‘’，：；｛｝【】'.includes(char)) return `用了中文标点“${char}”，请改为英文标点`;
  if (char === "'") return '用了单引号，请改为双引号';
  if (char === '/') return '写了注释，规则包不得含注释';
  return `不应出现“${char}”`;
}
