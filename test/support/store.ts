import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '#shared/kernel/clock';
import type { Random } from '#shared/kernel/random';
import { openStore, type Store } from '../../electron/db/open-store';
import { createWriter, type Writer } from '../../electron/db/write';

export const fixedClock = (now = '2026-11-23T02:00:00.000Z'): Clock => ({
  now: () => now,
  today: () => now.slice(0, 10),
});

/** The same bytes in every run; good enough for ids in tests. */
export function seededRandom(seed = 1): Random {
  let state = seed;
  return {
    bytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state >>> 24;
      }),
  };
}

/** A folder of its own, removed when the test ends. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'zhixin-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export function openTemporaryStore(dir = temporaryFolder()): { dir: string; store: Store; write: Writer } {
  const clock = fixedClock();
  const store = openStore({ dir, nativeBinding: null, now: clock.now() });
  onTestFinished(() => store.close());
  return { dir, store, write: createWriter(store, clock, seededRandom()) };
}
