import { type KeyboardEvent, useState } from 'react';

type GridKeys = {
  readonly total: number;
  readonly perPage: () => number;
  readonly scrollTo: (index: number) => void;
  readonly onMove: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly onSelect: (index: number) => void;
  readonly onSelectAll: () => void;
  readonly onCopy: () => void;
};

/** Arrows, Home, End and pages move; Enter opens; Space selects; Ctrl+A all; Ctrl+C copies. */
export function useGridKeys(keys: GridKeys) {
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, keys.total - 1));
  const move = (to: number) => {
    if (keys.total === 0) return;
    const index = Math.max(0, Math.min(keys.total - 1, to));
    setActive(index);
    keys.scrollTo(index);
    keys.onMove(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A button inside a row keeps its own keys.
    if (event.target !== event.currentTarget) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + keys.perPage(),
      PageUp: current - keys.perPage(),
      Home: 0,
      End: keys.total - 1,
    };
    const to = moves[event.key];
    const mod = event.ctrlKey || event.metaKey;
    if (to !== undefined && !mod) move(to);
    else if (event.key === 'Enter') keys.onOpen(current);
    else if (event.key === ' ') keys.onSelect(current);
    else if (mod && event.key.toLowerCase() === 'a') keys.onSelectAll();
    else if (mod && event.key.toLowerCase() === 'c' && !window.getSelection()?.toString()) keys.onCopy();
    else return;
    event.preventDefault();
  };
  return { active: current, setActive, onKeyDown };
}
