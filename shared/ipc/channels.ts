import type { ErrorBody } from '#shared/kernel/errors';

export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorBody };

export type RequestMessage = {
  readonly type: 'request';
  readonly id: number;
  readonly route: string;
  readonly input: unknown;
  /** Chosen by the caller of a job, so that it can follow and cancel it. */
  readonly jobId?: string;
};

export type JobProgress = {
  readonly jobId: string;
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  readonly secondsLeft: number | null;
};

export type EventMessage =
  | { readonly name: 'changed'; readonly payload: { readonly nouns: readonly string[] } }
  | { readonly name: 'job.progress'; readonly payload: JobProgress };

export type EngineToPage =
  | { readonly type: 'response'; readonly id: number; readonly reply: Reply }
  | { readonly type: 'event'; readonly event: EventMessage };

export type MainToEngine =
  | { readonly type: 'port' }
  | { readonly type: 'grant'; readonly token: string; readonly path: string; readonly mode: 'read' | 'write' }
  | { readonly type: 'shutdown' };

export type EngineToMain =
  | { readonly type: 'ready'; readonly storeDir: string; readonly practice: boolean }
  /** The file may now be named in a request: the page's port and this channel do not keep order with each other. */
  | { readonly type: 'granted'; readonly token: string }
  | { readonly type: 'failed'; readonly error: ErrorBody };

export type EngineArguments = {
  readonly storeDir: string;
  readonly resourcesDir: string;
  readonly nativeBinding: string | null;
  /** A packaged program does not check its own answers. */
  readonly packaged: boolean;
};
