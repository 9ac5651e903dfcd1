import type { Store } from '../db/open-store';
import type { Writer } from '../db/write';
import type { Actor } from '../db/write-tx';
import type { JobContext, ReadContext } from '../ipc/context';
import { handlers } from '../ipc/handlers';
import { withOfficeCalendar } from '../packs/office-calendar';

export type Core = Omit<ReadContext, 'db' | 'actor'> & { readonly store: Store };

type Call = {
  readonly core: Core;
  readonly writer: Writer;
  readonly name: string;
  readonly input: unknown;
  readonly actor: Actor;
  readonly job?: Pick<JobContext, 'progress' | 'isCancelled' | 'invoke'>;
};

/** Builds the handler's context and calls it. The table of handlers is typed; this is the one place that is not. */
export async function runHandler({ core, writer, name, input, actor, job }: Call): Promise<unknown> {
  const write: JobContext['write'] = (note, body) =>
    writer({ route: name, actor, note }, async (tx, sharpen) => body(tx, sharpen));
  const packs = withOfficeCalendar(core.packs, core.store);
  const context = { ...core, packs, db: core.store.db, actor, write, ...job };
  const handler = (handlers as unknown as Readonly<Record<string, (input: unknown, context: unknown) => unknown>>)[
    name
  ];
  if (!handler) throw new Error(`no handler for ${name}`);
  return await handler(input, context);
}
