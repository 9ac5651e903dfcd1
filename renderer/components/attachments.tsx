import { IconFile, IconPhoto } from '@tabler/icons-react';
import type { FileFilter, GrantedFile } from '#shared/ipc/shell';
import css from './attachments.module.css';
import { FilePick } from './file-pick';
import { CopyButton } from './text';
import { fileSize, moment } from './words';

export type Attachment = {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly note: string;
  readonly createdAt: string;
};

const EVIDENCE: readonly FileFilter[] = [
  {
    name: '照片、文书、音视频、表格',
    extensions: [
      ...['jpg', 'jpeg', 'png', 'heic', 'bmp', 'webp', 'tif', 'tiff', 'pdf', 'ofd', 'doc', 'docx', 'wps', 'txt'],
      ...['xls', 'xlsx', 'csv', 'mp4', 'mov', 'avi', 'mp3', 'wav', 'm4a', 'zip', 'rar', '7z'],
    ],
  },
];

type AttachmentsProps = {
  readonly files: readonly Attachment[];
  /** Takes one file at a time; without it the list is only read. */
  readonly onAttach?: ((file: GrantedFile) => Promise<unknown>) | undefined;
  readonly busy?: boolean;
  readonly title?: string;
};

/** Evidence copied into the store, each file with its digest. */
export function Attachments({ files, onAttach, busy = false, title = '选择附件' }: AttachmentsProps) {
  const take = async (picked: readonly GrantedFile[]) => {
    for (const file of picked) await onAttach?.(file);
  };
  return (
    <>
      {files.length > 0 ? (
        <ul className={css.list}>
          {files.map((file) => (
            <AttachedFile key={file.id} file={file} />
          ))}
        </ul>
      ) : null}
      {onAttach ? (
        <FilePick
          title={title}
          filters={EVIDENCE}
          multiple
          disabled={busy}
          hint="原件复制入库，并记下校验值；源文件不会改动。"
          onPick={(picked) => void take(picked)}
        />
      ) : files.length === 0 ? (
        <p className={css.none}>没有附件。</p>
      ) : null}
    </>
  );
}

function AttachedFile({ file }: { readonly file: Attachment }) {
  const Icon = file.mediaType.startsWith('image/') ? IconPhoto : IconFile;
  return (
    <li className={css.file}>
      <Icon className={css.glyph} size={18} stroke={1.5} aria-hidden />
      <span className={css.name}>{file.fileName}</span>
      <CopyButton text={file.sha256} label={`复制 ${file.fileName} 的校验值`} />
      <span className={css.meta}>
        {fileSize(file.size)}　{moment(file.createdAt)}　SHA-256 {file.sha256.slice(0, 8)}…
        {file.note ? `　${file.note}` : ''}
      </span>
    </li>
  );
}
