import type { ChecklistItem } from '#shared/domain/inspection/checklist';
import type { InspectionFile } from './inspection-words';

export type ChecklistGroup = { readonly title: string; readonly items: readonly ChecklistItem[] };

/** The questions in the order they are gone through: what went wrong last time comes first. */
export function checklistGroups(
  file: Pick<InspectionFile, 'checklist' | 'previousProblems'>,
): readonly ChecklistGroup[] {
  const before = new Set(file.previousProblems.map((problem) => problem.itemCode));
  const { sections } = file.checklist;
  const again = sections.flatMap((section) => section.items).filter((item) => before.has(item.code));
  if (again.length === 0) return sections;
  const rest = sections
    .map((section) => ({ ...section, items: section.items.filter((item) => !before.has(item.code)) }))
    .filter((section) => section.items.length > 0);
  return [{ title: '上次发现问题的项目，先查', items: again }, ...rest];
}
