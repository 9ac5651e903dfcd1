import type Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Schema } from './schema';

/** Reading only: services and repositories build `select`s with it. */
export type ReadDb = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'selectNoFrom' | 'getExecutor'>;

const CACHE_SIZE = 200;

/** Keeps prepared statements: Kysely prepares each call anew, which is slow and piles up native memory. */
export class StatementCache {
  readonly #statements = new Map<string, Database.Statement>();
  readonly #handle: Database.Database;
  constructor(handle: Database.Database) {
    this.#handle = handle;
  }

  prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= CACHE_SIZE) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    const statement = this.#handle.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

export function kyselyOn(handle: Database.Database): Kysely<Schema> {
  const cache = new StatementCache(handle);
  const database: SqliteDatabase = {
    prepare: (sql) => cache.prepare(sql) as SqliteStatement,
    close: () => undefined,
  };
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
}
