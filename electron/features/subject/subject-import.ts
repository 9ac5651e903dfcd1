import { checkSubject } from '#shared/domain/subject/check-subject';
import { mergeSubject } from '#shared/domain/subject/merge-subject';
import { createSearchKeyer } from '#shared/domain/subject/search-keys';
import type { SubjectDraft } from '#shared/domain/subject/subject';
import { subjectColumns } from '#shared/domain/subject/subject-columns';
import { type SubjectEntry, subjectFromRow } from '#shared/domain/subject/subject-from-row';
import { locateProblems } from '#shared/domain/table-import/row-parser';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import type { Store } from '../../db/open-store';
import type { SubjectTable } from '../../db/schema';
import { suspendIndexes } from '../../db/suspend-indexes';
import type { WriteTx } from '../../db/write-tx';
import type { Row } from '../../excel/read/table';
import type { JobContext } from '../../ipc/context';
import { type Batch, runBatch } from '../../table-import/batch';
import { openSource, requireHeader, type Source } from '../../table-import/open-source';
import { viewPreview } from '../../table-import/preview';
import { type RowOutcome, readRecords } from '../../table-import/read-records';
import { readKind, type SubjectContent, subjectContent, subjectDraftOf } from '../../table-import/subject-row';
import { createMatcher, type KnownSubject } from './subject-matcher';
import { createParentFinder, needsParent } from './subject-parents';
import { countSubjects, listOrphans, prepareFindRow, streamCodes } from './subject-repository';

type Input = ParsedInput<'subject.run-import'>;
type Specs = ReturnType<typeof subjectColumns>;

const sourceOf = ({ file, sheet, mapping }: Input, { files }: JobContext) =>
  openSource({ file: files.read(file), sheet, mapping, columns: subjectColumns });

export async function previewSubjects(
  input: Input,
  context: JobContext,
): Promise<RouteOutput<'subject.preview-import'>> {
  const source = await sourceOf(input, context);
  if (source.mapping.missingRequired.length > 0) return viewPreview(source, null);
  const find = prepareFindRow(context.store, 'reader');
  const decide = decider(source, input.defaultKind ?? null, context.clock.today(), knownSubjects(context.store), {
    insert: (_entry, row) => `row-${row.number}`,
    load: (id) => {
      const row = find(id);
      return row ? subjectDraftOf(row) : null;
    },
    merge: () => undefined,
  });
  return viewPreview(source, await readRecords(source, context, { label: '预览监管对象', decide }));
}

export async function importSubjects(input: Input, context: JobContext): Promise<RouteOutput<'subject.run-import'>> {
  const source = await sourceOf(input, context);
  requireHeader(source);
  return runBatch(context, {
    noun: 'subject',
    title: '导入监管对象',
    source,
    work: async (tx, batch) => {
      const sink = storeSink(tx, batch, context.store, await countSubjects(tx.db));
      const decide = decider(source, input.defaultKind ?? null, tx.today, knownSubjects(context.store), sink);
      const tally = await readRecords(source, context, { label: '导入监管对象', decide, keepFailed: batch.keepFailed });
      context.progress('整理索引', 0, null);
      sink.finish();
      context.progress('核对所属机构', 0, null);
      await adoptOrphans(tx, context.store, batch);
      return { tally };
    },
  });
}

function* knownSubjects(store: Store): Generator<KnownSubject> {
  for (const row of streamCodes(store))
    yield {
      id: row.id,
      kind: readKind(row.kind),
      uscc: row.uscc,
      idNumber: row.id_number,
      agentCertNo: row.agent_cert_no,
      agencyCode: row.agency_code,
      rowNumber: 0,
    };
}

type Sink = {
  /** Answers the id under which later rows find it. */
  readonly insert: (entry: SubjectEntry, row: Row) => string;
  /** What is stored; null where a preview has only seen it in the file. */
  readonly load: (id: string) => SubjectDraft | null;
  readonly merge: (id: string, merged: SubjectDraft) => void;
};

/** The same decisions for a preview and a run: what is new, what is merged, what is wrong. */
function decider(
  source: Source<Specs>,
  defaultKind: Input['defaultKind'] | null,
  today: IsoDate,
  stored: Iterable<KnownSubject>,
  sink: Sink,
) {
  const matcher = createMatcher(stored);
  return (record: Parameters<typeof subjectFromRow>[0], row: Row): RowOutcome => {
    const entry = subjectFromRow(record, { defaultKind: defaultKind ?? null });
    const known = matcher.find(entry.draft);
    const current = known ? sink.load(known.id) : null;
    const merge = current && mergeSubject(current, entry.change);
    if (!known || merge) {
      const problems = checkSubject(merge ? merge.merged : entry.draft, { today });
      if (problems.length > 0)
        return { kind: 'failed', problems: locateProblems(problems, source.mapping, source.specs, row.cells) };
    }
    if (!known) {
      const { kind, uscc, idNumber, agentCertNo, agencyCode } = entry.draft;
      matcher.add({
        id: sink.insert(entry, row),
        kind,
        uscc,
        idNumber,
        agentCertNo,
        agencyCode,
        rowNumber: row.number,
      });
      return { kind: 'inserted' };
    }
    matcher.learn(known, entry.draft, row.number);
    if (merge && merge.changedFields.length > 0) sink.merge(known.id, merge.merged);
    if (known.rowNumber > 0)
      return {
        kind: 'merged',
        note: `与第 ${known.rowNumber} 行是同一主体，已合并：后面一行填了的以后面为准，空白不覆盖。`,
      };
    return { kind: merge && merge.changedFields.length > 0 ? 'merged' : 'unchanged' };
  };
}

/** From this many new subjects on, and as many as there were before, sorting the indexes once at the end is cheaper. */
const BULK_INSERTS = 5000;

function storeSink(
  tx: WriteTx,
  batch: Batch,
  store: Store,
  storedCount: number,
): Sink & { readonly finish: () => void } {
  const keysOf = createSearchKeyer();
  const findRow = prepareFindRow(store, 'writer');
  const findParent = createParentFinder(store);
  let inserted = 0;
  let restoreIndexes: (() => void) | null = null;
  // without indexes a lookup would read the whole table; what is left open here is adopted at the end
  const parentOf = (content: SubjectContent) => (restoreIndexes || !hasParent(content) ? null : findParent(content));
  let loaded: SubjectTable | undefined;
  return {
    insert: ({ draft }) => {
      const id = tx.newId();
      const content = subjectContent(draft, keysOf(draft.name));
      const parent_id = parentOf(content);
      tx.insert('subject', { id, ...content, parent_id, import_id: batch.id, withdrawn_at: null, created_at: tx.now });
      inserted += 1;
      if (!restoreIndexes && inserted > Math.max(BULK_INSERTS, storedCount))
        restoreIndexes = suspendIndexes(store, 'subject');
      return id;
    },
    load: (id) => {
      loaded = findRow(id);
      return loaded ? subjectDraftOf(loaded) : null;
    },
    merge: (id, merged) => {
      if (loaded?.id !== id) throw new Error(`subject ${id} was merged before it was read`);
      if (loaded.import_id !== batch.id) batch.keepBefore('subject', loaded);
      const content = subjectContent(merged, keysOf(merged.name));
      const parent_id = needsParent(loaded, content) ? parentOf(content) : loaded.parent_id;
      tx.update('subject', id, { ...content, parent_id: parent_id === id ? null : parent_id });
    },
    finish: () => restoreIndexes?.(),
  };
}

const hasParent = ({ parent_uscc, parent_name, kind }: Pick<SubjectTable, 'parent_uscc' | 'parent_name' | 'kind'>) =>
  parent_uscc !== null || parent_name !== null || kind === 'agent' || kind === 'agency_branch';

/** Branches and agents may stand in the file, or in an earlier file, before the agency they belong to. */
async function adoptOrphans(tx: WriteTx, store: Store, batch: Batch): Promise<void> {
  const findParent = createParentFinder(store);
  for (const orphan of await listOrphans(tx.db)) {
    const parent_id = findParent(orphan);
    if (parent_id === null || parent_id === orphan.id) continue;
    if (orphan.import_id !== batch.id) batch.keepBefore('subject', orphan);
    tx.update('subject', orphan.id, { parent_id });
  }
}
