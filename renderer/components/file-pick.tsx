import { Button } from '@mantine/core';
import { IconClipboard, IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useEffect, useState } from 'react';
import type { FileFilter, GrantedFile } from '#shared/ipc/shell';
import { bridge } from '../api/bridge';
import { useAction } from '../api/queries';
import css from './file-pick.module.css';
import { usePaste } from './ime';
import { takePasted } from './paste-to-import';
import { KeyHint } from './text';

export const EXCEL_OR_CSV: readonly FileFilter[] = [{ name: '表格（.xlsx、.csv）', extensions: ['xlsx', 'csv'] }];

type FilePickProps = {
  /** Title of the dialog, a verb: 选择监管对象名单. */
  readonly title: string;
  readonly filters: readonly FileFilter[];
  readonly multiple?: boolean;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onPick: (files: readonly GrantedFile[]) => void;
};

/** A button and a place to drop files. The page gets tokens, never paths. */
export function FilePick({ title, filters, multiple = false, hint, disabled = false, onPick }: FilePickProps) {
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState('');
  const pick = useAction('shell.pick-open', { onDone: ({ files }) => files.length > 0 && take(files) });
  const paste = useAction('shell.paste-table', { onDone: (file) => take([file]) });
  const extensions = filters.flatMap((filter) => filter.extensions);
  // a place for tables only: a block copied in Excel is no evidence
  const tables = extensions.every((extension) => extension === 'csv' || extension === 'xlsx');
  usePaste(() => void paste.run({}), tables && !disabled);
  // pasted on the list page that led here
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken once, as soon as a file may be chosen
  useEffect(() => {
    if (!tables || disabled) return;
    const file = takePasted();
    if (file) take([file]);
  }, [tables, disabled]);

  const take = (files: readonly GrantedFile[]) => {
    setWrong('');
    onPick(multiple ? files : files.slice(0, 1));
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (disabled) return;
    const dropped = [...event.dataTransfer.files];
    const odd = dropped.find((file) => !extensions.includes(file.name.toLowerCase().split('.').at(-1) ?? ''));
    if (odd) return setWrong(`“${odd.name}”不能用在这里，请放入 ${extensions.map((e) => `.${e}`).join('、')} 文件。`);
    const granted = await bridge.grantDropped(dropped);
    if (granted.length > 0) take(granted);
    else setWrong('没有读到放入的文件，请改用“选择文件”。');
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's second way; the button is the first and serves the keyboard
    <div
      className={`${css.zone} ${over ? css.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <IconFileSpreadsheet className={css.glyph} size={28} stroke={1.5} aria-hidden />
      <div className={css.words}>
        <p className={css.lead}>
          {over
            ? '松开以放入文件'
            : tables
              ? '把文件拖到这里、选择文件，或在 Excel 中复制后粘贴'
              : '把文件拖到这里，或选择文件'}
        </p>
        {hint ? <p className={css.hint}>{hint}</p> : null}
        {wrong ? (
          <p className={css.wrong} role="alert">
            {wrong}
          </p>
        ) : null}
      </div>
      {tables ? (
        <Button
          variant="default"
          disabled={disabled}
          loading={paste.busy}
          leftSection={<IconClipboard size={16} stroke={1.5} />}
          rightSection={<KeyHint keys="Ctrl+V" />}
          onClick={() => void paste.run({})}
        >
          从 Excel 粘贴
        </Button>
      ) : null}
      <Button
        variant="default"
        disabled={disabled}
        loading={pick.busy}
        onClick={() =>
          void pick.run({ title, filters: filters.map((f) => ({ ...f, extensions: [...f.extensions] })), multiple })
        }
      >
        选择文件
      </Button>
    </div>
  );
}
