import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { EngineState } from '#shared/ipc/bridge';
import { bridge } from './bridge';

/** Answers made from everything: any write makes them stale. */
const DERIVED = ['store', 'audit', 'today'];

let engine: EngineState = { state: 'starting' };
const watchers = new Set<() => void>();
bridge.on('shell.engine', (state) => {
  engine = state;
  for (const watch of watchers) watch();
});

/** How the engine is now; pages need it only to explain themselves when it is gone. */
export const useEngineState = (): EngineState =>
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => engine,
  );

/** Drops cached answers when the engine announces a change, starts anew, or a new day begins. */
export function followEngine(client: QueryClient): () => void {
  const offChanged = bridge.on('changed', ({ nouns }) => {
    for (const noun of new Set([...nouns, ...DERIVED])) void client.invalidateQueries({ queryKey: [noun] });
  });
  const offEngine = bridge.on('shell.engine', (state) => {
    if (state.state === 'ready') void client.invalidateQueries();
  });
  let day = new Date().toDateString();
  const timer = setInterval(() => {
    if (new Date().toDateString() === day) return;
    day = new Date().toDateString();
    void client.invalidateQueries();
  }, 30_000);
  return () => {
    offChanged();
    offEngine();
    clearInterval(timer);
  };
}
