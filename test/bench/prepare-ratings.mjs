import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const { createEngine, createWriter, openStore, systemClock, systemRandom } = await import(
  path.join(root, 'out/bench/entry.js')
);

export const DAY = '2026-11-23';
export const PACK = { packId: 'zhejiang-ecommerce', version: 1 };

export const openEngine = (dir) =>
  createEngine({
    storeDir: dir,
    resourcesDir: path.join(root, 'resources'),
    nativeBinding: null,
    workerFile: null,
    checkOutput: false,
    clock: { now: () => new Date().toISOString(), today: () => DAY },
  });

export const caller = (engine) => async (route, value) => {
  const reply = await engine.invoke(route, value);
  if (!reply.ok) throw new Error(`${route}: ${reply.error.message}`);
  return reply.value;
};

const month = (i) => `2026-0${1 + (i % 9)}-1${i % 10}`;

/** Five records of a platform, different from one to the next, all of them read by the 42-node pack. */
const records = (i) => [
  ['platform_ip_rules', month(i), { published: 'yes', kind: 'revised' }],
  ['seller_identity_check', month(i + 3), { sellers: 1000 + i, verified: 900 + (i % 100), renewed: i % 900 }],
  [
    'ip_notice_handling',
    month(i + 5),
    { received: 200, handledInTime: 150 + (i % 50), averageHours: 12 + (i % 60), published: 150 },
  ],
  ['platform_ip_complaint', month(i + 7), { received: 40 + (i % 9), settledInTime: 30 + (i % 10), upheld: i % 20 }],
  i % 4 === 0
    ? ['penalty_patent', month(i + 2), { content: '罚款' }]
    : ['platform_ip_staff', month(i + 4), { staff: 1 + (i % 12), sellers: 1000 + i }],
];

function factRow(tx, columns, subjectId, n, [item, day, fields]) {
  return {
    ...columns,
    id: tx.newId(),
    subject_id: subjectId,
    item_code: item,
    source_org: '示例',
    source_no: `n${n}`,
    occurred_on: day,
    valid_from: day,
    summary: '测量用',
    fields: JSON.stringify(fields),
    state: 'active',
    created_at: tx.now,
  };
}

const request = { route: 'bench', actor: { id: null, name: 'bench' }, note: { object: 'bench:', summary: 'bench' } };
const emptyRow = (store, table) => Object.fromEntries(store.columns(table).map((column) => [column, null]));

/** A store of so many platforms with five records each, the 42-node pack activated for them. */
export async function makePlatforms(dir, count) {
  const store = openStore({ dir, nativeBinding: null, now: systemClock.now() });
  const write = createWriter(store, systemClock, systemRandom);
  const subject = emptyRow(store, 'subject');
  const fact = emptyRow(store, 'fact');
  await write(request, async (tx) => {
    const officers = ['B1', 'B2'].map((no) => {
      const id = tx.newId();
      tx.insert('officer', {
        id,
        name: `测量员${no}`,
        certificate_no: no,
        certificate_until: null,
        station: '',
        position: '',
        skills: '[]',
        leaves: '[]',
        active: 1,
        created_at: tx.now,
      });
      return id;
    });
    tx.insert('setting', { id: 'acting_officer', value: JSON.stringify(officers[0]) });
    tx.insert('setting', { id: 'second_officer', value: JSON.stringify(officers[1]) });
    for (let i = 0; i < count; i++) {
      const id = tx.newId();
      tx.insert('subject', {
        ...subject,
        id,
        kind: 'ecommerce_platform',
        name: `云州第${i}示例平台`,
        former_names: '[]',
        status: 'active',
        tags: '[]',
        initials: 'yz',
        pinyin: 'yunzhou',
        created_at: tx.now,
      });
      for (const [n, record] of records(i).entries()) tx.insert('fact', factRow(tx, fact, id, `${i}-${n}`, record));
    }
  });
  const file = path.join(root, 'resources/packs/rating', `${PACK.packId}.v${PACK.version}.json`);
  const { createHash } = await import('node:crypto');
  const content = readFileSync(file, 'utf8');
  await write(request, async (tx) =>
    tx.insert('pack_activation', {
      id: tx.newId(),
      kind: 'rating',
      pack_id: PACK.packId,
      version: PACK.version,
      sha256: createHash('sha256').update(content).digest('hex'),
      subject_kinds: '["ecommerce_platform"]',
      from_date: '2026-01-01',
      until_date: null,
      note: '测量',
      dry_run: '{}',
      state: 'approved',
      officer_id: null,
      created_at: tx.now,
      decided_by: null,
      decided_on: DAY,
      reason: '',
    }),
  );
  store.close();
}

/** Rates everybody in that store and approves, so that later runs have something to stand on. */
export async function rateStore(dir) {
  const engine = openEngine(dir);
  const call = caller(engine);
  const run = await call('rating.rate-all', { asOf: DAY });
  const second = JSON.parse(
    engine.store.reader.prepare("select value from setting where id = 'second_officer'").pluck().get(),
  );
  await call('rating.decide-batch', { id: run.batchId, officerId: second, decision: 'approve' });
  await engine.close();
}

/** So many new records, spread over everybody. */
export async function addRecords(engine, count) {
  const { store } = engine;
  const ids = store.reader.prepare('select id from subject order by id').pluck().all();
  const write = createWriter(store, systemClock, systemRandom);
  const fact = emptyRow(store, 'fact');
  await write(request, async (tx) => {
    for (let i = 0; i < count; i++) {
      const id = ids[Math.floor((i * ids.length) / count)];
      tx.insert(
        'fact',
        factRow(tx, fact, id, `new-${i}`, ['ip_damage_judgment', '2026-11-20', { court: '示例', intent: 'yes' }]),
      );
    }
  });
}
