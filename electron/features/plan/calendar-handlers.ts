import { changeCauseLabels } from '#shared/domain/plan/visit-change';
import type { planCalendarRoutes } from '#shared/ipc/plan-calendar';
import type { Handlers } from '../../ipc/context';
import { listGaps } from './attention';
import { viewCalendar, viewChanges } from './calendar-service';
import { exchangeOfficers, suggestOfficers, undoChanges } from './exchange-officer';
import { moveVisit } from './move-visit';

export const calendarHandlers: Handlers<typeof planCalendarRoutes> = {
  'plan.list-calendar': (input, { db, packs, clock }) => viewCalendar(db, input, packs.calendar(), clock.today()),
  'plan.move-visit': (input, { packs, write }) =>
    write({ object: `visit:${input.visitId}`, summary: '检查改期' }, async (tx, sharpen) => {
      const moved = await moveVisit(tx, input, packs.calendar());
      sharpen({
        summary: `检查由 ${moved.before} 改到 ${input.date}：${input.reason || changeCauseLabels[input.cause]}`,
      });
      return moved;
    }),
  'plan.suggest-officers': async (input, { db, clock }) => ({
    officers: await suggestOfficers(db, input, clock.today()),
  }),
  'plan.exchange-officer': (input, { write }) =>
    write({ object: `visit:${input.visitIds[0] ?? ''}`, summary: '更换检查人员' }, async (tx, sharpen) => {
      const { inName, ...exchanged } = await exchangeOfficers(tx, input);
      sharpen({
        summary: `更换检查人员 ${input.visitIds.length} 户，改派${inName}（${changeCauseLabels[input.cause]}）：${input.reason}`,
      });
      return exchanged;
    }),
  'plan.undo-changes': (input, { write }) =>
    write({ object: 'visit:', summary: '撤销检查安排的变更' }, async (tx, sharpen) => {
      const undone = await undoChanges(tx, input);
      sharpen({ summary: `撤销检查安排的变更 ${undone} 项` });
      return { undone };
    }),
  'plan.list-changes': async (input, { db }) => ({ changes: await viewChanges(db, input) }),
  'plan.list-gaps': async ({ planId }, { db, clock }) => ({ gaps: await listGaps(db, clock.today(), planId) }),
};
