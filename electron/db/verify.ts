import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { entryHash, GENESIS_HASH, newDigest } from './audit';
import { RATING_ORDER } from './current-rating';
import { rowHash } from './row-hash';
import type { AuditEntryTable } from './schema';
import { STAT_COUNTS } from './stat-counts';

export type VerifyResult = {
  readonly ok: boolean;
  readonly entries: number;
  readonly rows: number;
  readonly attachments: number;
  readonly head: string;
  readonly problem: { readonly message: string; readonly seq: number | null; readonly record: string | null } | null;
};

type Progress = (label: string, done: number, total: number | null) => void;

/** Outside the chain: derived tables, and the chain itself (checked on its own). */
const NOT_RECORDS = new Set(['audit_entry', 'audit_row', 'current_rating', 'stat_count']);

/**
 * Recomputes the whole chain, then compares every stored row with the fingerprint its last entry left:
 * a row that was changed, added or removed with another program is named.
 */
export async function verifyStore(handle: Database.Database, dir: string, progress: Progress): Promise<VerifyResult> {
  handle.exec('begin');
  try {
    const chain = verifyChain(handle, progress);
    if (chain.problem) return { ...chain, ok: false, rows: 0, attachments: 0 };
    const rows = verifyRows(handle, progress);
    if (rows.problem) return { ...chain, ok: false, rows: rows.count, attachments: 0, problem: rows.problem };
    const grades = verifyCurrentRatings(handle);
    if (grades) return { ...chain, ok: false, rows: rows.count, attachments: 0, problem: grades };
    const counts = verifyStatCounts(handle);
    if (counts) return { ...chain, ok: false, rows: rows.count, attachments: 0, problem: counts };
    const files = await verifyAttachments(handle, dir, progress);
    return { ...chain, ok: files.problem === null, rows: rows.count, attachments: files.count, problem: files.problem };
  } finally {
    handle.exec('rollback');
  }
}

function verifyChain(handle: Database.Database, progress: Progress) {
  const total = Number(handle.prepare('select count(*) from audit_entry').pluck().get());
  const stray = handle
    .prepare('select min(seq) from audit_row where seq not in (select seq from audit_entry)')
    .pluck()
    .get() as number | null;
  const rowsOf = handle.prepare('select table_name, record_id, hash from audit_row where seq = ? order by id');
  let previous = GENESIS_HASH;
  let expected = 1;
  const fail = (seq: number, message: string) => ({
    entries: expected - 1,
    head: previous,
    problem: { message, seq, record: null },
  });
  for (const entry of handle.prepare('select * from audit_entry order by seq').iterate() as Iterable<AuditEntryTable>) {
    if (entry.seq !== expected) return fail(expected, `第 ${expected} 号审计记录缺失：日志被删除过。`);
    if (entry.prev_hash !== previous)
      return fail(
        entry.seq,
        `第 ${entry.seq} 号审计记录与前一条不衔接（${entry.at}，${entry.summary}）：日志被改动过。`,
      );
    const { hash, ...content } = entry;
    if (entryHash(content) !== hash)
      return fail(
        entry.seq,
        `第 ${entry.seq} 号审计记录的内容与校验值不符（${entry.at}，${entry.summary}）：日志被改动过。`,
      );
    const digest = newDigest();
    let rows = 0;
    for (const row of rowsOf.iterate(entry.seq) as Iterable<{
      table_name: string;
      record_id: string;
      hash: Uint8Array;
    }>) {
      digest.add(row.table_name, row.record_id, row.hash);
      rows += 1;
    }
    if (rows !== entry.row_count || digest.end() !== entry.digest)
      return fail(
        entry.seq,
        `第 ${entry.seq} 号审计记录的明细与摘要不符（${entry.at}，${entry.summary}）：日志明细被改动过。`,
      );
    previous = hash;
    expected += 1;
    if (expected % 500 === 0) progress('核对审计链', expected, total);
  }
  // details without an entry could vouch for rows that the program never wrote
  if (stray !== null) return fail(stray, `第 ${stray} 号审计记录缺失：日志被删除过。`);
  return { entries: expected - 1, head: previous, problem: null };
}

function verifyRows(handle: Database.Database, progress: Progress) {
  const tables = (
    handle
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all() as string[]
  ).filter((table) => !NOT_RECORDS.has(table));
  let count = 0;
  const audited = handle.prepare('select distinct table_name from audit_row').pluck().all() as string[];
  const dropped = audited.find((table) => !tables.includes(table));
  if (dropped !== undefined)
    return { count, problem: { message: `表 ${dropped} 不见了：它在程序之外被删除过。`, seq: null, record: dropped } };
  for (const table of tables) {
    const known = new Map<string, Uint8Array>();
    const last = handle.prepare('select record_id, hash from audit_row where table_name = ? order by seq, id');
    for (const row of last.iterate(table) as Iterable<{ record_id: string; hash: Uint8Array }>)
      known.set(row.record_id, row.hash);
    for (const row of handle.prepare(`select * from ${table}`).iterate() as Iterable<Record<string, unknown>>) {
      const id = String(row['id']);
      const expected = known.get(id);
      const problem = (message: string) => ({ count, problem: { message, seq: null, record: `${table}:${id}` } });
      if (!expected) return problem(`表 ${table} 中的记录 ${id} 没有审计记录：它是在程序之外加入的。`);
      if (!rowHash(table, row).equals(expected))
        return problem(`表 ${table} 中的记录 ${id} 与审计记录不符：它在程序之外被改动过。`);
      known.delete(id);
      count += 1;
      if (count % 5000 === 0) progress('核对记录', count, null);
    }
    const [gone] = known.keys();
    if (gone !== undefined)
      return {
        count,
        problem: {
          message: `表 ${table} 中的记录 ${gone} 不见了：它在程序之外被删除过。`,
          seq: null,
          record: `${table}:${gone}`,
        },
      };
  }
  return { count, problem: null };
}

type Rated = {
  readonly id: string;
  readonly subject_id: string;
  readonly as_of: string;
  readonly grade_code: string;
  readonly score: number;
  readonly next_change_on: string | null;
};

/** The grades that lists and draws go by, worked out again from the ratings that were approved. */
function verifyCurrentRatings(handle: Database.Database): VerifyResult['problem'] {
  const expected = new Map<string, Rated>();
  const ratings = handle.prepare(
    `select rating.id, subject_id, rating.as_of, grade_code, score, next_change_on from rating
     left join rating_batch on rating_batch.id = rating.batch_id
     where rating_batch.id is null or rating_batch.state = 'approved' order by ${RATING_ORDER}`,
  );
  for (const rating of ratings.iterate() as Iterable<Rated>) expected.set(rating.subject_id, rating);
  const problem = (subjectId: string) => ({
    message: `监管对象 ${subjectId} 的当前信用等级与评价记录不符：它在程序之外被改动过。请重新评价该对象。`,
    seq: null,
    record: `current_rating:${subjectId}`,
  });
  const stored = handle.prepare(
    'select rating_id as id, subject_id, as_of, grade_code, score, next_change_on from current_rating',
  );
  for (const row of stored.iterate() as Iterable<Rated>) {
    const rating = expected.get(row.subject_id);
    const same = (['id', 'as_of', 'grade_code', 'score', 'next_change_on'] as const).every(
      (column) => rating?.[column] === row[column],
    );
    if (!same) return problem(row.subject_id);
    expected.delete(row.subject_id);
  }
  const [missing] = expected.keys();
  return missing === undefined ? null : problem(missing);
}

/** The counts that statistics read, worked out again from the records they are kept of. */
function verifyStatCounts(handle: Database.Database): VerifyResult['problem'] {
  const columns = 'source, month, kind, stratum, plan_id, result, disposition, n';
  const stored = `select ${columns} from stat_count where n <> 0`;
  const off = handle
    .prepare(
      `with counted as (${STAT_COUNTS}), kept as (${stored})
       select month from (select * from (select * from counted except select * from kept)
         union all select * from (select * from kept except select * from counted)) order by month limit 1`,
    )
    .pluck()
    .get() as string | undefined;
  if (off === undefined) return null;
  return {
    message: `${off} 的统计计数与检查记录不符：它在程序之外被改动过。`,
    seq: null,
    record: `stat_count:${off}`,
  };
}

async function verifyAttachments(handle: Database.Database, dir: string, progress: Progress) {
  const stored = handle.prepare('select id, file_name, sha256 from attachment order by id').all() as {
    id: string;
    file_name: string;
    sha256: string;
  }[];
  for (const [index, file] of stored.entries()) {
    const path = attachmentPath(dir, file.sha256);
    const problem = (message: string) => ({
      count: index,
      problem: { message, seq: null, record: `attachment:${file.id}` },
    });
    if (!existsSync(path)) return problem(`附件“${file.file_name}”的文件不见了。请从备份或原件补回。`);
    if ((await fileSha256(path)) !== file.sha256)
      return problem(`附件“${file.file_name}”的内容被改动过，与入库时的校验值不符。`);
    progress('核对附件', index + 1, stored.length);
  }
  return { count: stored.length, problem: null };
}

/** Attachments lie under their hash, so the same bytes are stored once and never overwritten. */
export function attachmentPath(dir: string, sha256: string): string {
  return join(dir, 'attachments', sha256.slice(0, 2), sha256);
}

export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
