import { useShortcut } from '../../components/ime';
import type { StepKey } from './work-steps';

/** What has the keyboard when a step is opened. Dates and choices would open themselves. */
export const FIRST_OF: Readonly<Record<StepKey, string>> = {
  arrive: 'button[aria-pressed="false"], #record-partyPresent',
  checklist: '[aria-current]',
  record: '#record-scene',
  sign: '[data-sign="open"], [data-next-step]',
  leave: '[data-departure] button, button[type=submit]',
};

/** Focuses a place of a step that is only now being painted. */
export function focusSoon(selector: string): void {
  setTimeout(() => {
    const target = document.querySelector<HTMLElement>(selector);
    target?.scrollIntoView({ block: 'center' });
    (target?.matches('li, div:not([data-item])')
      ? (target.querySelector<HTMLElement>('input, button') ?? target)
      : target
    )?.focus();
  }, 60);
}

export function useStepKeys(go: (step: StepKey) => void): void {
  useShortcut('mod+1', () => go('arrive'));
  useShortcut('mod+2', () => go('checklist'));
  useShortcut('mod+3', () => go('record'));
  useShortcut('mod+4', () => go('sign'));
  useShortcut('mod+5', () => go('leave'));
}
