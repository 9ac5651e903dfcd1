import { useAction } from '../../api/queries';

const PHOTOS = [{ name: '照片', extensions: ['jpg', 'jpeg', 'png', 'heic', 'bmp', 'webp', 'tif', 'tiff'] }];

/** Chooses photos and keeps them with the question in hand. */
export function useItemPhoto(inspectionId: string): {
  readonly pick: (itemCode: string) => void;
  readonly busy: boolean;
} {
  const choose = useAction('shell.pick-open');
  const attach = useAction('inspection.attach', { done: (made) => `已存入照片 ${made.fileName}` });
  const pick = async (itemCode: string) => {
    const picked = await choose.run({ title: `选择项目 ${itemCode} 的照片`, filters: PHOTOS, multiple: true });
    for (const { token } of picked?.files ?? [])
      await attach.run({ id: inspectionId, file: token, itemCode, note: `项目 ${itemCode}` });
  };
  return { pick: (itemCode) => void pick(itemCode), busy: choose.busy || attach.busy };
}
