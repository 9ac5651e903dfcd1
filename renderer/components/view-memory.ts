import { useCallback, useState } from 'react';

const session = new Map<string, unknown>();

/** Like useState, but the list has it again when the officer comes back: filter, sort, place. Never on disk. */
export function useRemembered<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (session.has(key) ? (session.get(key) as T) : initial));
  const set = useCallback(
    (next: T) => {
      session.set(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, set];
}

/** How a list looks (column widths, hidden columns) outlives the window. Never put work data here. */
export function usePreference<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => readPreference(key) ?? initial);
  const set = useCallback(
    (next: T) => {
      localStorage.setItem(key, JSON.stringify(next));
      setValue(next);
    },
    [key],
  );
  return [value, set];
}

function readPreference<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
