import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const schema = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(640).max(20_000),
  height: z.number().int().min(480).max(20_000),
  maximized: z.boolean(),
  zoomPercent: z.number().int().min(80).max(200),
});
export type WindowState = z.output<typeof schema>;
type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const FIRST: WindowState = { width: 1280, height: 800, maximized: false, zoomPercent: 100 };

/** The remembered window, or the first one when the file is missing or makes no sense. */
export function readWindowState(file: string): WindowState {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return FIRST;
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

/** Forgets the place when the screen that showed it is gone, so that the window never opens out of sight. */
export function onScreen(state: WindowState, screens: readonly Area[]): WindowState {
  const { x, y, ...rest } = state;
  if (x === undefined || y === undefined) return rest;
  const seen = screens.some(
    (s) => x + state.width > s.x + 80 && x < s.x + s.width - 80 && y >= s.y - 10 && y < s.y + s.height - 80,
  );
  return seen ? state : rest;
}
