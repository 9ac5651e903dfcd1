import { useAction } from '../../api/queries';
import type { PackRow } from './pack-words';

/** Writes a version to a file that another office can read in. */
export function useExportPack(pack: PackRow | undefined): { readonly start: () => void; readonly busy: boolean } {
  const write = useAction('pack.export', { done: ({ fileName }) => `已导出 ${fileName}，可以带到其他局导入` });
  const pick = useAction('shell.pick-save', {
    onDone: (target) => {
      if (target && pack) void write.run({ packId: pack.packId, version: pack.version, target: target.token });
    },
  });
  const start = () => {
    if (!pack) return;
    void pick.run({
      title: '导出规则包',
      defaultName: `${pack.title}（第 ${pack.version} 版）.json`,
      extension: 'json',
    });
  };
  return { start, busy: pick.busy || write.busy };
}
