import type { statisticsRoutes } from '#shared/ipc/statistics';
import type { Handlers } from '../../ipc/context';
import { viewPlans } from './plan-figures';
import {
  storeFreeze,
  verifyMonth,
  viewCorrections,
  viewMonths,
  viewOverview,
  viewRows,
  viewSplit,
} from './statistics-service';

export const statisticsHandlers: Handlers<typeof statisticsRoutes> = {
  'statistics.list-months': (_input, context) => viewMonths(context),
  'statistics.overview': viewOverview,
  'statistics.split': viewSplit,
  'statistics.list-rows': viewRows,
  'statistics.list-plans': ({ year }, context) => ({ strata: viewPlans(context, year) }),
  'statistics.list-corrections': viewCorrections,
  'statistics.verify-month': verifyMonth,
  'statistics.freeze-month': storeFreeze,
};
