import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packText, readRatingPackText } from '#shared/domain/rating/pack-text';
import { AppError } from '#shared/kernel/errors';

const folder = join(import.meta.dirname, '../../../resources/packs/rating');
const files = readdirSync(folder).filter((name) => /\.v\d+\.json$/.test(name));

function flaw(text: string): string {
  try {
    readRatingPackText(text);
  } catch (error) {
    if (error instanceof AppError) return error.details[0]?.message ?? '';
    throw error;
  }
  return 'read';
}

describe('the text of a pack', () => {
  it.each(files)('of %s is a fixed point, whatever the order of its keys', (name) => {
    const content = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const text = packText(content);
    expect(JSON.parse(text)).toEqual(content);
    expect(packText(turned(content))).toBe(text);
    expect(Object.keys(JSON.parse(text)).slice(0, 4)).toEqual(['format', 'id', 'version', 'title']);
  });

  it('writes what it does not know as well: a draft is saved with its mistakes', () => {
    expect(packText({ zzz: 1, aaa: [{ note: '', id: 'x' }], id: 'p' })).toBe(
      '{\n  "id": "p",\n  "aaa": [\n    {\n      "id": "x",\n      "note": ""\n    }\n  ],\n  "zzz": 1\n}\n',
    );
  });
});

describe('a file that is no JSON', () => {
  it.each([
    ['{\n  "a": 1,\n}', '第 3 行第 1 列之前多了一个逗号'],
    ['[1, 2,]', '第 1 行第 7 列之前多了一个逗号'],
    ['{"a" 1}', '第 1 行第 6 列之前缺少冒号'],
    ['{"a": 1\n "b": 2}', '第 2 行第 2 列之前缺少逗号'],
    ['{"a": 1', '第 1 行第 8 列文件没有写完'],
    ['', '第 1 行第 1 列文件没有写完'],
    ['{"甲乙": “x”}', '第 1 行第 8 列用了中文标点“'],
    ["{'a': 1}", '第 1 行第 2 列用了单引号'],
    ['{"a": "x\ny"}', '第 1 行第 7 列的文字缺少右引号'],
    ['{"a": 1} // x', '第 1 行第 10 列写了注释'],
    ['{"a": 1}{', '第 1 行第 9 列之后还有多余的内容'],
    ['{"a": NaN}', '第 1 行第 7 列不应出现“N”'],
    ['{"a": 01}', '第 1 行第 8 列之前缺少逗号'],
    ['{"a": }', '第 1 行第 7 列不应出现“}”，此处应当是一个值'],
    ['{a: 1}', '第 1 行第 2 列不应出现“a”'],
    ['{"a": [1}', '第 1 行第 9 列的“}”没有对应的左括号'],
    ['{"p": {"a": 1, "b": 2, "\\u0061": 3}}', '第 1 行第 24 列的栏目“a”在同一处写了两次'],
  ])('%j is placed', (text, message) => {
    expect(flaw(text)).toContain(message);
  });

  it('agrees with JSON.parse on what is JSON', () => {
    for (const text of ['1', '"x"', 'null', ' [ ] ', '{}', '{"a":{"a":[{},[],-1.5e3,"\\n\\u4e00"]}}', '\t[\r\n true ]'])
      expect(readRatingPackText(text)).toEqual(JSON.parse(text));
    for (const text of ['+1', '.5', '1.', '[1 2]', '{"a":1,,}', 'tru', '"\\x"', '[,1]', ']', '{]', '"\u0001"']) {
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
      expect(flaw(text)).toContain('不是有效的 JSON');
    }
  });

  it('is read without recursion: brackets a hundred thousand deep do not exhaust the stack', () => {
    expect(flaw('['.repeat(100_000))).toContain('文件没有写完');
  });
});

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}
