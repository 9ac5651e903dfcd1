import { describe, expect, it } from 'vitest';
import { QR_MAX_BYTES, qrMatrix, readRecordCode, writeRecordCode } from '#shared/domain/document/qr';

const CODE = { noun: 'inspection', id: '01kaqzjk3m0123456789abcdef', paper: 'blank' };

describe('qrMatrix', () => {
  it('has the three finder patterns and no white border of its own, so that the border is drawn once', () => {
    const { size, dark } = qrMatrix('ZX1|inspection|01|blank|0000');
    expect(dark.length).toBe(size);
    for (const [x, y] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const)
      expect([0, 1, 2, 3, 4, 5, 6].flatMap((at) => [dark[y]?.[x + at], dark[y + at]?.[x]])).not.toContain(false);
  });

  it('refuses an empty text and one whose modules would be too small to read', () => {
    expect(() => qrMatrix('')).toThrow('没有可以写成二维码的内容');
    expect(() => qrMatrix('字'.repeat(QR_MAX_BYTES / 3 + 1))).toThrow('最多 300 个');
    expect(qrMatrix('字'.repeat(QR_MAX_BYTES / 3)).size).toBeGreaterThan(60);
  });
});

describe('record codes', () => {
  it('reads back what was written, also typed in with spaces and small letters in the check', () => {
    const text = writeRecordCode(CODE);
    expect(readRecordCode(text)).toEqual({ kind: 'record', code: CODE });
    const typed = ` ${text.slice(0, -4)}${text.slice(-4).toLowerCase()}\n`;
    expect(readRecordCode(typed)).toEqual({ kind: 'record', code: CODE });
  });

  it('never reads a text with one changed, lost or swapped character as a record', () => {
    const text = writeRecordCode(CODE);
    const planted: string[] = [];
    for (let at = 0; at < text.length; at++) {
      for (const other of '0az9|X')
        if (other !== text[at]) planted.push(text.slice(0, at) + other + text.slice(at + 1));
      planted.push(text.slice(0, at) + text.slice(at + 1));
      if (text[at] !== text[at + 1] && at + 1 < text.length)
        planted.push(text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2));
    }
    const read = planted.filter((wrong) => readRecordCode(wrong).kind === 'record');
    expect(planted.length).toBeGreaterThan(300);
    expect(read.filter((wrong) => wrong.toUpperCase() !== text.toUpperCase())).toEqual([]);
  });

  it('tells a strange code from a damaged one and from one of a newer program', () => {
    expect(readRecordCode('https://example.org/x').kind).toBe('foreign');
    expect(readRecordCode('').kind).toBe('foreign');
    expect(readRecordCode('ZX1|inspection|01')).toMatchObject({
      kind: 'damaged',
      message: expect.stringContaining('重新扫描'),
    });
    expect(readRecordCode('ZX2|inspection|01|blank|0000')).toMatchObject({
      message: expect.stringContaining('升级程序'),
    });
  });

  it('writes the check of the standard, so that another program can read our papers', () => {
    expect(writeRecordCode({ noun: 'inspection', id: '0197', paper: 'blank' })).toBe('ZX1|inspection|0197|blank|A6B3');
  });

  it('refuses parts that would break the code apart', () => {
    for (const wrong of [
      { ...CODE, id: 'a|b' },
      { ...CODE, noun: '检查' },
      { ...CODE, paper: '' },
    ])
      expect(() => writeRecordCode(wrong)).toThrow('不能写成二维码');
  });
});
