import { DRAW_METHOD, drawFrozen } from '#shared/domain/plan/draw-frozen';
import { hashList } from '#shared/domain/plan/frozen-list';
import { freezePlan } from '#shared/domain/plan/plan';
import { sha256Hex } from '#shared/kernel/sha256';
import { DRAWN_ONLY } from '../../electron/db/visit-row';
import type { WriteTx } from '../../electron/db/write-tx';
import { packs } from './report-store';
import { subjectRow } from './report-subjects';

const json = JSON.stringify;

/** A plan over `count` agencies, drawn by the real method. */
export function insertPlan(tx: WriteTx, count = 60): void {
  const pack = packs.samplingPacks()[0];
  if (!pack) throw new Error('no sampling pack');
  const rows = Array.from({ length: count }, (_, index) =>
    subjectRow(`p${index}`, 1000 + index, { kind: index % 3 === 0 ? 'trademark_agency' : 'patent_agency' }),
  );
  for (const row of rows) tx.insert('subject', row);
  const seedParts = { officeNonce: 'ab'.repeat(32), publicValue: '3 5 1 6 2 4' };
  const nonceSha256 = sha256Hex(seedParts.officeNonce);
  const frozen = freezePlan(
    {
      pack,
      year: 2026,
      startOn: '2026-01-04',
      subjects: rows.map((row, index) => ({
        subjectId: row.id,
        code: row.uscc ?? '',
        kind: row.kind as 'patent_agency',
        grade: 'A',
        flags: index < 4 ? (['abnormal_list'] as const) : index === 4 ? (['ceased'] as const) : [],
      })),
      officers: Array.from({ length: 6 }, (_, index) => ({
        id: `o${index}`,
        name: `张虚构${index}`,
        certificateUntil: '2030-12-31',
        leaves: [],
        busy: [],
        skills: [],
        load: 0,
        avoids: index === 0 ? [7, 8, 9].flatMap((at) => rows[at]?.uscc ?? []) : [],
      })),
      calendar: packs.calendar(),
    },
    nonceSha256,
  );
  const hashes = hashList(frozen.listText);
  const drawn = drawFrozen(frozen.list, hashes.sha256, seedParts);
  const ids = new Map(frozen.population.candidates.map(({ code }, index) => [code, frozen.subjectIds[index] ?? '']));
  const problems = json([...frozen.problems, ...drawn.problems].map(({ message }) => message));
  const exclusions = json(frozen.exclusions.map(({ code, reason }) => ({ code, reason, name: code })));
  const head = {
    year: 2026,
    title: '云州市2026年度代理机构双随机抽查计划',
    pack_id: pack.id,
    pack_version: pack.version,
    pack: json(pack),
    strata: json(frozen.strata),
    exclusions,
    problems,
    officer_id: 'o0',
  };
  const freeze = {
    ...head,
    id: 'freeze1',
    scope: 'year' as const,
    batch_no: null,
    start_on: '2026-01-04',
    officer_ids: '[]',
    batches: json(frozen.spread.batches),
    subject_ids: frozen.subjectIds.join('\n'),
    list: frozen.listText,
    list_sha256: hashes.sha256,
    list_sm3: hashes.sm3,
    officers_sha256: hashes.officersSha256,
    population_size: frozen.population.candidates.length,
    total: frozen.total,
    officer_count: 6,
    nonce: seedParts.officeNonce,
    nonce_sha256: nonceSha256,
    state: 'frozen' as const,
    discard_reason: null,
    plan_id: null,
    result: null,
    created_at: '2026-01-04T01:00:00.000Z',
  };
  tx.insert('plan_freeze', freeze);
  tx.insert('plan', {
    ...head,
    id: 'plan1',
    population: frozen.population.text,
    population_sha256: frozen.population.sha256,
    seed_parts: json({ ...seedParts, witnesses: '孙办案二、纪检组周虚构', typists: '钱虚构、孙办案二' }),
    seed: drawn.seed,
    algorithm: DRAW_METHOD,
    state: 'drawn',
    void_reason: null,
    created_at: '2026-01-04T02:00:00.000Z',
    freeze_id: 'freeze1',
    void_by: null,
    void_second: null,
    void_at: null,
    campaign_id: null,
  });
  tx.update('plan_freeze', 'freeze1', { state: 'drawn', plan_id: 'plan1', result: drawn.resultText });
  drawn.visits.forEach((visit, index) => {
    tx.insert('visit', {
      ...DRAWN_ONLY,
      id: `w${index}`,
      plan_id: 'plan1',
      subject_id: ids.get(visit.code) ?? '',
      code: visit.code,
      stratum: visit.stratum,
      rank: visit.rank,
      draw_key: visit.key,
      batch_no: visit.batchNo,
      date: visit.date,
      officer1_id: visit.officer1Id,
      officer2_id: visit.officer2Id,
      skips: json(visit.skips),
      state: index % 4 === 0 ? 'inspected' : 'planned',
      inspection_id: null,
    });
  });
}

/** A campaign with one visit arranged in it, let pass above the cap. */
export function insertCampaign(tx: WriteTx): void {
  tx.insert('campaign', {
    id: 'c1',
    title: '蓝天专项整治行动',
    basis: '国知办函运字〔2026〕1号',
    from_on: '2026-10-01',
    to_on: '2026-12-20',
    description: '代理行业专项整治',
    state: 'open',
    closed_on: null,
    conclusion: null,
    officer_id: 'o0',
    created_at: tx.now,
  });
  tx.insert('visit', {
    ...DRAWN_ONLY,
    id: 'arranged1',
    plan_id: null,
    subject_id: 'p1',
    code: '',
    stratum: '',
    rank: 0,
    draw_key: '',
    batch_no: 0,
    date: '2026-12-01',
    officer1_id: 'o0',
    officer2_id: 'o1',
    skips: '[]',
    state: 'planned',
    inspection_id: null,
    kind: 'special',
    campaign_id: 'c1',
    cause: 'complaint',
    cause_note: '12315 转办',
  });
  tx.insert('cap_exception', {
    id: 'e1',
    subject_id: 'p1',
    year: 2026,
    visit_id: 'arranged1',
    inspection_id: null,
    pack_id: 'visit-cap',
    pack_version: 1,
    cap: 2,
    counted: 2,
    cause: 'complaint',
    cause_note: '12315 转办',
    officer_id: 'o0',
    second_officer_id: 'o2',
    created_at: tx.now,
  });
}
