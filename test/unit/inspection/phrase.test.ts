import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillPhrase, type Phrase, phrasePack, phrasesFor, phraseText } from '#shared/domain/inspection/phrase';
import { recordQuality } from '#shared/domain/inspection/record-quality';

const values = {
  ...{ 对象: '示例事务所', 日期: '2026年11月25日', 时间: '2026年11月25日9时30分', 地点: '示例路1号' },
  ...{ 检查人员: '张示例、李示例', 到场人员: '', 文号: '云知检〔2026〕1号' },
};
const phrase = (id: string, change: Partial<Phrase> = {}): Phrase => ({
  ...{ id, own: false, itemCode: null, field: 'any', text: id },
  ...change,
});

describe('phrases', () => {
  it('are filled in from the record, with a blank for what it does not know', () => {
    expect(fillPhrase('{日期}在{地点}，{到场人员}在场', values)).toBe('2026年11月25日在示例路1号，＿＿在场');
    expect(fillPhrase('{没有}', values)).toBe('{没有}');
    expect(fillPhrase('没有花括号', values)).toBe('没有花括号');
  });

  it('with a placeholder that nobody can fill in are refused', () => {
    expect(phraseText.safeParse('{日期}检查').success).toBe(true);
    expect(phraseText.safeParse('{身份证}检查').success).toBe(false);
    expect(phraseText.safeParse(' ').success).toBe(false);
  });

  it('of the question come before those of the field and the general ones; others stay away', () => {
    const all = [
      phrase('general'),
      phrase('facts', { field: 'facts' }),
      phrase('own', { own: true }),
      phrase('item', { itemCode: 'PA-01', field: 'facts' }),
      phrase('other', { itemCode: 'PA-02', field: 'facts' }),
      phrase('note', { field: 'note' }),
    ];
    const found = phrasesFor(all, { itemCode: 'PA-01', field: 'facts' }).map(({ id }) => id);
    expect(found).toEqual(['item', 'facts', 'own', 'general']);
  });

  it('that are shipped read well and judge nobody', () => {
    const file = resolve(import.meta.dirname, '../../../resources/packs/phrases/site-record.v1.json');
    const { phrases } = phrasePack.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(phrases.length).toBeGreaterThan(20);
    expect(phrases.flatMap(({ text }) => recordQuality(text))).toEqual([]);
  });
});
