import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { buildRow, type ExchangeRecord, type ExchangeRow } from '#shared/domain/exchange/build-row';
import { type ExchangeMapping, exchangeMapping, fieldLabel } from '#shared/domain/exchange/mapping';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { sha256Hex } from '#shared/kernel/sha256';
import { readSetting } from '../../db/setting';
import { hashFile, placeFile, stagedPath, withdrawFile } from '../../excel/place-file';
import { writeCsv } from '../../excel/write/csv';
import { writeList } from '../../excel/write/list-writer';
import type { JobContext, ReadContext, WriteContext } from '../../ipc/context';
import { iterateRecords } from './exchange-records';
import { countSent, findLastSent, findSent, listMappings, listSent } from './exchange-repository';

type Mapping = { readonly mapping: ExchangeMapping; readonly sha256: string; readonly origin: 'shipped' | 'office' };
type Period = ParsedInput<'exchange.preview'>;

const TITLE = '报送对应表';
const MAX_MAPPING_BYTES = 1_000_000;
const SHOWN_REFUSED = 1000;
const SHOWN_ROWS = 20;

/** The newest version of each target; the office's own goes before one shipped with the same number. */
async function mappings({ db, packs }: Pick<ReadContext, 'db' | 'packs'>): Promise<ReadonlyMap<string, Mapping>> {
  const all: Mapping[] = packs
    .exchangeMappings()
    .map(({ value, sha256 }) => ({ mapping: value, sha256, origin: 'shipped' }));
  for (const row of await listMappings(db))
    all.push({
      mapping: parsePack(exchangeMapping, JSON.parse(row.content), TITLE),
      sha256: row.sha256,
      origin: 'office',
    });
  const newest = new Map<string, Mapping>();
  for (const one of all) {
    const known = newest.get(one.mapping.id);
    if (!known || one.mapping.version >= known.mapping.version) newest.set(one.mapping.id, one);
  }
  return newest;
}

async function getMapping(context: Pick<ReadContext, 'db' | 'packs'>, target: string): Promise<Mapping> {
  const found = (await mappings(context)).get(target);
  if (!found) throw new AppError('not_found', '没有找到这个报送平台的对应表，请刷新后重试。');
  return found;
}

export async function viewTargets(context: ReadContext): Promise<RouteOutput<'exchange.list-targets'>> {
  const targets = [];
  for (const { mapping, origin } of (await mappings(context)).values()) {
    const { id, title, platform, version, source, fileFormat, verified, note, columns } = mapping;
    targets.push({
      ...{ id, title, platform, version, origin, source, fileFormat, verified },
      note: note ?? '',
      columns: columns.map(({ heading, field, required }) => ({ heading, field: fieldLabel(source, field), required })),
      last: (await findLastSent(context.db, id)) ?? null,
    });
  }
  return { targets };
}

const officeName = async ({ db }: Pick<ReadContext, 'db'>): Promise<string> =>
  (await readSetting<{ name: string }>(db, 'office'))?.name ?? '';

type Sorted = {
  readonly record: ExchangeRecord;
  readonly row: ExchangeRow;
  readonly fate: 'ready' | 'unchanged' | 'refused';
};

/** Every record of the period with what will become of it. */
function* sortRecords(
  { store }: Pick<ReadContext, 'store'>,
  mapping: ExchangeMapping,
  { target, from, to, onlyChanges }: Period,
  office: string,
): Generator<Sorted, void> {
  const last = store.reader
    .prepare('select sha256 from send_out_row where target = ? and record_id = ? order by id desc limit 1')
    .pluck();
  for (const record of iterateRecords(store.reader, mapping.source, { from, to }, office)) {
    const row = buildRow(mapping, record);
    const known = onlyChanges ? last.get(target, record.id) : undefined;
    const fate = row.problems.length > 0 ? 'refused' : known === row.sha256 ? 'unchanged' : 'ready';
    yield { record, row, fate };
  }
}

export async function previewPackage(input: Period, context: ReadContext): Promise<RouteOutput<'exchange.preview'>> {
  const { mapping } = await getMapping(context, input.target);
  const counts = { ready: 0, unchanged: 0, refused: 0 };
  const refusedRows = [];
  const sample: string[][] = [];
  for (const { record, row, fate } of sortRecords(context, mapping, input, await officeName(context))) {
    counts[fate]++;
    if (fate === 'refused' && refusedRows.length < SHOWN_REFUSED)
      refusedRows.push({
        id: record.id,
        no: String(record.values['no'] ?? ''),
        subject: String(record.values['subjectName'] ?? ''),
        problems: [...row.problems],
      });
    if (fate === 'ready' && sample.length < SHOWN_ROWS) sample.push([...row.cells]);
  }
  return { ...counts, refusedRows, headings: mapping.columns.map(({ heading }) => heading), sample };
}

/**
 * Writes the file and enters it in the log in one step: there is no file that is not in the log.
 *
 * @throws AppError `bad_state` when there is nothing to send
 */
export async function makePackage(
  input: ParsedInput<'exchange.make-package'>,
  context: JobContext,
): Promise<RouteOutput<'exchange.make-package'>> {
  const { mapping, sha256: mappingSha } = await getMapping(context, input.target);
  const { path } = context.files.write(input.file);
  const staged = stagedPath(path);
  const office = await officeName(context);
  const counts = { ready: 0, unchanged: 0, refused: 0 };
  const sent: { readonly id: string; readonly sha256: string }[] = [];
  const cells = function* (): Generator<readonly string[], void> {
    for (const { row, fate } of sortRecords(context, mapping, input, office)) {
      counts[fate]++;
      if (fate !== 'ready') continue;
      sent.push({ id: row.id, sha256: row.sha256 });
      yield row.cells;
    }
  };
  try {
    await writeRows(staged, mapping, cells(), context);
    if (sent.length === 0)
      throw new AppError(
        'bad_state',
        counts.unchanged > 0
          ? `这一期间的 ${counts.unchanged} 条都已报送且没有变化，没有需要报送的内容。`
          : '这一期间没有可以报送的记录，请核对期间，或先处理不能报送的记录。',
      );
    const sha256 = await hashFile(staged);
    const note = { object: `exchange:${mapping.id}`, summary: `生成报送文件《${mapping.title}》${sent.length} 条` };
    let placed: ReturnType<typeof placeFile> | null = null;
    try {
      const id = await context.write(note, async (tx) => {
        const own = tx.newId();
        tx.insert('send_out', {
          id: own,
          target: mapping.id,
          mapping_version: mapping.version,
          mapping_sha256: mappingSha,
          title: mapping.title,
          from_on: input.from,
          to_on: input.to,
          only_changes: input.onlyChanges ? 1 : 0,
          file_name: basename(path),
          sha256,
          row_count: sent.length,
          refused_count: counts.refused,
          receipt_no: null,
          receipt_on: null,
          officer_id: tx.actor.id,
          created_at: tx.now,
        });
        for (const one of sent)
          tx.insert('send_out_row', {
            id: tx.newId(),
            send_out_id: own,
            target: mapping.id,
            record_id: one.id,
            sha256: one.sha256,
          });
        placed = placeFile(staged, path);
        return own;
      });
      (placed as ReturnType<typeof placeFile> | null)?.keep();
      const { unchanged, refused } = counts;
      return { id, fileName: basename(path), rows: sent.length, unchanged, refused, sha256 };
    } catch (error) {
      // the log was not written after all: an unlogged file must not circulate
      (placed as ReturnType<typeof placeFile> | null)?.undo();
      throw error;
    }
  } finally {
    withdrawFile(staged);
  }
}

async function writeRows(
  path: string,
  mapping: ExchangeMapping,
  rows: Iterable<readonly string[]>,
  { progress, isCancelled }: JobContext,
): Promise<void> {
  const onProgress = (done: number) => progress('写入报送文件', done, null);
  if (mapping.fileFormat === 'csv') {
    await writeCsv(path, { header: mapping.columns.map(({ heading }) => heading), rows, onProgress, isCancelled });
    return;
  }
  await writeList(path, {
    sheetName: mapping.title,
    columns: mapping.columns.map(({ heading }) => ({
      header: heading,
      width: Math.max(12, heading.length * 2 + 2),
      kind: 'text',
    })),
    rows,
    onProgress,
    isCancelled,
  });
}

export async function setReceipt(
  { id, receiptNo, receiptOn }: ParsedInput<'exchange.set-receipt'>,
  context: WriteContext,
): Promise<RouteOutput<'exchange.set-receipt'>> {
  const found = await findSent(context.db, id);
  if (!found) throw new AppError('not_found', '没有找到这次报送，请刷新后重试。');
  if (receiptOn < found.createdAt.slice(0, 10) && receiptOn < found.from)
    throw new AppError('bad_input', '回执日期早于报送期间，请核对。', [{ path: 'receiptOn', message: '早于报送期间' }]);
  const note = { object: `exchange:${found.target}`, summary: `登记报送回执 ${receiptNo}（${found.fileName}）` };
  return context.write(note, (tx) => {
    tx.update('send_out', id, { receipt_no: receiptNo, receipt_on: receiptOn });
    return { id };
  });
}

export async function viewSent(
  page: ParsedInput<'exchange.list-sent'>,
  { db }: ReadContext,
): Promise<RouteOutput<'exchange.list-sent'>> {
  return { rows: await listSent(db, page), total: await countSent(db) };
}

/** @throws AppError `bad_file` for what is no file of ours, `bad_pack` with the path of each problem, `conflict` */
export async function importMapping(
  { file }: ParsedInput<'exchange.import-mapping'>,
  context: WriteContext,
): Promise<RouteOutput<'exchange.import-mapping'>> {
  const { path, name } = context.files.read(file);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined || size > MAX_MAPPING_BYTES)
    throw new AppError('bad_file', `“${name}”不存在或超过 1 MB，不像报送对应表，请重新选择。`);
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const mapping = parsePack(exchangeMapping, readJson(text, name), TITLE);
  const known = (await mappings(context)).get(mapping.id);
  const sha256 = sha256Hex(text);
  if (known && known.mapping.version >= mapping.version)
    throw new AppError(
      'conflict',
      known.sha256 === sha256
        ? `《${mapping.title}》第 ${mapping.version} 版已经在用，不用再导入。`
        : `《${known.mapping.title}》已有第 ${known.mapping.version} 版，请把 version 改为 ${known.mapping.version + 1} 后再导入。`,
    );
  const note = {
    object: `exchange:${mapping.id}`,
    summary: `导入报送对应表《${mapping.title}》第 ${mapping.version} 版`,
  };
  return context.write(note, (tx) => {
    tx.insert('exchange_mapping', {
      id: tx.newId(),
      target: mapping.id,
      version: mapping.version,
      title: mapping.title,
      content: text,
      sha256,
      state: 'ready',
      officer_id: tx.actor.id,
      created_at: tx.now,
    });
    return { id: mapping.id, title: mapping.title, version: mapping.version };
  });
}

function readJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AppError('bad_pack', `“${name}”不是有效的 JSON（${error.message}），没有导入，请改正后重新选择。`);
  }
}
