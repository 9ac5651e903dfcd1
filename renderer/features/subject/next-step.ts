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
  ['visit', '开始检查'],
  ['dishonesty', '办理信用修复'],
];

/** The one thing to do next for a subject, from its open ends. */
export function nextStep(file: Pick<SubjectFile, 'id' | 'timeline' | 'gradeCode'>): NextStep {
  for (const [noun, label] of VERBS) {
    const entry = file.timeline
      .filter((candidate) => candidate.open && candidate.noun === noun)
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
    const to = entry ? entryPath(entry, file.id) : null;
    if (to) return { kind: 'link', label, to };
  }
  if (file.gradeCode === null) return { kind: 'rate' };
  return { kind: 'link', label: '开展检查', to: `/inspections/new?subject=${file.id}` };
}
