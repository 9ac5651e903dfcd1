import { askedAbout } from '#shared/domain/inspection/ask-when';
import type { ChecklistItem } from '#shared/domain/inspection/checklist';
import type { InspectionFile } from './inspection-words';

export type ChecklistGroup = { readonly title: string; readonly items: readonly ChecklistItem[] };

/** The questions in the order they are gone through: what went wrong last time comes first. */
export function checklistGroups(
  file: Pick<InspectionFile, 'checklist' | 'previousProblems'>,
): readonly ChecklistGroup[] {
  const { sections } = file.checklist;
  const items = sections.flatMap((section) => section.items);
  const before = withGates(items, new Set(file.previousProblems.flatMap((problem) => problem.itemCode ?? [])));
  const again = items.filter((item) => before.has(item.code));
  if (again.length === 0) return sections;
  const rest = sections
    .map((section) => ({ ...section, items: section.items.filter((item) => !before.has(item.code)) }))
    .filter((section) => section.items.length > 0);
  return [{ title: '上次发现问题的项目，先查', items: again }, ...rest];
}

/** A question that went wrong and hangs on another one takes that one along: it could not be asked before it. */
function withGates(items: readonly ChecklistItem[], codes: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(codes);
  for (const item of [...items].reverse())
    if (all.has(item.code)) for (const gate of askedAbout(item.askWhen)) all.add(gate);
  return all;
}
