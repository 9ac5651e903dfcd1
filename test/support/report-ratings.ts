import type { RatingFact } from '#shared/domain/rating/fact';
import { rate } from '#shared/domain/rating/rate';
import { inputText } from '#shared/domain/rating/stored-input';
import type { RatingBatchTable } from '../../electron/db/schema-rating';
import type { WriteTx } from '../../electron/db/write-tx';
import { packs } from './report-store';

const CREATED = '2026-11-01T02:00:00.000Z';

export const ratingFact = (
  id: string,
  itemCode: string,
  occurredOn: string,
  change: Partial<RatingFact> = {},
): RatingFact => ({
  id,
  itemCode,
  occurredOn,
  validFrom: occurredOn,
  validTo: null,
  state: 'active',
  repairedOn: null,
  fields: {},
  sourceOrg: '国家知识产权局',
  sourceNo: '国知代通〔2026〕18号',
  ...change,
});

/** Two records of the agency itself: 100 − 5 − 15 = 80, B. */
export const usualFacts = (prefix: string): readonly RatingFact[] => [
  ratingFact(`${prefix}-f0`, 'abnormal_filing_agency', '2026-03-02', { fields: { deduction: 5 } }),
  ratingFact(`${prefix}-f1`, 'workload_abnormal', '2026-05-20', {
    sourceOrg: '省知识产权局',
    sourceNo: '浙知运〔2026〕9号',
  }),
];

export const FOREIGN_OFFICE = '邻州市市场监督管理局';
/** What must not be read in the firm's copy. */
export const FOREIGN_WORDS = [FOREIGN_OFFICE, '邻市监罚〔2026〕301号', '邻州市公安局'] as const;

/** The usual ones, one of a branch, and one that another office sent and this one adopted: 100 − 5 − 15 − 15 − 20, D. */
export const mixedFacts = (prefix: string): readonly RatingFact[] => [
  ...usualFacts(prefix),
  ratingFact(`${prefix}-f2`, 'workload_abnormal', '2026-06-11', {
    sourceOrg: '省知识产权局',
    sourceNo: '浙知运〔2026〕15号',
    via: { relation: 'branches', subjectId: 's-branch', name: '云州虚构知识产权代理有限公司江北分公司' },
  }),
  ratingFact(`${prefix}-f3`, 'annual_report_late', '2026-07-08', {
    fields: { reportYear: 2025 },
    sourceOrg: FOREIGN_WORDS[2],
    sourceNo: FOREIGN_WORDS[1],
    origin: { office: FOREIGN_OFFICE, adoptedOn: '2026-08-01' },
  }),
];

type RatingDraft = {
  readonly id?: string;
  readonly subjectId?: string;
  readonly asOf?: string;
  readonly facts?: readonly RatingFact[];
  readonly pack?: { readonly id: string; readonly version: number };
  readonly kind?: string;
  readonly batchId?: string | null;
  readonly current?: boolean;
};

/** A rated agency, by the real engine of ratings. */
export function insertRating(
  tx: WriteTx,
  draft: RatingDraft = {},
): { readonly gradeCode: string; readonly score: number } {
  const { id = 'g1', subjectId = 's1', asOf = '2026-10-31', batchId = null, kind = 'patent_agency' } = draft;
  const wanted = draft.pack ?? { id: 'patent-agency-credit', version: 1 };
  const loaded = packs.ratingPacks().find(({ value }) => value.id === wanted.id && value.version === wanted.version);
  if (!loaded) throw new Error(`no rating pack ${wanted.id} v${wanted.version}`);
  const input = {
    subject: { id: subjectId, kind, status: 'active', tags: [] },
    facts: draft.facts ?? usualFacts(id),
  };
  const result = rate(loaded.value, { ...input, asOf });
  tx.insert('rating', {
    id,
    subject_id: subjectId,
    pack_id: result.packId,
    pack_version: result.packVersion,
    pack_sha256: loaded.sha256,
    as_of: result.asOf,
    score: result.scoreThousandths,
    grade_code: result.gradeCode,
    input: inputText(input),
    trace: JSON.stringify(result.trace),
    batch_id: batchId,
    officer_id: 'o0',
    created_at: CREATED,
    next_change_on: null,
  });
  if (draft.current !== false) tx.makeCurrent('id', id);
  return { gradeCode: result.gradeCode, score: result.scoreThousandths };
}

/** A run of ratings; approved by the second officer unless told otherwise. */
export function insertRun(tx: WriteTx, id: string, change: Partial<RatingBatchTable> = {}): void {
  const approved = (change.state ?? 'approved') === 'approved';
  tx.insert('rating_batch', {
    id,
    mode: 'full',
    as_of: '2026-10-31',
    covered_seq: 1,
    packs: '{}',
    checked: 120,
    rated: 3,
    first_rated: 0,
    moved: 2,
    without_pack: 1,
    state: 'approved',
    officer_id: 'o0',
    created_at: CREATED,
    decided_by: approved ? 'o1' : null,
    decided_on: approved ? '2026-11-02' : null,
    reason: '',
    published_on: null,
    published_where: null,
    unpublished_on: null,
    unpublished_reason: null,
    ...change,
  });
}

type Move = {
  readonly id: string;
  readonly batchId: string;
  readonly ratingId: string;
  readonly subjectId: string;
  readonly from: readonly [string, number];
  readonly to: readonly [string, number];
  readonly causes: readonly string[];
};

export function insertMove(tx: WriteTx, { id, batchId, ratingId, subjectId, from, to, causes }: Move): void {
  tx.insert('rating_move', {
    id,
    batch_id: batchId,
    rating_id: ratingId,
    subject_id: subjectId,
    from_grade: from[0],
    to_grade: to[0],
    from_score: from[1],
    to_score: to[1],
    causes: JSON.stringify(
      causes.map((sentence) => ({ kind: 'new', deltaThousandths: 0, fromGrade: from[0], toGrade: to[0], sentence })),
    ),
  });
}

/** Records as the store holds them, for what is rated while the paper is written. */
export function insertFacts(tx: WriteTx, facts: readonly RatingFact[], subjectId = 's1'): void {
  for (const fact of facts)
    tx.insert('fact', {
      id: fact.id,
      subject_id: fact.via?.subjectId ?? subjectId,
      item_code: fact.itemCode,
      source_org: fact.sourceOrg,
      source_no: fact.sourceNo,
      occurred_on: fact.occurredOn,
      valid_from: fact.validFrom,
      valid_to: fact.validTo,
      summary: '虚构记录',
      fields: JSON.stringify(fact.fields),
      state: fact.state,
      state_on: fact.repairedOn,
      state_reason: null,
      import_id: null,
      created_at: CREATED,
      origin_office: fact.origin?.office ?? null,
      adopted_on: fact.origin?.adoptedOn ?? null,
      adopted_reason: null,
    });
}

/** A run that moved two agencies: one with a long name down, one up. */
export function insertMovers(tx: WriteTx, state: RatingBatchTable['state'] = 'approved'): void {
  insertRun(tx, 'run1', { state, ...(state === 'approved' ? {} : { decided_by: null, decided_on: null }) });
  const current = state === 'approved';
  // the second version counts the branch's record, the first does not
  const pack = { id: 'patent-agency-credit', version: 2 };
  insertRating(tx, { id: 'm1', subjectId: 's1', batchId: 'run1', facts: mixedFacts('m1'), pack, current });
  insertRating(tx, { id: 'm2', subjectId: 's2', batchId: 'run1', facts: [], current });
  insertMove(tx, {
    id: 'mv1',
    batchId: 'run1',
    ratingId: 'm2',
    subjectId: 's2',
    from: ['B', 80_000],
    to: ['A', 100_000],
    causes: ['信用修复（2026-03-02 国知代通〔2026〕7号），增 20 分'],
  });
  insertMove(tx, {
    id: 'mv2',
    batchId: 'run1',
    ratingId: 'm1',
    subjectId: 's1',
    from: ['A', 95_000],
    to: ['D', 45_000],
    causes: [
      '改用规则（专利代理机构信用评价第 1 版 → 专利代理机构信用评价第 2 版），减 15 分',
      '新增记录（2026-06-11 浙知运〔2026〕15号、2026-07-08 邻市监罚〔2026〕301号），减 35 分',
    ],
  });
}
