import { describe, expect, it } from 'vitest';
import { checkUscc } from '#shared/domain/subject/uscc';
import {
  hasValidUsccCheck,
  isOrganisationCode,
  USCC_ALPHABET,
  usccCheckCharacter,
} from '#shared/domain/subject/uscc-digits';
import { splitUscc } from '#shared/domain/subject/uscc-structure';

const VALID = [
  '914403001922038216',
  '9144030071526726XG',
  '91330100799655058B',
  '91110000802100433B',
  '91330203674737244W',
  '92370102MA3M9AG94X',
  '91330282L07196379D',
  '91110108551385082Q',
  '91440300708461136T',
  '9135010026017703XW',
  '91350100M000100Y43',
];

describe('checkUscc', () => {
  it.each(VALID)('takes the real code %s as it stands', (code) => {
    expect(checkUscc(code)).toEqual({ ok: true, value: code, normalised: false, note: null });
  });

  it('computes the check character of the example in the standard', () => {
    expect(usccCheckCharacter('91350100M000100Y4')).toBe('3');
  });

  it('refuses every single change of a valid code and proposes the original, so a weight cannot be wrong', () => {
    for (const code of VALID) {
      for (let i = 0; i < 18; i++) {
        for (const char of USCC_ALPHABET) {
          if (char === code[i]) continue;
          const result = checkUscc(code.slice(0, i) + char + code.slice(i + 1));
          expect(result.ok).toBe(false);
          if (!result.ok && result.problem === 'check') {
            expect(result.suggestions, `${code} at ${i + 1} as ${char}`).toContain(code);
          }
        }
      }
    }
  });

  it('refuses swapped neighbours and proposes the original', () => {
    for (const code of VALID) {
      for (let i = 0; i < 17; i++) {
        if (code[i] === code[i + 1]) continue;
        const result = checkUscc(code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2));
        expect(result.ok).toBe(false);
        if (!result.ok && result.problem === 'check') expect(result.suggestions).toContain(code);
      }
    }
  });

  it.each([
    ['full width', '９１３３０１００７９９６５５０５８Ｂ'],
    ['lower case', '91330100799655058b'],
    ['spaces and hyphens', ' 9133-0100 79965505 8B '],
    ['letter O for zero', '9133O1OO799655O58B'],
    ['letter I for one', '9I330I00799655058B'],
    ['letter S for five', '913301007996SS0S8B'],
    ['the label in front', '统一社会信用代码：91330100799655058B'],
    ['a zero-width space', '91330100\u200b799655058B'],
  ])('normalises %s', (_what, text) => {
    expect(checkUscc(text)).toMatchObject({ ok: true, value: '91330100799655058B', normalised: true });
  });

  it('reads the letter Z as 2', () => {
    expect(checkUscc('9144030019ZZ038Z16')).toMatchObject({ ok: true, value: '914403001922038216' });
  });

  it('names the position of the slip', () => {
    const result = checkUscc('91330100799655958B');
    expect(result).toMatchObject({ ok: false, problem: 'check' });
    if (!result.ok) expect(result.message).toContain('第 15 位可能应为 0');
  });

  it('puts a look-alike first, because that is what a scanner confuses', () => {
    const result = checkUscc('913301007996S505BB');
    expect(result).toMatchObject({ ok: false });
    if (!result.ok) expect(result.suggestions[0]).toBe('91330100799655058B');
  });

  it('proposes the code where one character is missing or doubled', () => {
    const missing = checkUscc('9133010079965505B');
    const doubled = checkUscc('913301007996550588B');
    expect(missing).toMatchObject({ ok: false, problem: 'length' });
    expect(doubled).toMatchObject({ ok: false, problem: 'length', suggestions: ['91330100799655058B'] });
    if (!missing.ok) {
      expect(missing.suggestions).toContain('91330100799655058B');
      expect(missing.message).toContain('17 位');
    }
  });

  it('names a character that no code has', () => {
    const result = checkUscc('91330100799655V58B');
    expect(result).toMatchObject({ ok: false, problem: 'characters', suggestions: ['91330100799655058B'] });
    if (!result.ok) expect(result.message).toContain('第 15 位的“V”');
  });

  it.each([
    ['', 'empty'],
    ['330100400012345', 'old_number'],
    ['79965505-8', 'organisation_code'],
    ['11010519491231002X', 'id_number'],
    ['企业', 'length'],
    ['91350100M000100Y4Z', 'check'],
    ['91310115MA1H8R7C6D', 'check'],
  ])('recognises %s as %s', (text, problem) => {
    expect(checkUscc(text)).toMatchObject({ ok: false, problem });
  });

  it('only notes a wrong organisation code, because some issued codes have one', () => {
    const head = '913301007996550' + '61';
    const code = head + usccCheckCharacter(head);
    expect(isOrganisationCode(code.slice(8, 17))).toBe(false);
    const result = checkUscc(code);
    expect(result.ok && result.note).toContain('第 9 至 17 位');
  });

  it('notes a registration office or province that the tables do not have', () => {
    const head = '91990100799655058';
    expect(checkUscc(head + usccCheckCharacter(head))).toMatchObject({
      ok: true,
      note: expect.stringContaining('前 8 位'),
    });
  });

  it('gives no proposal that would itself be refused', () => {
    const result = checkUscc('91310115MA1H8R7C6D');
    if (result.ok) throw new Error('expected a refusal');
    for (const proposal of result.suggestions) expect(hasValidUsccCheck(proposal)).toBe(true);
  });
});

describe('splitUscc', () => {
  it('splits office, category, area and organisation code at the right positions', () => {
    expect(splitUscc('92370102MA3M9AG94X')).toEqual({
      office: { code: '9', label: '市场监管' },
      category: { code: '2', label: '个体工商户' },
      areaCode: '370102',
      province: '山东省',
      organisationCode: 'MA3M9AG94',
    });
  });
});
