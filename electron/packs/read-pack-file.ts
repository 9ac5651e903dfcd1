import { readFileSync, statSync } from 'node:fs';
import { badPack } from '#shared/domain/basis/parse-pack';
import { MAX_PACK_BYTES, PACK_TITLE, readRatingPackText } from '#shared/domain/rating/pack-text';
import { AppError } from '#shared/kernel/errors';
import { hashText } from './rating-packs';

type PackFile = { readonly text: string; readonly sha256: string; readonly content: unknown };

/** @example megabytes(5 * 1024 * 1024) // '5.0 MB' */
const megabytes = (bytes: number): string => `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1)} MB`;

export const tooBigText = (bytes: number): string =>
  `大小为 ${megabytes(bytes)}，超过上限 ${MAX_PACK_BYTES / 1024 / 1024} MB`;

/**
 * Reads the file of a rating pack as far as JSON goes; whether it is a good pack is not decided here.
 *
 * @throws AppError `bad_file` when there is no such file or it is too big, `bad_pack` with line and column when it is
 *   no JSON
 */
export function readPackFile({ path, name }: { readonly path: string; readonly name: string }): PackFile {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info?.isFile()) throw new AppError('bad_file', `没有找到文件“${name}”，请重新选择。`);
  if (info.size > MAX_PACK_BYTES)
    throw new AppError('bad_file', `“${name}”${tooBigText(info.size)}，没有读取。请确认它是规则包文件。`, [
      { path: '', message: tooBigText(info.size) },
    ]);
  const text = decode(readFileSync(path));
  return { text, sha256: hashText(text), content: readRatingPackText(text) };
}

// A byte order mark is taken off by the decoder: Notepad writes one, JSON has none.
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw badPack(PACK_TITLE, [{ path: '', message: '文件不是 UTF-8 编码，请用 UTF-8 编码另存' }]);
  }
}
