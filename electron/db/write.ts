import type { Clock } from '#shared/kernel/clock';
import { newId, type Random } from '#shared/kernel/random';
import type { Store } from './open-store';
import type { RecordTable, Schema } from './schema';
import { storeError } from './store-error';
import { type Actor, type AuditNote, TxRecorder, type WriteTx } from './write-tx';

export type WriteRequest = {
  readonly route: string;
  readonly actor: Actor;
  readonly note: AuditNote;
};

type Body<T> = (tx: WriteTx, sharpen: (changed: Partial<AuditNote>) => void) => Promise<T>;

export type Writer = {
  <T>(request: WriteRequest, body: Body<T>): Promise<T>;
  /** Keeps every other write waiting while somebody else (a worker's connection) writes. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  readonly idle: () => Promise<void>;
};

const COUNTER_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ids of one transaction share a random head and count up, so that a big import fills its indexes in order. */
function idSource(now: string, random: Random): () => string {
  const head = newId(now, random).slice(0, 20);
  let count = 0;
  return () => {
    let rest = count++;
    let tail = '';
    for (let i = 0; i < 6; i++) {
      tail = (COUNTER_ALPHABET[rest % 32] ?? '') + tail;
      rest = Math.floor(rest / 32);
    }
    return head + tail;
  };
}

/** One transaction after the other: BEGIN IMMEDIATE, the body, the audit entry, COMMIT; or nothing at all. */
export function createWriter(store: Store, clock: Clock, random: Random): Writer {
  let tail: Promise<unknown> = Promise.resolve();
  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const run = tail.then(work);
    tail = run.catch(() => undefined);
    return run;
  };
  const write = <T>(request: WriteRequest, body: Body<T>) =>
    exclusive(() => runTransaction(store, clock, random, request, body));
  return Object.assign(write, { exclusive, idle: async () => void (await tail) });
}

async function runTransaction<T>(
  store: Store,
  clock: Clock,
  random: Random,
  request: WriteRequest,
  body: Body<T>,
): Promise<T> {
  const { writer } = store;
  const now = clock.now();
  try {
    writer.exec('begin immediate');
    const recorder = new TxRecorder(writer, store.statements, store.columns);
    let note = request.note;
    const tx: WriteTx = {
      db: store.writerDb,
      now,
      today: clock.today(),
      actor: request.actor,
      newId: idSource(now, random),
      insert: (table: RecordTable, row: Schema[RecordTable]) => recorder.insert(table, row as never),
      update: (table, id, patch) => recorder.update(table, id, patch as never),
      makeCurrent: (by, value) => recorder.makeCurrent(by, value),
    };
    const result = await body(tx, (changed) => {
      note = { ...note, ...changed };
    });
    if (recorder.touchedNothing) {
      writer.exec('rollback');
      return result;
    }
    recorder.finish(note, request.route, request.actor, now);
    writer.exec('commit');
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec('rollback');
    throw storeError(error);
  }
}
