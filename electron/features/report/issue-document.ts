import { basename } from 'node:path';
import { type DocumentVariant, registerId, variantTitle } from '#shared/domain/document/variant';
import type { WriteTx } from '../../db/write-tx';
import { type Placed, placeFile } from '../../excel/place-file';
import type { ReportOwner } from '../../excel/reports/definition';
import type { WriteContext } from '../../ipc/context';

export type Issued = {
  readonly report: string;
  readonly title: string;
  readonly variant: DocumentVariant | null;
  readonly no: string;
  readonly owner: ReportOwner;
  readonly sha256: string;
  /** The finished file beside its place. */
  readonly staged: string;
  readonly path: string;
};

/**
 * Enters a finished file in the register of issued documents and moves it into place in one transaction: there is no
 * file without an entry, no entry without a file.
 *
 * @param claim runs first in the transaction; false gives up without an entry
 * @returns false when the claim was refused
 * @throws AppError `bad_file` when the place cannot be taken
 */
export async function issueDocument(
  { write }: WriteContext,
  issued: Issued,
  claim: (tx: WriteTx) => Promise<boolean>,
): Promise<boolean> {
  const { owner, no, variant, staged, path } = issued;
  const title = variantTitle(issued.title, variant);
  let placed: Placed | null = null;
  const settle = (how: keyof Placed) => placed?.[how]();
  try {
    return await write({ object: `${owner.table}:${owner.id}`, summary: `出具《${title}》${no}` }, async (tx) => {
      if (!(await claim(tx))) return false;
      tx.insert('issued_document', {
        id: tx.newId(),
        report: registerId(issued.report, variant),
        no,
        owner_table: owner.table,
        owner_id: owner.id,
        file_name: basename(path),
        sha256: issued.sha256,
        officer_id: tx.actor.id,
        created_at: tx.now,
      });
      placed = placeFile(staged, path);
      return true;
    });
  } catch (error) {
    // the register was not written after all: an unregistered document must not circulate
    settle('undo');
    placed = null;
    throw error;
  } finally {
    settle('keep');
  }
}
