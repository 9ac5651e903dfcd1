import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { MainToEngine } from '#shared/ipc/channels';
import type { GrantedFile } from '#shared/ipc/shell';

type Mode = 'read' | 'write';
type Grant = { readonly token: string; readonly path: string; readonly mode: Mode };

/** Files that an officer chose. Kept for the life of the window, so that a restarted engine is told again. */
export type Grants = {
  readonly toRead: (path: string) => GrantedFile;
  readonly toWrite: (path: string) => { token: string; name: string };
  readonly pathOf: (token: string) => string | null;
  readonly messages: () => readonly MainToEngine[];
};

export function createGrants(tell: (message: MainToEngine) => void): Grants {
  const grants = new Map<string, Grant>();
  const add = (path: string, mode: Mode): Grant => {
    const grant = { token: randomUUID(), path, mode };
    grants.set(grant.token, grant);
    tell({ type: 'grant', ...grant });
    return grant;
  };
  return {
    toRead: (path) => ({ token: add(path, 'read').token, name: basename(path), size: statSync(path).size }),
    toWrite: (path) => ({ token: add(path, 'write').token, name: basename(path) }),
    pathOf: (token) => grants.get(token)?.path ?? null,
    messages: () => [...grants.values()].map((grant) => ({ type: 'grant', ...grant })),
  };
}
