import { basename } from 'node:path';
import { registerId } from '#shared/domain/document/variant';
import type { RouteOutput } from '#shared/ipc/contract';
import { formatZh } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { type DocumentNo, nextDocumentNo, takeDocumentNo } from '../../db/document-number';
import { readSetting } from '../../db/setting';
import type { WriteTx } from '../../db/write-tx';
import { hashFile, stagedPath, withdrawFile } from '../../excel/place-file';
import type { Draft, ReportContext, ReportDefinition, ReportParams } from '../../excel/reports/definition';
import { reports } from '../../excel/reports/index';
import type { JobContext, ReadContext } from '../../ipc/context';
import { issueDocument } from './issue-document';
import { findChainHead, listIssues } from './report-repository';

type Office = { readonly name: string; readonly code: string; readonly address: string; readonly phone: string };

/** @throws AppError `not_found` */
export function getDefinition(id: string): ReportDefinition {
  const found = reports.find((report) => report.id === id);
  if (!found) throw new AppError('not_found', `没有名为 ${id} 的文书。请用“报表”页面或 report.list 查看全部文书。`);
  return found;
}

/** @throws AppError `bad_state` before the office has been entered: every paper bears its name */
export async function reportContext(context: ReadContext): Promise<ReportContext> {
  const office = await readSetting<Office>(context.db, 'office');
  if (!office)
    throw new AppError('bad_state', '还没有填写机关信息，文书不能出具。请先在“设置—机关”中填写机关名称和机关代字。');
  return {
    db: context.db,
    dir: context.store.dir,
    reader: context.store.reader,
    packs: context.packs,
    now: context.clock.now(),
    today: context.clock.today(),
    office,
    practice: (await readSetting<boolean>(context.db, 'practice')) ?? false,
  };
}

/** The day of the data and the head of the chain at this moment, as every paper bears them. */
export async function frameOf({ db, clock }: Pick<ReadContext, 'db' | 'clock'>) {
  const head = await findChainHead(db);
  return {
    asOf: `数据截至 ${formatZh(clock.today())}`,
    chain: head ? `存证链第 ${head.seq} 条 ${head.hash.slice(0, 12)}` : '存证链尚无记录',
  };
}

type Number = {
  readonly no: string;
  /** The how manieth issue of this variant it is. */
  readonly times: number;
  /** Issues in all variants when the number was chosen: one more in the meantime, and it is chosen anew. */
  readonly seen: number;
  /** Taken from a series of the office; null when the record or an earlier issue brings the number along. */
  readonly next: DocumentNo | null;
};

/** The number this document will bear; taken only when it is entered in the register. */
async function nextNumber(
  db: ReportContext['db'],
  definition: ReportDefinition,
  draft: Draft,
  context: ReportContext,
): Promise<Number> {
  const { numbering } = draft;
  const issues = await listIssues(db, definition.id, draft.owner);
  const own = registerId(definition.id, draft.variant ?? null);
  const counts = { times: issues.filter(({ report }) => report === own).length + 1, seen: issues.length };
  if (numbering.kind === 'record') return { no: numbering.no, ...counts, next: null };
  if (numbering.kind === 'none') return { no: '', ...counts, next: null };
  const known = issues.find((issue) => issue.no !== '');
  if (known) return { no: known.no, ...counts, next: null };
  const next = await nextDocumentNo(db, numbering.word, Number(context.today.slice(0, 4)));
  return { no: next.no, ...counts, next };
}

const ATTEMPTS = 3;

/**
 * Writes a document beside its target, enters it in the register and moves it into place in one transaction: there is
 * no file without an entry, no entry without a file, no number twice and none left out.
 *
 * @throws AppError for a parameter, an unknown record, a place that cannot be written, or a cancellation
 */
export async function exportReport(
  input: { readonly report: string; readonly params: ReportParams; readonly path: string },
  job: JobContext,
): Promise<RouteOutput<'report.export'>> {
  const definition = getDefinition(input.report);
  const staged = stagedPath(input.path);
  try {
    for (let attempt = 1; ; attempt++) {
      const { number, owner, variant, rows } = await writeStaged(definition, input.params, staged, job);
      job.progress('登记文书', rows, rows);
      const sha256 = await hashFile(staged);
      const { id: report, title } = definition;
      const issued = { report, title, variant, no: number.no, owner, sha256, staged, path: input.path };
      const entered = await issueDocument(job, issued, (tx) => takeNumber(tx, definition, { number, owner }));
      if (entered) return { fileName: basename(input.path), no: number.no, sha256, rows };
      if (attempt === ATTEMPTS) throw new AppError('conflict', '文书编号正被其他操作占用，文书没有生成，请稍后重试。');
    }
  } finally {
    withdrawFile(staged);
  }
}

/** Gathers and writes on one snapshot of the store, so that all figures of a document belong together. */
async function writeStaged(definition: ReportDefinition, params: ReportParams, staged: string, job: JobContext) {
  const { reader } = job.store;
  const own = !reader.inTransaction;
  if (own) reader.exec('begin');
  try {
    const context = await reportContext(job);
    const draft = await definition.gather(context, params);
    const number = await nextNumber(job.db, definition, draft, context);
    const { name: office } = context.office;
    const rows = await draft.write(staged, {
      frame: { office, no: number.no, ...(await frameOf(job)), practice: context.practice },
      no: number.no,
      again: number.times > 1 ? `第${number.times}次出具` : '',
      progress: job.progress,
      isCancelled: job.isCancelled,
    });
    return { number, owner: draft.owner, variant: draft.variant ?? null, rows };
  } finally {
    if (own) reader.exec('commit');
  }
}

/** False when the number was taken by somebody else in the meantime. */
async function takeNumber(
  tx: WriteTx,
  definition: ReportDefinition,
  { number, owner }: { readonly number: Number; readonly owner: Draft['owner'] },
): Promise<boolean> {
  const issues = await listIssues(tx.db, definition.id, owner);
  if (issues.length !== number.seen) return false;
  if (!number.next) return true;
  const next = await nextDocumentNo(tx.db, number.next.word, number.next.year);
  if (next.no !== number.next.no) return false;
  await takeDocumentNo(tx, next);
  return true;
}
