import { useEffect, useRef } from 'react';

type Keys = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

/** Is an input method still putting a word together? 229 is what it sends for the keys it keeps to itself. */
export const isComposing = (event: Keys): boolean => event.isComposing || event.keyCode === 229;

/**
 * The one guard of Chinese input: while a word is being put together, no key reaches a page, so Enter chooses
 * the word and submits nothing. Installed once, before anything listens.
 */
export function installImeGuard(target: Pick<Window, 'addEventListener'>): void {
  const swallow = (event: KeyboardEvent) => {
    if (isComposing(event)) event.stopImmediatePropagation();
  };
  target.addEventListener('keydown', swallow, { capture: true });
  target.addEventListener('keyup', swallow, { capture: true });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Is a dialog over the page? Then the shortcuts of the page are dead. */
const isCovered = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/**
 * A shortcut of a page, e.g. `mod+K`, `/`, `F2`. Plain keys are dead while the officer types in a field.
 *
 * @example useShortcut('mod+S', save);
 */
export function useShortcut(keys: string, handler: () => void, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!enabled) return;
    const parts = keys.toLowerCase().split('+');
    const key = parts.at(-1) ?? '';
    const mod = parts.includes('mod');
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || mod !== (event.ctrlKey || event.metaKey) || event.altKey) return;
      if (!mod && !/^f\d+$/.test(key) && isTyping(event.target)) return;
      if (isCovered()) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [keys, enabled]);
}

/** Pasting (Ctrl+V, or the menu) where no field takes it: a block of a spreadsheet for the page itself. */
export function usePaste(handler: () => void, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: ClipboardEvent) => {
      if (isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, [enabled]);
}
