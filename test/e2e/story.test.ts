import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { days, handsOn } from './hands';
import { inspectByKeyboard } from './story/inspect';
import { drawPlan, enterFact, explainRating, rateEverybody } from './story/rate-and-draw';
import { readReports } from './story/read-reports';
import { rectify } from './story/rectify';
import { repair } from './story/repair';
import { importAgencies, importFirms, setUpOffice } from './story/set-up';
import { lookBack, rateAgain, verifyAndBackUp } from './story/settle';
import type { Story } from './story/story';
import { launch, type RunningApp } from './support';

let running: RunningApp;
const asked: string[] = [];
beforeAll(async () => {
  running = await launch();
  running.app.context().on('request', (request) => void asked.push(request.url()));
});
afterAll(() => running.close());

test('the main job goes from an empty store to both reports through the window alone', async () => {
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
    const score = await explainRating(story);
    await drawPlan(story);
    await inspectByKeyboard(story);
    await rectify(story);
    await repair(story);
    await rateAgain(story, score);
    await lookBack(story);
    await verifyAndBackUp(story);
  } catch (error) {
    await running.shot('story-failed');
    throw error;
  }
  await readReports(running.folder, today.slice(0, 4));
  expect(running.noise).toEqual([]);
});

// after the story: the refusal itself is a line on the console
test('nothing was asked of any network, and nothing could be', async () => {
  expect(asked.filter((url) => !/^(app|data|blob):/.test(url))).toEqual([]);
  let reached = 0;
  const server = createServer((_request, response) => {
    reached += 1;
    response.end('reached');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const fromPage = (url: string) =>
      running.page.evaluate(
        (target) =>
          fetch(target).then(
            () => 'reached',
            () => 'refused',
          ),
        url,
      );
    expect(await fromPage(address)).toBe('refused');
    expect(await fromPage('https://www.cnipa.gov.cn/')).toBe('refused');
    const fromShell = await running.app.evaluate(
      ({ session }, target) =>
        session.defaultSession.fetch(target).then(
          () => 'reached',
          () => 'refused',
        ),
      address,
    );
    expect(fromShell).toBe('refused');
    expect(reached).toBe(0);
  } finally {
    server.close();
  }
});
