import type { IsoDate } from '../../kernel/dates';
import { AppError, type FieldProblem } from '../../kernel/errors';
import type { Dishonesty } from '../dishonesty/dishonesty';
import { type Application, checkApplication } from './application';
import type { Repair } from './repair';

/**
 * Takes in an application. Missing conditions do not keep it out (they go into one letter of missing items); asking too
 * early, too soon after the last repair, or for something that ends by itself does.
 *
 * @throws AppError `bad_state` with every reason and the next possible day, `bad_input` for a day in the future
 * @example openApplication({ id, no, applicant }, application, record, '2026-08-10').state // 'applied'
 */
export function openApplication(
  draft: Pick<Repair, 'id' | 'no' | 'applicant'>,
  application: Application,
  record: Dishonesty,
  today: IsoDate,
): Repair {
  const { appliedOn } = application;
  const problems: FieldProblem[] = [];
  if (appliedOn > today) problems.push({ path: 'appliedOn', message: '申请日期不能晚于今天' });
  if (appliedOn < record.decidedOn) problems.push({ path: 'appliedOn', message: '申请日期不能早于认定日期' });
  if (draft.applicant.contact.trim() === '') problems.push({ path: 'applicant.contact', message: '请填写联系人' });
  const first = problems[0];
  if (first) throw new AppError('bad_input', `${first.message}。`, problems);
  const { refusals, nextOn } = checkApplication(application, record, appliedOn);
  const standing = refusals.filter((refusal) => refusal.code !== 'conditions_missing');
  if (standing.length > 0)
    throw new AppError(
      'bad_state',
      `不能受理：${standing.map((refusal) => refusal.message).join('；')}。${nextOn ? `最早可于 ${nextOn} 再次申请。` : ''}`,
      standing.map(({ code, message }) => ({ path: code, message })),
    );
  return {
    ...draft,
    dishonestyId: record.id,
    subjectId: record.subjectId,
    regime: application.pack.id,
    terms: application.terms,
    appliedOn,
    conditions: application.conditions,
    verification: null,
    opinion: null,
    decision: null,
    followUp: [],
    state: 'applied',
    stateOn: appliedOn,
  };
}
