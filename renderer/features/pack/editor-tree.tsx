import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type CSSProperties, type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import css from './editor-tree.module.css';
import { openParts, type Part, partsAbove } from './pack-parts';
import type { TreeActions } from './tree-actions';

type EditorTreeProps = {
  readonly parts: readonly Part[];
  readonly selected: string;
  readonly onSelect: (path: string) => void;
  /** How many problems each part has. */
  readonly problems: ReadonlyMap<string, number>;
  readonly actions: TreeActions;
  /** Enter goes to the form of the part. */
  readonly onEnter: () => void;
};

const FOLDED = new Set(['bases', 'cases']);

/** Every part of the pack; arrows walk, Alt with arrows moves, Delete takes away, Enter goes to the form. */
export function EditorTree(props: EditorTreeProps) {
  const { parts, selected, onSelect, problems, actions, onEnter } = props;
  const [folded, setFolded] = useState<ReadonlySet<string>>(FOLDED);
  const box = useRef<HTMLDivElement>(null);
  const shown = openParts(parts, folded);
  const at = shown.findIndex(({ path }) => path === selected);
  const fold = useCallback(
    (path: string, on: boolean) =>
      setFolded((old) => {
        const next = new Set(old);
        if (on) next.add(path);
        else next.delete(path);
        return next;
      }),
    [],
  );

  // The chosen part is always in sight, also when a problem led to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice unfolds and scrolls
  useEffect(() => {
    const above = partsAbove(parts, selected);
    if (above.some((path) => folded.has(path))) {
      const next = new Set(folded);
      for (const path of above) next.delete(path);
      setFolded(next);
    }
    requestAnimationFrame(() =>
      box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const part = shown[at];
    const act = event.altKey ? altKeys(actions)[event.key] : keys()[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    function keys(): Readonly<Record<string, () => void>> {
      return {
        ArrowDown: () => go(at + 1),
        ArrowUp: () => go(at - 1),
        Home: () => go(0),
        End: () => go(shown.length - 1),
        ArrowRight: () => (part?.hasParts && folded.has(part.path) ? fold(part.path, false) : go(at + 1)),
        ArrowLeft: () => {
          if (part?.hasParts && !folded.has(part.path)) fold(part.path, true);
          else if (part?.parent) onSelect(part.parent);
        },
        Enter: onEnter,
        Insert: () => actions.add.run(),
        Delete: () => actions.remove.run(),
      };
    }
  };
  const go = (index: number) => {
    const part = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (part) onSelect(part.path);
  };

  return (
    <div
      ref={box}
      role="tree"
      aria-label="规则包的各部分"
      tabIndex={0}
      aria-activedescendant={at >= 0 ? `part-${selected}` : undefined}
      className={css.tree}
      onKeyDown={onKeyDown}
    >
      {shown.map((part) => {
        const isFolded = folded.has(part.path);
        return (
          <TreeRow
            key={part.path}
            path={part.path}
            label={part.label}
            hint={part.hint}
            depth={part.depth}
            trouble={(problems.get(part.path) ?? 0) + (isFolded ? countUnder(problems, part.path) : 0)}
            isSelected={part.path === selected}
            fold={part.hasParts ? (isFolded ? 'folded' : 'open') : 'none'}
            onSelect={onSelect}
            onFold={fold}
          />
        );
      })}
    </div>
  );
}

type TreeRowProps = Pick<Part, 'path' | 'label' | 'hint' | 'depth'> & {
  readonly trouble: number;
  readonly isSelected: boolean;
  readonly fold: 'none' | 'open' | 'folded';
  readonly onSelect: (path: string) => void;
  readonly onFold: (path: string, on: boolean) => void;
};

// Only the rows that changed are drawn anew: a pack may have a hundred parts, and each key pressed changes one.
const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { path, label, hint, depth, trouble, isSelected, fold, onSelect, onFold } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself has the keys
    <div
      id={`part-${path}`}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-label={[label, trouble > 0 ? `${trouble} 处问题` : hint].filter((words) => words !== '').join(' ')}
      aria-selected={isSelected}
      {...(fold === 'none' ? {} : { 'aria-expanded': fold === 'open' })}
      className={`${css.part} ${depth === 0 ? css.top : ''}`}
      style={{ '--depth': depth } as CSSProperties}
      onClick={() => onSelect(path)}
    >
      {fold === 'none' ? (
        <span className={css.fold} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className={css.fold}
          aria-label={fold === 'folded' ? `展开${label}` : `收起${label}`}
          onClick={(event) => {
            event.stopPropagation();
            onFold(path, fold === 'open');
          }}
        >
          {fold === 'folded' ? <IconChevronRight size={14} stroke={1.5} /> : <IconChevronDown size={14} stroke={1.5} />}
        </button>
      )}
      <span className={css.partLabel} title={label}>
        {label}
      </span>
      {trouble > 0 ? <span className={css.trouble}>■ {trouble}</span> : <span className={css.partHint}>{hint}</span>}
    </div>
  );
});

const altKeys = (actions: TreeActions): Readonly<Record<string, () => void>> => ({
  ArrowUp: actions.up.run,
  ArrowDown: actions.down.run,
  ArrowLeft: actions.promote.run,
  ArrowRight: actions.demote.run,
});

const countUnder = (problems: ReadonlyMap<string, number>, path: string): number =>
  [...problems].reduce((sum, [place, count]) => (place.startsWith(`${path}.`) ? sum + count : sum), 0);
