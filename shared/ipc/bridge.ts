import type { ErrorBody } from '#shared/kernel/errors';
import type { JobProgress, Reply } from './channels';
import type { GrantedFile } from './shell';

/** What the window knows about the engine behind it. */
export type EngineState =
  | { readonly state: 'starting' }
  | { readonly state: 'ready'; readonly practice: boolean }
  /** It ended by itself. Everything that had been answered before is in the store. */
  | { readonly state: 'stopped' }
  /** It could not open the store. */
  | { readonly state: 'failed'; readonly error: ErrorBody };

/** A choice made in the window's menu that the page carries out. */
export type ShellCommand = 'palette' | 'toggle-rail';

export type BridgeEvents = {
  readonly changed: { readonly nouns: readonly string[] };
  readonly 'job.progress': JobProgress;
  readonly 'shell.engine': EngineState;
  readonly 'shell.command': ShellCommand;
};
export type BridgeEventName = keyof BridgeEvents;

/** From the shell to the page, over the one channel `event`. */
export type ShellEvent =
  | { readonly name: 'shell.engine'; readonly payload: EngineState }
  | { readonly name: 'shell.command'; readonly payload: ShellCommand };

/** Everything that the page can reach outside itself: `window.bridge`. */
export type Bridge<DroppedFile> = {
  readonly invoke: (route: string, input: unknown, options?: { readonly jobId?: string }) => Promise<Reply>;
  /** Listens; `shell.engine` is told its present state at once. Returns the way to stop listening. */
  readonly on: <N extends BridgeEventName>(name: N, listener: (payload: BridgeEvents[N]) => void) => () => void;
  /** Turns files dropped on the page into tokens that the engine may read. */
  readonly grantDropped: (files: readonly DroppedFile[]) => Promise<readonly GrantedFile[]>;
};
