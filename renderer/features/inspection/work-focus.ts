import { useShortcut } from '../../components/ime';
import type { StepKey } from './work-steps';

/** What has the keyboard when a step is opened. Dates and choices would open themselves. */
export const FIRST_OF: Readonly<Record<StepKey, string>> = {
  arrive: 'button[aria-pressed="false"], #record-partyPresent',
  checklist: '[data-item][aria-current]',
  record: '#record-scene',
  sign: '[data-sign="open"], [data-next-step]',
  leave: '[data-departure] button, button[type=submit]',
};

/** Gives the keyboard to a place; a place that is no field gives it on to its first one. */
export function focusOn(selector: string): void {
  const target = document.querySelector<HTMLElement>(selector);
  if (!target) return;
  target.scrollIntoView({ block: selector.startsWith('#') ? 'center' : 'nearest' });
  const frame = target.matches('li, div:not([data-item])');
  ((frame ? target.querySelector<HTMLElement>('input, button') : null) ?? target).focus();
}

export function useStepKeys(go: (step: StepKey) => void): void {
  useShortcut('mod+1', () => go('arrive'));
  useShortcut('mod+2', () => go('checklist'));
  useShortcut('mod+3', () => go('record'));
  useShortcut('mod+4', () => go('sign'));
  useShortcut('mod+5', () => go('leave'));
}
