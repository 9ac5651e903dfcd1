import type { EngineRoutes, ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { RouteKind } from '#shared/ipc/route';
import type { Clock } from '#shared/kernel/clock';
import type { Random } from '#shared/kernel/random';
import type { ReadDb } from '../db/dialect';
import type { Store } from '../db/open-store';
import type { Actor, AuditNote, WriteTx } from '../db/write-tx';
import type { Packs } from '../packs/packs';
import type { FileGrants } from './file-grants';

/** What every handler may use. */
export type ReadContext = {
  readonly db: ReadDb;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly packs: Packs;
  readonly resourcesDir: string;
  readonly files: FileGrants;
  readonly actor: Actor;
};

/** `note` sharpens the sentence for the log once the result is known. */
export type Write = <T>(
  note: AuditNote,
  body: (tx: WriteTx, sharpen: (changed: Partial<AuditNote>) => void) => Promise<T> | T,
) => Promise<T>;

export type WriteContext = ReadContext & { readonly write: Write };

export type JobContext = WriteContext & {
  /** Tells how far the job is; cheap to call often. Throws `cancelled` once the officer has stopped the job. */
  readonly progress: (label: string, done: number, total: number | null) => void;
  readonly isCancelled: () => boolean;
  /** Runs another route inside this job (the sample year does); same context, same actor rules. */
  readonly invoke: (route: string, input: unknown, options?: { officerId?: string }) => Promise<unknown>;
};

type ContextOf = { readonly read: ReadContext; readonly write: WriteContext; readonly job: JobContext };

export type Handler<N extends keyof EngineRoutes> = (
  input: ParsedInput<N>,
  context: ContextOf[EngineRoutes[N]['kind'] & RouteKind],
) => Promise<RouteOutput<N>> | RouteOutput<N>;

/** Exhaustive and closed: a missing and an extra handler are compile errors. */
export type Handlers<R extends Partial<EngineRoutes>> = { readonly [N in keyof R & keyof EngineRoutes]: Handler<N> };
