import { useEffect, useRef, useState } from 'react';
import type { RouteInput, RouteOutput } from '#shared/ipc/contract';
import type { GrantedFile } from '#shared/ipc/shell';
import { bridge } from '../../api/bridge';
import { toApiError } from '../../api/client';
import { useJob } from '../../api/jobs';
import { useAction } from '../../api/queries';
import { toastDone, toastError } from '../../api/toast';
import { localNow } from '../../api/today';
import type { DeskOwner } from './evidence-words';
import { base64Of } from './picture-tools';

type Added = RouteOutput<'evidence.add'>;
type Tie = Pick<RouteInput<'evidence.paste'>, 'itemCode' | 'findingId'>;
type About = Omit<RouteInput<'evidence.add'>, 'owner' | 'files'>;

/** Everything that brings evidence in: chosen, dropped and pasted. */
export function useIntake(owner: DeskOwner, tie: Tie, onAdded: (ids: readonly string[]) => void) {
  const job = useJob('evidence.add');
  const register = useJob('evidence.register');
  const paste = useAction('evidence.paste', { done: () => '已存入粘贴的图片', onDone: ({ id }) => onAdded([id]) });
  const [refused, setRefused] = useState<Added['refused']>([]);
  const settle = (answer: Added | undefined): Added | undefined => {
    if (!answer) return undefined;
    setRefused(answer.refused);
    if (answer.added.length > 0) {
      toastDone(`已存入 ${answer.added.length} 份证据`);
      onAdded(answer.added.map(({ id }) => id));
    }
    return answer;
  };
  const add = async (files: readonly GrantedFile[], about: About = {}) =>
    settle(await job.run({ owner, files: files.map(({ token }) => token), ...tie, ...about }));

  /** From the clipboard or a drop; what has a place on a disk is taken from there, a mere picture as bytes. */
  const take = async (files: readonly File[]): Promise<void> => {
    const granted: GrantedFile[] = [];
    for (const file of files) {
      const found = await bridge.grantDropped([file]);
      if (found.length > 0) granted.push(...found);
      else if (file.type.startsWith('image/')) {
        const fileName = `剪贴板 ${localNow().replace('T', ' ').replace(':', '.')}.png`;
        await paste.run({ owner, fileName, content: await base64Of(file), ...tie });
      } else
        setRefused((old) => [...old, { fileName: file.name, message: `没有读到“${file.name}”，请改用“添加文件”。` }]);
    }
    if (granted.length > 0) await add(granted);
  };

  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void latest.current(files).catch((error) => toastError(toApiError(error)));
    };
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, []);

  return {
    job,
    register,
    refused,
    forget: () => setRefused([]),
    add,
    take,
    registerAll: async () => settle(await register.run({ owner })),
  };
}

export type Intake = ReturnType<typeof useIntake>;
