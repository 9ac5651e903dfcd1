import { type Counts, type DefinitionPack, definitionPack } from '#shared/domain/statistics/definitions';
import { type Month, shiftMonth } from '#shared/domain/statistics/month';
import {
  figureDelta,
  type RowChange,
  rowChange,
  type StatRow,
  type StatSource,
  statRow,
} from '#shared/domain/statistics/stat-row';
import type { IsoDate } from '#shared/kernel/dates';
import { findRow, type Reader } from './live-rows';
import { type SourceSql, sourcesOf } from './sources';

/** A later change that touches the figures of a frozen month. */
export type Correction = {
  readonly freezeId: string;
  readonly month: Month;
  readonly source: StatSource;
  readonly recordId: string;
  readonly change: RowChange;
  readonly before: StatRow | null;
  readonly after: StatRow | null;
  readonly figures: Counts;
};

type Freeze = { readonly id: string; readonly month: Month; readonly audit_seq: number; readonly definitions: string };

export const readFrozenRow = (content: string): StatRow => statRow.parse(JSON.parse(content));
export const readDefinitions = (text: string): DefinitionPack => definitionPack.parse(JSON.parse(text));

/**
 * What has changed in frozen months since the last freeze and was not reported yet. The audit log says which records
 * were written since; only those are looked at, so it costs what has happened, not what is stored.
 */
export function findCorrections(reader: Reader, today: IsoDate): Correction[] {
  const freezes = reader
    .prepare('select id, month, audit_seq, definitions from month_freeze order by month')
    .all() as Freeze[];
  const last = freezes.at(-1);
  if (!last) return [];
  const byMonth = new Map(freezes.map((freeze) => [freeze.month, freeze]));
  const known = knownRows(reader);
  const sources = new Map<string, readonly SourceSql[]>();
  const sourcesFor = (text: string): readonly SourceSql[] => {
    const made = sources.get(text) ?? sourcesOf(readDefinitions(text));
    sources.set(text, made);
    return made;
  };
  const found: Correction[] = [];
  for (const { source, base, day, id: idColumn, touchedBy } of sourcesFor(last.definitions)) {
    const ids = touchedIds(reader, { source, base, day, id: idColumn, touchedBy }, last);
    for (const id of ids) {
      const reported = known(source, id);
      // under the definitions by which each month was counted
      const now = (freeze: Freeze): StatRow | null => {
        const own = sourcesFor(freeze.definitions).find((one) => one.source === source);
        const row = own ? findRow(reader, own, id, today) : null;
        return row?.on.slice(0, 7) === freeze.month ? row : null;
      };
      const current = findMonth(reader, { base, day, id: idColumn }, id);
      const touched = new Set([...reported.keys()]);
      const there = current === null ? undefined : byMonth.get(current);
      if (there) touched.add(there.id);
      for (const freeze of freezes.filter((one) => touched.has(one.id))) {
        const before = reported.get(freeze.id) ?? null;
        const after = now(freeze);
        const change = rowChange(before, after);
        if (change === null) continue;
        const { id: freezeId, month } = freeze;
        found.push({
          freezeId,
          month,
          source,
          recordId: id,
          change,
          before,
          after,
          figures: figureDelta(before, after),
        });
      }
    }
  }
  return found.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.recordId < b.recordId ? -1 : 1));
}

/** Records written since the freeze that stand in a frozen month, or stood there. */
function touchedIds(
  reader: Reader,
  { source, base, day, id, touchedBy }: Pick<SourceSql, 'source' | 'base' | 'day' | 'id' | 'touchedBy'>,
  last: Freeze,
): string[] {
  const touched = touchedBy
    .map(
      (one) =>
        `select ${one.id} as id from audit_row a ${one.join} where a.seq > @seq and a.table_name = '${one.table}'`,
    )
    .join(' union ');
  const sql = `select id from (${touched}) w where id is not null and (
      exists (select 1 from month_row m where m.source = @source and m.record_id = w.id)
      or exists (select 1 from month_correction k where k.source = @source and k.record_id = w.id)
      or exists (select 1 from ${base} where ${id} = w.id and ${day} < @open))`;
  const values = { seq: last.audit_seq, source, open: `${shiftMonth(last.month, 1)}-01` };
  return reader.prepare(sql).pluck().all(values) as string[];
}

function findMonth(reader: Reader, { base, day, id }: Pick<SourceSql, 'base' | 'day' | 'id'>, record: string) {
  const on = reader.prepare(`select ${day} from ${base} where ${id} = ?`).pluck().get(record) as
    | string
    | null
    | undefined;
  return on ? on.slice(0, 7) : null;
}

/** How a record was last reported, by the freeze of the month. */
function knownRows(reader: Reader) {
  const rows = reader.prepare('select freeze_id, content from month_row where source = ? and record_id = ?');
  const corrections = reader.prepare(
    'select freeze_id, after from month_correction where source = ? and record_id = ? order by id',
  );
  return (source: StatSource, id: string): ReadonlyMap<string, StatRow | null> => {
    const known = new Map<string, StatRow | null>();
    for (const { freeze_id, content } of rows.all(source, id) as { freeze_id: string; content: string }[])
      known.set(freeze_id, readFrozenRow(content));
    for (const { freeze_id, after } of corrections.all(source, id) as { freeze_id: string; after: string | null }[])
      known.set(freeze_id, after === null ? null : readFrozenRow(after));
    return known;
  };
}
