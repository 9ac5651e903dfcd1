import type { IsoDate } from '../../kernel/dates';
import type { Calendar } from '../calendar/deadline';
import { type Due, dueOf, termText } from '../rectification/term';
import type { RepairPack } from './repair-pack';

/**
 * Last day for the decision. Where the term runs from acceptance and acceptance is not dated, the whole time for
 * accepting is granted and the date is an estimate.
 *
 * @example decisionDue({ appliedOn: '2026-04-30' }, samr107, calendar).date // '2026-05-13'
 */
export function decisionDue(
  dates: { readonly appliedOn: IsoDate; readonly acceptedOn?: IsoDate | null },
  pack: RepairPack,
  calendar: Calendar,
): Due & { readonly verified: boolean } {
  const { accept, decide } = pack.procedure;
  let from = dates.appliedOn;
  let steps: Due['steps'] = [{ date: from, text: '收到申请' }];
  let estimated = false;
  let verified = decide.verified;
  if (decide.from === 'accepted' && dates.acceptedOn) {
    from = dates.acceptedOn;
    steps = [...steps, { date: from, text: '受理' }];
  } else if (decide.from === 'accepted' && accept) {
    const accepted = dueOf(from, accept.term, calendar);
    from = accepted.date;
    steps = [
      ...steps,
      ...accepted.steps,
      { date: from, text: `未登记受理日期，按最迟受理日（${termText(accept.term)}）起算` },
    ];
    estimated = true;
    verified = verified && accept.verified;
  }
  const due = dueOf(from, decide.term, calendar);
  return { date: due.date, steps: [...steps, ...due.steps], estimated: estimated || due.estimated, verified };
}
