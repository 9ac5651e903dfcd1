import { describe, expect, it } from 'vitest';
import { formatDocumentNo, normalizeDocumentNo, parseDocumentNo, seriesId } from '#shared/domain/document/document-no';

describe('document numbers', () => {
  it('writes full-width brackets', () => {
    expect(formatDocumentNo({ officeCode: '××知', word: '责改', year: 2026, seq: 12 })).toBe('××知责改〔2026〕12号');
  });

  it.each([
    ['officeCode', { officeCode: 'AB知', word: '责改', year: 2026, seq: 1 }],
    ['officeCode', { officeCode: '', word: '检', year: 2026, seq: 1 }],
    ['seq', { officeCode: '示知', word: '检', year: 2026, seq: 0 }],
    ['seq', { officeCode: '示知', word: '检', year: 2026, seq: 1.5 }],
    ['year', { officeCode: '示知', word: '检', year: 26, seq: 1 }],
  ])('refuses a bad %s', (path, parts) => {
    expect(() => formatDocumentNo(parts)).toThrowError(
      expect.objectContaining({ code: 'bad_input', details: [expect.objectContaining({ path })] }),
    );
  });

  it.each([
    ['赤壁市监处罚〔2025〕179号', '赤壁市监处罚〔2025〕179号'],
    ['厦工商食责[2012]14号', '厦工商食责〔2012〕14号'],
    ['浙杭上工商异入【2014】第0001号', '浙杭上工商异入〔2014〕1号'],
    ['国知处函运字（2025）84号', '国知处函运字〔2025〕84号'],
    ['××知责改 (2026) 12 号', '××知责改〔2026〕12号'],
    ['知责改2026-12', null],
    ['示知责改〔1999〕12号', null],
    ['示知责改〔2026〕0号', null],
    ['示知责改〔2026〕12', null],
    ['', null],
  ])('reads %s', (text, expected) => {
    expect(normalizeDocumentNo(text)).toBe(expected);
  });

  it('reads back what it writes', () => {
    const no = formatDocumentNo({ officeCode: '示例知', word: '信修', year: 2026, seq: 345 });
    expect(parseDocumentNo(no)).toEqual({ prefix: '示例知信修', year: 2026, seq: 345 });
  });

  it('counts each word and year on its own', () => {
    expect(
      new Set([seriesId('示知', '责改', 2026), seriesId('示知', '检', 2026), seriesId('示知', '责改', 2027)]).size,
    ).toBe(3);
  });
});
