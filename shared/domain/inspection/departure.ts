import { askingOf } from './ask-when';
import { checklistItems } from './checklist';
import { itemProblems, photoMissing } from './departure-items';
import { type DepartureProblem, warn } from './departure-problem';
import { resultProblems } from './departure-result';
import { signingProblems } from './departure-signing';
import { type DepartureContext, siteProblems } from './departure-site';
import type { Finding, Inspection } from './inspection';
import { recordQuality } from './record-quality';

export type { DepartureContext, DepartureProblem };

/**
 * The departure list: what is still open before the inspectors leave. The end time and the codes that the officers
 * are about to enter are taken from the record given.
 *
 * @returns blocking problems first, in the order of the page; an item that was not answered is a problem, never a pass
 * @example departureProblems({ ...visit, endedAt, resultCode: '1', dispositionCode: 'none_needed' }, { others: [] })
 */
export function departureProblems(record: Inspection, context: DepartureContext): readonly DepartureProblem[] {
  const asking = askingOf(checklistItems(record.checklist), record.answers);
  const all = [
    ...siteProblems(record, context),
    ...(record.refusal
      ? refusedItems(record)
      : checklistItems(record.checklist).flatMap((item) => [
          ...itemProblems(record, item, asking),
          ...photoMissing(record, item, asking),
        ])),
    ...signingProblems(record),
    ...resultProblems(record),
    ...recordQuality(record.scene).map(({ message }) => warn('conclusion', 'scene', message)),
    ...record.findings.flatMap(judgingFacts),
  ];
  return [...all.filter((p) => p.level === 'block'), ...all.filter((p) => p.level === 'warn')];
}

export function blockingProblems(problems: readonly DepartureProblem[]): readonly DepartureProblem[] {
  return problems.filter((problem) => problem.level === 'block');
}

/** The facts of a finding are part of the record, so they only say what was seen. */
function judgingFacts({ itemCode, facts, state }: Finding): readonly DepartureProblem[] {
  if (state !== 'open') return [];
  const where = `发现的问题（${itemCode ?? '检查表外'}）中`;
  return recordQuality(facts).map(({ message }) => warn('conclusion', 'findings', `${where}${message}`, itemCode));
}

/** A refused inspection has no answers to be asked for; what was not looked at is said once. */
function refusedItems(record: Inspection): readonly DepartureProblem[] {
  const { unanswered } = answerCounts(record);
  if (unanswered === 0) return [];
  return [warn('refused_items', 'refusal', `当事人拒绝检查，${unanswered} 项未检查，不计为符合`)];
}

/** How many items carry each answer; items without an answer count as not checked. */
export function answerCounts(record: Pick<Inspection, 'checklist' | 'answers'>): {
  readonly total: number;
  readonly compliant: number;
  readonly problem: number;
  readonly notApplicable: number;
  readonly notChecked: number;
  readonly unanswered: number;
  /** Left out by earlier answers; neither passed nor unanswered. */
  readonly notAsked: number;
} {
  const all = checklistItems(record.checklist);
  const asking = askingOf(all, record.answers);
  const items = all.filter((item) => asking.get(item.code)?.state !== 'not_asked');
  const count = (code: string) =>
    items.filter((item) => record.answers.some((entry) => entry.itemCode === item.code && entry.answer === code))
      .length;
  const answered = count('compliant') + count('problem') + count('not_applicable') + count('not_checked');
  const unanswered = items.length - answered;
  return {
    total: all.length,
    compliant: count('compliant'),
    problem: count('problem'),
    notApplicable: count('not_applicable'),
    notChecked: count('not_checked') + unanswered,
    unanswered,
    notAsked: all.length - items.length,
  };
}
