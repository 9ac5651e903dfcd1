import { useAction } from '../../api/queries';
import type { PackKey } from './pack-words';

/** Asks for the file of another office and reads it in; a pack that is there already is only opened. */
export function useImportPack(onDone: (key: PackKey) => void): { readonly start: () => void; readonly busy: boolean } {
  const bringIn = useAction('pack.import', {
    done: ({ title, version, alreadyThere }) =>
      alreadyThere
        ? `“${title}”第 ${version} 版已经在本机，没有重复导入`
        : `已导入“${title}”第 ${version} 版，尚未启用`,
    onDone,
  });
  const pick = useAction('shell.pick-open', {
    onDone: ({ files }) => {
      if (files[0]) void bringIn.run({ file: files[0].token });
    },
  });
  const start = () =>
    void pick.run({ title: '选择规则包文件', filters: [{ name: '规则包（.json）', extensions: ['json'] }] });
  return { start, busy: pick.busy || bringIn.busy };
}
