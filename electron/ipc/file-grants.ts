import { basename } from 'node:path';
import { AppError } from '#shared/kernel/errors';

export type Grant = { readonly path: string; readonly mode: 'read' | 'write' };

/** Files the officer chose in a dialog. The page knows tokens only, never paths. */
export class FileGrants {
  readonly #grants = new Map<string, Grant>();

  add(token: string, grant: Grant): void {
    this.#grants.set(token, grant);
  }

  read(token: string): { path: string; name: string } {
    return this.#get(token, 'read', '没有读取这个文件的许可，请重新选择文件。');
  }

  write(token: string): { path: string; name: string } {
    return this.#get(token, 'write', '没有写入这个位置的许可，请重新选择保存位置。');
  }

  entries(): readonly [string, Grant][] {
    return [...this.#grants];
  }

  #get(token: string, mode: Grant['mode'], refusal: string): { path: string; name: string } {
    const grant = this.#grants.get(token);
    if (grant?.mode !== mode) throw new AppError('forbidden', refusal);
    return { path: grant.path, name: basename(grant.path) };
  }
}
