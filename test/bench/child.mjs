// One variant in a process of its own: node child.mjs <variant> <json>; prints one line of JSON.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateOnly } from './deflate-only.mjs';
import { parseOnly } from './parse-only.mjs';
import { peakBytes } from './peak.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const [variant, json = '{}'] = process.argv.slice(2);
const input = JSON.parse(json);
const program = () => import(path.join(root, 'out/bench/entry.js'));

async function withEngine(storeDir, body) {
  const { createEngine } = await program();
  const engine = createEngine({
    storeDir,
    resourcesDir: path.join(root, 'resources'),
    nativeBinding: null,
    workerFile: null,
    checkOutput: false,
  });
  const call = async (route, value) => {
    const reply = await engine.invoke(route, value);
    if (!reply.ok) throw new Error(`${route}: ${reply.error.message}`);
    return reply.value;
  };
  try {
    return await body(engine, call);
  } finally {
    await engine.close();
  }
}

/** A copy of the prepared store, so that every round starts from the same. */
async function onCopy(from, body) {
  const dir = mkdtempSync(path.join(tmpdir(), 'zhixin-bench-'));
  try {
    if (from) cpSync(from, dir, { recursive: true });
    return await body(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const timed = async (work) => {
  const started = performance.now();
  const check = await work();
  return { ms: performance.now() - started, rss: peakBytes(), check };
};

const officer = {
  name: '测量员',
  certificateNo: 'B1',
  certificateUntil: null,
  station: '',
  position: '',
  skills: [],
  leaves: [],
  active: true,
};

const VARIANTS = {
  import: () =>
    onCopy(null, (dir) =>
      withEngine(dir, async (engine, call) => {
        await call('officer.save', officer);
        engine.grants.add('file', { path: input.file, mode: 'read' });
        return timed(async () => {
          const result = await call('subject.run-import', { file: 'file' });
          return `${result.inserted} inserted, ${result.failed} failed`;
        });
      }),
    ),
  parse: async () => {
    const { ms, rss, cells } = await parseOnly(input.file);
    return { ms, rss, check: `${cells} cells` };
  },
  rate: () =>
    onCopy(input.store, (dir) =>
      withEngine(dir, (engine, call) =>
        timed(async () => {
          const result = await call('rating.rate-all', { asOf: '2026-11-23' });
          const grades = engine.store.reader
            .prepare('select grade_code g, count(*) n, sum(score) s from current_rating group by 1 order by 1')
            .all();
          return `${result.rated} rated ${createHash('sha256').update(JSON.stringify(grades)).digest('hex').slice(0, 12)}`;
        }),
      ),
    ),
  read: async () => {
    const { openStore, streamFacts, streamSubjects } = await program();
    return onCopy(input.store, async (dir) => {
      const store = openStore({ dir, nativeBinding: null, now: new Date().toISOString() });
      const result = await timed(async () => {
        let [rows, bytes] = [0, 0];
        for (const row of streamSubjects(store)) {
          rows += 1;
          bytes += row.id.length + row.tags.length;
        }
        for (const row of streamFacts(store)) {
          rows += 1;
          bytes += row.id.length + row.fields.length;
        }
        return `${rows} rows, ${bytes} bytes`;
      });
      store.close();
      return result;
    });
  },
  export: () =>
    onCopy(input.store, (dir) =>
      withEngine(dir, (engine, call) => {
        const target = path.join(dir, 'list.xlsx');
        engine.grants.add('target', { path: target, mode: 'write' });
        return timed(async () => {
          const result = await call('report.export', { report: 'subject-list', params: {}, target: 'target' });
          if (input.keep) cpSync(target, input.keep);
          return `${result.rows} rows, ${readFileSync(target).length} bytes`;
        });
      }),
    ),
  deflate: async () => {
    const { ms, rss, hash } = await deflateOnly(input.file, 6);
    return { ms, rss, check: hash.slice(0, 12) };
  },
};

const run = VARIANTS[variant];
if (!run) throw new Error(`no variant ${variant}`);
console.log(JSON.stringify(await run()));
