import { describe, expect, it } from 'vitest';
import { recordQuality } from '#shared/domain/inspection/record-quality';
import { resultCodes, resultGroupLabels, resultLabels, resultParents } from '#shared/domain/inspection/result-codes';
import { overlap } from '#shared/domain/inspection/visit-time';

describe('recordQuality', () => {
  it.each([
    ['现场未悬挂执业许可证，负责人称已送年检。', []],
    ['当事人涉嫌违法', ['涉嫌', '违法']],
    ['涉嫌，又涉嫌', ['涉嫌', '涉嫌']],
    ['', []],
  ])('%s', (text, words) => {
    expect(recordQuality(text).map((warning) => warning.word)).toEqual(words);
  });
});

describe('overlap', () => {
  const visit = (startedAt: string, endedAt: string | null, ids = ['1', '2']) => ({
    officerIds: ids,
    startedAt,
    endedAt,
  });
  it.each([
    [
      'the same time',
      visit('2026-05-10T09:00', '2026-05-10T10:00'),
      visit('2026-05-10T09:00', '2026-05-10T10:00'),
      true,
    ],
    ['one minute', visit('2026-05-10T09:00', '2026-05-10T10:01'), visit('2026-05-10T10:00', '2026-05-10T11:00'), true],
    [
      'back to back',
      visit('2026-05-10T09:00', '2026-05-10T10:00'),
      visit('2026-05-10T10:00', '2026-05-10T11:00'),
      false,
    ],
    [
      'other officers',
      visit('2026-05-10T09:00', '2026-05-10T10:00'),
      visit('2026-05-10T09:00', '2026-05-10T10:00', ['3', '4']),
      false,
    ],
    ['one that still runs', visit('2026-05-10T09:00', null), visit('2026-05-10T23:00', null), true],
    [
      'one never closed, seen from the next day',
      visit('2026-05-10T09:00', null),
      visit('2026-05-11T09:00', null),
      false,
    ],
  ])('%s', (_, a, b, expected) => {
    expect(overlap(a, b) !== null).toBe(expected);
    expect(overlap(b, a) !== null).toBe(expected);
  });
});

describe('result codes', () => {
  it('keeps the official codes, their order and parents', () => {
    expect(resultCodes.join(',')).toBe('1,B,C,6,D,3,4,5,G,E,F,7,8,9,10,11,12');
    expect(resultCodes.filter((code) => resultParents[code] === '2')).toEqual(['B', 'C', '6', 'D']);
    expect(resultCodes.filter((code) => resultParents[code] === 'A')).toEqual(['3', '4', '5', 'G']);
    expect(resultCodes.filter((code) => code in resultGroupLabels)).toEqual([]);
    expect(new Set(Object.values(resultLabels)).size).toBe(resultCodes.length);
  });
});
