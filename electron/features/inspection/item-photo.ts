import { checklistItems } from '#shared/domain/inspection/checklist';
import type { Inspection } from '#shared/domain/inspection/inspection';
import { AppError } from '#shared/kernel/errors';
import type { WriteTx } from '../../db/write-tx';

/** Binds a photo to the question it belongs to. */
export function insertItemPhoto(tx: WriteTx, record: Inspection, itemCode: string, attachmentId: string): void {
  if (!checklistItems(record.checklist).some((item) => item.code === itemCode))
    throw new AppError('not_found', `检查表“${record.checklist.title}”里没有项目 ${itemCode}，请刷新页面后重试。`);
  tx.insert('item_photo', {
    ...{ id: tx.newId(), inspection_id: record.id, item_code: itemCode },
    ...{ attachment_id: attachmentId, created_at: tx.now },
  });
}
