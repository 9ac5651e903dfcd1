import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { EngineRouteName, RouteInput, RouteOutput } from '#shared/ipc/contract';
import type { ErrorBody, ErrorCode } from '#shared/kernel/errors';
import { createWriter } from '../../electron/db/write';
import type { WriteTx } from '../../electron/db/write-tx';
import { createEngine, type Engine, type InvokeOptions } from '../../electron/engine/engine';
import { seededRandom, temporaryFolder } from './store';

export const shippedResources = resolve(import.meta.dirname, '../../resources');

export type TestEngine = {
  readonly engine: Engine;
  readonly dir: string;
  /** Moves the office's clock. */
  readonly goTo: (day: string) => void;
  /** Sets the office's clock back within the day. */
  readonly setBack: (minutes: number) => void;
  /** Calls a route and fails the test when it is refused. */
  readonly call: <N extends EngineRouteName>(
    name: N,
    input: RouteInput<N>,
    options?: InvokeOptions,
  ) => Promise<RouteOutput<N>>;
  /** Calls a route and fails the test unless it is refused with this code. */
  readonly fails: <N extends EngineRouteName>(
    name: N,
    input: RouteInput<N>,
    code: ErrorCode,
    options?: InvokeOptions,
  ) => Promise<ErrorBody>;
  /** A file the officer chose in a dialog; without content it does not exist. */
  readonly choose: (name: string, content?: string | Uint8Array) => string;
  /** An audited write for what no route of the test's own feature makes. */
  readonly write: <T>(body: (tx: WriteTx) => T) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** The real engine on a store of its own, with a clock that stands where the test puts it. */
export function openTestEngine({
  today = '2026-11-23',
  dir = temporaryFolder(),
  seed = 1,
  resourcesDir = shippedResources,
} = {}): TestEngine {
  let day = today;
  let tick = 0;
  // every reading is a little later than the one before, as in an office
  const clock = { today: () => day, now: () => new Date(Date.parse(`${day}T02:00:00Z`) + tick++).toISOString() };
  const random = seededRandom(seed);
  const engine = createEngine({
    storeDir: dir,
    resourcesDir,
    nativeBinding: null,
    workerFile: null,
    checkOutput: true,
    clock,
    random,
  });
  let open = true;
  const close = async () => {
    if (open) await engine.close();
    open = false;
  };
  onTestFinished(close);
  const writer = createWriter(engine.store, clock, random);
  return {
    engine,
    dir,
    close,
    goTo: (next) => {
      day = next;
    },
    setBack: (minutes) => {
      tick -= minutes * 60_000;
    },
    call: async (name, input, options = {}) => {
      const reply = await engine.invoke(name, input, options);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`);
      return reply.value as never;
    },
    fails: async (name, input, code, options = {}) => {
      const reply = await engine.invoke(name, input, options);
      if (reply.ok) throw new Error(`${name} should have been refused with ${code}`);
      expect(reply.error).toMatchObject({ code });
      return reply.error;
    },
    choose: (name, content) => {
      const token = randomUUID();
      const path = join(dir, name);
      if (content !== undefined) writeFileSync(path, content);
      engine.grants.add(token, { path, mode: 'read' });
      return token;
    },
    write: (body) =>
      writer(
        { route: 'test.write', actor: { id: null, name: '测试' }, note: { object: 'test:', summary: '测试数据' } },
        async (tx) => body(tx),
      ),
  };
}

/** The store verifies and the log holds one entry for each write since `before`. */
export async function expectAudited(
  test: TestEngine,
  expected: readonly (readonly [route: string, object: string])[],
): Promise<void> {
  const { rows } = await test.call('audit.list', { offset: 0, limit: expected.length });
  expect(rows.map(({ route, object }) => [route, object]).reverse()).toEqual(expected);
  expect(await test.call('store.verify', {})).toMatchObject({ ok: true, problem: null });
}
