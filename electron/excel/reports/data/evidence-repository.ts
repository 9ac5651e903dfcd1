import { readFile, stat } from 'node:fs/promises';
import { type EvidenceOwner, previewLabels } from '#shared/domain/evidence/codes';
import { imageFacts } from '#shared/domain/evidence/image-facts';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import { attachmentPath } from '../../../db/verify';

export type PaperEvidence = Awaited<ReturnType<typeof listEvidence>>[number];

/** The record that evidence belongs to. @throws AppError `not_found`, `bad_input` */
export async function getEvidenceRecord(db: ReadDb, table: string, id: string) {
  if (table !== 'inspection' && table !== 'rectification')
    throw new AppError('bad_input', `没有名为 ${table} 的证据档案，请填 inspection 或 rectification。`);
  const row = await db
    .selectFrom(table)
    .innerJoin('subject', 'subject.id', `${table}.subject_id`)
    .select([`${table}.id`, `${table}.no`, 'subject.name as subject_name'])
    .where(`${table}.id`, '=', id)
    .executeTakeFirst();
  if (!row)
    throw new AppError(
      'not_found',
      `没有找到这${table === 'inspection' ? '次检查' : '份责令改正'}，请刷新列表后重试。`,
    );
  const owner: EvidenceOwner = table;
  return {
    table: owner,
    id: row.id,
    no: row.no,
    subjectName: row.subject_name,
    evidence: await listEvidence(db, table, id),
  };
}

/** Originals in the order of the index, with what was withdrawn. */
const listEvidence = (db: ReadDb, table: 'inspection' | 'rectification', id: string) =>
  db
    .selectFrom('evidence')
    .innerJoin('attachment', 'attachment.id', 'evidence.attachment_id')
    .leftJoin('attachment as scaled', 'scaled.id', 'evidence.preview_id')
    .selectAll('evidence')
    .select(['attachment.file_name', 'attachment.size', 'scaled.sha256 as preview_sha256'])
    .where('evidence.owner_table', '=', table)
    .where('evidence.owner_id', '=', id)
    .where('evidence.copy_of', 'is', null)
    .orderBy('evidence.position')
    .orderBy('evidence.id')
    .execute();

export type PaperPicture =
  | { readonly bytes: Uint8Array; readonly extension: 'jpeg' | 'png'; readonly width: number; readonly height: number }
  /** Why there is no picture. */
  | { readonly words: string };

/** An original is put into a workbook only when it is small; photos go in as the scaled pictures of the desk. */
const MAX_ORIGINAL = 1_500_000;

/** The picture of a photo as it can stand on a sheet, or the words in its place. */
export async function pictureOf(dir: string, row: PaperEvidence): Promise<PaperPicture> {
  if (row.preview !== 'possible') return { words: previewLabels[row.preview] || '不是图片' };
  const small = row.size <= MAX_ORIGINAL && (row.file_type === 'jpeg' || row.file_type === 'png');
  if (row.preview_sha256 === null && !small) return { words: '还没有缩略图：打开一次证据台后重新导出' };
  const path = attachmentPath(dir, row.preview_sha256 ?? row.sha256);
  const known = await stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  if (!known) return { words: '文件不见了：请先核对证据' };
  const bytes = await readFile(path);
  const extension = bytes[0] === 0x89 ? 'png' : 'jpeg';
  const { width, height } = imageFacts(extension, bytes);
  return width && height ? { bytes, extension, width, height } : { words: previewLabels.damaged };
}
