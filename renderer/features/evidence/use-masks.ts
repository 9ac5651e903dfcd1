import { type PointerEvent, useRef, useState } from 'react';
import type { Mask } from './picture-tools';

const STEP = 20;
const SMALLEST = 8;
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** The rectangles that are drawn over a picture, by the mouse or by keys alone; in thousandths of the picture. */
export function useMasks() {
  const [masks, setMasks] = useState<readonly Mask[]>([]);
  const from = useRef<{ x: number; y: number } | null>(null);
  const last = masks.at(-1);

  const placeOf = (event: PointerEvent<HTMLElement>) => ({
    // of the picture itself, however it is turned and scaled
    x: clamp((event.nativeEvent.offsetX / event.currentTarget.offsetWidth) * 1000, 0, 1000),
    y: clamp((event.nativeEvent.offsetY / event.currentTarget.offsetHeight) * 1000, 0, 1000),
  });
  const between = (a: { x: number; y: number }, b: { x: number; y: number }): Mask => ({
    x: Math.round(Math.min(a.x, b.x)),
    y: Math.round(Math.min(a.y, b.y)),
    width: Math.max(1, Math.round(Math.abs(a.x - b.x))),
    height: Math.max(1, Math.round(Math.abs(a.y - b.y))),
  });
  const change = (next: Mask) => setMasks((old) => [...old.slice(0, -1), next]);

  return {
    masks,
    clear: () => setMasks([]),
    undo: () => setMasks((old) => old.slice(0, -1)),
    addOne: () => setMasks((old) => [...old, { x: 400, y: 400, width: 200, height: 150 }]),
    /** Moves the last one, or pulls its lower right corner. */
    nudge: (dx: number, dy: number, pull: boolean) => {
      if (!last) return;
      if (pull)
        change({
          ...last,
          width: clamp(last.width + dx * STEP, SMALLEST, 1000 - last.x),
          height: clamp(last.height + dy * STEP, SMALLEST, 1000 - last.y),
        });
      else
        change({
          ...last,
          x: clamp(last.x + dx * STEP, 0, 1000 - last.width),
          y: clamp(last.y + dy * STEP, 0, 1000 - last.height),
        });
    },
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = placeOf(event);
        setMasks((old) => [...old, { ...between(placeOf(event), placeOf(event)) }]);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (from.current) change(between(from.current, placeOf(event)));
      },
      onPointerUp: () => {
        from.current = null;
        // a click without a drag covers nothing
        setMasks((old) => old.filter((mask) => mask.width >= SMALLEST && mask.height >= SMALLEST));
      },
    },
  };
}
