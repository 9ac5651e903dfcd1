import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { MainToEngine } from '#shared/ipc/channels';
import type { GrantedFile } from '#shared/ipc/shell';
import type { GrantMessage } from './engine-host';

type Mode = 'read' | 'write';
type Grant = { readonly token: string; readonly path: string; readonly mode: Mode };

/** Files that an officer chose. Kept for the life of the window, so that a restarted engine is told again. */
export type Grants = {
  readonly toRead: (path: string) => Promise<GrantedFile>;
  readonly toWrite: (path: string) => Promise<{ token: string; name: string }>;
  readonly pathOf: (token: string) => string | null;
  readonly messages: () => readonly MainToEngine[];
};

export function createGrants(tell: (message: GrantMessage) => Promise<void>): Grants {
  const grants = new Map<string, Grant>();
  const add = async (path: string, mode: Mode): Promise<Grant> => {
    const grant = { token: randomUUID(), path, mode };
    grants.set(grant.token, grant);
    await tell({ type: 'grant', ...grant });
    return grant;
  };
  return {
    toRead: async (path) => {
      const { size } = statSync(path);
      return { token: (await add(path, 'read')).token, name: basename(path), size };
    },
    toWrite: async (path) => ({ token: (await add(path, 'write')).token, name: basename(path) }),
    pathOf: (token) => grants.get(token)?.path ?? null,
    messages: () => [...grants.values()].map((grant) => ({ type: 'grant', ...grant })),
  };
}
