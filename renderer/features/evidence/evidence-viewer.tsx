import { Button, Modal, SegmentedControl } from '@mantine/core';
import { IconExternalLink, IconMask, IconRotateClockwise2 } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { copyKindLabels, previewAdvice, previewLabels } from '#shared/domain/evidence/codes';
import { toApiError } from '../../api/client';
import { useAction } from '../../api/queries';
import { toastError } from '../../api/toast';
import { KeyHint } from '../../components/text';
import { type EvidenceItem, pictureUrl } from './evidence-words';
import { PageText } from './page-text';
import { copyOf, type Turn } from './picture-tools';
import { useMasks } from './use-masks';
import css from './viewer.module.css';
import { ViewerPicture } from './viewer-picture';

export type ViewerMode = 'look' | 'rotate' | 'blur';

type ViewerProps = {
  readonly item: EvidenceItem;
  readonly mode: ViewerMode;
  readonly onClose: () => void;
  readonly onStep: (step: -1 | 1) => void;
};

const TURNS: readonly Turn[] = [0, 90, 180, 270];

/** One piece of evidence large: zoom, and turning and masking that end in a copy; the original is only looked at. */
export function EvidenceViewer({ item, mode, onClose, onStep }: ViewerProps) {
  const [shown, setShown] = useState('original');
  const [degrees, setDegrees] = useState<Turn>(mode === 'rotate' ? 90 : 0);
  const [masking, setMasking] = useState(mode === 'blur');
  const [zoom, setZoom] = useState<number | null>(null);
  const [saving, setSaving] = useState(false);
  const masks = useMasks();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => body.current?.focus(), []);

  const copy = item.copies.find((one) => one.id === shown);
  const isPicture = item.preview === 'possible';
  const canWork = isPicture && item.withdrawnAt === null;
  const changed = degrees !== 0 || masks.masks.length > 0;
  const open = useAction('shell.open-stored');
  const add = useAction('evidence.add-copy', {
    done: () => '已另存副本，原件未改动',
    onDone: ({ id }) => setShown(id),
  });

  const work = (start: () => void) => {
    if (!canWork) return;
    setShown('original');
    start();
  };
  const turn = () => work(() => setDegrees(TURNS[(TURNS.indexOf(degrees) + 1) % 4] ?? 0));
  const save = async () => {
    if (!changed || saving) return;
    setSaving(true);
    const how = { degrees, masks: [...masks.masks] };
    try {
      const content = await copyOf(pictureUrl(item.sha256), how, item.mediaType);
      const kind = masks.masks.length > 0 ? 'blur' : 'rotate';
      if (!(await add.run({ id: item.id, kind, how, content }))) return;
      setDegrees(0);
      masks.clear();
      setMasking(false);
    } catch (error) {
      toastError(toApiError(error));
    } finally {
      setSaving(false);
    }
  };
  const scale = (factor: number) => setZoom((old) => Math.max(0.05, Math.min(8, (old ?? 0.5) * factor)));

  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const move = moves[event.key];
    const actions: Readonly<Record<string, () => void>> = {
      r: turn,
      b: () => work(() => setMasking(true)),
      n: () => masking && masks.addOne(),
      Delete: masks.undo,
      Backspace: masks.undo,
      Enter: () => void save(),
      '+': () => scale(1.25),
      '=': () => scale(1.25),
      '-': () => scale(0.8),
      '0': () => setZoom(null),
    };
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (move && masking && masks.masks.length > 0) masks.nudge(move[0], move[1], event.shiftKey);
    else if (move && move[0] !== 0 && !changed && zoom === null) onStep(move[0] as -1 | 1);
    else if (action) action();
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      withCloseButton={false}
      aria-label={`证据 ${item.no}`}
      classNames={{ body: css.body ?? '' }}
      transitionProps={{ duration: 0 }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the whole view are followed here */}
      <div ref={body} className={css.body} tabIndex={-1} onKeyDown={keys} data-autofocus>
        <div className={css.bar}>
          <span className={css.title}>
            证据 {item.no}　{item.title}
            <span className={css.what}>{copy ? `副本：${copy.fileName}` : `原件：${item.fileName}`}</span>
          </span>
          {item.copies.length > 0 ? (
            <SegmentedControl
              aria-label="看哪一份"
              value={shown}
              onChange={setShown}
              data={[
                { value: 'original', label: '原件' },
                ...item.copies.map((one, at) => ({
                  value: one.id,
                  label: `${copyKindLabels[one.kind]}副本 ${at + 1}`,
                })),
              ]}
            />
          ) : null}
          {canWork ? (
            <>
              <Button variant="default" leftSection={<IconRotateClockwise2 size={16} stroke={1.5} />} onClick={turn}>
                旋转
              </Button>
              <Button
                variant="default"
                aria-pressed={masking}
                leftSection={<IconMask size={16} stroke={1.5} />}
                onClick={() => work(() => setMasking(!masking))}
              >
                遮盖
              </Button>
            </>
          ) : null}
          <Button
            variant="default"
            loading={open.busy}
            leftSection={<IconExternalLink size={16} stroke={1.5} />}
            onClick={() => void open.run(copy ?? item)}
          >
            用其他程序打开
          </Button>
          {changed ? (
            <Button loading={saving} onClick={() => void save()}>
              另存副本
            </Button>
          ) : null}
          <Button variant="default" onClick={onClose}>
            返回证据台
          </Button>
        </div>
        {isPicture ? (
          <ViewerPicture
            key={shown}
            url={pictureUrl((copy ?? item).sha256)}
            degrees={copy ? 0 : degrees}
            zoom={zoom}
            masks={copy ? [] : masks.masks}
            catcher={masking && !copy ? masks.handlers : null}
          />
        ) : item.fileType === 'html' || item.fileType === 'mhtml' || item.fileType === 'text' ? (
          <PageText id={item.id} url={item.url} />
        ) : (
          <div className={css.plain}>
            <p>{previewLabels[item.preview] || '这类文件不在窗口内显示。'}</p>
            <p>{previewAdvice[item.preview] || '点“用其他程序打开”，打开的是只读副本，原件不受影响。'}</p>
          </div>
        )}
        <ViewerKeys masking={masking} changed={changed} canWork={canWork} />
      </div>
    </Modal>
  );
}

type KeysProps = { readonly masking: boolean; readonly changed: boolean; readonly canWork: boolean };

function ViewerKeys({ masking, changed, canWork }: KeysProps) {
  const hints: readonly (readonly [string, string])[] = masking
    ? [
        ['N', '加一块遮盖'],
        ['←→↑↓', '移动'],
        ['Shift+←→↑↓', '改大小'],
        ['Delete', '去掉最后一块'],
      ]
    : [
        ['←', '上一份'],
        ['→', '下一份'],
        ...(canWork
          ? ([
              ['R', '旋转'],
              ['B', '遮盖'],
            ] as const)
          : []),
      ];
  return (
    <div className={css.foot}>
      {masking ? <span>按住鼠标拖出要遮盖的部分；遮盖处填实，不能复原。</span> : null}
      {hints.map(([keys, words]) => (
        <span key={keys}>
          <KeyHint keys={keys} /> {words}
        </span>
      ))}
      <span>
        <KeyHint keys="＋" /> 放大 <KeyHint keys="－" /> 缩小 <KeyHint keys="0" /> 适合窗口
      </span>
      {changed ? (
        <span>
          <KeyHint keys="Enter" /> 另存副本
        </span>
      ) : null}
      <span>
        <KeyHint keys="Esc" /> 返回
      </span>
    </div>
  );
}
