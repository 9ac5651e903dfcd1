// One variant in a process of its own: node child.mjs <variant> <json>; prints one line of JSON.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateOnly } from './deflate-only.mjs';
import { parseOnly } from './parse-only.mjs';
import { peakBytes } from './peak.mjs';
import { sheetNames } from './zip-entry.mjs';

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
  /** Full or incremental, on a store with or without an approved run, perhaps after new records. */
  rate: () =>
    onCopy(input.store, async (dir) => {
      const { addRecords, caller, DAY, openEngine } = await import('./prepare-ratings.mjs');
      const engine = openEngine(dir);
      try {
        if (input.news) await addRecords(engine, input.news);
        return await timed(async () => {
          const { checked, rated, moved } = await caller(engine)('rating.rate-all', { asOf: DAY, mode: input.mode });
          const stored = engine.store.reader
            .prepare(
              'select grade_code g, count(*) n, sum(score) s from rating where batch_id is not null group by 1 order by 1',
            )
            .all();
          const sums = createHash('sha256').update(JSON.stringify(stored)).digest('hex').slice(0, 12);
          return `${checked} checked, ${rated} stored, ${moved.length} moved, ${sums}`;
        });
      } finally {
        await engine.close();
      }
    }),
  /** Every rule of the pack over every record, nothing stored: score and grade only. */
  evaluate: async () => {
    const { DAY } = await import('./prepare-ratings.mjs');
    const { createPacks, gatherFacts, loadPackChoice, openStore, preparePacks, streamSubjects, toRatingSubject } =
      await program();
    return onCopy(input.store, async (dir) => {
      const store = openStore({ dir, nativeBinding: null, now: new Date().toISOString() });
      const packs = createPacks(path.join(root, 'resources'));
      const prepared = preparePacks(await loadPackChoice(store.db, packs), DAY)('ecommerce_platform');
      const result = await timed(async () => {
        const factsFor = await gatherFacts(store);
        let [rated, sum] = [0, 0];
        for (const row of streamSubjects(store)) {
          sum += prepared.rater.score(toRatingSubject(row), factsFor(row.id)).scoreThousandths;
          rated += 1;
        }
        return `${rated} rated, ${sum}`;
      });
      store.close();
      return result;
    });
  },
  /** The limit: the same rows in the same order, read and summed. */
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
  /** The register of a year's results; from 1,000,000 rows on in several sheets. */
  register: () =>
    onCopy(input.store, (dir) =>
      withEngine(dir, (engine, call) => {
        const target = path.join(dir, 'register.xlsx');
        engine.grants.add('target', { path: target, mode: 'write' });
        return timed(async () => {
          const params = { year: '2026' };
          const result = await call('report.export', { report: 'inspection-results', params, target: 'target' });
          if (input.keep) cpSync(target, input.keep);
          return `${result.rows} rows`;
        });
      }),
    ),
  /** The limit: the XML of all its sheets compressed once more at the level the writer takes at that size. */
  'deflate-sheets': async () => {
    let [ms, rss, sheets] = [0, 0, 0];
    const hashes = [];
    for (const name of sheetNames(input.file)) {
      const packed = await deflateOnly(input.file, input.level, name);
      [ms, rss, sheets] = [ms + packed.ms, Math.max(rss, packed.rss), sheets + 1];
      hashes.push(packed.hash.slice(0, 8));
    }
    return { ms, rss, check: `${sheets} sheets ${hashes.join(' ')}` };
  },
  /** Subjects of a year and the officers for them, out of a list that is in memory already. */
  draw: async () => {
    const { drawFrozen, freezePopulation } = await program();
    const { drawList, PARTS, SHA256 } = await import('./prepare-draw.mjs');
    const list = drawList(input.rows, freezePopulation);
    return timed(() => {
      const { visits, problems } = drawFrozen(list, SHA256, PARTS);
      const last = visits.at(-1);
      return `${visits.length} visits, ${problems.length} problems, ${last.code} ${last.officer1Id}`;
    });
  },
  /** The limit: the keys of the same candidates, nothing else. */
  keys: async () => {
    const { freezePopulation, seedHmac } = await program();
    const { drawList, SHA256 } = await import('./prepare-draw.mjs');
    const { candidates } = drawList(input.rows, freezePopulation).population;
    const hmac = seedHmac(SHA256);
    return timed(() => {
      const [message, key] = [new Uint8Array(100), new Uint32Array(8)];
      let sum = 0;
      for (const { stratum, code } of candidates) {
        const line = `${stratum}|${code}`;
        for (let i = 0; i < line.length; i++) message[i] = line.charCodeAt(i);
        hmac.digestInto(message, line.length, key, 0);
        sum = (sum + key[0]) >>> 0;
      }
      return `${candidates.length} keys, ${sum}`;
    });
  },
  deflate: async () => {
    const { ms, rss, hash } = await deflateOnly(input.file, 6);
    return { ms, rss, check: hash.slice(0, 12) };
  },
};

const run = VARIANTS[variant];
if (!run) throw new Error(`no variant ${variant}`);
console.log(JSON.stringify(await run()));
