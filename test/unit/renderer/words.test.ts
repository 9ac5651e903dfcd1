import { expect, test } from 'vitest';
import { dueWords, groupsOfFour, monthDay, secondsWords, thousands } from '../../../renderer/components/words';

test('a term is never worded as left on the day after it ended', () => {
  expect(dueWords('2026-12-01', 3)).toEqual({ words: '还剩 3 个工作日（12月1日）', tone: 'soon' });
  expect(dueWords('2026-12-01', 0)).toEqual({ words: '今天到期（12月1日）', tone: 'today' });
  expect(dueWords('2026-11-19', -2)).toEqual({ words: '已逾期 2 个工作日（11月19日）', tone: 'overdue' });
  expect(dueWords('2026-12-31', 38, '天').tone).toBe('later');
});

test('a date in January is not cut in the wrong place', () => {
  expect(monthDay('2027-01-09')).toBe('1月9日');
});

test('counts, waiting times and digests read as intended', () => {
  expect(thousands(1126000)).toBe('1,126,000');
  expect(secondsWords(0)).toBe('约剩 1 秒');
  expect(secondsWords(90)).toBe('约剩 2 分钟');
  expect(groupsOfFour('9f86d0818')).toEqual(['9f86', 'd081', '8']);
});
