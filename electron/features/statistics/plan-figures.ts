import { percentText } from '#shared/domain/statistics/figure-text';
import type { RouteOutput } from '#shared/ipc/contract';
import type { ReadContext } from '../../ipc/context';
import { planFigures } from '../../statistics/plan-figures';

/** The year's draws with the official quotients: completion = published ÷ number, closing = closed ÷ published. */
export const viewPlans = ({ store }: ReadContext, year: number): RouteOutput<'statistics.list-plans'>['strata'] =>
  planFigures(store.reader, year).map((one) => ({
    ...one,
    completion: percentText(one.published, one.number),
    closing: percentText(one.closed, one.published),
  }));
