import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

// One bundle must run in the official Electron 45 (Chromium 15x, Node 24) and in the
// registry-shipped fallback Electron 33 (Chromium 130, Node 20.18), so targets are explicit.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          'engine-process': resolve(root, 'electron/engine/engine-process.ts'),
          'job-worker': resolve(root, 'electron/engine/job-worker.ts'),
          cli: resolve(root, 'electron/cli/index.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(root, 'electron/preload/index.ts'),
        // a sandboxed preload must be one CommonJS file
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    css: { postcss: resolve(root, '.config/postcss') },
    build: {
      target: 'chrome130',
      cssTarget: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
