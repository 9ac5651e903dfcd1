import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashList, linesOf, readFrozenList, writeFrozenList } from '#shared/domain/plan/frozen-list';
import { type BatchSeries, freezePlan, type PlanInput } from '#shared/domain/plan/plan';
import { type StoredFrozenDraw, verifyFrozen } from '#shared/domain/plan/verify-frozen';
import {
  type Built,
  buildPlan,
  officer,
  officers,
  pack,
  planInput,
  seedParts,
  subject,
  subjects,
} from './plan-fixtures';

const codeOf = (number: number): string => subject(number).code;

const store = (plan: Built): StoredFrozenDraw => ({
  listText: plan.listText,
  listSha256: plan.hashes.sha256,
  listSm3: plan.hashes.sm3,
  nonceSha256: plan.list.nonceSha256,
  seedParts: plan.seedParts,
  seed: plan.seed,
  resultText: plan.resultText,
  visits: plan.visits,
});

const small = planInput({
  subjects: [...subjects(40), ...subjects(3, { flags: ['abnormal_list'] }, 100), subject(300, { flags: ['ceased'] })],
  officers: [
    officer('o1', { leaves: [{ from: '2026-01-01', to: '2026-06-30' }] }),
    officer('o2', { avoids: [100, 101, 102, 999].map(codeOf) }),
    officer('o3', { certificateUntil: '2026-08-31', skills: ['专利 代理', '商标'] }),
    officer('o4', { busy: ['2026-03-02'], load: 2 }),
  ],
});
const plan = buildPlan(small);

describe('golden draw, method 2', () => {
  it('a change of the list format, the method or the seed shows here', () => {
    expect(plan.listText.split('\n').slice(0, 3)).toMatchInlineSnapshot(`
      [
        "zhixin-draw|2",
        "rule|2026|2026-01-01|beijing-practice|1|27343b647dc0fe8c39850c9ca27b1fa52ceb6ac83d1ef84f1ab8cb222b385b26|largest_remainder|3",
        "commit|5947d7c33d783f94b3b4c1a96ebc8991ed28f1b069b71e03376cba8caa98a720",
      ]
    `);
    expect(linesOf(plan.listText, 'stratum')).toMatchInlineSnapshot(`
      "stratum|listed_patent|100%|3|0|3|1 1 1 0 0 0 0 0 0 0 0 0|
      stratum|listed_other|100%|0|0|0|0 0 0 0 0 0 0 0 0 0 0 0|
      stratum|good_patent|24%|40|0|10|1 0 0 1 1 1 1 1 1 1 1 1|
      stratum|good_other|24%|0|0|0|0 0 0 0 0 0 0 0 0 0 0 0|
      "
    `);
    expect(linesOf(plan.listText, 'officer')).toMatchInlineSnapshot(`
      "officer|o1|张o1|2030-12-31|0|2026-01-01~2026-06-30|||
      officer|o2|张o2|2030-12-31|0||||911100000000000100 911100000000000101 911100000000000102
      officer|o3|张o3|2026-08-31|0|||专利 代理,商标|
      officer|o4|张o4|2030-12-31|2||2026-03-02||
      "
    `);
    expect(linesOf(plan.listText, 'exclude')).toMatchInlineSnapshot(`
      "exclude|911100000000000300|已注销、被吊销、被撤销或迁出
      "
    `);
    expect(plan.hashes).toMatchInlineSnapshot(`
      {
        "officersSha256": "7a3b99daf7c64dd4c290c23f7edd2f6b17ce23da64d74ee467922612053db1f1",
        "sha256": "7ce59f846ca5f2195e2c392b23b482e9f5c542d35d02d84a1a55a614c0adc8a7",
        "sm3": "1178766b80f31ac773c41c8aa5c1910e6c87b17a37ad4e69b47cff29df2a5f3d",
      }
    `);
    expect(plan.seed).toMatchInlineSnapshot(`"6b43c14ce3d3df2efbe5526a63760ff28c26d7ed97148b7b1d08cd98fd844b06"`);
    expect(plan.resultText).toMatchInlineSnapshot(`
      "visit|1|2026-01-04|911100000000000029|good_patent|1|0748bc65969e7de905d3141d368a3673fd652ccb5a2879098288b1485c98db3a|o2|o3|
      visit|1|2026-01-05|911100000000000100|listed_patent|1|1e7090a922b6e45c131516a5398d11e0c24e03daad3ec327f09e1d4a6e8a707e|o3|o4|o2:2026-01-04:avoidance:2 o1:2026-01-04:leave:2 o3:2026-01-04:other_pair:1
      visit|2|2026-02-02|911100000000000102|listed_patent|2|2792678095353e61e6efa63f36cfd1a045bc2d9ce05603cab23f38620e097ea1|o3|o4|o1:2026-02-02:leave:1 o2:2026-02-02:avoidance:1
      visit|3|2026-03-03|911100000000000101|listed_patent|3|cd19e7a0dd4a5c491803a887bc83733617c85add411541afaa7ad939fa69a50d|o3|o4|o1:2026-03-02:leave:2 o2:2026-03-02:avoidance:2 o4:2026-03-02:other_plan:1
      visit|4|2026-04-01|911100000000000010|good_patent|2|0dc4a90d68b74f49c56a34f2c01fb695946bc167f6a76f79869dbc9862e151ca|o2|o3|o1:2026-04-01:leave:1
      visit|5|2026-05-06|911100000000000018|good_patent|3|197550a29a4301b464bc85c14e4ac6568a97648573cc39b2a814c708e36769ca|o2|o3|o1:2026-05-06:leave:1
      visit|6|2026-06-01|911100000000000013|good_patent|4|19944d305b614a5cc4aa09f851f3d020a719f7eed98e5b892f884c8328e969f9|o2|o4|o1:2026-06-01:leave:1
      visit|7|2026-07-01|911100000000000015|good_patent|5|2b9df82feec8fdbf923d1c3b6aa4d96314efee22371e32321ff5fb0730542af4|o1|o2|
      visit|8|2026-08-03|911100000000000034|good_patent|6|3bb95783f48043c4bfbdacfeb2d28a4b9e651f05bb336b3a0242dd7e10567e5b|o1|o2|
      visit|9|2026-09-01|911100000000000017|good_patent|7|4535d375852b2c76a2adfa28cfbd724b56189755aeb46122ccd38313e1ef529b|o1|o2|
      visit|10|2026-10-08|911100000000000002|good_patent|8|4a67c1e81b9d205bf9fe802b8e0de9e0ede8bf17389a7bd4e8fa56d91334768f|o1|o4|o3:2026-10-08:certificate_expired:1
      visit|11|2026-11-02|911100000000000014|good_patent|9|4f5fe5450fb6bde31d2f0660c5a3b9ad40e1e606f44f9463cffac4921bdd6491|o1|o2|o3:2026-11-02:certificate_expired:1
      visit|12|2026-12-01|911100000000000011|good_patent|10|5196737eeb7f9cc8ae18de9d8028bbffc61561a2bc8a6bdf8721aa67b34f099f|o1|o4|o3:2026-12-01:certificate_expired:1
      "
    `);
  });

  it('seed and keys are what the printed method says', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(plan.list.nonceSha256).toBe(sha256(seedParts.officeNonce));
    expect(plan.hashes.sha256).toBe(sha256(plan.listText));
    expect(plan.seed).toBe(sha256(`${plan.hashes.sha256}|${seedParts.publicValue}|${seedParts.officeNonce}`));
    for (const { stratum, code, key } of plan.visits)
      expect(key).toBe(createHmac('sha256', Buffer.from(plan.seed, 'hex')).update(`${stratum}|${code}`).digest('hex'));
  });
});

describe('the frozen list', () => {
  it('the order in which subjects, officers, leaves and avoidances come in does not matter', () => {
    const turned: PlanInput = {
      ...small,
      subjects: [...small.subjects].reverse(),
      officers: [...small.officers].reverse().map((one) => ({ ...one, avoids: [...one.avoids].reverse() })),
    };
    expect(freezePlan(turned, plan.list.nonceSha256).listText).toBe(plan.listText);
  });

  it.each<[string, Partial<PlanInput>, string?]>([
    ['a subject', { subjects: small.subjects.slice(1) }],
    ['an exclusion', { subjects: small.subjects.slice(0, -1) }],
    ['an officer', { officers: small.officers.slice(1) }],
    ['a certificate', { officers: small.officers.map((one) => ({ ...one, certificateUntil: '2026-12-30' })) }],
    ['an avoidance', { officers: small.officers.map((one) => ({ ...one, avoids: [] })) }],
    ['the visits a day', { pack: { ...pack, visitsPerDay: 2 } }],
    ['the first day', { startOn: '2026-01-06' }],
    ['the commitment', {}, 'ff'.repeat(32)],
  ])('%s changed changes both hashes', (_what, change, commitment = plan.list.nonceSha256) => {
    const other = hashList(freezePlan({ ...small, ...change }, commitment).listText);
    expect(other.sha256).not.toBe(plan.hashes.sha256);
    expect(other.sm3).not.toBe(plan.hashes.sm3);
  });

  it('reads back as it was written, and not at all when a line is moved, doubled or unknown', () => {
    expect(writeFrozenList(readFrozenList(plan.listText))).toBe(plan.listText);
    const lines = plan.listText.split('\n');
    for (const broken of [
      [...lines.slice(0, 3), ...lines.slice(3).reverse()],
      [...lines.slice(0, -1), lines[5], ''],
      [...lines.slice(0, -1), 'friend|9111', ''],
      lines.slice(0, -1),
      ['zhixin-draw|3', ...lines.slice(1)],
    ])
      expect(() => readFrozenList(broken.join('\n'))).toThrow(/已被改动|出现两次|不能用于抽取/);
  });

  it('a name that would break its line is refused', () => {
    expect(() => freezePlan({ ...small, officers: [officer('o1', { name: '张|三' })] }, 'aa')).toThrow('竖线或换行');
  });
});

describe('recomputing', () => {
  it('an untouched draw verifies in any order of the visits, and a visit that was moved is counted, not refused', () => {
    expect(verifyFrozen(store(plan))).toEqual({ ok: true, candidates: 43, picks: plan.visits.length, moved: 0 });
    expect(verifyFrozen({ ...store(plan), visits: [...plan.visits].reverse() }).ok).toBe(true);
    const [first, ...rest] = plan.visits;
    if (!first) throw new Error('nothing drawn');
    expect(verifyFrozen({ ...store(plan), visits: [{ ...first, date: '2026-12-31' }, ...rest] })).toMatchObject({
      ok: true,
      moved: 1,
    });
  });

  const [first, ...rest] = plan.visits;
  if (!first) throw new Error('nothing drawn');
  it.each<[string, Partial<StoredFrozenDraw>, string]>([
    ['another officer sent', { visits: [{ ...first, officer1Id: 'friend' }, ...rest] }, 'friend'],
    ['a skip taken away', { visits: plan.visits.map((one) => ({ ...one, skips: [] })) }, '检查安排应为'],
    ['another subject put in', { visits: [{ ...first, code: 'FRIEND' }, ...rest] }, '检查安排中没有'],
    ['a visit added', { visits: [...plan.visits, { ...first, code: 'FRIEND' }] }, '多出 FRIEND'],
    ['a visit doubled', { visits: [...plan.visits, first] }, '重复'],
    ['the record rewritten', { resultText: plan.resultText.replace(first.code, 'FRIEND') }, '第 1 行'],
    ['the record made longer', { resultText: `${plan.resultText}visit|more\n` }, '第'],
    ['another nonce', { seedParts: { ...plan.seedParts, officeNonce: 'ab'.repeat(32) } }, '承诺值不符'],
    ['another public value', { seedParts: { ...plan.seedParts, publicValue: '1' } }, '种子不符'],
    ['the list changed', { listText: plan.listText.replace('|good_patent', '|good_other') }, '校验值不符'],
    ['the SM3 changed', { listSm3: '0'.repeat(64) }, 'SM3'],
  ])('%s is named', (_what, change, words) => {
    const check = verifyFrozen({ ...store(plan), ...change });
    expect(check.ok ? '' : check.firstDifference).toContain(words);
  });
});

describe('skills, other plans and load', () => {
  it('only officers with the skill of the stratum go there, others are skipped for it', () => {
    const strata = pack.strata.map((rule) => (rule.id === 'listed_patent' ? { ...rule, skill: '商标' } : rule));
    const staff = [
      ...officers(4),
      officer('o5', { load: 9, skills: ['商标'] }),
      officer('o6', { load: 9, skills: ['商标'] }),
    ];
    const { visits } = buildPlan({ ...small, pack: { ...pack, strata }, officers: staff });
    const special = visits.filter(({ stratum }) => stratum === 'listed_patent');
    expect(special).toHaveLength(3);
    for (const visit of special) {
      expect([visit.officer1Id, visit.officer2Id].sort()).toEqual(['o5', 'o6']);
      expect(visit.skips.some(({ reason }) => reason === 'skill')).toBe(true);
    }
  });

  it('a stratum whose skill nobody has gets no pair and a sentence', () => {
    const strata = pack.strata.map((rule) => ({ ...rule, skill: '检验' }));
    const { visits, problems } = buildPlan({ ...small, pack: { ...pack, strata } });
    expect(visits.every(({ officer1Id }) => officer1Id === null)).toBe(true);
    expect(problems[0]?.message).toContain('不具备所需专长 4 人');
  });

  it('an officer whom another plan sends out that day stays with it, and whoever went often goes last', () => {
    const staff = [...officers(2), officer('o3', { load: 1000 }), officer('o4', { load: 1000 })];
    expect(buildPlan({ ...small, officers: staff }).visits.some(({ officer1Id }) => officer1Id === 'o3')).toBe(false);
    const days = plan.list.days.flatMap((window) => window.days);
    const busy = [officer('o1', { busy: days }), ...staff.slice(1)];
    const { visits } = buildPlan({ ...small, officers: busy });
    expect(visits.some((visit) => [visit.officer1Id, visit.officer2Id].includes('o1'))).toBe(false);
    expect(visits[0]?.skips).toContainEqual(expect.objectContaining({ officerId: 'o1', reason: 'other_plan' }));
  });
});

describe('a year drawn batch by batch', () => {
  /** Draws all batches, each with its own seed; `change` alters the pool before a batch. */
  function drawYear(change: (batchNo: number, pool: PlanInput['subjects']) => PlanInput['subjects']) {
    let pool: PlanInput['subjects'] = subjects(750);
    const drawn: Record<string, number> = {};
    const taken = new Set<string>();
    const built = Array.from({ length: pack.batches }, (_, index) => {
      const batchNo = index + 1;
      pool = change(batchNo, pool);
      const series: BatchSeries = { batchNo, drawn: { ...drawn }, startOn: batchNo === 1 ? null : '2026-01-01' };
      const flagged = pool.map((one) =>
        taken.has(one.code) ? { ...one, flags: ['planned_this_year' as const] } : one,
      );
      const startOn = `2026-${String(batchNo).padStart(2, '0')}-01`;
      const parts = { publicValue: `${batchNo} 5 1 6`, officeNonce: String(10 + batchNo).repeat(32) };
      const batch = buildPlan(planInput({ subjects: flagged, series, startOn }), parts);
      for (const { code, stratum } of batch.visits) {
        expect(taken).not.toContain(code);
        taken.add(code);
        drawn[stratum] = (drawn[stratum] ?? 0) + 1;
      }
      return batch;
    });
    return { built, drawn, taken };
  }

  it('750 agencies give 12 batches of 15, nobody twice, each in its month, every proof verifies', () => {
    const { built, taken } = drawYear((_batch, pool) => pool);
    expect(built.map(({ visits }) => visits.length)).toEqual(Array(12).fill(15));
    expect(taken.size).toBe(180);
    for (const [index, batch] of built.entries()) {
      expect(verifyFrozen(store(batch)).ok).toBe(true);
      expect(
        batch.visits.every(({ date, batchNo }) => batchNo === index + 1 && Number(date.slice(5, 7)) === batchNo),
      ).toBe(true);
    }
  });

  it('100 that come in May and 50 that go are shared over the batches still to come', () => {
    const { built, drawn } = drawYear((batchNo, pool) =>
      batchNo === 5 ? [...pool.slice(50), ...subjects(100, {}, 2000)] : pool,
    );
    const total = Object.values(drawn).reduce((sum, count) => sum + count, 0);
    expect(built.slice(0, 4).map(({ visits }) => visits.length)).toEqual([15, 15, 15, 15]);
    const later = built.slice(4).map(({ visits }) => visits.length);
    expect(Math.max(...later) - Math.min(...later)).toBeLessThanOrEqual(1);
    const base = built[4]?.strata.reduce((sum, one) => sum + one.base, 0) ?? 0;
    expect(base).toBeGreaterThanOrEqual(800);
    expect(total).toBe(Math.ceil(base * 0.24));
  });

  it('when all batches are drawn the next one is refused', () => {
    const series = { batchNo: 13, drawn: {}, startOn: '2026-01-01' };
    expect(() => freezePlan(planInput({ series }), 'aa')).toThrow('都已抽取');
  });
});
