import { entryPath, type StoryEntry, type SubjectFile } from './subject-words';

export type NextStep =
  | { readonly kind: 'link'; readonly label: string; readonly to: string }
  /** Rates the subject here and now. */
  | { readonly kind: 'rate' };

/** What is most urgent comes first; each noun has the verb of its next step. */
const VERBS: readonly (readonly [StoryEntry['noun'], string])[] = [
  ['rectification', '处理整改'],
  ['inspection', '继续检查'],
  ['repair', '办理信用修复'],
];

/**
 * The one thing to do next for a subject, from its open ends.
 *
 * @param ratable a rule pack covers subjects of this kind
 * @param waiting the rating that waits for a second officer
 */
export function nextStep(
  file: Pick<SubjectFile, 'id' | 'timeline' | 'gradeCode'>,
  ratable: boolean,
  waiting: string | null,
): NextStep {
  const open = file.timeline.filter((entry) => entry.open).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  for (const [noun, label] of VERBS) {
    // A finding opens its inspection, but it is the order that has to be followed.
    const entry = open.find((candidate) => candidate.noun === noun && candidate.id === candidate.opensId);
    const to = entry ? entryPath(entry, file.id) : null;
    if (to) return { kind: 'link', label, to };
  }
  if (waiting !== null) return { kind: 'link', label: '审定评价', to: `/ratings/${waiting}` };
  if (file.gradeCode === null && ratable) return { kind: 'rate' };
  const visit = open.find((entry) => entry.noun === 'plan');
  const start = `/inspections/new?subject=${file.id}`;
  if (visit) return { kind: 'link', label: '按计划检查', to: `${start}&visit=${visit.id}` };
  return { kind: 'link', label: '开展检查', to: start };
}
