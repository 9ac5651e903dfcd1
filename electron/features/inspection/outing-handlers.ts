import { MAX_STOPS, type outingRoutes } from '#shared/ipc/inspection-outing';
import { AppError } from '#shared/kernel/errors';
import { loadOuting } from '../../db/outing';
import type { Handlers } from '../../ipc/context';
import { saveRoute, takeOut } from './outing-service';

export const outingHandlers: Handlers<typeof outingRoutes> = {
  'inspection.list-outing': async (input, { db, packs }) => {
    if (input.from > input.to)
      throw new AppError('bad_input', '开始日期晚于结束日期，请核对。', [{ path: 'to', message: '早于开始日期' }]);
    const { stops, more } = await loadOuting(db, input, packs.checklists(), MAX_STOPS);
    return { stops: stops.map((stop) => ({ ...stop, bring: [...stop.bring] })), more };
  },
  'inspection.save-route': ({ visitIds }, { write }) =>
    write({ object: 'visit:', summary: `调整外出顺序，共 ${visitIds.length} 户` }, async (tx) => {
      await saveRoute(tx, visitIds);
      return { id: visitIds[0] ?? '' };
    }),
  'inspection.take-out': ({ visitIds, out }, { write }) =>
    write({ object: 'visit:', summary: `${out ? '带出' : '退回'}检查任务 ${visitIds.length} 户` }, async (tx) => {
      await takeOut(tx, visitIds, out);
      return { id: visitIds[0] ?? '' };
    }),
};
