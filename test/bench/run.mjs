// npm run bench: ratios measured side by side in one run. Each variant is a process of its own, interleaved with
// rotating order; the figure is the median of the paired ratios. --rows and --rounds change the size, --only tables,
// register, draw or ratings takes one part.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    only: { type: 'string', default: '' },
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
const { makeInspections, makeSubjects, makeStore } = await import('./prepare.mjs');
const { makePlatforms, rateStore } = await import('./prepare-ratings.mjs');

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
  const found = { job: [], limit: [] };
  const sides = { job, limit };
  const checks = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? ['job', 'limit'] : ['limit', 'job']) {
      const result = child(sides[side].variant, sides[side].input);
      if (checks.has(side) && checks.get(side) !== result.check)
        throw new Error(`${sides[side].variant} gave another result: ${result.check}`);
      checks.set(side, result.check);
      found[side].push(result);
    }
  }
  const ratios = found.job.map((result, index) => result.ms / found.limit[index].ms);
  return {
    job: title,
    ratio: Number(median(ratios).toFixed(2)),
    lowest: Number(Math.min(...ratios).toFixed(2)),
    highest: Number(Math.max(...ratios).toFixed(2)),
    'job ms': Math.round(median(found.job.map((result) => result.ms))),
    'limit ms': Math.round(median(found.limit.map((result) => result.ms))),
    'peak MB': Math.round(Math.max(...found.job.map((result) => result.rss)) / 1e6),
    result: checks.get('job'),
  };
}

try {
  mkdirSync(work, { recursive: true });
  console.log(`${rows} rows, ${rounds} rounds, ${cpus().length} cores, Node ${process.versions.node}`);
  const wanted = (group) => values.only === '' || values.only === group;
  const table = [];
  if (wanted('tables')) {
    const file = path.join(work, 'subjects.xlsx');
    const store = path.join(work, 'store');
    const list = path.join(work, 'list.xlsx');
    await makeSubjects(file, rows);
    await makeStore(store, rows);
    child('export', { store, keep: list });
    table.push(
      compare(
        'import subjects ÷ inflate and parse the same file',
        { variant: 'import', input: { file } },
        { variant: 'parse', input: { file } },
      ),
      compare(
        'export register ÷ compress the same XML',
        { variant: 'export', input: { store } },
        { variant: 'deflate', input: { file: list } },
      ),
    );
  }
  if (wanted('register')) {
    const store = path.join(work, 'inspections');
    const register = path.join(work, 'register.xlsx');
    await makeInspections(store, rows);
    child('register', { store, keep: register });
    table.push(
      compare(
        'export results of a year ÷ compress the same XML at the same level',
        { variant: 'register', input: { store } },
        { variant: 'deflate-sheets', input: { file: register, level: rows >= 300_000 ? 1 : 6 } },
      ),
    );
  }
  if (wanted('draw')) {
    const input = { rows };
    table.push(
      compare(
        'draw subjects and officers ÷ the keys of the same candidates only',
        { variant: 'draw', input },
        { variant: 'keys', input },
      ),
    );
  }
  if (wanted('ratings')) {
    const store = path.join(work, 'platforms');
    const rated = path.join(work, 'rated');
    await makePlatforms(store, rows);
    cpSync(store, rated, { recursive: true });
    await rateStore(rated);
    const read = { variant: 'read', input: { store } };
    const rate = (mode, from, news = 0) => ({ variant: 'rate', input: { store: from, mode, news } });
    table.push(
      compare('42-node pack: evaluate all ÷ read the same rows', { variant: 'evaluate', input: { store } }, read),
      compare('42-node pack: rate all, stored with trace ÷ read the same rows', rate('full', store), read),
      compare('rate all again, nothing new ÷ the first run', rate('full', rated), rate('full', store)),
      compare(
        'incremental run after 1,000 new records ÷ full run after the same',
        rate('incremental', rated, 1000),
        rate('full', rated, 1000),
      ),
    );
  }
  console.table(table);
} finally {
  rmSync(work, { recursive: true, force: true });
}
