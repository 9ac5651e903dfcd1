import { IconFile, IconFileText, IconMusic, IconPhotoOff, IconVideo, IconWorld } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type EvidenceKind, evidenceKindLabels, previewLabels } from '#shared/domain/evidence/codes';
import css from './desk.module.css';
import { type EvidenceItem, isWarned, pictureUrl, shortTime } from './evidence-words';
import type { PreviewNote } from './use-previews';

type GridProps = {
  readonly items: readonly EvidenceItem[];
  readonly notes: ReadonlyMap<string, PreviewNote>;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onKey: (key: 'open' | 'note' | 'rotate' | 'blur' | 'back' | 'forward', item: EvidenceItem) => void;
};

const KEYS = { Enter: 'open', F2: 'note', r: 'rotate', R: 'rotate', b: 'blur', B: 'blur' } as const;

/** Thumbnails as one list box: arrows move, Enter opens, F2 notes, R turns, B masks, Alt and arrows reorder. */
export function EvidenceGrid({ items, notes, selected, onSelect, onKey }: GridProps) {
  const list = useRef<HTMLDivElement>(null);
  const current = items.find((item) => item.id === selected) ?? items[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice may lie outside of the window
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const columns = (): number => {
    const cells = [...(list.current?.children ?? [])] as HTMLElement[];
    const top = cells[0]?.offsetTop;
    return Math.max(1, cells.filter((cell) => cell.offsetTop === top).length);
  };
  const keys = (event: KeyboardEvent) => {
    if (!current || event.ctrlKey || event.metaKey) return;
    const at = items.indexOf(current);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -columns(),
      ArrowDown: columns(),
      Home: -at,
      End: items.length - 1 - at,
    };
    const step = steps[event.key];
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight'))
      onKey(event.key === 'ArrowLeft' ? 'back' : 'forward', current);
    else if (step !== undefined) {
      const next = items[Math.max(0, Math.min(items.length - 1, at + step))];
      if (next) {
        onSelect(next.id);
        (list.current?.children[items.indexOf(next)] as HTMLElement | undefined)?.focus();
      }
    } else if (event.key in KEYS) onKey(KEYS[event.key as keyof typeof KEYS], current);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={list} className={css.grid} role="listbox" aria-label="证据" onKeyDown={keys}>
      {items.map((item) => (
        <div
          key={item.id}
          className={`${css.cell} ${item.withdrawnAt ? css.withdrawn : ''}`}
          role="option"
          aria-selected={item.id === current?.id}
          aria-label={`证据 ${item.no}，${item.title}，${item.warnings.map((warning) => warning.message).join('；') || '无提示'}`}
          tabIndex={item.id === current?.id ? 0 : -1}
          onClick={() => onSelect(item.id)}
          onDoubleClick={() => onKey('open', item)}
          onKeyDown={() => undefined}
        >
          <Thumb item={item} note={notes.get(item.id)} />
          <span className={css.cellHead}>
            <b className={css.no}>{item.no}</b>
            <span className={css.cellTitle}>{item.title}</span>
          </span>
          <span className={css.cellTime}>
            {shortTime(item)}
            {item.copies.length > 0 ? `　副本 ${item.copies.length}` : ''}
          </span>
          <CellMark item={item} />
        </div>
      ))}
    </div>
  );
}

function CellMark({ item }: { readonly item: EvidenceItem }) {
  if (item.withdrawnAt) return <span className={css.markOff}>已撤下</span>;
  const first = item.warnings.find((warning) => warning.level === 'warn');
  if (isWarned(item) && first) return <span className={css.markWarn}>▲ {first.message}</span>;
  if (item.metadata === 'none') return <span className={css.markNote}>无拍摄信息</span>;
  if (item.metadata === 'broken') return <span className={css.markNote}>拍摄信息已损坏</span>;
  return <span className={css.markNote}>{item.itemCode ? `项目 ${item.itemCode}` : ''}</span>;
}

const GLYPHS: Readonly<Record<EvidenceKind, typeof IconFile>> = {
  photo: IconPhotoOff,
  video: IconVideo,
  audio: IconMusic,
  document: IconFileText,
  page: IconWorld,
  scan: IconFileText,
  other: IconFile,
};

/** The picture, or the plain word why there is none. */
export function Thumb({ item, note }: { readonly item: EvidenceItem; readonly note: PreviewNote | undefined }) {
  if (item.previewSha256)
    return <img className={css.thumb} src={pictureUrl(item.previewSha256)} alt="" draggable={false} />;
  const Glyph = GLYPHS[item.kind];
  return (
    <span className={`${css.thumb} ${css.noPicture}`}>
      <Glyph size={28} stroke={1.5} aria-hidden />
      {thumbWords(item, note)}
    </span>
  );
}

function thumbWords(item: EvidenceItem, note: PreviewNote | undefined): string {
  if (note === 'missing') return '文件不见了，请核对证据';
  if (note === 'too_big') return '图片过大，不生成缩略图';
  if (item.preview !== 'possible') return previewLabels[item.preview] || evidenceKindLabels[item.kind];
  return item.withdrawnAt ? '' : '正在生成缩略图';
}
