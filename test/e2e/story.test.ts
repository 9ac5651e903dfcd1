import { afterAll, beforeAll, expect, test } from 'vitest';
import { days, handsOn } from './hands';
import { drawPlan, enterFact, explainRating, rateEverybody } from './story/rate-and-draw';
import { importAgencies, importFirms, setUpOffice } from './story/set-up';
import type { Story } from './story/story';
import { launch, type RunningApp } from './support';

let running: RunningApp;
beforeAll(async () => {
  running = await launch();
});
afterAll(() => running.close());

test('the main job can be done from the first start to both reports through the window alone', async () => {
  const hands = handsOn(running.page);
  await hands.heading('今日');
  const today = await hands.today();
  const story: Story = { app: running.app, running, hands, today, ago: (count) => days(today, -count) };
  try {
    await setUpOffice(story);
    await importAgencies(story);
    await importFirms(story);
    await enterFact(story);
    await rateEverybody(story);
    await explainRating(story);
    await drawPlan(story);
  } catch (error) {
    await running.shot("story-failed"); console.log(await running.page.getByRole("main").ariaSnapshot());
    throw error;
  }
  expect(running.noise).toEqual([]);
});
