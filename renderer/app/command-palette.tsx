import { Loader, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import { useRoute } from '../api/queries';
import { GradePill } from '../components/pill';
import { KeyHint } from '../components/text';
import css from './command-palette.module.css';
import { navigation } from './navigation';

let open: () => void = () => undefined;
/** Ctrl+K, the search box and the menu all come here. */
export const openPalette = (): void => open();

type Entry = {
  readonly id: string;
  readonly to: string;
  readonly label: string;
  readonly hint: string;
  readonly mark: ReactNode;
};

/** One box for everything: a subject by name, pinyin or code, or a page. */
export function CommandPalette() {
  const [opened, setOpened] = useState(false);
  const returnTo = useRef<HTMLElement | null>(null);
  useEffect(() => {
    open = () => {
      returnTo.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      setOpened(true);
    };
  }, []);
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={() => returnTo.current?.focus({ preventScroll: true })}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={620}
      padding={0}
      returnFocus={false}
      aria-label="搜索与命令"
    >
      <Palette
        onDone={() => {
          returnTo.current = null;
          setOpened(false);
        }}
      />
    </Modal>
  );
}

function Palette({ onDone }: { readonly onDone: () => void }) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const [query] = useDebouncedValue(text.trim(), 80);
  const search = useRoute('subject.search', { query, limit: 10 }, { enabled: query !== '', keepPrevious: true });

  const subjects: readonly Entry[] = (query === '' ? [] : (search.data?.items ?? [])).map((item) => ({
    id: item.id,
    to: `/subjects/${item.id}`,
    label: item.name,
    hint: [subjectKindLabels[item.kind], item.code].filter(Boolean).join(' · '),
    mark: <GradePill code={item.gradeCode} />,
  }));
  const wanted = text.trim().toLowerCase();
  const places: readonly Entry[] = navigation
    .filter((place) => `${place.label} ${place.also}`.toLowerCase().includes(wanted))
    .map(({ path, label, icon: Icon }) => ({
      id: path,
      to: path,
      label,
      hint: '',
      mark: <Icon size={18} stroke={1.5} />,
    }));
  const entries = [...subjects, ...places];
  const current = Math.min(active, Math.max(0, entries.length - 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: keeps the chosen entry in sight
  useEffect(
    () => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [current],
  );

  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    onDone();
    navigate(entry.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((current + 1) % Math.max(1, entries.length));
    else if (event.key === 'ArrowUp') setActive((current - 1 + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') go(entries[current]);
    else return;
    event.preventDefault();
  };
  const group = (title: string, of: readonly Entry[], from: number) =>
    of.length === 0 ? null : (
      <>
        <div className={css.group}>{title}</div>
        {of.map((entry, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search box has the keys
          <div
            key={entry.id}
            id={`palette-${from + at}`}
            role="option"
            tabIndex={-1}
            aria-selected={from + at === current}
            className={css.entry}
            onPointerMove={() => setActive(from + at)}
            onClick={() => go(entry)}
          >
            <span className={css.mark}>{entry.mark}</span>
            <span className={css.label}>{entry.label}</span>
            <span className={css.hint}>{entry.hint}</span>
          </div>
        ))}
      </>
    );

  return (
    <div className={css.palette}>
      <div className={css.box}>
        <IconSearch size={18} stroke={1.5} aria-hidden />
        <input
          className={css.input}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={entries.length > 0 ? `palette-${current}` : undefined}
          aria-label="搜索主体或页面"
          placeholder="名称、拼音首字母、统一社会信用代码尾号、机构代码"
          maxLength={100}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        {search.isFetching ? <Loader size="xs" /> : null}
      </div>
      <div ref={list} id="palette-list" role="listbox" aria-label="结果" className={css.list}>
        {group('主体', subjects, 0)}
        {group('页面', places, subjects.length)}
        {entries.length === 0 && !search.isFetching ? (
          <p className={css.none}>没有找到“{text.trim()}”。可以换用拼音首字母或代码的后四位。</p>
        ) : null}
      </div>
      <div className={css.foot}>
        <KeyHint keys="↑+↓" /> 选择 <KeyHint keys="Enter" /> 打开 <KeyHint keys="Esc" /> 关闭
      </div>
    </div>
  );
}
