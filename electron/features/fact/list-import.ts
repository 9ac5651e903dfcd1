import { type CatalogueItem, findItem } from '#shared/domain/catalogue/catalogue';
import { validateFactFields } from '#shared/domain/catalogue/validate-fact-fields';
import { type FactListRow, factListColumns, factListFields } from '#shared/domain/fact/fact-list';
import { locateProblems } from '#shared/domain/table-import/row-parser';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError, type FieldProblem } from '#shared/kernel/errors';
import { refuseProblems } from '../../db/fact-writer';
import type { FactTable } from '../../db/schema';
import type { WriteTx } from '../../db/write-tx';
import type { Row } from '../../excel/read/table';
import type { JobContext } from '../../ipc/context';
import { type Batch, runBatch } from '../../table-import/batch';
import { openSource, requireHeader, type Source } from '../../table-import/open-source';
import { viewPreview } from '../../table-import/preview';
import { type RowOutcome, readRecords } from '../../table-import/read-records';
import { prepareFindListed } from './fact-repository';
import { type ListContent, type ListedFact, listContent, matchListed } from './list-fact';
import { createListPartyFinder, partyColumn } from './list-party';

type Input = ParsedInput<'fact.run-list-import'>;
type Specs = ReturnType<typeof factListColumns>;

type Sink = {
  readonly insert: (subjectId: string, content: ListContent) => void;
  readonly merge: (stored: FactTable, content: ListContent) => void;
};
const NOTHING: Sink = { insert: () => undefined, merge: () => undefined };

export async function previewFactList(
  input: Input,
  context: JobContext,
): Promise<RouteOutput<'fact.preview-list-import'>> {
  const today = context.clock.today();
  const { item, source } = await open(input, context, today);
  if (source.mapping.missingRequired.length > 0) return viewPreview(source, null);
  const decide = decider(source, context, { input, item, on: 'reader', today }, NOTHING);
  return viewPreview(source, await readRecords(source, context, { label: `预览${item.name}`, decide }));
}

export async function importFactList(input: Input, context: JobContext): Promise<RouteOutput<'fact.run-list-import'>> {
  const { item, source } = await open(input, context, context.clock.today());
  requireHeader(source);
  const title = `导入信用信息名单（${item.name}）`;
  return runBatch(context, {
    noun: 'fact',
    title,
    source,
    work: async (tx, batch) => {
      const options = { input, item, on: 'writer', today: tx.today } as const;
      const decide = decider(source, context, options, storeSink(tx, batch, item));
      return { tally: await readRecords(source, context, { label: title, decide, keepFailed: batch.keepFailed }) };
    },
  });
}

async function open({ itemCode, occurredOn, file, sheet, mapping }: Input, context: JobContext, today: IsoDate) {
  const item = findItem(context.packs.catalogue(), itemCode);
  if (!item)
    throw new AppError('bad_input', `信用信息目录中没有代码为“${itemCode}”的信息项。请从目录中选择。`, [
      { path: 'itemCode', message: '不在目录中' },
    ]);
  refuseProblems(occurredOn > today ? [{ path: 'occurredOn', message: '日期不能晚于今天' }] : []);
  const columns = (options: { readonly date1904: boolean }) => factListColumns(item, options);
  return { item, source: await openSource({ file: context.files.read(file), sheet, mapping, columns }) };
}

type Options = {
  readonly input: Input;
  readonly item: CatalogueItem;
  readonly on: 'reader' | 'writer';
  readonly today: IsoDate;
};

function decider(
  source: Source<Specs>,
  { store }: JobContext,
  { input, item, on, today }: Options,
  { insert, merge }: Sink,
) {
  const findParty = createListPartyFinder(store, on, item);
  const findListed = prepareFindListed(store, on);
  const repeated = repeatFinder();
  /** Facts that a row of this file is already; another row is another record. */
  const taken = new Set<string>();

  return (record: FactListRow, row: Row): RowOutcome => {
    const failed = (...problems: readonly FieldProblem[]): RowOutcome => ({
      kind: 'failed',
      problems: locateProblems(problems, source.mapping, source.specs, row.cells),
    });
    const listed: ListedFact = {
      sourceOrg: input.sourceOrg,
      sourceNo: record.sourceNo ?? '',
      occurredOn: record.date ?? input.occurredOn,
      fields: factListFields(item, record),
    };
    const party = findParty(record);
    const wrong = [
      ...('problem' in party ? [party.problem] : []),
      ...(listed.occurredOn > today ? [{ path: 'date', message: '日期晚于今天，请核对。' }] : []),
      ...validateFactFields(item, listed.fields).map(({ path, message }) => ({
        path,
        message: `${message}，请改正。`,
      })),
    ];
    if ('problem' in party || wrong.length > 0) return failed(...wrong);

    const { subject } = party;
    const earlier = repeated(subject.id, listed, row.number);
    if (earlier !== undefined) return failed({ path: partyColumn(record), message: sameRecord(earlier) });

    const candidates = findListed(subject.id, item.code, listed).filter(({ id }) => !taken.has(id));
    const match = matchListed(item, listed, candidates);
    if (match.kind === 'unclear') return failed({ path: 'sourceNo', message: withoutNumber(match.stored) });
    if (match.kind === 'new') {
      insert(subject.id, listContent(item, listed));
      return { kind: 'inserted' };
    }
    taken.add(match.stored.id);
    if (match.kind === 'same') return { kind: 'unchanged' };
    merge(match.stored, match.content);
    return { kind: 'merged' };
  };
}

const sameRecord = (row: number) => `与第 ${row} 行是同一主体同一天的同一项信息，请只保留正确的一行。`;
const withoutNumber = ({ occurred_on, source_no }: FactTable) =>
  `系统中已有 ${occurred_on} 文号为 ${source_no} 的记录，内容与本行不同，请补上来源文号以便确定是不是同一条。`;

/** Two rows are one record when subject and number agree, or the day where one of them has no number. */
function repeatFinder() {
  const seen = new Map<string, { readonly listed: ListedFact; readonly row: number }[]>();
  return (subjectId: string, listed: ListedFact, row: number): number | undefined => {
    const rows = seen.get(subjectId) ?? [];
    const same = rows.find(({ listed: other }) =>
      other.sourceNo !== '' && listed.sourceNo !== ''
        ? other.sourceNo === listed.sourceNo
        : other.occurredOn === listed.occurredOn,
    );
    if (!same) seen.set(subjectId, [...rows, { listed, row }]);
    return same?.row;
  };
}

const storeSink = (tx: WriteTx, batch: Batch, item: CatalogueItem): Sink => ({
  insert: (subject_id, content) => {
    const id = tx.newId();
    tx.insert('fact', {
      id,
      subject_id,
      item_code: item.code,
      ...content,
      state: 'active',
      state_on: null,
      state_reason: null,
      import_id: batch.id,
      created_at: tx.now,
      origin_office: null,
      adopted_on: null,
      adopted_reason: null,
    });
  },
  merge: (stored, content) => {
    batch.keepBefore('fact', stored);
    tx.update('fact', stored.id, content);
  },
});
