import { AppError } from '#shared/kernel/errors';
import { writeWhole } from './output-file';
import type { ListValue } from './row-encoder';
import { looksLikeFormula } from './safe-text';

export type CsvList = {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly ListValue[]>;
  readonly onProgress?: (rows: number) => void;
  readonly isCancelled?: () => boolean;
};

const pieceChars = 128 * 1024;

/**
 * Writes a .csv that Excel opens with the right characters: UTF-8 with byte order mark, commas, CRLF. A text that
 * looks like a formula gets a leading apostrophe, which our own reader takes away again.
 *
 * @throws AppError `cancelled`, `disk_full`, `bad_file`; in each case `path` is untouched
 */
export async function writeCsv(path: string, list: CsvList): Promise<{ readonly rows: number }> {
  return writeWhole(path, async (file) => {
    let rows = 0;
    let text = `\ufeff${record(list.header)}`;
    const flush = () => {
      if (list.isCancelled?.()) throw new AppError('cancelled', '已按要求停止导出，没有留下文件。');
      file.write(Buffer.from(text, 'utf8'));
      text = '';
      list.onProgress?.(rows);
    };
    for (const values of list.rows) {
      if (values.length !== list.header.length)
        throw new Error(`row ${rows + 1} has ${values.length} values for ${list.header.length} columns`);
      text += record(values);
      rows++;
      if (text.length < pieceChars) continue;
      flush();
      // Lets a message such as "cancel" reach this thread.
      await new Promise((resume) => setImmediate(resume));
    }
    flush();
    return { rows };
  });
}

function record(values: readonly ListValue[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

function field(value: ListValue): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a field is not a finite number');
    return String(value);
  }
  const text = value.replaceAll('\0', '');
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
