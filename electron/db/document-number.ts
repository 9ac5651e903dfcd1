import { type DocumentNoun, documentWords, formatDocumentNo, seriesId } from '#shared/domain/document/document-no';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { readSetting } from './setting';
import type { WriteTx } from './write-tx';

/**
 * Hands out the next number of the office's series for that year. Inside the caller's transaction: a record that is
 * not saved leaves no gap.
 */
export async function allocateDocumentNo(tx: WriteTx, noun: DocumentNoun, on: IsoDate): Promise<string> {
  const office = await readSetting<{ readonly code: string }>(tx.db, 'office');
  if (!office) throw new AppError('bad_state', '请先在“设置—机关信息”中填写机关名称和文号代字。');
  const word = documentWords[noun];
  const year = Number(on.slice(0, 4));
  const id = seriesId(office.code, word, year);
  const series = await tx.db.selectFrom('document_series').select('last_no').where('id', '=', id).executeTakeFirst();
  const seq = (series?.last_no ?? 0) + 1;
  const no = formatDocumentNo({ officeCode: office.code, word, year, seq });
  if (series) tx.update('document_series', id, { last_no: seq });
  else tx.insert('document_series', { id, last_no: seq });
  return no;
}
