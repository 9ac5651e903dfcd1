import { useQueries } from '@tanstack/react-query';
import { type InspectionKind, inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import type { RouteOutput } from '#shared/ipc/contract';
import { call } from '../../api/client';
import { routeKey, useRoute } from '../../api/queries';

type Visit = RouteOutput<'plan.list-visits'>['rows'][number];
export type PlannedVisit = { readonly visit: Visit; readonly kind: InspectionKind };

/** The drawn visit that a check starts from; `undefined` while it is looked for, null when there is none. */
export function useVisit(visitId: string | null): PlannedVisit | null | undefined {
  const enabled = visitId !== null;
  const plans = useRoute('plan.list', {}, { enabled }).data?.plans.filter((plan) => plan.state === 'drawn');
  const inputs = (plans ?? []).map((plan) => ({ planId: plan.id, limit: 1000 }));
  const lists = useQueries({
    queries: inputs.map((input) => ({
      queryKey: routeKey('plan.list-visits', input),
      queryFn: () => call('plan.list-visits', input),
      enabled,
    })),
  });
  const visit = lists.flatMap((list) => list.data?.rows ?? []).find((row) => row.id === visitId);
  const plan = useRoute('plan.get', { id: visit?.planId ?? '' }, { enabled: visit !== undefined });
  if (!enabled) return null;
  if (visit) {
    if (plan.isPending) return undefined;
    const stratum = plan.data?.strata.find(({ id, label }) => id === visit.stratum || label === visit.stratum);
    const kind = inspectionKinds.find((code) => code === stratum?.inspectionKind) ?? 'double_random';
    return { visit, kind };
  }
  return plans === undefined || lists.some((list) => list.isPending) ? undefined : null;
}
