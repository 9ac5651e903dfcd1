import { type CatalogueItem, type CataloguePack, findItem } from '#shared/domain/catalogue/catalogue';
import { validateFactFields } from '#shared/domain/catalogue/validate-fact-fields';
import { checkPenaltyRow, penaltySetOf } from '#shared/domain/fact/check-penalty';
import { penaltyItemCode } from '#shared/domain/fact/penalty-mapping';
import { type PenaltyRow, penaltyColumns } from '#shared/domain/fact/penalty-table';
import { checkSubject } from '#shared/domain/subject/check-subject';
import { createSearchKeyer } from '#shared/domain/subject/search-keys';
import { locateProblems } from '#shared/domain/table-import/row-parser';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError, type FieldProblem } from '#shared/kernel/errors';
import type { FactTable } from '../../db/schema';
import type { WriteTx } from '../../db/write-tx';
import type { Row } from '../../excel/read/table';
import type { JobContext } from '../../ipc/context';
import { type Batch, runBatch } from '../../table-import/batch';
import { openSource, requireHeader, type Source } from '../../table-import/open-source';
import { viewPreview } from '../../table-import/preview';
import { type RowOutcome, readRecords } from '../../table-import/read-records';
import { subjectContent } from '../../table-import/subject-row';
import { prepareFindPenalty } from './fact-repository';
import { mergePenalty, type PenaltyContent, penaltyContent, penaltyFields } from './penalty-fact';
import { createPartyFinder, type Party, partyDraft, partyKey, unknownParty } from './penalty-party';

type Input = ParsedInput<'fact.run-import'>;
type Specs = ReturnType<typeof penaltyColumns>;

const sourceOf = ({ file, sheet, mapping }: Input, { files }: JobContext) =>
  openSource({ file: files.read(file), sheet, mapping, columns: penaltyColumns });

export async function previewPenalties(input: Input, context: JobContext): Promise<RouteOutput<'fact.preview-import'>> {
  const source = await sourceOf(input, context);
  if (source.mapping.missingRequired.length > 0) return viewPreview(source, null);
  const decide = decider(
    source,
    context,
    { createSubjects: input.createSubjects, on: 'reader', today: context.clock.today() },
    {
      createSubject: (row) => ({ id: partyKey(row), kind: partyDraft(row).kind }),
      insert: () => undefined,
      merge: () => undefined,
    },
  );
  return viewPreview(source, await readRecords(source, context, { label: '预览行政处罚', decide }));
}

export async function importPenalties(input: Input, context: JobContext): Promise<RouteOutput<'fact.run-import'>> {
  const source = await sourceOf(input, context);
  requireHeader(source);
  return runBatch(context, {
    noun: 'fact',
    title: '导入行政处罚',
    source,
    work: async (tx, batch) => {
      const options = { createSubjects: input.createSubjects, on: 'writer', today: tx.today } as const;
      const decide = decider(source, context, options, storeSink(tx, batch));
      return {
        tally: await readRecords(source, context, { label: '导入行政处罚', decide, keepFailed: batch.keepFailed }),
      };
    },
  });
}

type PartyId = { readonly id: string; readonly kind: string };
type Options = { readonly createSubjects: boolean; readonly on: 'reader' | 'writer'; readonly today: IsoDate };

type Sink = {
  readonly createSubject: (row: PenaltyRow) => PartyId;
  readonly insert: (subjectId: string, itemCode: string, content: PenaltyContent) => void;
  readonly merge: (stored: FactTable, content: PenaltyContent) => void;
};

function decider(source: Source<Specs>, context: JobContext, options: Options, sink: Sink) {
  const { createSubjects, on, today } = options;
  const { store } = context;
  const { items, itemFor } = itemChooser(context);
  const set = penaltySetOf(source.mapping.columns.map(({ key }) => key));
  const findParty = createPartyFinder(store, on);
  const findPenalty = prepareFindPenalty(store, on, items);
  const seen = new Map<string, number>();

  /** Everything that must be right before the row may be stored, in the order in which an officer would look. */
  const problemsOf = (record: PenaltyRow, party: Party, item: CatalogueItem): readonly FieldProblem[] => {
    if (party.kind === 'doubtful') return [party.problem];
    if (party.kind === 'unknown' && !createSubjects) return [unknownParty(record)];
    const wrong = party.kind === 'unknown' ? checkSubject(partyDraft(record), { today }) : [];
    return [
      ...wrong.map(({ path, message }) => ({ path: PARTY_COLUMN[path] ?? 'subjectName', message })),
      ...validateFactFields(item, penaltyFields(record)).map(({ path, message }) => ({
        path: FIELD_COLUMN[path] ?? 'facts',
        message: `${message}，请缩短或改正。`,
      })),
    ];
  };

  return (record: PenaltyRow, row: Row): RowOutcome => {
    const party = findParty(record);
    const kind = party.kind === 'known' ? party.subject.kind : partyDraft(record).kind;
    const item = itemFor(record, kind);
    const general = checkPenaltyRow(record, { set, today });
    const problems = general.length > 0 ? general : problemsOf(record, party, item);
    if (problems.length > 0)
      return { kind: 'failed', problems: locateProblems(problems, source.mapping, source.specs, row.cells) };

    const content = penaltyContent(record, item);
    const subject = party.kind === 'known' ? party.subject : sink.createSubject(record);
    const key = `${subject.id}\n${content.source_no}`;
    const earlier = seen.get(key);
    seen.set(key, row.number);
    const stored = findPenalty(subject.id, content.source_no);
    const merged = stored && mergePenalty(stored, content, record);
    if (stored && merged?.changed) sink.merge(stored, merged.content);
    if (earlier !== undefined) return { kind: 'merged', note: sameDecision(earlier) };
    if (merged) return { kind: merged.changed ? 'merged' : 'unchanged' };
    sink.insert(subject.id, item.code, content);
    return party.kind === 'known'
      ? { kind: 'inserted' }
      : { kind: 'inserted', note: '已按表中信息新建当事人，主体类型请核对。' };
  };
}

const sameDecision = (rowNumber: number) =>
  `与第 ${rowNumber} 行是同一当事人的同一份处罚决定，已合并：后面一行填了的以后面为准。`;

/** The office's mapping, checked against the catalogue once. */
function itemChooser({ packs }: JobContext) {
  const catalogue = packs.catalogue();
  const mapping = packs.penaltyMapping();
  const codes = [...new Set([...mapping.rules.map((rule) => rule.itemCode), mapping.otherItemCode])];
  const items = new Map(codes.map((code) => [code, itemOf(catalogue, code, mapping.title)]));
  return {
    items: codes,
    itemFor: (record: PenaltyRow, subjectKind: string): CatalogueItem => {
      const code = penaltyItemCode(mapping, catalogue, record, subjectKind);
      return items.get(code) ?? itemOf(catalogue, code, mapping.title);
    },
  };
}

function itemOf(catalogue: CataloguePack, code: string, title: string): CatalogueItem {
  const item = findItem(catalogue, code);
  if (!item) throw new AppError('bad_pack', `“${title}”指向的信息项“${code}”不在信用信息目录中，请更正对应表。`);
  return item;
}

/** Columns of the table behind the fields of a subject and of a fact. */
const PARTY_COLUMN: Readonly<Record<string, string>> = {
  name: 'subjectName',
  uscc: 'uscc',
  idNumber: 'subjectIdNumber',
  agentCertNo: 'subjectIdNumber',
};
const FIELD_COLUMN: Readonly<Record<string, string>> = {
  'fields.violationType': 'violationType',
  'fields.facts': 'facts',
  'fields.legalBasis': 'basis',
  'fields.penaltyKinds': 'penaltyKind',
  'fields.content': 'content',
  'fields.fine': 'fineFen',
  'fields.confiscated': 'confiscatedFen',
  'fields.licence': 'licence',
  'fields.publicUntil': 'publicUntil',
};

function storeSink(tx: WriteTx, batch: Batch): Sink {
  const keysOf = createSearchKeyer();
  return {
    createSubject: (row) => {
      const id = tx.newId();
      const draft = partyDraft(row);
      const content = subjectContent(draft, keysOf(draft.name));
      tx.insert('subject', {
        id,
        ...content,
        parent_id: null,
        import_id: batch.id,
        withdrawn_at: null,
        created_at: tx.now,
      });
      return { id, kind: draft.kind };
    },
    insert: (subject_id, item_code, content) =>
      tx.insert('fact', {
        id: tx.newId(),
        subject_id,
        item_code,
        ...content,
        state: 'active',
        state_on: null,
        state_reason: null,
        import_id: batch.id,
        created_at: tx.now,
        origin_office: null,
        adopted_on: null,
        adopted_reason: null,
      }),
    merge: (stored, content) => {
      if (stored.import_id !== batch.id) batch.keepBefore('fact', stored);
      tx.update('fact', stored.id, content);
    },
  };
}
