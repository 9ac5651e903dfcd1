import type { todayRoutes } from '#shared/ipc/today';
import type { Handlers } from '../../ipc/context';
import { viewToday } from './today-service';

export const todayHandlers: Handlers<typeof todayRoutes> = {
  'today.get': (_input, context) => viewToday(context),
};
