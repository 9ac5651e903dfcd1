import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onScreen, readWindowState, writeWindowState } from '../../../electron/main/window-state';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'window-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const state = { x: 40, y: 30, width: 1400, height: 900, maximized: true, zoomPercent: 150 };

test('the window comes back as it was left', () => {
  const file = join(dir, 'deeper', 'window.json');
  writeWindowState(file, state);
  expect(readWindowState(file)).toEqual(state);
});

test('a damaged or absurd file opens a usable window instead of none', () => {
  const file = join(dir, 'window.json');
  for (const text of ['', '{', '{"width":1,"height":1,"maximized":false,"zoomPercent":100}']) {
    writeFileSync(file, text);
    expect(readWindowState(file)).toMatchObject({ width: 1280, height: 800, zoomPercent: 100 });
  }
});

test('a window left on a screen that is gone does not open out of sight', () => {
  const laptop = { x: 0, y: 0, width: 1366, height: 728 };
  expect(onScreen({ ...state, x: 2600 }, [laptop])).not.toHaveProperty('x');
  expect(onScreen({ ...state, x: 2600 }, [laptop, { ...laptop, x: 1920 }])).toMatchObject({ x: 2600 });
});
