import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { type ReadYear, readYearJson, readYearTable } from '#shared/domain/calendar/year-file';
import { AppError } from '#shared/kernel/errors';
import { openTable } from '../../excel/read/open-table';
import type { Row } from '../../excel/read/table';

/** A year has some forty lines; a table beyond this is another one. */
const MAX_ROWS = 1000;
const MAX_BYTES = 5_000_000;

export type YearSource = {
  readonly name: string;
  readonly sha256: string;
  readonly read: (wanted: { readonly year: number; readonly source: string }) => ReadYear;
};

/** @throws AppError `bad_file` for a file that cannot be read or is no year file */
export async function readSource({
  path,
  name,
}: {
  readonly path: string;
  readonly name: string;
}): Promise<YearSource> {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new AppError('bad_file', `没有找到文件“${name}”，请重新选择。`);
  if (size > MAX_BYTES) throw new AppError('bad_file', `“${name}”过大，不像是一年的节假日安排，请核对后重新选择。`);
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (extname(name).toLowerCase() === '.json') {
    const json = parseJson(bytes.toString('utf8'), name);
    return { name, sha256, read: (wanted) => readYearJson(json, wanted) };
  }
  const rows: Row[] = [];
  for await (const batch of (await openTable(path)).batches()) {
    rows.push(...batch);
    if (rows.length > MAX_ROWS)
      throw new AppError('bad_file', `“${name}”超过 ${MAX_ROWS} 行，不像是一年的节假日安排，请核对后重新选择。`);
  }
  return { name, sha256, read: (wanted) => readYearTable(rows, wanted) };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new AppError('bad_file', `“${name}”不是有效的 JSON 文件，请更换正确的文件。`);
  }
}
