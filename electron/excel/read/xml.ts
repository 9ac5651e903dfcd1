import { badFile } from './table';

/** One piece of XML. Names lose their prefix: some programs write `<x:row>` for `<row>`. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

export const malformed = () => badFile('文件内部的 XML 有错误，可能已损坏，请用 Excel 打开后另存一份再导入。');

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Tokens of a small document or of one element. A document type is refused: it could define entities. */
export function* xmlTokens(xml: string): Generator<XmlToken, void, undefined> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const text = xml.slice(at, open < 0 ? xml.length : open);
    if (text !== '') yield { kind: 'text', text: decodeXmlText(text) };
    if (open < 0) return;
    if (xml.startsWith('<!--', open)) at = after(xml, '-->', open + 4);
    else if (xml.startsWith('<?', open)) at = after(xml, '?>', open + 2);
    else if (xml.startsWith('<![CDATA[', open)) {
      at = after(xml, ']]>', open + 9);
      yield { kind: 'text', text: normaliseLines(xml.slice(open + 9, at - 3)) };
    } else if (xml.startsWith('<!', open)) throw badFile('文件内含有不允许的 DTD 声明，为安全起见没有读取。');
    else {
      const close = tagEnd(xml, open + 1);
      at = close + 1;
      yield toTag(xml.slice(open + 1, close));
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw malformed();
  return at + mark.length;
}

function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const char = xml[at] as string;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  throw malformed();
}

function toTag(inside: string): XmlToken {
  if (inside.startsWith('/')) return { kind: 'close', name: localName(inside.slice(1).trim()) };
  const empty = inside.endsWith('/');
  const body = empty ? inside.slice(0, -1) : inside;
  const nameEnd = body.search(/\s/);
  return {
    kind: 'open',
    name: localName(nameEnd < 0 ? body : body.slice(0, nameEnd)),
    attributes: nameEnd < 0 ? '' : body.slice(nameEnd),
    empty,
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Attributes by local name (`r:id` as `id`). */
export function xmlAttributes(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(localName(match[1] as string), decodeXmlText(match[2] ?? match[3] ?? ''));
  }
  return found;
}

/** Line ends and entities of raw character data. */
export function decodeXmlText(raw: string): string {
  const text = normaliseLines(raw);
  if (!text.includes('&')) return text;
  return text.replace(/&(?:(#x[0-9a-fA-F]{1,8}|#[0-9]{1,8}|[a-z]{2,4});)?/g, (_, name: string | undefined) => {
    if (name === undefined) throw malformed();
    if (!name.startsWith('#')) {
      const char = namedEntities[name];
      if (char === undefined) throw malformed();
      return char;
    }
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw malformed();
    return String.fromCodePoint(code);
  });
}

function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Excel writes characters that XML forbids as `_x000B_`, and a literal `_x000B_` as `_x005F_x000B_`. */
export function decodeExcelEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The text of `<si>` or `<is>`: all runs joined, phonetic runs (`<rPh>`) left out. */
export function richText(xml: string): string {
  let text = '';
  let inText = false;
  let phonetic = 0;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (inText && phonetic === 0) text += token.text;
    } else if (token.kind === 'close') {
      if (token.name === 't') inText = false;
      else if (token.name === 'rPh') phonetic--;
    } else if (!token.empty) {
      if (token.name === 't') inText = true;
      else if (token.name === 'rPh') phonetic++;
    }
  }
  return decodeExcelEscapes(text);
}

/** Text of a small part; Excel writes UTF-8 only. */
export function xmlPart(bytes: Buffer): string {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) throw badFile('文件内部不是 UTF-8 编码，请用 Excel 打开后另存为 .xlsx。');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed();
  }
}
