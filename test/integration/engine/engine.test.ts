import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/engine';
import { root } from '../../support/cli';
import { openTestEngine } from '../../support/engine';
import { openOffice } from '../../support/office';
import { temporaryFolder } from '../../support/store';

const officer = {
  name: '张示例',
  certificateNo: 'Y001',
  certificateUntil: null,
  station: '',
  position: '',
  skills: [],
  leaves: [],
  active: true,
};

const engines: Engine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

/** The engine as the window runs it: built workers, real time. */
function openBuiltEngine(workerFile = join(root, 'out/main/job-worker.js')): Engine {
  if (!existsSync(workerFile)) throw new Error('build first: npm run build (npm test does)');
  const engine = createEngine({
    storeDir: temporaryFolder(),
    resourcesDir: join(root, 'resources'),
    nativeBinding: null,
    workerFile,
    checkOutput: true,
  });
  engines.push(engine);
  return engine;
}

test.each([
  ['an unknown one', 'no.such-route'],
  ['a prototype key', '__proto__'],
  ['a method of every object', 'toString'],
  ['an empty one', ''],
])('a route that is %s is refused by name instead of being called', async (_what, route) => {
  const { engine } = openTestEngine();
  expect(await engine.invoke(route, {})).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

test.each([
  ['an array', []],
  ['a number', 7],
  ['a string', 'x'],
  ['wrong types', { limit: 'viel', offset: -1 }],
  ['a huge page', { limit: 1e12 }],
  ['a text of two million characters', { query: 'x'.repeat(2_000_000) }],
  ['prototype keys', JSON.parse('{"__proto__":{"limit":1},"constructor":{"prototype":{}},"query":5}')],
])('input that is %s is refused in Chinese, without an incident', async (_what, input) => {
  const { engine } = openTestEngine();
  const reply = await engine.invoke('rating.list', input);
  if (reply.ok) throw new Error('it should have been refused');
  expect(reply.error.code).toBe('bad_input');
  expect(reply.error.message).not.toMatch(/Invalid|expected|Too/);
  expect(reply.error.message.length).toBeLessThan(300);
});

test('a second job under the number of a running one is refused, and the first one is not disturbed', async () => {
  const office = await openOffice();
  const [first, second] = await Promise.all([
    office.engine.invoke('rating.rate-all', {}, { jobId: 'j1' }),
    office.engine.invoke('rating.rate-all', {}, { jobId: 'j1' }),
  ]);
  expect([first.ok, second.ok]).toEqual([true, false]);
  expect(second).toMatchObject({ error: { code: 'conflict' } });
});

test('jobs that nobody numbered do not take each other for the same one', async () => {
  const office = await openOffice();
  const replies = await Promise.all([1, 2, 3, 4].map(() => office.engine.invoke('rating.rate-all', {})));
  expect(replies.map((reply) => reply.ok)).toEqual([true, true, true, true]);
});

test('a check asked for while another job holds the store for longer than usual waits instead of failing', async () => {
  const engine = openBuiltEngine();
  const held = engine.store.writer;
  held.exec('begin immediate');
  const verifying = engine.invoke('store.verify', {});
  await new Promise((resolve) => setTimeout(resolve, 7000));
  held.exec('rollback');
  expect(await verifying).toMatchObject({ ok: true, value: { ok: true } });
});

test.each([
  ['throws', "throw new Error('boom');"],
  ['ends without a word', 'process.exit(3);'],
  ['runs out of memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'],
])('a worker that %s is answered with an incident number, and the engine goes on', async (_what, code) => {
  const worker = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(worker, code);
  const engine = openBuiltEngine(worker);
  const reply = await engine.invoke('officer.run-import', { file: 'x' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(await engine.invoke('officer.save', officer)).toMatchObject({ ok: true });
});

test('an import stopped in its worker leaves neither rows nor an audit entry, and its progress only rises', async () => {
  const engine = openBuiltEngine();
  await engine.invoke('officer.save', officer);
  const file = join(temporaryFolder(), '名录.csv');
  const rows = Array.from({ length: 60_000 }, (_, i) => `云州示例第${i}号企业,查无代码,企业`);
  writeFileSync(file, ['名称,无代码原因,主体类型', ...rows].join('\n'));
  engine.grants.add('f', { path: file, mode: 'read' });
  const seen: { done: number; total: number | null }[] = [];
  engine.onEvent((event) => {
    if (event.name !== 'job.progress') return;
    seen.push(event.payload);
    if (event.payload.done > 0) void engine.invoke('job.cancel', { jobId: 'j1' });
  });
  const reply = await engine.invoke('subject.run-import', { file: 'f' }, { jobId: 'j1' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(
    seen.every(({ done, total }, at) => done >= (seen[at - 1]?.done ?? 0) && (total === null || done <= total)),
  ).toBe(true);
  expect(await engine.invoke('subject.list', {})).toMatchObject({ ok: true, value: { total: 0 } });
  expect(await engine.invoke('store.status', {})).toMatchObject({ ok: true, value: { auditEntries: 1 } });
  expect(await engine.invoke('job.cancel', { jobId: 'j1' })).toMatchObject({ value: { wasRunning: false } });
});

test('stopping the sample year says that what was loaded stays, because it does', async () => {
  const engine = openBuiltEngine();
  engine.onEvent((event) => {
    if (event.name === 'job.progress' && event.payload.label.includes('代理机构'))
      void engine.invoke('job.cancel', { jobId: 'j1' });
  });
  const reply = await engine.invoke('sample.load', {}, { jobId: 'j1' });
  if (reply.ok) throw new Error('it should have been stopped');
  expect(reply.error).toMatchObject({ code: 'cancelled' });
  expect(reply.error.message).not.toContain('没有留下任何改动');
  expect(await engine.invoke('office.get', {})).toMatchObject({ ok: true, value: { practice: true } });
  expect(await engine.invoke('store.verify', {})).toMatchObject({ ok: true, value: { ok: true } });
});

test.skipIf(process.platform !== 'linux')(
  'a start that cannot make its daily backup is refused in a sentence and lets the store go',
  async () => {
    const office = await openOffice();
    await office.close();
    const backups = join(office.dir, 'backups');
    rmSync(backups, { recursive: true });
    // a folder in which nobody can make a file, not even an administrator
    symlinkSync('/proc/self', backups);
    expect(() => openTestEngine({ dir: office.dir, today: '2026-11-24' })).toThrow(
      expect.objectContaining({ code: 'store_readonly' }),
    );
    rmSync(backups);
    const again = openTestEngine({ dir: office.dir, today: '2026-11-24' });
    expect(await again.call('store.verify', {})).toMatchObject({ ok: true });
  },
);
