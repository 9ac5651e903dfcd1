import { useState } from 'react';
import type { ApiError } from '../../api/client';
import { useAction } from '../../api/queries';
import type { PackKey } from './pack-words';

export type PackImport = {
  readonly start: () => void;
  readonly busy: boolean;
  /** The file was refused for what is in it; the rest is said in a toast. */
  readonly refused: ApiError | null;
  readonly dismiss: () => void;
};

/** Asks for the file of another office and reads it in; a pack that is there already is only opened. */
export function useImportPack(onDone: (key: PackKey) => void): PackImport {
  const [dismissed, setDismissed] = useState<ApiError | null>(null);
  const bringIn = useAction('pack.import', {
    // the problems are listed on the page, where there is room for them
    form: { setErrors: () => undefined },
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
  const { error } = bringIn;
  return {
    start,
    busy: pick.busy || bringIn.busy,
    refused: error !== null && error.details.length > 0 && error !== dismissed ? error : null,
    dismiss: () => setDismissed(error),
  };
}
