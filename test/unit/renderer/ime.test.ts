import { expect, test } from 'vitest';
import { installImeGuard } from '../../../renderer/components/ime';

type Listener = (event: KeyboardEvent) => void;

function press(event: { isComposing: boolean; keyCode: number; type: string }): boolean {
  const listeners = new Map<string, Listener>();
  installImeGuard({
    addEventListener: (type: string, listener: unknown) => void listeners.set(type, listener as Listener),
  } as Pick<Window, 'addEventListener'>);
  let reached = true;
  listeners.get(event.type)?.({
    ...event,
    stopImmediatePropagation: () => {
      reached = false;
    },
  } as unknown as KeyboardEvent);
  return reached;
}

test('Enter that chooses a Chinese word does not submit half a form', () => {
  expect(press({ type: 'keydown', isComposing: true, keyCode: 13 })).toBe(false);
  expect(press({ type: 'keydown', isComposing: false, keyCode: 229 })).toBe(false);
  expect(press({ type: 'keyup', isComposing: true, keyCode: 27 })).toBe(false);
});

test('a key outside of composing reaches the page', () => {
  expect(press({ type: 'keydown', isComposing: false, keyCode: 13 })).toBe(true);
});
