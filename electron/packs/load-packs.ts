import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/kernel/errors';

export type LoadedPack<T> = { readonly file: string; readonly sha256: string; readonly value: T };

const NAME = /^([a-z0-9-]+)\.v(\d+)\.json$/;

/** Reads every `<id>.v<n>.json` of a folder, by name; one that is not understood is refused with its name. */
export function loadPacks<T>(folder: string, parse: (json: unknown, name: string) => T): LoadedPack<T>[] {
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return {
        file: name,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        value: parse(readJson(bytes, name), name),
      };
    });
}

function readJson(bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new AppError(
      'bad_pack',
      `规则包“${name}”不是有效的 JSON（${error instanceof Error ? error.message : ''}），未启用。请更换正确的文件。`,
    );
  }
}
