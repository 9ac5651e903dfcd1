import { Button } from '@mantine/core';
import { IconCopy, IconFileExport, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { mayRenew } from './copy-form';
import { type PackFile, packLink } from './pack-words';
import { isSound } from './stand-bar';
import { useExportPack } from './use-export-pack';

type PackActionsProps = {
  readonly file: PackFile;
  readonly onCopy: () => void;
  readonly onDiscard: () => void;
};

const icon = { size: 16, stroke: 1.5 };

/** The next step last: a draft is edited, a sound version is put in force. */
export function PackActions({ file, onCopy, onDiscard }: PackActionsProps) {
  const out = useExportPack(file);
  const draft = file.state === 'draft';
  const activateIcon = <IconPlayerPlay {...icon} />;
  const activate = isSound(file) ? (
    <Button component={Link} to={`${packLink(file)}/activate`} leftSection={activateIcon}>
      试运行与启用
    </Button>
  ) : (
    <Button disabled leftSection={activateIcon}>
      试运行与启用
    </Button>
  );
  return (
    <>
      {draft ? (
        <Button variant="default" leftSection={<IconTrash {...icon} />} onClick={onDiscard}>
          放弃草稿…
        </Button>
      ) : (
        <Button variant="default" leftSection={<IconCopy {...icon} />} onClick={onCopy}>
          {mayRenew(file) ? '复制为新版本…' : '复制为本局规则包…'}
        </Button>
      )}
      <Button variant="default" loading={out.busy} leftSection={<IconFileExport {...icon} />} onClick={out.start}>
        导出…
      </Button>
      {draft ? (
        <Button component={Link} to={`${packLink(file)}/edit`} leftSection={<IconPencil {...icon} />}>
          继续编辑
        </Button>
      ) : (
        activate
      )}
    </>
  );
}
