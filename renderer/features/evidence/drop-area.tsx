import { Button } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import type { FileFilter } from '#shared/ipc/shell';
import { toApiError } from '../../api/client';
import { useAction } from '../../api/queries';
import { toastError } from '../../api/toast';
import { KeyHint } from '../../components/text';
import css from './desk.module.css';
import type { Intake } from './use-intake';

const ANY: readonly FileFilter[] = [
  {
    name: '照片、音视频、文书、网页',
    extensions: [
      ...['jpg', 'jpeg', 'png', 'heic', 'heif', 'bmp', 'gif', 'webp', 'tif', 'tiff', 'avif'],
      ...['mp4', 'mov', 'm4v', '3gp', 'avi', 'mp3', 'wav', 'm4a', 'aac'],
      ...['pdf', 'ofd', 'doc', 'docx', 'wps', 'txt', 'xls', 'xlsx', 'et', 'csv', 'ppt', 'pptx'],
      ...['html', 'htm', 'mhtml', 'mht', 'eml', 'zip', 'rar', '7z'],
    ],
  },
];

/** A large place to drop files, the button that does the same, and the word about pasting. */
export function DropArea({ intake, small }: { readonly intake: Intake; readonly small: boolean }) {
  const [over, setOver] = useState(false);
  const busy = intake.job.state.phase === 'running';
  const pick = useAction('shell.pick-open', {
    onDone: ({ files }) => {
      if (files.length > 0) void intake.add(files);
    },
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!busy) void intake.take([...event.dataTransfer.files]).catch((error) => toastError(toApiError(error)));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's second way; the button is the first and serves the keyboard
    <div
      className={`${css.drop} ${small ? css.dropSmall : ''} ${over ? css.dropOver : ''}`}
      data-print="hide"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconPhotoPlus size={small ? 24 : 40} stroke={1.5} aria-hidden />
      <div className={css.dropWords}>
        <p className={css.dropLead}>{over ? '松开以存入' : '把手机、相机、记录仪里的文件拖到这里'}</p>
        <p className={css.dropHint}>
          原件一个字节不改，记下 SHA-256 和 SM3。截图可以直接 <KeyHint keys="Ctrl+V" /> 粘贴。
        </p>
      </div>
      <Button
        loading={pick.busy || busy}
        onClick={() =>
          void pick.run({
            title: '选择证据文件',
            filters: ANY.map((filter) => ({ ...filter, extensions: [...filter.extensions] })),
            multiple: true,
          })
        }
      >
        添加文件
      </Button>
    </div>
  );
}
