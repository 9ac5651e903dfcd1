import { describe, expect, it } from 'vitest';
import { checkIdNumber, maskIdNumber, maskPhone } from '#shared/domain/subject/id-number';

describe('checkIdNumber', () => {
  it.each(['11010519491231002X', '440524188001010014'])(
    'takes the example of the standard %s unless too old',
    (text) => {
      const result = checkIdNumber(text);
      if (text.slice(6, 10) < '1900') expect(result).toMatchObject({ ok: false, problem: 'birth_date' });
      else expect(result).toEqual({ ok: true, value: text, normalised: false, birthDate: '1949-12-31' });
    },
  );

  it('normalises width, case and spaces', () => {
    expect(checkIdNumber(' １１０１０５ 19491231 002x')).toMatchObject({
      ok: true,
      value: '11010519491231002X',
      normalised: true,
    });
  });

  it('refuses every single wrong digit', () => {
    const valid = '11010519491231002X';
    for (let i = 0; i < 17; i++) {
      for (let digit = 0; digit < 10; digit++) {
        if (String(digit) === valid[i]) continue;
        expect(checkIdNumber(valid.slice(0, i) + digit + valid.slice(i + 1)).ok).toBe(false);
      }
    }
  });

  it.each([
    ['110105194902300021', 'birth_date'],
    ['110105490230002', 'length'],
    ['110105491231002', 'old_number'],
    ['11010519491231002', 'length'],
    ['1101051949123100ZX', 'characters'],
    ['110105194912310021', 'check'],
    ['', 'empty'],
  ])('refuses %s as %s and never repeats the number', (text, problem) => {
    const result = checkIdNumber(text);
    expect(result).toMatchObject({ ok: false, problem });
    if (!result.ok && text !== '') expect(result.message).not.toContain(text);
  });

  it('refuses a birth date after today', () => {
    expect(checkIdNumber('11010519491231002X', { today: '1949-12-30' })).toMatchObject({ problem: 'birth_date' });
    expect(checkIdNumber('11010519491231002X', { today: '1949-12-31' }).ok).toBe(true);
  });
});

describe('masks', () => {
  it('hides birth date and district of an identity number', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110***********002X');
    expect(maskIdNumber('110105491231002')).toBe('110********1002');
    expect(maskIdNumber('E12345678')).toBe('E******78');
    expect(maskIdNumber('123')).toBe('***');
  });

  it('masks every number in a text of several', () => {
    expect(maskPhone('13800138000、0571-88880000 转 8')).toBe('138****8000、**********000 转 8');
  });
});
