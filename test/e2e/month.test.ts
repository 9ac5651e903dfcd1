import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from './calls';
import { handsOn } from './hands';
import { closeCorrection, keepPhotos, orderCorrection, publish, takePaper } from './month/after';
import { countAndFreeze, recompute } from './month/count';
import { drawMonth } from './month/draw';
import type { Month } from './month/month';
import { setUpMonth } from './month/set-up';
import { visit } from './month/visit';
import { launch, type RunningApp } from './support';

let running: RunningApp;
beforeAll(async () => {
  running = await launch();
});
afterAll(() => running.close());

const monthBefore = (today: string): string => {
  const date = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 7);
};

test('a month goes from the plan to its frozen statistics, and its proof re-computes outside the program', async () => {
  const hands = handsOn(running.page);
  await hands.heading('今日');
  const today = await hands.today();
  const last = monthBefore(today);
  const month: Month = {
    ...{ running, hands, today, month: last },
    day: (date) => `${last}-${String(date).padStart(2, '0')}`,
  };
  try {
    await setUpMonth(running.page);
    const [clean, wrong, shut] = await drawMonth(month);
    if (!clean || !wrong || !shut) throw new Error('fewer than three were drawn');
    await visit(month, clean, month.day(12), 'clean');
    await visit(month, wrong, month.day(13), 'problem');
    await visit(month, shut, month.day(14), 'refused');
    await keepPhotos(month, wrong, month.day(13));
    await takePaper(month, wrong);
    for (const drawn of [clean, wrong, shut]) await publish(month, drawn);
    await orderCorrection(month, wrong, month.day(16), month.day(17));
    await closeCorrection(month, wrong);
    await countAndFreeze(month);
    await recompute(running.folder);
  } catch (error) {
    await running.shot('month-failed');
    throw error;
  }
  expect(await call(running.page, 'store.verify', {})).toMatchObject({ ok: true, problem: null });
  expect(running.noise).toEqual([]);
}, 480_000);
