import { checkPatentRow, checkTrademarkRow } from '#shared/domain/filing/check-filing';
import { type FilingKind, filingKindLabels, filingKinds } from '#shared/domain/filing/codes';
import {
  abnormalPatentColumns,
  filingColumns,
  thirdPartyColumns,
  trademarkColumns,
} from '#shared/domain/filing/filing-columns';
import type { ColumnSpec, RecordOf } from '#shared/domain/table-import/column-spec';
import { findHeader } from '#shared/domain/table-import/find-header';
import { mapColumns } from '#shared/domain/table-import/map-columns';
import { locateProblems } from '#shared/domain/table-import/row-parser';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError, type FieldProblem } from '#shared/kernel/errors';
import type { FilingTable } from '../../db/schema-warning';
import type { Row } from '../../excel/read/table';
import type { JobContext } from '../../ipc/context';
import { runBatch } from '../../table-import/batch';
import { openSource, requireHeader, type Source } from '../../table-import/open-source';
import { viewPreview } from '../../table-import/preview';
import { type RowOutcome, readRecords } from '../../table-import/read-records';
import {
  contentOf,
  type FilingContent,
  mergeFiling,
  patentContent,
  sameApplicant,
  thirdPartyContent,
  trademarkContent,
} from './filing-content';
import { prepareFindFiling } from './filing-repository';
import { storeSink } from './filing-sink';

type Input = ParsedInput<'filing.run-import'>;

export type Sink = {
  readonly insert: (content: FilingContent) => void;
  readonly merge: (stored: FilingTable, content: FilingContent) => void;
};
const NOTHING: Sink = { insert: () => undefined, merge: () => undefined };

/** How one kind of list is read. */
type Reading<Specs extends readonly ColumnSpec[]> = {
  readonly columns: (options: { readonly date1904: boolean }) => Specs;
  readonly check: (record: RecordOf<Specs>, today: IsoDate) => readonly FieldProblem[];
  readonly content: (record: RecordOf<Specs>, source: string) => FilingContent;
};

const reading = <const Specs extends readonly ColumnSpec[]>(one: Reading<Specs>) => one;
const patents = reading({ columns: abnormalPatentColumns, check: checkPatentRow, content: patentContent });
const trademarks = reading({ columns: trademarkColumns, check: checkTrademarkRow, content: trademarkContent });
const thirdParty = reading({ columns: thirdPartyColumns, check: () => [], content: thirdPartyContent });

export function previewFilings(input: Input, context: JobContext): Promise<RouteOutput<'filing.preview-import'>> {
  switch (input.kind) {
    case 'abnormal_patent':
      return preview(input, context, patents);
    case 'trademark':
      return preview(input, context, trademarks);
    case 'third_party':
      return preview(input, context, thirdParty);
  }
}

export function importFilings(input: Input, context: JobContext): Promise<RouteOutput<'filing.run-import'>> {
  switch (input.kind) {
    case 'abnormal_patent':
      return run(input, context, patents);
    case 'trademark':
      return run(input, context, trademarks);
    case 'third_party':
      return run(input, context, thirdParty);
  }
}

async function open<const Specs extends readonly ColumnSpec[]>(
  { file, sheet, mapping, kind, source: from }: Input,
  { files }: JobContext,
  { columns }: Reading<Specs>,
): Promise<Source<Specs>> {
  const source = await openSource({ file: files.read(file), sheet, mapping, columns });
  if (source.mapping.missingRequired.length > 0 && mapping === undefined) refuseOtherKind(source, kind);
  if (kind === 'third_party' && from === '' && !source.mapping.columns.some(({ key }) => key === 'source'))
    throw new AppError('bad_input', '表中没有来源列，请填写名单由谁提供。', [
      { path: 'source', message: '请填写提供名单的第三方' },
    ]);
  return source;
}

/** A list of another kind would lose its columns, or count for the wrong thing. */
function refuseOtherKind({ headers, file }: Source<readonly ColumnSpec[]>, kind: FilingKind): void {
  const other = filingKinds.find((candidate) => {
    if (candidate === kind || candidate === 'third_party') return false;
    const specs = filingColumns[candidate]({});
    return findHeader([headers], specs) !== null && mapColumns(headers, specs, {}).missingRequired.length === 0;
  });
  if (other)
    throw new AppError(
      'bad_file',
      `“${file.name}”是${filingKindLabels[other]}，不是${filingKindLabels[kind]}。请改选名单种类，或重新选择文件。`,
      [{ path: 'kind', message: `应为${filingKindLabels[other]}` }],
    );
}

async function preview<const Specs extends readonly ColumnSpec[]>(
  input: Input,
  context: JobContext,
  how: Reading<Specs>,
): Promise<RouteOutput<'filing.preview-import'>> {
  const source = await open(input, context, how);
  if (source.mapping.missingRequired.length > 0) return viewPreview(source, null);
  const today = context.clock.today();
  const decide = decider(source, context, how, { input, on: 'reader', today }, NOTHING);
  return viewPreview(source, await readRecords(source, context, { label: '预览名单', decide }));
}

async function run<const Specs extends readonly ColumnSpec[]>(
  input: Input,
  context: JobContext,
  how: Reading<Specs>,
): Promise<RouteOutput<'filing.run-import'>> {
  const source = await open(input, context, how);
  requireHeader(source);
  const title = `导入${filingKindLabels[input.kind]}`;
  return runBatch(context, {
    noun: 'filing',
    title,
    source,
    work: async (tx, batch) => {
      const sink = storeSink(tx, batch, context.store);
      const decide = decider(source, context, how, { input, on: 'writer', today: tx.today }, sink);
      return { tally: await readRecords(source, context, { label: title, decide, keepFailed: batch.keepFailed }) };
    },
  });
}

type Options = { readonly input: Input; readonly on: 'reader' | 'writer'; readonly today: IsoDate };

function decider<const Specs extends readonly ColumnSpec[]>(
  source: Source<Specs>,
  { store }: JobContext,
  { check, content: toContent }: Reading<Specs>,
  { input, on, today }: Options,
  sink: Sink,
) {
  const find = prepareFindFiling(store, on);
  const seen = new Map<string, { readonly row: number; readonly content: FilingContent }>();
  return (record: RecordOf<Specs>, row: Row): RowOutcome => {
    const failed = (problems: readonly FieldProblem[]): RowOutcome => ({
      kind: 'failed',
      problems: locateProblems(problems, source.mapping, source.specs, row.cells),
    });
    const problems = check(record, today);
    if (problems.length > 0) return failed(problems);
    const content = toContent(record, input.source);
    const earlier = seen.get(content.number);
    const stored = find(content.kind, content.number);
    const known = earlier?.content ?? (stored && contentOf(stored));
    if (known && !sameApplicant(known, content))
      return failed([{ path: 'number', message: otherApplicant(known.applicant_name, earlier?.row) }]);
    const merged = known ? mergeFiling(known, content) : content;
    seen.set(content.number, { row: row.number, content: merged });
    const changed = known !== undefined && differs(known, merged);
    if (stored && changed) sink.merge(stored, merged);
    if (earlier) return { kind: 'merged', note: sameNumber(input.kind, earlier.row) };
    if (stored) return { kind: changed ? 'merged' : 'unchanged' };
    sink.insert(content);
    return { kind: 'inserted' };
  };
}

const differs = (a: FilingContent, b: FilingContent): boolean =>
  (Object.keys(b) as (keyof FilingContent)[]).some((key) => a[key] !== b[key]);

const otherApplicant = (name: string, row: number | undefined) =>
  row === undefined
    ? `这个号码已登记给“${name}”，与本行的申请人不同，请核对号码。`
    : `号码与第 ${row} 行重复，但申请人不同（“${name}”），请核对号码。`;

const sameNumber = (kind: FilingKind, row: number) => {
  if (kind === 'third_party') return `与第 ${row} 行内容相同，只计一条。`;
  const how = kind === 'trademark' ? '类别相加，' : '';
  return `与第 ${row} 行是同一件申请，已合并：${how}后面一行填了的以后面为准。`;
};
