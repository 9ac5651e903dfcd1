import type Database from 'better-sqlite3';
import { canonicalJson } from '#shared/kernel/canonical-json';
import type { IsoDate } from '#shared/kernel/dates';
import { DETAILED_CHANGES, entryHash, GENESIS_HASH, newDigest, type RowChange } from './audit';
import { OVERTAKING_RATINGS } from './current-rating';
import type { ReadDb, StatementCache } from './dialect';
import { rowHasher } from './row-hash';
import type { AuditEntryTable, RecordTable, Schema } from './schema';

export type Actor = { readonly id: string | null; readonly name: string };

/**
 * The only way to write. Every row that is written is fingerprinted, and the transaction cannot be
 * committed without its audit entry; there is no delete.
 */
export type WriteTx = {
  /** Reads inside the transaction: sees what was just written. */
  readonly db: ReadDb;
  readonly now: string;
  readonly today: IsoDate;
  readonly actor: Actor;
  readonly newId: () => string;
  readonly insert: <T extends RecordTable>(table: T, row: Schema[T]) => void;
  readonly update: <T extends RecordTable>(table: T, id: string, patch: Partial<Omit<Schema[T], 'id'>>) => void;
  /**
   * Lets ratings (of an approved run, or one by its id) become the current ones of their subjects. The table is
   * derived: it can be rebuilt from the records and stays outside the audit chain. Which rating is the current one
   * says `current-rating.ts`. Answers how many became current.
   */
  readonly makeCurrent: (by: 'batch_id' | 'id', value: string) => number;
};

export type AuditNote = {
  /** What was acted on, `noun:id`. */
  readonly object: string;
  /** One Chinese sentence for the log. */
  readonly summary: string;
};

type Value = string | number | null | Uint8Array;
type Row = Record<string, Value>;

/** What is worked out once a table and transaction. */
type Plan = { readonly columns: readonly string[]; readonly hash: (row: Row) => Buffer };

/** Narrow audit rows go several a statement; for wide rows that saves nothing. */
const AUDIT_ROWS_A_STATEMENT = 32;

function insertSql(table: string, columns: readonly string[], rows: number): string {
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  return `insert into ${table} (${columns.join(', ')}) values ${new Array(rows).fill(tuple).join(', ')}`;
}

const AUDIT_ROW_COLUMNS = ['seq', 'table_name', 'record_id', 'hash'] as const;

export class TxRecorder {
  readonly #changes: RowChange[] = [];
  readonly #counts = new Map<string, number>();
  readonly #digest = newDigest();
  readonly #statements: StatementCache;
  readonly #columns: (table: string) => readonly string[];
  readonly #plans = new Map<string, Plan>();
  readonly #auditRows: Value[] = [];
  readonly #seq: number;
  readonly #previous: string;
  #rows = 0;

  constructor(handle: Database.Database, statements: StatementCache, columns: (table: string) => readonly string[]) {
    this.#statements = statements;
    this.#columns = columns;
    const last = handle.prepare('select seq, hash from audit_entry order by seq desc limit 1').get() as
      | { seq: number; hash: string }
      | undefined;
    this.#seq = (last?.seq ?? 0) + 1;
    this.#previous = last?.hash ?? GENESIS_HASH;
  }

  insert(table: RecordTable, row: Row): void {
    const { columns } = this.#planOf(table);
    this.#prepareInsert(table, columns, 1).run(columns.map((column) => row[column] ?? null));
    this.#touched(table, null, row, row);
  }

  update(table: RecordTable, id: string, patch: Row): void {
    const stored = this.#statements.prepare(`select * from ${table} where id = ?`).get(id) as Row | undefined;
    if (!stored) throw new Error(`no row ${id} in ${table}`);
    const changed = Object.keys(patch).filter(
      (column) => patch[column] !== undefined && patch[column] !== stored[column],
    );
    if (changed.length === 0) return;
    const sql = `update ${table} set ${changed.map((column) => `${column} = ?`).join(', ')} where id = ?`;
    this.#statements.prepare(sql).run([...changed.map((column) => patch[column] ?? null), id]);
    const pick = (row: Row): Row => Object.fromEntries(changed.map((column) => [column, row[column] ?? null]));
    this.#touched(table, pick(stored), pick(patch), { ...stored, ...pick(patch) });
  }

  makeCurrent(by: 'batch_id' | 'id', value: string): number {
    const sql = `insert into current_rating (rating_id, subject_id, grade_code, score, as_of, next_change_on)
      ${OVERTAKING_RATINGS} and rating.${by} = ?
      on conflict (subject_id) do update set rating_id = excluded.rating_id, grade_code = excluded.grade_code,
        score = excluded.score, as_of = excluded.as_of, next_change_on = excluded.next_change_on`;
    return this.#statements.prepare(sql).run(value).changes;
  }

  /** Appends the entry; the caller commits right after. */
  finish(note: AuditNote, route: string, actor: Actor, at: string): void {
    this.#writeAuditRows(1);
    if (this.#rows === 0) throw new Error(`a write of ${route} touched nothing and left no audit record`);
    const counts = Object.fromEntries([...this.#counts].sort());
    const changes = this.#rows <= DETAILED_CHANGES ? canonicalJson(this.#changes) : canonicalJson({ counts });
    const entry: Omit<AuditEntryTable, 'hash'> = {
      seq: this.#seq,
      at,
      officer_id: actor.id,
      officer_name: actor.name,
      route,
      object: note.object,
      summary: note.summary,
      changes,
      row_count: this.#rows,
      digest: this.#digest.end(),
      prev_hash: this.#previous,
    };
    const columns = Object.keys(entry);
    this.#statements
      .prepare(`insert into audit_entry (${columns.join(', ')}, hash) values (${columns.map(() => '?').join(', ')}, ?)`)
      .run([...Object.values(entry), entryHash(entry)]);
  }

  get touchedNothing(): boolean {
    return this.#rows === 0;
  }

  #planOf(table: string): Plan {
    let plan = this.#plans.get(table);
    if (!plan) {
      const columns = this.#columns(table);
      plan = { columns, hash: rowHasher(table, columns) };
      this.#plans.set(table, plan);
    }
    return plan;
  }

  readonly #inserts = new Map<string, Database.Statement>();

  /** Keyed by name: building the text of a statement for every row would cost as much as running it. */
  #prepareInsert(table: string, columns: readonly string[], rows: number): Database.Statement {
    const key = rows === 1 ? table : `${table} ${rows}`;
    let statement = this.#inserts.get(key);
    if (!statement) {
      statement = this.#statements.prepare(insertSql(table, columns, rows));
      this.#inserts.set(key, statement);
    }
    return statement;
  }

  #touched(table: string, before: Row | null, after: Row, whole: Row): void {
    const id = String(whole['id']);
    const hash = this.#planOf(table).hash(whole);
    this.#digest.add(table, id, hash);
    this.#auditRows.push(this.#seq, table, id, hash);
    this.#writeAuditRows(AUDIT_ROWS_A_STATEMENT);
    this.#counts.set(table, (this.#counts.get(table) ?? 0) + 1);
    this.#rows += 1;
    if (this.#rows <= DETAILED_CHANGES) this.#changes.push({ table, id, before, after });
  }

  /** Writes what has been collected, so many rows a statement; one by one at the end. */
  #writeAuditRows(rows: number): void {
    const size = AUDIT_ROW_COLUMNS.length * rows;
    while (this.#auditRows.length >= size && size > 0)
      this.#prepareInsert('audit_row', AUDIT_ROW_COLUMNS, rows).run(this.#auditRows.splice(0, size));
  }
}
