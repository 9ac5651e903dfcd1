import type { InspectionKind } from '#shared/domain/plan/inspection-kinds';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../../api/queries';

type Visit = RouteOutput<'plan.get-task'>;
export type PlannedVisit = { readonly visit: Visit; readonly kind: InspectionKind };

/** The visit, drawn or arranged, that a check starts from; `undefined` while it is looked for, null when there is none. */
export function useVisit(visitId: string | null): PlannedVisit | null | undefined {
  const task = useRoute('plan.get-task', { id: visitId ?? '-' }, { enabled: visitId !== null });
  if (visitId === null || task.error) return null;
  return task.data ? { visit: task.data, kind: task.data.kind } : undefined;
}
