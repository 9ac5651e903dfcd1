import { readFile } from 'node:fs/promises';
import type { Signature } from '#shared/domain/inspection/signature';
import { AppError } from '#shared/kernel/errors';
import { insertAttachment, type StoredFile, storeBytes } from './attachment';
import type { ReadDb } from './dialect';
import type { SignatureTable } from './schema-site';
import { attachmentPath } from './verify';
import type { WriteTx } from './write-tx';

/** A record that is signed: an inspection, an interview. */
export type SignedRecord = { readonly table: string; readonly id: string };

const PNG_HEAD = 'data:image/png;base64,';

/** Keeps a drawn signature in the store; the row that names it is written by `insertSignature`. */
export function storePicture(dir: string, picture: string, name: string): Promise<StoredFile> {
  const bytes = Buffer.from(picture.slice(PNG_HEAD.length), 'base64');
  const png = bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';
  if (!png) throw new AppError('bad_input', '签名图片无效，请清除后重新签名。');
  return storeBytes(dir, name, bytes);
}

/** The last signature of each signer; what was signed before another text is left out. */
export async function listSignatures(db: ReadDb, owner: SignedRecord): Promise<readonly Signature[]> {
  const rows = await db
    .selectFrom('signature')
    .selectAll()
    .where('owner_table', '=', owner.table)
    .where('owner_id', '=', owner.id)
    .where('superseded_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(toSignature);
}

const toSignature = (row: SignatureTable): Signature => ({
  id: row.id,
  role: row.role,
  officerId: row.officer_id,
  name: row.name,
  state: row.state,
  way: row.way,
  reason: row.reason,
  witnessName: row.witness_name,
  witnessUnit: row.witness_unit,
  recorded: row.recorded === 1,
  at: row.at,
  textSha256: row.text_sha256,
  attachmentId: row.attachment_id,
});

/** Writes a signature; an earlier one of the same signer is kept, but no longer counts. */
export async function insertSignature(
  tx: WriteTx,
  owner: SignedRecord,
  signature: Omit<Signature, 'id' | 'attachmentId'>,
  picture: StoredFile | null,
): Promise<string> {
  for (const before of await listSignatures(tx.db, owner))
    if (before.role === signature.role && before.officerId === signature.officerId)
      tx.update('signature', before.id, { superseded_at: tx.now });
  const id = tx.newId();
  const drawn = picture ? await insertAttachment(tx, { table: 'signature', id }, picture, '签名') : null;
  tx.insert('signature', {
    id,
    owner_table: owner.table,
    owner_id: owner.id,
    role: signature.role,
    officer_id: signature.officerId,
    name: signature.name,
    state: signature.state,
    way: signature.way,
    reason: signature.reason,
    witness_name: signature.witnessName,
    witness_unit: signature.witnessUnit,
    recorded: signature.recorded ? 1 : 0,
    at: signature.at,
    text_sha256: signature.textSha256,
    attachment_id: drawn?.id ?? null,
    superseded_at: null,
    created_at: tx.now,
  });
  return id;
}

/**
 * Binds the scan of signed paper to its signatures.
 *
 * @throws AppError `not_found` for a signature of another record, `bad_state` for one that was not made on paper
 */
export async function attachSignedScan(
  tx: WriteTx,
  owner: SignedRecord,
  signatureIds: readonly string[],
  attachmentId: string,
): Promise<void> {
  const known = await listSignatures(tx.db, owner);
  for (const id of signatureIds) {
    const signature = known.find((entry) => entry.id === id);
    if (!signature) throw new AppError('not_found', '没有找到这个签名，请刷新页面后重试。');
    if (signature.way !== 'paper')
      throw new AppError('bad_state', `${signature.name}不是在纸上签名的，不需要存扫描件。`);
    tx.update('signature', id, { attachment_id: attachmentId });
  }
}

/** What was drawn, or the scan when it is a picture, as a data URL. */
export async function findSignaturePicture(db: ReadDb, dir: string, signatureId: string): Promise<string | null> {
  const row = await db
    .selectFrom('signature')
    .innerJoin('attachment', 'attachment.id', 'signature.attachment_id')
    .select(['attachment.sha256', 'attachment.media_type as mediaType', 'attachment.size'])
    .where('signature.id', '=', signatureId)
    .executeTakeFirst();
  if (!row || !SHOWN.includes(row.mediaType) || row.size > MAX_SHOWN) return null;
  const bytes = await readFile(attachmentPath(dir, row.sha256));
  return `data:${row.mediaType};base64,${bytes.toString('base64')}`;
}

const SHOWN = ['image/png', 'image/jpeg'];
/** A bigger scan is looked at in the evidence, not in a line of signatures. */
const MAX_SHOWN = 4 * 1024 * 1024;
