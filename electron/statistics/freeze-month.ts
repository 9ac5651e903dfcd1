import type { Counts, DefinitionPack } from '#shared/domain/statistics/definitions';
import { type Month, monthZh, requireFreezable } from '#shared/domain/statistics/month';
import { monthSha256 } from '#shared/domain/statistics/month-hash';
import { addCounts, rowSha256, type StatRow, statDimensions } from '#shared/domain/statistics/stat-row';
import { canonicalJson } from '#shared/kernel/canonical-json';
import { AppError } from '#shared/kernel/errors';
import { sha256Hex } from '#shared/kernel/sha256';
import type { WriteTx } from '../db/write-tx';
import { type Correction, findCorrections } from './corrections';
import { countPeriod, periodOf } from './count-period';
import { iterateRows, type Reader } from './live-rows';
import { figuresText, sourcesOf } from './sources';

type Request = {
  readonly reader: Reader;
  readonly pack: DefinitionPack;
  readonly month: Month;
  readonly secondOfficerId: string;
  readonly progress: (label: string, done: number) => void;
};

export type FrozenMonth = {
  readonly id: string;
  readonly sha256: string;
  readonly rows: number;
  readonly corrections: number;
};

type Figure = { readonly figure: string; readonly dimension: string; readonly key: string; readonly value: number };

/** What a correction is in the hash of the month that reports it. */
export const correctionSha256 = ({
  month,
  source,
  recordId,
  change,
  before,
  after,
}: Omit<Correction, 'freezeId' | 'figures'>) =>
  sha256Hex(canonicalJson({ month, source, recordId, change, before, after }));

/**
 * Freezes a month: its figures, every record behind them and the definitions; corrections of months frozen before are
 * reported with it. The caller's transaction keeps all writers away, so `reader` sees the state that is frozen.
 *
 * @throws AppError `bad_state` out of order, twice or before the end of the month
 */
export async function freezeMonth(tx: WriteTx, request: Request): Promise<FrozenMonth> {
  const { reader, pack, month } = request;
  const frozen = reader.prepare('select month from month_freeze').pluck().all() as Month[];
  requireFreezable(month, tx.today, frozen);
  const officer = requireActor(tx);
  const id = tx.newId();
  const corrections = findCorrections(reader, tx.today);
  const definitions = canonicalJson(pack);
  const last = reader.prepare('select content_sha256 as sha256 from month_freeze order by month desc limit 1').get() as
    | { sha256: string }
    | undefined;
  const head = reader.prepare('select seq, hash from audit_entry order by seq desc limit 1').get() as
    | { seq: number; hash: string }
    | undefined;
  const { hashes, figures } = gatherMonth(tx, id, request);
  const yearly = countPeriod(reader, pack, `${month.slice(0, 4)}-01`, month, tx.today);
  const all = [...figures, ...figuresOf('year', '', yearly)];
  const sha256 = monthSha256({
    month,
    definitions,
    previous: last?.sha256 ?? null,
    figures: all,
    rows: hashes,
    corrections: corrections.map(correctionSha256),
  });
  tx.insert('month_freeze', {
    id,
    month,
    frozen_at: tx.now,
    frozen_by: officer,
    confirmed_by: request.secondOfficerId,
    definitions_id: pack.id,
    definitions_version: pack.version,
    definitions,
    audit_seq: head?.seq ?? 0,
    audit_hash: head?.hash ?? '',
    row_count: hashes.length,
    content_sha256: sha256,
    previous_sha256: last?.sha256 ?? null,
  });
  for (const figure of all) tx.insert('month_figure', { id: tx.newId(), freeze_id: id, ...figure });
  for (const one of corrections) storeCorrection(tx, id, one);
  return { id, sha256, rows: hashes.length, corrections: corrections.length };
}

function requireActor(tx: WriteTx): string {
  if (tx.actor.id === null) throw new AppError('forbidden', '冻结统计要记明经办人，请先选择经办人。');
  return tx.actor.id;
}

/** Stores every row of the month and counts them, whole and split. */
function gatherMonth(tx: WriteTx, freezeId: string, { reader, pack, month, progress }: Request) {
  const period = periodOf(month, month);
  const hashes: string[] = [];
  const counts = new Map<string, Counts>();
  for (const source of sourcesOf(pack))
    for (const row of iterateRows(reader, source, period, tx.today)) {
      if (row.figures.length === 0) continue;
      const sha256 = rowSha256(row);
      tx.insert('month_row', {
        id: tx.newId(),
        freeze_id: freezeId,
        source: row.source,
        record_id: row.id,
        figures: figuresText(row.figures),
        content: canonicalJson(row),
        sha256,
      });
      hashes.push(sha256);
      countRow(counts, row);
      if (hashes.length % 1000 === 0) progress(`冻结${monthZh(month)}的记录`, hashes.length);
    }
  return { hashes, figures: [...counts].flatMap(([place, sums]) => figuresOf(...splitPlace(place), sums)) };
}

const SEPARATOR = '\u0000';
const splitPlace = (place: string): [string, string] => {
  const [dimension = '', key = ''] = place.split(SEPARATOR);
  return [dimension, key];
};

function countRow(counts: Map<string, Counts>, row: StatRow): void {
  const one = Object.fromEntries(row.figures.map((figure) => [figure, 1])) as Counts;
  const add = (place: string) => counts.set(place, addCounts(counts.get(place) ?? {}, one));
  add(`month${SEPARATOR}`);
  for (const dimension of statDimensions) add(`${dimension}${SEPARATOR}${row[dimension]}`);
}

const figuresOf = (dimension: string, key: string, counts: Counts): Figure[] =>
  Object.entries(counts).map(([figure, value]) => ({ figure, dimension, key, value: value ?? 0 }));

function storeCorrection(tx: WriteTx, reportedIn: string, one: Correction): void {
  tx.insert('month_correction', {
    id: tx.newId(),
    freeze_id: one.freezeId,
    reported_in: reportedIn,
    source: one.source,
    record_id: one.recordId,
    change: one.change,
    before: one.before && canonicalJson(one.before),
    after: one.after && canonicalJson(one.after),
    figures: canonicalJson(one.figures),
  });
}
