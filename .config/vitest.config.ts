import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

// the SQLite addon needs Node-API 10; on an older Node it does not refuse, it crashes
if (Number(process.versions.node.split('.')[0]) < 22)
  throw new Error(`the tests need Node 22.14 or newer, this is ${process.versions.node}: run them through npm`);

export default defineConfig({
  root,
  test: {
    projects: [
      { test: { name: 'unit', root, environment: 'node', include: ['test/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'integration',
          root,
          environment: 'node',
          include: ['test/integration/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root,
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
