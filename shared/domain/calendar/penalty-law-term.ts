import { AppError } from '../../kernel/errors';
import type { Calendar } from './calendar';
import type { Term } from './deadline';

/**
 * A term in days under 行政处罚法: art. 85 says which counts are working days, all others are calendar days.
 *
 * @param days the number the law names
 * @param calendar holds the counting rule from its packs
 * @throws AppError `bad_pack` when no pack brings the rule
 * @example penaltyLawTerm(7, calendar) // { count: 7, unit: 'working_day' }
 */
export function penaltyLawTerm(days: number, calendar: Calendar): Term {
  const rule = calendar.countingRules.get('administrative_penalty');
  if (!rule) throw new AppError('bad_pack', '缺少行政处罚法的期间计算规则，请在“规则”中导入期间计算规则包。');
  if (rule.workingDayCounts.includes(days)) return { count: days, unit: 'working_day' };
  return { count: days, unit: 'calendar_day' };
}
