// npm run bench: ratios measured side by side in one run. Each variant is a process of its own, interleaved with
// rotating order; the figure is the median of the paired ratios. --rows and --rounds change the size.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: process.env.CI ? '3' : '5' },
  },
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);
const work = mkdtempSync(path.join(tmpdir(), 'zhixin-bench-'));

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: path.join(root, 'test/bench/entry.ts'),
    outDir: path.join(root, 'out/bench'),
    rolldownOptions: { external: ['better-sqlite3'] },
  },
  ssr: { noExternal: true },
});
const { makeSubjects, makeStore } = await import('./prepare.mjs');

function child(variant, input) {
  const run = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'child.mjs'), variant, JSON.stringify(input)],
    { encoding: 'utf8', cwd: root },
  );
  if (run.status !== 0) throw new Error(`${variant} ended with ${run.status}\n${run.stderr}`);
  return JSON.parse(run.stdout.trim().split('\n').at(-1));
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Runs the job and its limit in turn, and holds every round to the result of the first. */
function compare(title, job, limit) {
  const found = { [job.variant]: [], [limit.variant]: [] };
  const checks = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const { variant, input } of round % 2 === 0 ? [job, limit] : [limit, job]) {
      const result = child(variant, input);
      if (checks.has(variant) && checks.get(variant) !== result.check)
        throw new Error(`${variant} gave another result: ${result.check}`);
      checks.set(variant, result.check);
      found[variant].push(result);
    }
  }
  const ratios = found[job.variant].map((result, index) => result.ms / found[limit.variant][index].ms);
  return {
    job: title,
    ratio: Number(median(ratios).toFixed(2)),
    lowest: Number(Math.min(...ratios).toFixed(2)),
    highest: Number(Math.max(...ratios).toFixed(2)),
    'job ms': Math.round(median(found[job.variant].map((result) => result.ms))),
    'limit ms': Math.round(median(found[limit.variant].map((result) => result.ms))),
    'peak MB': Math.round(Math.max(...found[job.variant].map((result) => result.rss)) / 1e6),
    result: checks.get(job.variant),
  };
}

try {
  mkdirSync(work, { recursive: true });
  console.log(`${rows} rows, ${rounds} rounds, ${cpus().length} cores, Node ${process.versions.node}`);
  const file = path.join(work, 'subjects.xlsx');
  const store = path.join(work, 'store');
  const list = path.join(work, 'list.xlsx');
  await makeSubjects(file, rows);
  await makeStore(store, rows);
  child('export', { store, keep: list });
  const table = [
    compare(
      'import subjects ÷ inflate and parse the same file',
      { variant: 'import', input: { file } },
      { variant: 'parse', input: { file } },
    ),
    compare(
      'rate all, stored with trace ÷ read the same rows',
      { variant: 'rate', input: { store } },
      { variant: 'read', input: { store } },
    ),
    compare(
      'export register ÷ compress the same XML',
      { variant: 'export', input: { store } },
      { variant: 'deflate', input: { file: list } },
    ),
  ];
  console.table(table);
} finally {
  rmSync(work, { recursive: true, force: true });
}
